"""A join across, to be replaced by what it asks for.

Effort: nothing for an id that is there already, 1 point for a row by its id, 2 for a batch, 4 for a filter or an order.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item
from cutpoint.domain.source import Evidence
from cutpoint.score.join_classes import COSTS, REPLACEMENTS, JoinClass, class_of_join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "join"


def items(parting: Parting) -> Iterator[Item]:
    """One for each function, pair of models and class."""
    found: defaultdict[tuple[str, str, str, JoinClass], set[Evidence]] = defaultdict(set)
    for join in parting.crossing_joins:
        found[join.function, join.base, join.model, class_of_join(join)].add(join.place)
    for (function, base, model, asked), places in sorted(found.items()):
        what = f"{function} joins {model} to {base or 'what it asks'} ({asked}): {REPLACEMENTS[asked]}"
        yield Item(KIND, what, COSTS[asked], tuple(sorted(places)))
