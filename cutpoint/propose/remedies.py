"""Uses and joins that no operation can replace → what becomes of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Remedy
from cutpoint.domain.lookups.lookup_path import SEPARATOR
from cutpoint.propose.roads import REASONS, Road

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.crossing import CrossingJoin, CrossingUse
    from cutpoint.propose.roads import Joins

_BEFORE = "the statement of one side chooses or sorts by the other's column: that side is asked first, and gives keys"


def remedy_of(use: CrossingUse, road: Road, joins: Iterable[CrossingJoin]) -> Remedy:
    """What becomes of one use."""
    columns = tuple(sorted({join.through.rpartition(SEPARATOR)[2] for join in joins})) if road in _OF_COLUMNS else ()
    return Remedy(str(road), use.model, columns, use.path, use.line, use.function, REASONS[road])


_OF_COLUMNS = frozenset({Road.REPLICATE, Road.PROJECTION})


def remedies_of_joins(joins: Joins, told: frozenset[tuple[str, int, str, str]]) -> Iterator[Remedy]:
    """Of joins that lead back: code of one side asks the other's table by a column of its own.

    *told* are (path, line, function, model) of what has an operation or a remedy as a use already.
    """
    for place, found in joins.items():
        if place in told:
            continue
        columns = tuple(sorted({join.through for join in found}))
        path, line, function, model = place
        yield Remedy("lookup", model, columns, path, line, function, _BEFORE)
