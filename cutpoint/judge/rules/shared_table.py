"""A table is written by more than one service.

Judged: every table that a service writes besides its owner, by the same evidence as `cross-write`, but for cascades and what receivers
of signals do: no line of the service could do these through the owner. One finding speaks of all places
of one service, so it only comes and goes with the first and the last of them.

Evidence: the first place, and how many there are.

Why: a table should have one writer. A new name in this list is a new party to every later change of the table.

To mend: route the writes of this service through the owner; `cutpoint who-writes TABLE` lists them.

    [tool.cutpoint.rules]
    shared-table = "error"
    cross-write = "note"
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
    writes: dict[tuple[str, str, str], list[Finding]] = {}
    by_itself = cross_write.findings_where(case, lambda access, _: access.writes and not access.is_consequence)
    for finding in by_itself:
        writes.setdefault((finding.key.subject, finding.key.source, finding.key.target), []).append(finding)
    for (table, source, target), found in writes.items():
        places = sorted({finding.place for finding in found})
        yield Finding(
            key=Key(RULE.name, source, target, table, "write", "", "", ""),
            place=places[0],
            severity=Severity.OFF,
            evidence=f"{shown(source)} writes {table} in {len(places)} place{'s' if len(places) > 1 else ''}",
            meaning=f"{target} owns {table}, and a table should have one writer.",
            move=f"Route the writes of {shown(source)} through {target}.",
            related=case.owners_side(table),
        )
