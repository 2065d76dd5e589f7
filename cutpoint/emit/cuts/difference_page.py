"""Two cut points → a page or JSON: what differs in models, factors and bill, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.cut import Item
from cutpoint.domain.doubt import Doubt
from cutpoint.emit.cuts.words import places_of, points
from cutpoint.emit.json_text import json_text, schema_text
from cutpoint.emit.page import (
    Block,
    Column,
    Entries,
    Entry,
    Heading,
    Page,
    Paragraph,
    Table,
    line,
    name,
    names,
    places,
    quiet,
)
from cutpoint.emit.report import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.cut import CutPoint

_FEW = 15


class FactorChange(msgspec.Struct, frozen=True):
    """One line of both invoices."""

    name: str
    before: float
    after: float


class Difference(msgspec.Struct, frozen=True):
    """What `cuts compare` and `what-if` write: what differs between two cuts of one project."""

    schema_version: str
    complete: bool
    """False when anything was lost on the way, and so may be missing here."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    before: str
    after: str
    score_before: float
    score_after: float
    effort_before: float
    effort_after: float
    added: tuple[str, ...]
    """Models that only the second one takes."""
    removed: tuple[str, ...]
    factors: tuple[FactorChange, ...]
    """Points, those that differ, sorted by name."""
    new_items: tuple[Item, ...]
    """Of the bill, those that only the second one has."""
    gone_items: tuple[Item, ...]


def difference_of(
    before: CutPoint, after: CutPoint, *, complete: bool = True, doubts: tuple[Doubt, ...] = ()
) -> Difference:
    """From *before* to *after*."""
    then, now = ({factor.name: factor.points for factor in point.factors} for point in (before, after))
    old, new = set(before.bill), set(after.bill)
    return Difference(
        schema_version=SCHEMA_VERSION,
        complete=complete,
        doubts=doubts,
        before=before.name,
        after=after.name,
        score_before=before.score,
        score_after=after.score,
        effort_before=before.effort,
        effort_after=after.effort,
        added=tuple(sorted(set(after.models) - set(before.models))),
        removed=tuple(sorted(set(before.models) - set(after.models))),
        factors=tuple(FactorChange(each, then[each], now[each]) for each in sorted(then) if then[each] != now[each]),
        new_items=tuple(item for item in after.bill if item not in old),
        gone_items=tuple(item for item in before.bill if item not in new),
    )


def difference_json(before: CutPoint, after: CutPoint, *, complete: bool = True, doubts: tuple[Doubt, ...] = ()) -> str:
    """For machines."""
    return json_text(difference_of(before, after, complete=complete, doubts=doubts))


def difference_schema() -> str:
    """The JSON Schema of what `cuts compare` and `what-if` write, sorted and indented."""
    return schema_text("cutpoint difference of cuts", Difference)


def difference_page(before: CutPoint, after: CutPoint, *, verbose: bool = False) -> Page:
    """For people."""
    return Page(tuple(_blocks(difference_of(before, after), verbose=verbose)))


def _blocks(found: Difference, *, verbose: bool) -> Iterator[Block]:
    yield Heading(line("From ", name(found.before), " to ", name(found.after)), level=1)
    if found.added:
        yield Paragraph(line("Takes besides: ", names(found.added), "."))
    if found.removed:
        yield Paragraph(line("Leaves: ", names(found.removed), "."))
    if not (found.added or found.removed):
        yield Paragraph(line("Both take the same models."))
        return
    rows = [(each.name, each.before, each.after) for each in found.factors]
    rows += [
        ("score", found.score_before, found.score_after),
        ("places to change", found.effort_before, found.effort_after),
    ]
    yield Table(
        (Column("factor"), Column("before", number=True), Column("after", number=True), Column("change", number=True)),
        tuple(
            (line(said), line(points(old)), line(points(new)), line(f"{new - old:+,.2f}")) for said, old, new in rows
        ),
    )
    for title, items in (("New work items", found.new_items), ("Work items that are gone", found.gone_items)):
        yield Heading(line(f"{title} ({len(items)}, {places_of(items)})"))
        shown = items if verbose else items[:_FEW]
        yield Entries(
            tuple(
                Entry(
                    line(f"{item.kind}: ", name(item.what), quiet(f"  {item.effort:g}")),
                    (line(places(item.evidence[:3])),),
                )
                for item in shown
            )
        )
        if len(items) > len(shown):
            yield Paragraph(line(quiet(f"And {len(items) - len(shown)} more; --verbose shows all.")))
