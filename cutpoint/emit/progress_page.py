"""Progress → a page or JSON: what is left of each step, how it went, and when it would be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.progress import Progress
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
    count,
    line,
    name,
    places,
    quiet,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.emit.page import Line

_FEW = 12


def progress_json(progress: Progress) -> str:
    """For machines."""
    return json_text(progress)


def progress_schema() -> str:
    """The JSON Schema of what `cutpoint progress` writes."""
    return schema_text("cutpoint progress of a cut", Progress)


def progress_page(progress: Progress, *, step: str | None = None, verbose: bool = False) -> Page:
    """For people; of one *step*, with its places."""
    return Page(tuple(_blocks(progress, step, verbose=verbose)))


def _blocks(progress: Progress, step: str | None, *, verbose: bool) -> Iterator[Block]:
    yield Heading(line("Progress of ", name(progress.name)), 1)
    if not progress.remaining:
        yield Paragraph(line("Nothing is left: both sides can have a database, and then a process, of their own."))
    by_day = dict(progress.done_by)
    columns = (
        Column("step"),
        Column("what is left"),
        *(Column(past.day, number=True) for past in progress.past),
        Column("now", number=True),
        *([Column("done by")] if progress.past else []),
    )
    rows: list[tuple[Line, ...]] = []
    for each in progress.steps:
        then = [line(f"{past.remaining(each.id):,}") for past in progress.past]
        last = [line(_when(each.remaining, by_day.get(each.id)))] if progress.past else []
        rows.append((line(name(each.id)), line(each.ledger), *then, line(f"{each.remaining:,}"), *last))
    yield Table(columns, tuple(rows))
    for each in progress.steps:
        if each.remaining and (verbose or each.id == step):
            shown = each.evidence if verbose else each.evidence[:_FEW]
            yield Heading(line(f"{each.title} ({count(each.remaining, 'place')})"))
            yield Entries(tuple(Entry(line(places([place]))) for place in shown))
            if len(shown) < len(each.evidence):
                yield Paragraph(line(quiet(f"And {len(each.evidence) - len(shown):,} more; --verbose shows all.")))


def _when(remaining: int, day: str | None) -> str:
    if not remaining:
        return "done"
    return day or "not at this rate"
