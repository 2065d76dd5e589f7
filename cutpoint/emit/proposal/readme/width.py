"""Narrow or chatty: what was merged to keep the surface small, what could be merged further, and who asks too often."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import OperationKind, Shape
from cutpoint.emit.page import Entries, Entry, Heading, Paragraph, count, line, name, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary, Operation
    from cutpoint.emit.page import Block

_CHATTY = 3
"""From so many operations of one side on, a function could ask for all at once."""
_FEW = 10
_READING = frozenset({Shape.GET, Shape.LIST, Shape.COUNT, Shape.EXISTS})


def width_told(boundary: Boundary) -> Iterator[Block]:
    """The trade-off, with names."""
    asked = [operation for operation in boundary.operations if operation.kind is not OperationKind.EVENT]
    if not asked:
        return
    sites = {(site.path, site.line, site.function) for operation in asked for site in operation.call_sites}
    yield Heading(line("Narrow or chatty"))
    yield Paragraph(
        line(
            f"{count(len(sites), 'call site')} share {count(len(asked), 'operation')}: "
            "what asks for the same rows by the same conditions is one operation, whoever asks. "
            "Fewer and wider ones would be easier to keep stable, and would say less about what is needed; "
            "more and narrower ones would each fit one caller, and be asked more often."
        )
    )
    yield from _merged(asked)
    yield from _further(asked)
    yield from _chatty(asked)


def _merged(asked: list[Operation]) -> Iterator[Block]:
    most = sorted(
        (each for each in asked if len(each.call_sites) > 1), key=lambda each: (-len(each.call_sites), each.id)
    )
    choices = [each for each in asked if each.shape is Shape.LIST and any(part.optional for part in each.parameters)]
    if not most and not choices:
        return
    yield Heading(line("What was merged"), 3)
    yield Entries(
        (
            *(Entry(line(name(each.name), f" stands for {len(each.call_sites)} call sites")) for each in most[:_FEW]),
            *(
                Entry(
                    line(name(each.name), f" takes the place of lists by {len(each.parameters)} different conditions")
                )
                for each in choices
            ),
        )
    )


def _further(asked: list[Operation]) -> Iterator[Block]:
    groups: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for each in asked:
        if each.shape in _READING:
            groups[str(each.served_by), each.model, str(each.shape)].append(each.name)
    found = [(key, alike) for key, alike in sorted(groups.items()) if len(alike) > 1]
    if found:
        yield Heading(line("What could be merged further"), 3)
        yield Paragraph(
            line(
                "Each line could be one operation whose conditions may be left out; it would promise more than is used."
            )
        )
        yield Entries(
            tuple(Entry(line(f"{shape} ", name(model), ": ", names(alike))) for (_, model, shape), alike in found)
        )


def _chatty(asked: list[Operation]) -> Iterator[Block]:
    by_function: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for each in asked:
        for site in each.call_sites:
            by_function[site.function, str(each.served_by)].add(each.name)
    chatty = [(function, used) for (function, _), used in by_function.items() if len(used) >= _CHATTY]
    if chatty:
        chatty.sort(key=lambda found: (-len(found[1]), found[0]))
        yield Heading(line("Who asks often"), 3)
        yield Paragraph(
            line("Each of these asks several times for one piece of work: an operation of its own would be one call.")
        )
        yield Entries(tuple(Entry(line(name(function), ": ", names(sorted(used)))) for function, used in chatty[:_FEW]))
