"""How each operation and event travels: which way, how often it arrives, in which order, and what if the other side is down."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Communication
from cutpoint.emit.page import Entries, Entry, Heading, Paragraph, line, names, quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary, Operation
    from cutpoint.emit.page import Block, Line

_WAYS = {
    Communication.CALL: (
        "Direct calls",
        "The caller knows where it is served, and waits for the answer; in one process it is a function call.",
    ),
    Communication.ROUTED: (
        "Through a router",
        "So many modules ask that none of them should know where it is served: one router does.",
    ),
    Communication.BUS: (
        "By the bus",
        "The sender writes it to its outbox in the transaction that it belongs to, and goes on; a relay brings it across at least once.",
    ),
}


def travel_told(boundary: Boundary) -> Iterator[Block]:
    """Operations that travel alike in one entry."""
    if not boundary.operations:
        return
    yield Heading(line("Communication plan"))
    for way, (title, about) in _WAYS.items():
        groups: defaultdict[tuple[object, ...], list[Operation]] = defaultdict(list)
        for operation in boundary.operations:
            if operation.communication is way:
                groups[_alike(operation)].append(operation)
        if groups:
            yield Heading(line(title), 3)
            yield Paragraph(line(about))
            yield Entries(tuple(_entry(found) for found in groups.values()))


def _alike(operation: Operation) -> tuple[object, ...]:
    return (
        operation.served_by,
        operation.delivery,
        operation.ordering,
        operation.timeout_ms,
        operation.retries,
        operation.when_down,
        operation.reason,
        operation.idempotent,
    )


def _entry(found: list[Operation]) -> Entry:
    first = found[0]
    return Entry(
        names(operation.name for operation in found),
        (
            line(quiet("why: "), first.reason),
            line(quiet("how: "), *_how(first)),
            line(quiet("when the other side is down: "), first.when_down),
        ),
    )


def _how(operation: Operation) -> Line:
    waited = f"waits {operation.timeout_ms:,} ms at most" if operation.timeout_ms else "nobody waits"
    # Whatever may arrive twice is only tried again with something by which the second attempt is known.
    key = "" if operation.idempotent else ", each with the same idempotency key"
    tries = f"tried again {operation.retries} times{key}" if operation.retries else "sent again until it has arrived"
    order = "in any order" if operation.ordering == "none" else f"in order {operation.ordering}"
    return line(f"{operation.delivery}, {order}, {waited}, {tries}")
