"""Code of one service writes a table that another service owns.

Judged: every insert, update and delete that is proved or inferred, in whatever way it comes about: through instances,
managers, related managers or raw SQL. Where general code writes what
others hand it, the place that decides the table is judged, once for each, and not the line that everybody shares. Code of the
owner may write its own tables whoever called it, and so may whatever the owner's facade calls. What a row takes along within
the service that owns it goes with the write of that row.

Evidence: the expression that writes, and why the table is this one; next to it where the table is declared, and, of a write
through general code, the line that does it.

Why: two writers of one table can't be separated. Whoever leaves loses the other's rules for its rows, and no transaction
holds both sides any longer.

To mend: let a function of the owner do the write, and call that; a facade, where there is one, is the module for it. If
nobody but the writer needs the table, give the model to its service.

    [tool.cutpoint.rules]
    cross-write = "error"

    [tool.cutpoint.rules."legacy -> *"]
    cross-write = "warning"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.finding import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cutpoint.domain.access import Access, Part
    from cutpoint.domain.finding import Finding
    from cutpoint.judge.case import Case

RULE = Rule("cross-write", "Code of one service writes a table that another service owns.", Severity.ERROR)


def findings(case: Case) -> Iterator[Finding]:
    """One for each place that decides such a write."""
    yield from findings_where(case, lambda access, _: access.writes)


def findings_where(case: Case, counts: Callable[[Access, Part], bool]) -> Iterator[Finding]:
    """Those of writes that *counts* lets through."""
    yield from case.crossings(
        RULE,
        counts,
        "{target} owns {table}: its rules for these rows are bypassed, and with two writers neither side can leave the database.",
        "Let {facade} do it, and call that.",
    )
