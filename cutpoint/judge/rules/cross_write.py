"""Code of one service writes a table that another service owns.

Two writers of one table can't be separated: whoever leaves loses the other's rules for it, and no transaction holds both.
Writes through the owner's facade, and whatever code of the owner does when it is called, are its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.finding import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.finding import Finding
    from cutpoint.judge.case import Case

RULE = Rule("cross-write", "Code of one service writes a table that another service owns.", Severity.ERROR)


def findings(case: Case) -> Iterator[Finding]:
    """One for each place that decides such a write."""
    writes = (access for access in case.analysis.accesses if access.writes)
    yield from case.crossings(
        writes,
        RULE,
        "{target} owns {table}: with a second writer neither side can leave the database, and its rules are bypassed.",
        "Call {facade} that does it.",
    )
