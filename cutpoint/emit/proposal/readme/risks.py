"""Boundary → what may go wrong, each drawn from what the proposal counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Communication, OperationKind
from cutpoint.domain.cut import Side
from cutpoint.emit.page import count, line, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary
    from cutpoint.emit.page import Line

_HEAVY = 0.4
"""From this share of all weight on, one model is what the boundary is about."""
_WIDE = 60
"""From so many operations on, nobody has the API of a boundary in mind any more."""
_UNTYPED = "Json"
_WRITES = ("transaction writes", "transactions write")


def risks(boundary: Boundary) -> tuple[Line, ...]:
    """One sentence each, those that decide first."""
    found = (
        *_of_transactions(boundary),
        *_of_width(boundary),
        *_of_waiting(boundary),
        *_of_weight(boundary),
        *_of_copies(boundary),
        *_of_keys(boundary),
        *_of_contracts(boundary),
    )
    return found or (line("None that can be read from the code."),)


def _of_transactions(boundary: Boundary) -> Iterator[Line]:
    moved = [plan for plan in boundary.transactions if plan.remedy == "move"]
    if moved:
        yield line(
            f"{count(len(moved), *_WRITES)} so much on both sides that the boundary is in the wrong place there: ",
            name(f"{moved[0].path}:{moved[0].line}"),
            " first.",
        )
    sagas = [plan for plan in boundary.transactions if plan.remedy == "saga"]
    if sagas:
        yield line(
            f"{count(len(sagas), *_WRITES)} on both sides and can't commit at once: in between, others see it half done. ",
            name(f"{sagas[0].path}:{sagas[0].line}"),
            " first.",
        )


def _of_width(boundary: Boundary) -> Iterator[Line]:
    if len(boundary.operations) >= _WIDE:
        yield line(
            f"{len(boundary.operations)} operations are a wide surface, which each side has to keep stable for the other: "
            "look whether another cut needs fewer."
        )


def _of_waiting(boundary: Boundary) -> Iterator[Line]:
    waited = [each for each in boundary.operations if each.communication is not Communication.BUS]
    if {each.served_by for each in waited} == set(Side):
        yield line(
            "Each side asks the other and waits: neither can be down, or changed beyond its contract, unnoticed."
        )
    if waited:
        most = max(waited, key=lambda each: (len(each.call_sites), each.id))
        yield line(
            f"{count(len(waited), 'operation is', 'operations are')} waited for: "
            "calls of today become calls over a network; ",
            name(most.name),
            f" has the most call sites, {len(most.call_sites)}.",
        )


def _of_weight(boundary: Boundary) -> Iterator[Line]:
    total = sum(each.weight for each in boundary.exposed_models)
    if total and len(boundary.exposed_models) > 1 and boundary.exposed_models[0].weight / total >= _HEAVY:
        first = boundary.exposed_models[0]
        yield line(
            f"{first.weight / total:.0%} of all need is for ",
            name(first.model),
            ": ask whether it belongs to the other side before anything is built.",
        )


def _of_copies(boundary: Boundary) -> Iterator[Line]:
    late = sum(remedy.kind in {"replicate", "projection"} for remedy in boundary.remedies)
    if late:
        yield line(f"{count(late, 'statement')} will read copies fed by events, which are a moment late.")
    taken_apart = sum(remedy.kind == "rewrite" for remedy in boundary.remedies)
    if taken_apart:
        yield line(f"{count(taken_apart, 'use')} in SQL text must be taken apart by hand.")


def _of_keys(boundary: Boundary) -> Iterator[Line]:
    guarded = [plan for plan in boundary.foreign_keys if plan.on_delete in {"PROTECT", "RESTRICT"}]
    if guarded:
        one = "1 relation that protects" if len(guarded) == 1 else f"{len(guarded)} relations that protect"
        yield line(f"{one} rows from deletes today will be guarded by a question, which can be overtaken.")


def _of_contracts(boundary: Boundary) -> Iterator[Line]:
    commands = [
        operation
        for operation in boundary.operations
        if operation.kind is OperationKind.COMMAND and not operation.idempotent
    ]
    if commands:
        yield line(
            f"{count(len(commands), 'command', 'commands')} must not be done twice: an idempotency key tells both sides."
        )
    unsaid = [
        operation
        for operation in boundary.operations
        if any(_UNTYPED in text for text in (operation.returns, *(each.type for each in operation.parameters)))
    ]
    if unsaid:
        yield line(
            f"{count(len(unsaid), 'operation has', 'operations have')} values whose types the code does not say: annotate first."
        )
