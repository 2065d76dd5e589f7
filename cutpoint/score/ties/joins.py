"""A join: one statement reads both tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie, tie
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.JOIN

_MOST_PLACES = 5


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each two tables that some statement reads together; lookups of many steps tie the ends less."""
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    places: defaultdict[tuple[str, str], dict[Evidence, None]] = defaultdict(dict)
    through: dict[tuple[str, str], str] = {}
    for access in subjects.accesses:
        one = subjects.of_table.get(access.table or "")
        if one is None:
            continue
        for join in access.joins:
            other = subjects.of_table.get(join.table)
            if other is None or other == one:
                continue
            pair = (one, other) if one < other else (other, one)
            weights[pair] += 1 / (1 + join.through.count("__"))
            through.setdefault(pair, join.through)
            if len(places[pair]) < _MOST_PLACES:
                places[pair].setdefault(Evidence(access.path, access.line))
    for pair, weight in sorted(weights.items()):
        yield tie(*pair, CHANNEL, weight, f"joined through {through[pair]}", *places[pair])
