"""A join → what it asks of the other side, and what that costs once no database can do it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.score.observations import Use


class JoinClass(StrEnum):
    """What a statement wants from a table that it joins."""

    ID_ONLY = "id only"
    BY_ID = "by id"
    BATCH = "batch"
    FILTER_OR_SORT = "filter or sort"


COSTS = {JoinClass.ID_ONLY: 0.0, JoinClass.BY_ID: 1.0, JoinClass.BATCH: 2.0, JoinClass.FILTER_OR_SORT: 4.0}
REPLACEMENTS = {
    JoinClass.ID_ONLY: "reads the id column that is there already",
    JoinClass.BY_ID: "asks for one row by its id",
    JoinClass.BATCH: "asks for all rows of a list at once",
    JoinClass.FILTER_OR_SORT: "needs a copy of the column, or a query of the other side first",
}
_BATCHES = frozenset({"select_related", "prefetch_related", "select"})
_IDS = frozenset({"id", "pk", "in", "exact", "isnull"})


def class_of_join(use: Use) -> JoinClass:
    """By the clause that the join stands in; a lookup that ends with the key itself asks for nothing else."""
    steps = use.through.split("__")
    if len(steps) > 1 and _IDS.issuperset(steps[1:]):
        return JoinClass.ID_ONLY
    if use.kind in _BATCHES:
        return JoinClass.BATCH if use.kind != "select" or use.in_loop else JoinClass.BY_ID
    return JoinClass.FILTER_OR_SORT


def cost_of_join(use: Use) -> float:
    """Points for one."""
    return COSTS[class_of_join(use)]
