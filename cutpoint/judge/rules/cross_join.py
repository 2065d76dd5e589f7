"""A statement of one service joins a table that another service owns.

A join is the kind of read that no call replaces one to one: once the tables lie in two databases, there is nothing to join.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.finding import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.finding import Finding
    from cutpoint.judge.case import Case

RULE = Rule("cross-join", "A statement of one service joins a table that another service owns.", Severity.NOTE)


def findings(case: Case) -> Iterator[Finding]:
    """One for each place that decides such a join."""
    joins = (access for access in case.analysis.accesses if access.via == "join")
    yield from case.crossings(
        joins,
        RULE,
        "{target} owns {table}: once it lies in another database, nothing can be joined with it.",
        "Ask {facade} for the ids or values first, and filter by them.",
    )
