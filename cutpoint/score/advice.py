"""A parting, or a whole project → what an engineer should know before cutting, `don't cut here` included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.score.ranking import TRIFLE, is_trifle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cutpoint.domain.cut import CutPoint
    from cutpoint.score.parting import Parting
    from cutpoint.score.subjects import Subjects

SMALL = 15
_FEW_RELATIONS = 2
_FEW_READS = 5
_REPLICA = re.compile(r"repl|read|slave|follower|secondary|mirror", re.IGNORECASE)


def remarks_on(parting: Parting) -> tuple[str, ...]:
    """What is special about one cut."""
    return tuple(_remarks(parting))


def _remarks(parting: Parting) -> Iterator[str]:
    labels = parting.facts.subjects.labels
    if not parting.taken or len(parting.taken) == len(labels):
        yield "Everything is on one side: this is no cut."
        return
    if is_trifle(parting.taken, parting.facts.subjects) and not parting.crossing_writes:
        yield f"A cheap first step: {len(parting.taken)} models that hardly anything needs; not much is learned by it."
    elif len(parting.taken) <= TRIFLE:
        yield "Very small for a service: as an app with a facade it may be better off."
    parents = [link for link in parting.crossing_links if link.relation.kind is RelationKind.PARENT]
    if parents:
        rows = ", ".join(f"{link.model} and {link.to}" for link in parents[:3])
        yield f"Don't cut here as it is: {rows} share rows (multi-table inheritance)."
    if parting.near_writes and len(parting.crossing_writes) > len(parting.near_writes) / 2:
        yield "Most writes near this cut cross it: what is on both sides is one matter."


def is_cheap(parting: Parting) -> bool:
    """Whether hardly anything couples what is taken to the rest: nothing is written across, and little is read."""
    return (
        not parting.crossing_writes
        and not parting.crossing_extents
        and len(parting.crossing_links) <= _FEW_RELATIONS
        and len(parting.crossing_reads) + len(parting.crossing_joins) <= _FEW_READS
    )


def advice_on(subjects: Subjects, cut_points: Sequence[CutPoint], cheap: Sequence[str] = ()) -> tuple[str, ...]:
    """What is to be said about cutting this project at all; *cheap* are apps that hardly anything couples to."""
    return tuple(_advice(subjects, cut_points, cheap))


def _advice(subjects: Subjects, cut_points: Sequence[CutPoint], cheap: Sequence[str]) -> Iterator[str]:
    count = len(subjects.labels)
    if count < SMALL:
        yield f"Don't cut here: a project of {count} model{'s' if count != 1 else ''} is small; apps with facades give what services would, for less."
    elif not cut_points or max(point.score for point in cut_points) <= 0:
        yield "Don't cut here yet: no candidate earns what it costs; the bills say what stands in the way."
    if cheap and count >= SMALL:
        yield (
            f"Cheap first steps, which nobody needs a tool to see: hardly anything couples {', '.join(cheap)} to the rest."
        )
    settings = subjects.analysis.catalog.settings
    others = [alias for alias in settings.databases if alias != "default"]
    replicas = [alias for alias in others if _REPLICA.search(alias)]
    if replicas:
        yield f"The database {', '.join(replicas)} looks like a replica: reading elsewhere is no split."
    if settings.database_routers and set(others) - set(replicas):
        routers = ", ".join(settings.database_routers)
        yield f"Databases are routed by {routers}: an app that it sends elsewhere is cut already."
