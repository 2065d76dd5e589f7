"""A table is written by more than one service.

Each table should have one writer. Every further service that writes it is one finding, whatever the number of its places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.finding import Finding, Key, Rule, Severity
from cutpoint.judge.case import shown
from cutpoint.judge.rules import cross_write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.judge.case import Case

RULE = Rule("shared-table", "A table is written by more than one service.", Severity.NOTE)


def findings(case: Case) -> Iterator[Finding]:
    """One for each table and each service besides the owner that writes it, at the first place where it does."""
    places: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in cross_write.findings(case):
        places.setdefault((finding.key.subject, finding.key.source, finding.key.target), []).append(finding)
    for (table, source, target), found in places.items():
        first = min(found)
        yield Finding(
            key=Key(RULE.name, source, target, table, "write", "", "", ""),
            place=first.place,
            severity=Severity.OFF,
            evidence=f"{shown(source)} writes {table} in {len(found)} place{'s' if len(found) > 1 else ''}",
            meaning=f"{target} owns {table}, and a table should have one writer.",
            move=f"Route the writes of {shown(source)} through {target}.",
            related=case.owners_side(table),
        )
