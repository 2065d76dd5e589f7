"""Blind spots of two runs → those that are new: what a change does that cannot be judged is said, never passed over."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.baseline import Spot
from cutpoint.judge.case import Case, parts_of
from cutpoint.judge.handed_over import handed_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.service import Services

_KINDS = ("query-", "opaque-sql", "fixpoint-limit", "receiver-limit", "internal-error")


def spots_of(analysis: Analysis, services: Services) -> tuple[Spot, ...]:
    """What can't be judged, counted by module; sorted.

    These are blind spots behind which accesses may lie, writes that are only possible, and those of rows that their owner
    hands over.
    """
    modules = {module.path: module.name for module in analysis.catalog.modules}
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for spot in analysis.blind_spots:
        if spot.kind.startswith(_KINDS) and spot.path in modules:
            module = modules[spot.path]
            counts[services.of_module(module), module, spot.kind, spot.reason] += 1
    for access in analysis.accesses:
        if access.writes and access.table is not None:
            for part in parts_of(access):
                if part.certainty is Certainty.POSSIBLE:
                    reason = f"{part.expression} may {access.action} {access.table}"
                    counts[services.of_module(access.module), access.module, "possible-write", reason] += 1
    for access in handed_over(Case(analysis, services)):
        # Not which expression does it: other words for the same are nothing new.
        reason = f"{access.action} of {access.table}, whose owner hands over the row"
        counts[services.of_module(access.module), access.module, "possible-write", reason] += 1
    return tuple(Spot(*key, count) for key, count in sorted(counts.items()))


def new_spots(now: Iterable[Spot], before: Iterable[Spot]) -> tuple[Spot, ...]:
    """Those of *now* that are more than *before*, with how many more; what only went to another module is not new."""
    surplus: Counter[tuple[str, str, str, str]] = Counter()
    for sign, spots in ((1, now), (-1, before)):
        for spot in spots:
            surplus[spot.service, spot.module, spot.kind, spot.reason] += sign * spot.count
    gone: Counter[tuple[str, str]] = Counter()
    for (_, _, kind, reason), count in surplus.items():
        gone[kind, reason] -= min(count, 0)
    found: list[Spot] = []
    for key, count in sorted(surplus.items()):
        if count > 0:
            elsewhere = min(count, gone[key[2:]])
            gone[key[2:]] -= elsewhere
            if count > elsewhere:
                found.append(Spot(*key, count - elsewhere))
    return tuple(found)
