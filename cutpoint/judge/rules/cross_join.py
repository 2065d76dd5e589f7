"""A statement of one service joins a table that another service owns.

Judged: lookups that go across (`filter(order__state=…)`, `order_by`, `values`, annotations), `select_related`, and joins
in raw SQL. Who decides the statement is judged, as for reads and writes.

Evidence: the expression whose statement joins; next to it where the table is declared.

Why: a join is the kind of read that no call replaces one to one. Once the tables lie in two databases, there is nothing
to join.

To mend: ask the owner for the ids or values first and filter by them, or keep a copy of the column that is needed.

    [tool.cutpoint.rules]
    cross-join = "warning"
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
    yield from case.crossings(
        RULE,
        lambda _, part: part.via == "join",
        "{target} owns {table}: once it lies in another database, nothing can be joined with it.",
        "Ask {facade} for the ids or values first, and filter by them.",
    )
