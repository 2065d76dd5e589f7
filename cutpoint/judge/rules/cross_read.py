"""Code of one service reads a table that another service owns.

A read is what a call of the owner will replace; until then it ties the reader to the owner's columns.
Tables that a statement joins are judged by `cross-join`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.finding import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.finding import Finding
    from cutpoint.judge.case import Case

RULE = Rule("cross-read", "Code of one service reads a table that another service owns.", Severity.NOTE)


def findings(case: Case) -> Iterator[Finding]:
    """One for each place that decides such a read."""
    reads = (access for access in case.analysis.accesses if not access.writes and access.via != "join")
    yield from case.crossings(
        reads,
        RULE,
        "{target} owns {table}: {source} depends on its columns, and stops working when the table moves.",
        "Ask {facade} for the values.",
    )
