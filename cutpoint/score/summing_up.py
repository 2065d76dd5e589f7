"""Analysis + ranked cuts → the first screen: how much was seen, the best cut, the shared tables that hurt most."""

from __future__ import annotations

from collections import defaultdict
from math import inf
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Bucket, Certainty
from cutpoint.domain.cut import Candidate, Verdict
from cutpoint.domain.source import Evidence
from cutpoint.domain.summary import (
    MOST,
    BestCut,
    FirstStep,
    SharedTableLine,
    SharedTables,
    Summary,
    is_for_tests,
    is_helper,
)
from cutpoint.score.advice import SMALL
from cutpoint.score.verdicts import WORTH_IT
from cutpoint.score.work import largest_work, writers_into

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cutpoint.domain.access import SharedTable, Table, TableUse
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.cut import CutPoint, CutPoints
    from cutpoint.score.cutting import Cutting
    from cutpoint.score.parting import Parting

Places = defaultdict[str, set[Evidence]]
"""By table."""


def summary_of(analysis: Analysis, cutting: Cutting, listed: CutPoints) -> Summary:
    """What to read first; *listed* is what `cuts list` lists."""
    catalog = analysis.catalog
    apps = [app for app in catalog.apps if app.ours and app.installed != "alternative"]
    best = _best(listed.cut_points) if len(cutting.subjects.labels) >= SMALL else None
    shared = _Sharing(analysis)
    return Summary(
        project=PurePath(analysis.reading.root).name,
        apps=len(apps),
        test_apps=sum(is_for_tests(app.name) for app in apps),
        models=sum(model.ours and not model.abstract and not model.auto_created for model in catalog.models),
        tables=len(shared.own),
        django=catalog.django,
        settings=catalog.settings.module,
        writes_seen=analysis.coverage.writes_seen if analysis.query_resolution.query_sites else None,
        hidden=analysis.coverage.causes[:MOST],
        best_cut=None if best is None else cut_in_short(best, cutting),
        no_cut="" if best is not None else _why_not(listed, len(cutting.subjects.labels)),
        first_step=None if best is not None else shared.first_step(),
        separate=tuple(_separate(listed.cut_points, cutting)),
        shared_tables=shared.told(),
    )


def _separate(points: Sequence[CutPoint], cutting: Cutting) -> Iterator[str]:
    """Names of what is easy to extract: nothing crosses it, or it is a model or two that nobody else writes, worth it but for that.

    Easy is what takes no more places than the least of the findings.
    """
    least = min((point.effort for point in points if not point.verdict.is_apart), default=inf)
    for point in points:
        is_easy = point.verdict is Verdict.TRIVIAL and point.score >= WORTH_IT and point.effort <= least
        if point.verdict is Verdict.ALREADY_SEPARATE or (is_easy and not writers_into(_parting(point, cutting))):
            yield point.name


def _parting(point: CutPoint, cutting: Cutting) -> Parting:
    return cutting.parting(Candidate(point.models, point.sources, point.stability))


def _best(points: Sequence[CutPoint]) -> CutPoint | None:
    """The first that is worth looking into."""
    return next((point for point in points if point.verdict.is_good), None)


def _why_not(listed: CutPoints, models: int) -> str:
    findings = [point for point in listed.cut_points if not point.verdict.is_apart]
    if not models:
        return ""
    if models < SMALL:
        return f"Don't cut: {models:,} model{'' if models == 1 else 's'} are an app with a facade rather than services."
    if not findings:
        return "No good cut: no two models could be put on two sides."
    best = max(findings, key=lambda point: point.score)
    return f"No good cut: the best candidate gets {best.score:.0f} of 100, {best.name}."


def cut_in_short(point: CutPoint, cutting: Cutting) -> BestCut:
    """*point* with its work summed up."""
    parting = _parting(point, cutting)
    between, smaller, _ = parting.ties_cut
    return BestCut(
        id=point.id,
        name=point.name,
        apps=point.apps,
        models=len(point.models),
        score=point.score,
        verdict=point.verdict,
        internal=round(1 - between / smaller, 4) if smaller else 0.0,
        writers=writers_into(parting),
        transactions=len(parting.crossing_extents),
        work=largest_work(parting),
    )


