"""Picture → a page for a terminal: a small matrix, or a tree of who needs whom where a matrix would be too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.picture import KINDS, Of
from cutpoint.emit.page import (
    Branch,
    Column,
    Entries,
    Entry,
    Heading,
    Page,
    Paragraph,
    Table,
    Tree,
    count,
    line,
    name,
    places,
    quiet,
)
from cutpoint.emit.pictures.labels import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.picture import Picture
    from cutpoint.emit.page import Block
    from cutpoint.emit.pictures.labels import Pair

MOST_COLUMNS = 14
"""A matrix of more nodes is wider than a terminal."""
_FEW_PLACES = 2


def picture_page(picture: Picture, *, verbose: bool = False) -> Page:
    """*picture* to read; with *verbose*, each line of the tree says all of its places."""
    return Page(tuple(_blocks(picture, verbose=verbose)))


def _blocks(picture: Picture, *, verbose: bool) -> Iterator[Block]:
    found = pairs(picture)
    yield Heading(line(f"{picture.title}, by {picture.level}"), level=1)
    nodes, kinds = len(picture.nodes), sorted({arrow.kind for arrow in picture.arrows}, key=KINDS[picture.of].index)
    if not found:
        yield Paragraph(line(f"{count(nodes, picture.level)}, and nothing leads from one to another."))
        yield Entries(tuple(Entry(line(name(node.label))) for node in picture.nodes))
        return
    sums = {kind: sum(arrow.count for arrow in picture.arrows if arrow.kind == kind) for kind in kinds}
    said = ", ".join(f"{number:,} {kind}" for kind, number in sums.items())
    yield Paragraph(line(f"{count(nodes, 'node')} and {count(len(found), 'line')}: {said}."))
    connected = sorted({end for pair in found for end in (pair.source, pair.target)})
    if len(connected) <= MOST_COLUMNS and not verbose:
        yield from _matrix(picture, found, connected)
    else:
        yield Tree(tuple(_branches(picture, found, verbose=verbose)))
    alone = [node for node in picture.nodes if node.id not in set(connected)]
    if alone:
        listed = ", ".join(node.label for node in alone[:MOST_COLUMNS])
        more = f" and {len(alone) - MOST_COLUMNS} more" if len(alone) > MOST_COLUMNS else ""
        yield Paragraph(line(quiet("Without a line: "), name(listed), quiet(more)))


def _matrix(picture: Picture, found: list[Pair], connected: list[str]) -> Iterator[Block]:
    labels = {node.id: node.label for node in picture.nodes}
    counts = {(pair.source, pair.target): pair for pair in found}
    sides = _sides(picture)
    yield Paragraph(line(quiet("Rows need columns; a column has the number of its row.")))
    columns = (
        Column("", number=True),
        Column("needs"),
        *(Column(str(number), number=True) for number, _ in enumerate(connected, 1)),
    )
    rows = tuple(
        (
            line(quiet(str(number))),
            line(name(labels[source]), quiet(sides[source])),
            *(line(_cell(counts.get((source, target)), is_own=source == target)) for target in connected),
        )
        for number, source in enumerate(connected, 1)
    )
    yield Table(columns, rows)


def _sides(picture: Picture) -> dict[str, str]:
    # Only of a cut: elsewhere a name says what it lies in, and here an app may be on both sides.
    return {node.id: f"  {node.cluster}" if picture.of is Of.CUT else "" for node in picture.nodes}


def _cell(pair: Pair | None, *, is_own: bool) -> str:
    return "·" if is_own else "" if pair is None else f"{pair.count:,}"


def _branches(picture: Picture, found: list[Pair], *, verbose: bool) -> Iterator[Branch]:
    labels = {node.id: node.label for node in picture.nodes}
    sides = _sides(picture)
    by_source: dict[str, list[Pair]] = {}
    for pair in found:
        by_source.setdefault(pair.source, []).append(pair)
    for source, own in by_source.items():
        ordered = sorted(own, key=lambda pair: (-pair.count, pair.target))
        yield Branch(
            line(name(labels[source]), quiet(sides[source])),
            tuple(
                Branch(
                    line(name(labels[pair.target]), quiet(f"  {pair.label}, {pair.strongest}")),
                    tuple(_evidence(pair, verbose=verbose)),
                )
                for pair in ordered
            ),
        )


def _evidence(pair: Pair, *, verbose: bool) -> Iterator[Branch]:
    if verbose:
        for arrow in pair.arrows:
            yield Branch(line(quiet(f"{arrow.kind} "), places(arrow.evidence)), ())
