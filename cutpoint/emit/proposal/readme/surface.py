"""Every operation with its signature, its callers and the places that it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import OperationKind
from cutpoint.domain.cut import Side
from cutpoint.domain.source import Evidence
from cutpoint.emit.page import Column, Entries, Entry, Heading, Table, line, name, names, places, quiet
from cutpoint.emit.proposal.extensions import side_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.boundary import Boundary, CallSite, Operation
    from cutpoint.emit.page import Block, Line

_MOST_PLACES = 12


def operations_told(boundary: Boundary) -> Iterator[Block]:
    """A table for each side, and the call sites below it."""
    for side in Side:
        served = [operation for operation in boundary.operations if operation.served_by is side]
        if not served:
            continue
        yield Heading(line(f"Operations served by {side_said(side)}"))
        yield Table(
            (
                Column("operation"),
                Column("kind"),
                Column("on"),
                Column("gives"),
                Column("asked by"),
                Column("sites", number=True),
            ),
            tuple(_row(operation) for operation in served),
        )
        yield Heading(line(f"What they replace, {side_said(side)}"), 3)
        yield Entries(tuple(map(_entry, served)))


def signature(operation: Operation) -> str:
    """`get_order(id: int)`."""
    parameters = ", ".join(
        f"{each.name}: {each.type}{' = ...' if each.optional else ''}" for each in operation.parameters
    )
    return f"{operation.name}({parameters})"


def _row(operation: Operation) -> tuple[Line, ...]:
    return (
        line(name(signature(operation))),
        line(str(operation.kind)),
        line(name(operation.model)),
        line(name(operation.returns)) if operation.kind is not OperationKind.EVENT else line(""),
        names(operation.callers),
        line(f"{len(operation.call_sites):,}"),
    )


def _entry(operation: Operation) -> Entry:
    details: list[Line] = []
    if operation.function:
        details.append(line("calls ", name(operation.function)))
    if operation.published_at:
        details.append(line("happens at ", first_places(_sites(operation.published_at))))
    if operation.call_sites:
        before = "what reacts today: " if operation.kind is OperationKind.EVENT else ""
        details.append(line(before, first_places(_sites(operation.call_sites))))
    if operation.errors:
        details.append(line("raises ", names(operation.errors)))
    return Entry(line(name(operation.name)), tuple(details))


def _sites(sites: Iterable[CallSite]) -> tuple[Evidence, ...]:
    return tuple(sorted({Evidence(site.path, site.line) for site in sites}))


def first_places(found: tuple[Evidence, ...]) -> Line:
    """The first few places of a list, and how many more there are."""
    rest = len(found) - _MOST_PLACES
    return line(
        places(found[:_MOST_PLACES]), quiet(f" and {rest} more, all in boundary.json") if rest > 0 else quiet("")
    )