class _Sharing:
    """Who writes first-party tables, and by what kind of place."""

    def __init__(self, analysis: Analysis) -> None:
        self.own = [table for table in analysis.tables if _is_own(table)]
        histories = {
            model.table for model in analysis.catalog.models if model.history_of is not None and model.table is not None
        }
        shared = [table for table in analysis.shared_tables if table.bucket is Bucket.OWN]
        self._histories = [table for table in shared if table.table in histories]
        self._shared: list[SharedTable] = []
        self._helped: list[SharedTable] = []
        for_tests = {app.label for app in analysis.catalog.apps if is_for_tests(app.name)}
        for table in shared:
            if table.table not in histories:
                real = _without_helpers(table)
                is_shared = len(real.writers) > 1 and table.owner not in for_tests
                (self._shared if is_shared else self._helped).append(real)
        self._direct, self._implicit = _places(analysis)
        self._shared.sort(key=self._first_what_hurts)

    def told(self) -> SharedTables:
        """All of it in a few lines."""
        lines = tuple(self._line(table) for table in self._shared[:MOST])
        return SharedTables(len(self._shared), len(self.own), lines, len(self._histories), len(self._helped))

    def first_step(self) -> FirstStep | None:
        """The shared table with the fewest places to move, of those the one with most writers."""
        cheapest = min(
            self._shared, key=lambda table: (table.sites_to_move, -len(table.writers), table.table), default=None
        )
        return None if cheapest is None else FirstStep(cheapest.table, cheapest.sites_to_move)

    def _first_what_hurts(self, table: SharedTable) -> tuple[int, int, int, str]:
        direct = self._direct[table.table]
        moved = {place for use in _others(table) for place in use.evidence if place in direct}
        return -len(moved), -len(table.writers), -table.sites_to_move, table.table

    def _line(self, table: SharedTable) -> SharedTableLine:
        direct, implicit = self._direct[table.table], self._implicit[table.table]
        ranked = sorted(
            table.writers, key=lambda use: (-len(direct.intersection(use.evidence)), -use.sites, use.app or "")
        )
        others = [place for use in _others(table) for place in use.evidence]
        first = min((place for place in others if place in direct), default=min(others))
        apps = tuple(use.app for use in ranked if use.app is not None)
        outside = len(apps) < len(ranked)
        return SharedTableLine(table.table, apps, outside, len(direct), len(implicit - direct), first)


def _without_helpers(table: SharedTable) -> SharedTable:
    """*table* as it would be without test helpers and seed data."""
    writers = (msgspec.structs.replace(use, evidence=_real(use.evidence)) for use in table.writers)
    moves = (msgspec.structs.replace(move, evidence=_real(move.evidence)) for move in table.moves)
    return msgspec.structs.replace(
        table,
        writers=tuple(use for use in writers if use.evidence),
        moves=tuple(move for move in moves if move.evidence),
    )


def _real(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(place for place in evidence if not is_helper(place.path))


def _others(table: SharedTable) -> tuple[TableUse, ...]:
    """Who writes it without being its owner; where it has none, everybody but the one with most places."""
    owner = table.owner or table.writer
    return tuple(use for use in table.writers if use.app != owner) or table.writers


def _is_own(table: Table) -> bool:
    return table.bucket is Bucket.OWN and table.model is not None


def _places(analysis: Analysis) -> tuple[Places, Places]:
    """Of each table, places that write it by a statement of their own, and those where something else does."""
    direct: defaultdict[str, set[Evidence]] = defaultdict(set)
    implicit: defaultdict[str, set[Evidence]] = defaultdict(set)
    for access in analysis.accesses:
        if not access.writes or access.certainty is Certainty.POSSIBLE or is_helper(access.path):
            continue
        found = direct if access.is_direct else implicit
        found[access.table or ""].add(Evidence(access.path, access.line))
    return direct, implicit
