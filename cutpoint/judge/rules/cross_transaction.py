"""One transaction writes tables of two services.

Judged: every place that opens a transaction, with all that its code does and calls, through a facade as well; what `on_commit` and tasks do comes after it. A block inside of another one belongs to that, and context managers and decorators to those who use them. Third-party tables don't count, and what Django opens for itself around a single deed is judged as the write that it is.

Evidence: two tables, and where each is written; one finding for each table of the other service.

Why: once each service has its own database, nothing commits both: one write may happen without the other.

To mend: commit the own table first, and let the owner write the other on an event or a call that may be repeated; or let both tables belong to one service.

    [tool.cutpoint.rules."orders -> billing"]
    cross-transaction = "warning"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity
from cutpoint.domain.transaction import TransactionKind
from cutpoint.judge.bookkeeping import bookkeeping_of
from cutpoint.judge.case import inside, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.transaction import Extent, Touched, Transaction
    from cutpoint.judge.case import Case

RULE = Rule("cross-transaction", "One transaction writes tables of two services.", Severity.NOTE)


def findings(case: Case) -> Iterator[Finding]:
    """One for each transaction, and each table of another service that it writes beside its own."""
    bookkeeping = bookkeeping_of(case.analysis, case.services)
    for transaction in case.analysis.transactions:
        if transaction.kind is not TransactionKind.IMPLICIT and not (transaction.is_nested or transaction.is_generic):
            yield from _findings_of(case, transaction, bookkeeping)


def _findings_of(case: Case, transaction: Transaction, bookkeeping: frozenset[str]) -> Iterator[Finding]:
    source = case.services.of_module(transaction.module)
    written = {touched.table: touched for touched in transaction.written}
    told: set[str] = set()
    for extent in transaction.extents:
        owners = _owners(case, extent, bookkeeping)
        services = sorted(set(owners.values()))
        if len(services) < 2:
            continue
        # Code of neither service may open it: then the first of them stands for its own side.
        home = source if source in services else services[0]
        own = min(table for table, owner in owners.items() if owner == home)
        for table, target in sorted(owners.items()):
            if target != home and table not in told:
                told.add(table)
                yield _finding(case, transaction, (source, target), written[own], written[table])


def _owners(case: Case, extent: Extent, bookkeeping: frozenset[str]) -> dict[str, str]:
    """Table → service, of those that it writes and that matter between services."""
    owners: dict[str, str] = {}
    for table in extent.writes:
        owner = case.services.of_table(table)
        if owner is not None and table not in bookkeeping:
            owners[table] = owner
    return owners


def _finding(case: Case, transaction: Transaction, services: tuple[str, str], own: Touched, other: Touched) -> Finding:
    source, target = services
    return Finding(
        key=Key(
            RULE.name,
            source,
            target,
            other.table,
            transaction.kind.value,
            transaction.module,
            inside(transaction.function, transaction.module),
            "",
        ),
        place=Place(transaction.path, transaction.line, transaction.end_line),
        severity=Severity.OFF,
        evidence=f"writes {own.table} ({_at(own)}) and {other.table} ({_at(other)}) in one transaction",
        meaning=f"{target} owns {other.table}: in another database it can't be committed together with {own.table}.",
        move=f"Commit {own.table} first, and let {shown(target)} write {other.table} on an event or a call that may be repeated.",
        related=(*case.owners_side(other.table), _place(own), _place(other)),
        certainty=max(own.certainty, other.certainty, key=list(Certainty).index),
    )


def _at(touched: Touched) -> str:
    step = touched.chain[-1]
    return f"{step.path}:{step.line}"


def _place(touched: Touched) -> Place:
    step = touched.chain[-1]
    return Place(step.path, step.line, step.line, f"{step.function} writes {touched.table}")
