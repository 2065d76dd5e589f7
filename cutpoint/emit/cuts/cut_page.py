"""One cut point → a page: the invoice, the sides, questions, alternatives, the bill, and the measures beside it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Side
from cutpoint.emit.cuts.words import models_said, places_of, points, verdict_said
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
    names,
    places,
    quiet,
    strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.cut import CutPoint, Item, Offer, Sided
    from cutpoint.emit.page import Line

_FEW = 12
_FEW_ITEMS = 5
_FEW_PLACES = 3


def cut_page(point: CutPoint, *, verbose: bool = False) -> Page:
    """All of it with *verbose*, else the first few of each list."""
    return Page(
        (
            *_head(point),
            *_offers(point),
            *_invoice(point),
            *_sides(point, verbose=verbose),
            *_open(point),
            *_bill(point, verbose=verbose),
            *_metrics(point),
            *_keeping(point),
        )
    )


def _head(point: CutPoint) -> Iterator[Block]:
    yield Heading(line("Cut point ", name(point.name), quiet(f"  {point.id}")), level=1)
    yield Paragraph(
        line(
            f"Takes {count(len(point.models), 'model')}, {count(len(point.modules), 'module')} and "
            f"{count(len(point.functions), 'function')} of modules that stay; proposed by {', '.join(point.sources)}."
        )
    )
    said = f"{point.score:.0f} of 100: {verdict_said(point.verdict)}. "
    yield Paragraph(line(strong(said), " ".join(point.summary)))
    if point.third_party:
        yield Heading(line("Models of packages that both sides need"))
        yield Table(
            (Column("model"), Column("stays with"), Column("the other side gets")),
            tuple(
                (
                    line(name(each.model)),
                    line("what leaves" if each.side is Side.TAKE else "what stays"),
                    line(each.other_gets),
                )
                for each in point.third_party
            ),
        )


def _offers(point: CutPoint) -> Iterator[Block]:
    """How many models leave isn't in the code; without a choice there is nothing to tell."""
    if len({offer.take for offer in point.offers}) < 2:
        return
    yield Heading(line("How far it may reach"))
    yield Table(
        (
            Column("offer"),
            Column("models", number=True),
            Column("score", number=True),
            Column("verdict"),
            Column("work items", number=True),
            Column("places", number=True),
            Column("differs from the default by"),
        ),
        tuple(_offered(offer, point) for offer in point.offers),
    )
    yield Paragraph(line("Each is within the next. ", command("--size N"), " takes about as many models as you say."))


def _offered(offer: Offer, point: CutPoint) -> tuple[Line, ...]:
    gone = sorted(set(point.models).difference(offer.take))
    more = sorted(set(offer.take).difference(point.models))
    differs = line(*(("without ", models_said(gone)) if gone else ("with ", models_said(more)) if more else ("",)))
    word = verdict_said(offer.verdict)
    numbers = (str(len(offer.take)), points(offer.score), word, f"{offer.work_items:,}", f"{offer.effort:,g}")
    return line(offer.size), *map(line, numbers), differs


def _invoice(point: CutPoint) -> Iterator[Block]:
    yield Heading(line(f"Score {points(point.score)} of 100"))
    yield Table(
        (
            Column("factor"),
            Column("weight", number=True),
            Column("value", number=True),
            Column("points", number=True),
            Column("because"),
        ),
        (
            *(
                (
                    line(factor.name),
                    line(f"{factor.weight:g}"),
                    line(f"{factor.value:.4f}"),
                    line(points(factor.points)),
                    line(factor.why),
                )
                for factor in point.factors
            ),
            (line(strong("sum")), line(""), line(""), line(strong(points(point.score))), line("")),
        ),
    )


def _sides(point: CutPoint, *, verbose: bool) -> Iterator[Block]:
    for side, title in ((Side.TAKE, "Taken"), (Side.KEEP, "Kept")):
        found = sorted(
            (each for each in point.sides if each.side is side), key=lambda each: (each.certainty, each.model)
        )
        yield Heading(line(f"{title} ({len(found)}), the least certain first"))
        shown = found if verbose else found[:_FEW]
        yield Entries(tuple(map(_entry, shown)))
        if len(found) > len(shown):
            yield Paragraph(line(quiet(f"And {len(found) - len(shown)} more; --verbose shows all.")))


def _entry(each: Sided) -> Entry:
    return Entry(
        line(name(each.model), quiet(f"  {each.certainty:.0%}")),
        tuple(line(name(reason.why), quiet("  "), places(reason.evidence[:1])) for reason in each.reasons),
    )


def _open(point: CutPoint) -> Iterator[Block]:
    if point.questions:
        yield Heading(line("Questions that decide most"))
        yield Entries(
            tuple(
                Entry(
                    line("Where does ", name(question.model), " belong?"),
                    (line(_decides(len(question.changes)), names(question.changes[:_FEW])),),
                )
                for question in point.questions
            )
        )
    if point.alternatives:
        yield Heading(line("Cuts that cost about the same"))
        yield Entries(
            tuple(
                Entry(line(f"{each.cost:.0%} of the cost, with these across: ", models_said(each.differs)))
                for each in point.alternatives
            )
        )


def _decides(changes: int) -> str:
    return f"It changes the side of {count(changes, 'other')}: " if changes else "It changes no other's side."


def _bill(point: CutPoint, *, verbose: bool) -> Iterator[Block]:
    yield Heading(line(f"Work items: {len(point.bill):,} in {places_of(point.bill)}"))
    by_kind: defaultdict[str, list[Item]] = defaultdict(list)
    for item in point.bill:
        by_kind[item.kind].append(item)
    for kind in sorted(by_kind, key=lambda kind: (-sum(item.effort for item in by_kind[kind]), kind)):
        found = by_kind[kind]
        shown = found if verbose else found[:_FEW_ITEMS]
        yield Heading(line(f"{kind} ({len(found)}, {places_of(found)})"), level=3)
        yield Entries(
            tuple(
                Entry(
                    line(name(item.what), quiet(f"  {item.effort:g}")),
                    (line(places(item.evidence if verbose else item.evidence[:_FEW_PLACES])),),
                )
                for item in shown
            )
        )
        if len(found) > len(shown):
            yield Paragraph(line(quiet(f"And {len(found) - len(shown)} more.")))


def _metrics(point: CutPoint) -> Iterator[Block]:
    yield Heading(line("Published metrics"))
    yield Table(
        (Column("measure"), Column("value", number=True), Column("better"), Column("formula"), Column("source")),
        tuple(
            (line(each.name), line(f"{each.value:,g}"), line(each.better), line(each.formula), line(each.source))
            for each in point.metrics
        ),
    )


def _keeping(point: CutPoint) -> Iterator[Block]:
    if not point.models or "configured" in point.sources:
        return
    whole = set(point.apps)
    taken = [*point.apps, *(label for label in point.models if label.partition(".")[0] not in whole)]
    called = taken[0].rpartition(".")[2].lower()
    yield Heading(line("Decide on this cut"))
    yield Paragraph(
        line("In pyproject.toml, it is scored on each run, and `cutpoint check` fails on what newly crosses it:")
    )
    listed = ", ".join(f'"{each}"' for each in taken)
    yield Entries((Entry(line(command(f"[tool.cutpoint.cuts.{called}]")), (line(command(f"take = [{listed}]")),)),))
