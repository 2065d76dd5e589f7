"""`views/workspace.dsl`: the two services with their databases and the bus, for Structurizr."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Communication, OperationKind
from cutpoint.domain.cut import Side
from cutpoint.emit.page import count
from cutpoint.emit.proposal.extensions import side_said, title_of
from cutpoint.emit.proposal.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.boundary import Boundary, Operation

_STYLES = (
    ("Database", "shape Cylinder"),
    ("Bus", "shape Pipe"),
)


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """The one file."""
    yield "views/workspace.dsl", "\n".join(_lines(boundary)) + "\n"


def _lines(boundary: Boundary) -> Iterator[str]:
    title = title_of(boundary)
    about = f"The proposed boundary of {title}"
    yield f"workspace {quoted(title)} {quoted(about)} {{"
    yield "    model {"
    both = quoted(f"{title} and the rest")
    yield f'        system = softwareSystem {both} "What is one monolith today" {{'
    yield from (f"            {each}" for each in _containers(boundary))
    yield "        }"
    yield from (f"        {each}" for each in _relations(boundary))
    yield "    }"
    yield "    views {"
    yield '        container system "boundary" {'
    yield "            include *"
    yield "            autoLayout lr"
    yield "        }"
    yield "        styles {"
    for tag, style in _STYLES:
        yield f"            element {quoted(tag)} {{"
        yield f"                {style}"
        yield "            }"
    yield "        }"
    yield "    }"
    yield "}"


def _containers(boundary: Boundary) -> Iterator[str]:
    for side in Side:
        labels = boundary.take if side is Side.TAKE else boundary.keep
        name = f"{title_of(boundary)} (what leaves)" if side is Side.TAKE else "Rest of the monolith (what stays)"
        what = f"{count(len(labels), 'model')}; serves {_said(_served(boundary, side)) or 'nothing across'}"
        yield f'{side} = container {quoted(name)} {quoted(what)} "Django"'
        database = quoted(f"Database of {side_said(side)}")
        yield f'{side}_database = container {database} "Read and written by its side alone" "Relational database" "Database"'
    if _by_bus(boundary.operations):
        yield 'bus = container "Message bus" "Carries what is taken from the outbox of each side, at least once" "Message broker" "Bus"'


def _relations(boundary: Boundary) -> Iterator[str]:
    for side in Side:
        yield f'{side} -> {side}_database "Reads and writes"'
    for side in Side:
        asked = [each for each in _served(boundary, side) if each.communication is not Communication.BUS]
        if asked:
            routed = sum(each.communication is Communication.ROUTED for each in asked)
            way = f"HTTP, {routed} of them through a router" if routed else "HTTP"
            yield f'{side.other} -> {side} "Asks {_said(asked)}" "{way}"'
    for side in Side:
        sent = [each for each in _by_bus(boundary.operations) if _sender(each) is side]
        if sent:
            yield f'{side} -> bus "Sends {_said(sent)}" "Outbox"'
            yield f'bus -> {side.other} "Brings {_said(sent)}" "At least once"'


def _sender(operation: Operation) -> Side:
    return operation.served_by if operation.kind is OperationKind.EVENT else operation.served_by.other


def _served(boundary: Boundary, side: Side) -> list[Operation]:
    return [operation for operation in boundary.operations if operation.served_by is side]


def _by_bus(operations: Iterable[Operation]) -> list[Operation]:
    return [operation for operation in operations if operation.communication is Communication.BUS]


def _said(operations: Iterable[Operation]) -> str:
    """`3 queries, 1 command`."""
    found = Counter(operation.kind for operation in operations)
    many = {OperationKind.QUERY: "queries"}
    return ", ".join(count(found[kind], str(kind), many.get(kind)) for kind in OperationKind if found[kind])
