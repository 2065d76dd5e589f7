"""Ranked cut points → a page: what to read first, and what each would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.cuts.words import models_said, points, verdict_said
from cutpoint.emit.page import (
    Block,
    Column,
    Entries,
    Entry,
    Heading,
    Page,
    Paragraph,
    Table,
    command,
    count,
    line,
    name,
    quiet,
    strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.cut import CutPoint, CutPoints

_SHOWN = 5


def list_page(found: CutPoints, typed: str, *, verbose: bool = False) -> Page:
    """The first five with their reasons, all of them in a table."""
    return Page(tuple(_blocks(found, typed, verbose=verbose)))


def _blocks(found: CutPoints, typed: str, *, verbose: bool) -> Iterator[Block]:
    yield Heading(line("Cut points"), level=1)
    for said in found.advice:
        yield Paragraph(line(strong(said)))
    if not found.cut_points:
        yield Paragraph(line("There is nothing to cut: no two models could be put on two sides."))
        return
    yield Table(
        (
            Column("rank", number=True),
            Column("id"),
            Column("takes"),
            Column("models", number=True),
            Column("score", number=True),
            Column("verdict"),
            Column("places", number=True),
        ),
        tuple(
            (
                line(str(point.rank)),
                line(point.id),
                line(name(point.name)),
                line(str(len(point.models))),
                line(points(point.score)),
                line(verdict_said(point.verdict)),
                line(f"{point.effort:,.0f}"),
            )
            for point in found.cut_points
        ),
    )
    yield Entries(tuple(map(_entry, found.cut_points if verbose else found.cut_points[:_SHOWN])))
    first = found.cut_points[0].id
    yield Paragraph(line("All work items of one: ", command(f"cutpoint cuts show {first} {typed}")))


def _entry(point: CutPoint) -> Entry:
    seam = point.seam
    crossing = (
        f"{count(seam.writes, 'write')}, {count(seam.reads, 'read')}, {count(seam.joins, 'join')}, "
        f"{count(seam.relations, 'relation')} and {count(seam.transactions, 'transaction')} cross it"
    )
    return Entry(
        line(
            strong(f"{point.rank}. "),
            name(point.name),
            f"  {point.score:.0f} of 100, {verdict_said(point.verdict)}",
            quiet(f"  {point.id}"),
        ),
        (
            line("Takes ", models_said(point.models)),
            *(line(said) for said in point.summary),
            line(quiet(f"{crossing}; proposed by {', '.join(point.sources)}")),
        ),
    )
