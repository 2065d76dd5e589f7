"""Code of one service reads a table that another service owns.

Judged: every query that is evaluated, and every relation that is followed to rows that have to be loaded. As with
writes, general code reads for whoever decided the table, and code of the owner may do so for anybody. A table that is
only joined is left to `cross-join`.

Evidence: the expression that reads, and why the table is this one; next to it where the table is declared.

Why: a reader depends on columns that the owner means to be free to change, and stops working on the day when the
table moves to another database.

To mend: ask a function of the owner for the values. Reads are many, so the rule only notes them until somebody
says otherwise, best for one pair of services at a time.

    [tool.cutpoint.rules."reports -> orders"]
    cross-read = "error"
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
    yield from case.crossings(
        RULE,
        lambda access, part: not access.writes and part.via != "join",
        "{target} owns {table}: {source} depends on its columns, and stops working when the table moves.",
        "Ask {facade} for the values.",
    )
