"""A use that crosses → the road it takes: an operation, an event, or a remedy when no operation can take its place."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from cutpoint.domain.crossing import CrossingJoin, CrossingUse

    Joins: TypeAlias = "dict[tuple[str, int, str, str], tuple[CrossingJoin, ...]]"
    """By (path, line, function, model that is joined)."""


class Road(StrEnum):
    """What becomes of it."""

    OPERATION = "operation"
    EVENT = "event"
    """Whoever did it says what happened, and the other side does its part by itself."""
    SHARE = "share"
    MOVE = "move"
    REWRITE = "rewrite"
    REPLICATE = "replicate"
    PROJECTION = "projection"


_BY_MECHANISM = {
    "signal": Road.EVENT,
    "cascade": Road.EVENT,
    "trigger": Road.MOVE,
    "inheritance": Road.MOVE,
    "raw_sql": Road.REWRITE,
    "hint": Road.REWRITE,
}
_BY_CLAUSE = {
    "filter": Road.REPLICATE,
    "order": Road.REPLICATE,
    "annotation": Road.PROJECTION,
    "subquery": Road.PROJECTION,
}
"""Joins for rows or columns that are then looked at are no among them: those rows are asked for."""

REASONS = {
    Road.SHARE: "general code that does the same for many apps: it becomes a library, and runs on both sides",
    Road.MOVE: "it belongs to the table, and goes where the table goes",
    Road.REWRITE: "SQL names the table: it is taken apart, or goes where the table goes",
    Road.REPLICATE: "the statement filters or sorts by a column of the other side: a copy of it is kept, fed by events",
    Road.PROJECTION: "the statement reckons over rows of both sides: a table made for it is kept, fed by events",
}


def road_of(use: CrossingUse, joins: tuple[CrossingJoin, ...]) -> Road:
    """By its mechanism; a join by the clauses of its statement that need the table, *joins*."""
    if use.is_shared:
        return Road.SHARE
    if use.via == "join":
        found = {_BY_CLAUSE[join.kind] for join in joins if join.kind in _BY_CLAUSE}
        # What filters needs the column in any case; a projection has it, too.
        return max(found, default=Road.OPERATION, key=list(Road).index)
    if use.via == "admin" and use.action != "read":
        # Pages of Django's admin that edit a table are its own.
        return Road.MOVE
    return _BY_MECHANISM.get(use.via, Road.OPERATION)


def joins_by_place(joins: Iterable[CrossingJoin]) -> Joins:
    """*joins* by where they stand and what they join."""
    found: defaultdict[tuple[str, int, str, str], list[CrossingJoin]] = defaultdict(list)
    for join in joins:
        found[join.path, join.line, join.function, join.model].append(join)
    return {place: tuple(at) for place, at in sorted(found.items())}
