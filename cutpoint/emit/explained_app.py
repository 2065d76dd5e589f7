"""Analysis + an app → what it needs, who needs it, and what would have to happen if it left: a page, or JSON."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.cut import CutPoint
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.source import Evidence
from cutpoint.domain.summary import BestCut
from cutpoint.emit.cuts.words import verdict_said
from cutpoint.emit.json_text import json_text
from cutpoint.emit.needs import Need, need_of
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
    place,
    places,
    quiet,
    strong,
)
from cutpoint.emit.report import SCHEMA_VERSION

_MOST = 12


class NeedNumbers(msgspec.Struct, frozen=True):
    """In how many places the app *source* needs the app *target*, by kind."""

    source: str
    target: str
    imports: int
    relations: int
    writes: int
    reads: int
    joins: int
    first: Evidence

    @property
    def places(self) -> int:
        """Of all kinds."""
        return self.imports + self.relations + self.writes + self.reads + self.joins


class ExplainedApp(msgspec.Struct, frozen=True):
    """How one app hangs together with the others."""

    schema_version: Literal["2"]
    complete: bool
    """False when anything was lost on the way, and so may be missing here."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    app: str
    needs: tuple[NeedNumbers, ...]
    """The app that it needs in most places first."""
    needed_by: tuple[NeedNumbers, ...]
    """The app that needs it in most places first."""
    cut: BestCut | None
    """What it would mean to take out all of its models; None without models."""


def explained_app(analysis: Analysis, app: str, cut: BestCut | None) -> ExplainedApp:
    """What is known of *app*, whose leaving is *cut*."""
    others = [each.label for each in analysis.catalog.apps if each.label != app]
    return ExplainedApp(
        schema_version=SCHEMA_VERSION,
        complete=analysis.is_complete,
        doubts=analysis.doubts,
        app=app,
        needs=_ranked(need_of(analysis, app, other) for other in others),
        needed_by=_ranked(need_of(analysis, other, app) for other in others),
        cut=cut,
    )


def explained_app_json(found: ExplainedApp) -> str:
    """The answer for machines."""
    return json_text(found)


def explained_app_page(found: ExplainedApp, point: CutPoint | None, *, typed: str, verbose: bool) -> Page:
    """The answer for people; *point* is the cut that takes the app out, *typed* the path with its options, quoted."""
    return Page(
        (
            Heading(line(name(found.app)), level=1),
            *_needs("It needs", found.needs, lambda need: need.target, verbose=verbose),
            *_needs("It is needed by", found.needed_by, lambda need: need.source, verbose=verbose),
            *_leaving(found, point, typed),
        )
    )


def _ranked(needs: Iterable[Need]) -> tuple[NeedNumbers, ...]:
    found = [_numbers(need) for need in needs if need.seen]
    return tuple(sorted(found, key=lambda need: (-need.writes, -need.places, need.source, need.target)))


def _numbers(need: Need) -> NeedNumbers:
    kinds = (
        [Evidence(each.path, each.line) for each in need.imports],
        [Evidence(relation.path, relation.line) for _, relation in need.relations],
        *([Evidence(access.path, access.line) for access in kind] for kind in (need.writes, need.reads, need.joins)),
    )
    # A line that does the same twice is one place.
    imports, relations, writes, reads, joins = (len(set(kind)) for kind in kinds)
    first = next(seen for kind in (kinds[2], kinds[1], kinds[3], kinds[4], kinds[0]) for seen in sorted(kind)[:1])
    return NeedNumbers(need.source, need.target, imports, relations, writes, reads, joins, first)


def _needs(
    title: str, needs: tuple[NeedNumbers, ...], whom: Callable[[NeedNumbers], str], *, verbose: bool
) -> Iterator[Block]:
    yield Heading(line(f"{title} {count(len(needs), 'app')}" if needs else f"{title} no app"))
    if not needs:
        return
    shown = needs if verbose else needs[:_MOST]
    kinds = ("writes", "reads", "joins", "relations", "imports")
    yield Table(
        (Column("app"), *(Column(kind, number=True) for kind in kinds), Column("first seen at")),
        tuple(
            (line(name(whom(need))), *(line(f"{getattr(need, kind):,}") for kind in kinds), line(place(need.first)))
            for need in shown
        ),
    )
    if len(shown) < len(needs):
        yield Paragraph(line(quiet(f"and {count(len(needs) - len(shown), 'more app')}; -v shows all.")))


def _leaving(found: ExplainedApp, point: CutPoint | None, typed: str) -> Iterator[Block]:
    cut = found.cut
    if cut is None or point is None:
        yield Paragraph(line("It declares no model, so nothing of it could leave with its tables."))
        return
    score = f"{cut.score:.0f} of 100, {verdict_said(cut.verdict)}"
    yield Heading(line("If it left: ", strong(score)))
    yield Entries(
        (
            *(Entry(line(said)) for said in point.summary),
            *(
                Entry(line(f"{number}  {item.what}  ", places(item.evidence)))
                for number, item in enumerate(cut.work, 1)
            ),
        )
    )
    yield Paragraph(line("All of it: ", command(f"cutpoint cuts show {found.app} {typed}")))
