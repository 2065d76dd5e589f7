"""Transactions that write on both sides → an outbox, a saga, or a boundary that is moved, with the steps spelled out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import OperationKind, TransactionPlan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.boundary import Operation
    from cutpoint.domain.crossing import Crossing, CrossingTransaction

OUTBOX, SAGA, MOVE = "outbox", "saga", "move"
MOST_SAGA_STEPS = 4
"""A saga of more steps across is no way to work: the boundary is in the wrong place."""


def transaction_plans(crossing: Crossing, operations: Iterable[Operation]) -> tuple[TransactionPlan, ...]:
    """Sorted by place."""
    commands: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        if operation.kind is OperationKind.COMMAND:
            for site in operation.call_sites:
                commands[site.function].append(operation)
    taken = frozenset(crossing.take)
    tables = {model.label: model.table or "" for model in crossing.models}
    return tuple(_plan(each, taken, tables, commands) for each in crossing.transactions)


def _plan(
    each: CrossingTransaction,
    taken: frozenset[str],
    tables: dict[str, str],
    commands: dict[str, list[Operation]],
) -> TransactionPlan:
    transaction = each.transaction
    gone, here = ([label for label in each.writes if (label in taken) is side] for side in (True, False))
    # The side that writes less is the one that is written to.
    far, near = (gone, here) if len(gone) <= len(here) else (here, gone)
    functions = {step.function for touched in transaction.written for step in touched.chain} | {transaction.function}
    across = {
        operation.id: operation
        for function in sorted(functions)
        for operation in commands.get(function, ())
        if operation.model in far
    }
    remedy, reason = _remedy(each, far, list(across.values()))
    names = [operation.name for operation in across.values()] or [f"the write of {label}" for label in far]
    return TransactionPlan(
        path=transaction.path,
        line=transaction.line,
        function=transaction.function,
        tables=tuple(sorted({tables.get(label, label) for label in each.writes})),
        remedy=remedy,
        reason=reason,
        steps=tuple(_steps(remedy, names, near, far)),
    )


def _remedy(each: CrossingTransaction, far: list[str], across: list[Operation]) -> tuple[str, str]:
    read_back = sorted(set(each.reads) & set(far))
    if len(across) > MOST_SAGA_STEPS or len(far) > MOST_SAGA_STEPS:
        count = max(len(across), len(far))
        return (
            MOVE,
            f"{count} cross-boundary writes in one transaction: code and tables that change together belong together",
        )
    if str(each.transaction.kind) == "implicit":
        return OUTBOX, "the other side only follows what is deleted or saved here: an event tells it"
    if across and any(operation.communication != "bus" for operation in across):
        return SAGA, f"answers of {', '.join(operation.name for operation in across)} are used before the end"
    if read_back:
        return SAGA, f"{', '.join(read_back)} is read and written in it: each step checks what it relies on"
    return OUTBOX, f"nothing in it waits for what is written to {', '.join(far)}"


def _steps(remedy: str, names: list[str], near: list[str], far: list[str]) -> list[str]:
    here = ", ".join(near) or "its own tables"
    if remedy == OUTBOX:
        return [
            f"one local transaction writes {here} and a row of the outbox for each of: {', '.join(names)}",
            "a relay sends rows of the outbox in the order of their making, and marks them when they have arrived",
            "the other side remembers the ids of messages that it has done, and does none twice",
        ]
    if remedy == SAGA:
        undoing = "with an idempotency key; if it fails, undo what was done before, latest first"
        return [
            f"write {here} as pending, in one local transaction",
            *(f"do {name} {undoing}" for name in names),
            f"mark {here} as done; whatever is pending for too long is finished or undone by a task",
            "compensations: " + ", ".join(f"undo {name}" for name in reversed(names)),
        ]
    return [
        f"try `cutpoint what-if --move {label}=keep` and `=take`: on one side, this stays one transaction"
        for label in far[:3]
    ]
