"""Ranked cuts of a whole project → what an engineer should know before cutting, `no good cut here` included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cutpoint.domain.cut import CutPoint
    from cutpoint.score.facts import Facts

SMALL = 15
_REPLICA = re.compile(r"repl|read|slave|follower|secondary|mirror", re.IGNORECASE)


def advice_on(facts: Facts, cut_points: Sequence[CutPoint]) -> tuple[str, ...]:
    """What is to be said about cutting this project at all, the headline first."""
    return tuple(_advice(facts, cut_points))


def _advice(facts: Facts, cut_points: Sequence[CutPoint]) -> Iterator[str]:
    count = len(facts.subjects.labels)
    findings = [point for point in cut_points if not point.verdict.is_apart]
    if count < SMALL:
        yield f"Don't cut here: a project of {count} model{'s' if count != 1 else ''} is small; apps with facades give what services would, for less."
    elif not any(point.verdict.is_good for point in findings):
        best = max((point.score for point in findings), default=0.0)
        yield f"No good cut here: the best candidate gets {best:.0f} of 100; what is listed says what stands in the way."
    for verdict, said in (
        (Verdict.ALREADY_SEPARATE, "Already separate, nothing crosses"),
        (Verdict.TRIVIAL, "Trivial, a model or two"),
    ):
        apart = [point.name for point in cut_points if point.verdict is verdict]
        if apart:
            yield f"{said}: {', '.join(apart)}."
    yield from _databases(facts)


def _databases(facts: Facts) -> Iterator[str]:
    settings = facts.subjects.analysis.catalog.settings
    others = [alias for alias in settings.databases if alias != "default"]
    replicas = [alias for alias in others if _REPLICA.search(alias)]
    if replicas:
        yield f"The database {', '.join(replicas)} looks like a read replica, not a split."
    if settings.database_routers and set(others) - set(replicas):
        routers = ", ".join(settings.database_routers)
        yield f"Databases are routed by {routers}: an app that it sends elsewhere is cut already."
