"""A join across, to be replaced by what it asks for; an id is there already, and nothing has to change."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item
from cutpoint.domain.source import Evidence
from cutpoint.score.across import some_of
from cutpoint.score.join_classes import COSTS, REPLACEMENTS, JoinClass, class_of_join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "join"


def items(parting: Parting) -> Iterator[Item]:
    """One for each function, model that it asks, and class, with all that is joined."""
    found: defaultdict[tuple[str, str, JoinClass], set[Evidence]] = defaultdict(set)
    models: defaultdict[tuple[str, str, JoinClass], set[str]] = defaultdict(set)
    for join in parting.crossing_joins:
        key = (join.function, join.base, class_of_join(join))
        found[key].add(join.place)
        models[key].add(join.model)
    for (function, base, asked), places in sorted(found.items()):
        joined = some_of(sorted(models[function, base, asked]))
        what = f"{function} joins {joined} to {base or 'what it asks'} ({asked}): {REPLACEMENTS[asked]}"
        yield Item(KIND, what, float(len(places)) if COSTS[asked] else 0.0, tuple(sorted(places)))
