"""Parting + score → a verdict in a word, and the sentences why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.cut import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cutpoint.domain.cut import Factor, Item
    from cutpoint.score.observations import Link
    from cutpoint.score.parting import Parting

WORTH_IT = 200 / 3
"""Two thirds of what there is to get."""
COSTLY = 50.0
"""Half of it."""
TRIVIAL = 2
"""Models of a service that nobody needs."""
_MOST_COSTS = 2


def verdict_of(parting: Parting, score: float) -> Verdict:
    """What is special comes before what the score says."""
    count = len(parting.facts.subjects.labels)
    if not 0 < len(parting.taken) < count or shared_rows(parting):
        return Verdict.DONT
    if not (parting.crossing or parting.crossing_links or parting.crossing_extents):
        return Verdict.ALREADY_SEPARATE
    if min(len(parting.taken), count - len(parting.taken)) <= TRIVIAL < count / 2:
        return Verdict.TRIVIAL
    if score < COSTLY:
        return Verdict.DONT
    if score < WORTH_IT:
        return Verdict.COSTLY
    is_written_across = any(not use.follows for use in parting.crossing_writes)
    return Verdict.WORTH_IT if is_written_across or parting.crossing_extents else Verdict.CLEAN


def shared_rows(parting: Parting) -> tuple[Link, ...]:
    """Relations by which a row lies in tables of both sides."""
    return tuple(link for link in parting.crossing_links if link.relation.kind is RelationKind.PARENT)


def summary_of(
    parting: Parting, verdict: Verdict, factors: Sequence[Factor], bill: Sequence[Item], effort: float
) -> tuple[str, ...]:
    """Why, in sentences."""
    return tuple(_summary(parting, verdict, factors, bill, effort))


def _summary(
    parting: Parting, verdict: Verdict, factors: Sequence[Factor], bill: Sequence[Item], effort: float
) -> Iterator[str]:
    if not 0 < len(parting.taken) < len(parting.facts.subjects.labels):
        yield "Everything is on one side: this is no cut."
        return
    rows = shared_rows(parting)
    if rows:
        named = ", ".join(f"{link.model} and {link.to}" for link in rows[:3])
        yield f"Don't cut here as it is: {named} share rows (multi-table inheritance)."
    if verdict is Verdict.ALREADY_SEPARATE:
        yield "Nothing crosses it: no table of one side is used by the other, and no relation points across."
        return
    if verdict is Verdict.TRIVIAL:
        yield "So few models are an app with a facade rather than a service."
    lost = [factor for factor in factors if factor.evidence and factor.weight * (1 - factor.value) > 0]
    dearest = sorted(lost, key=lambda factor: (-factor.weight * (1 - factor.value), factor.name))[:_MOST_COSTS]
    if dearest:
        yield f"It loses most by this: {'; '.join(factor.why for factor in dearest)}."
    yield _effort(parting, bill, effort)


def _effort(parting: Parting, bill: Sequence[Item], effort: float) -> str:
    todo = sum(item.effort > 0 for item in bill)
    split = len(parting.crossing_extents)
    said = f"{todo:,} work item{'' if todo == 1 else 's'} in {effort:,.0f} place{'' if effort == 1 else 's'}"
    becomes = (
        "no transaction has to be split"
        if not split
        else f"{split:,} transaction{'' if split == 1 else 's'} to be split"
    )
    return f"{said}, {becomes}."
