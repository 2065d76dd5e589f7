"""`Order.objects.filter(…).update(paid=True)` and `bulk_update(orders, ["paid"])` update the table that has the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import keyword, link_of, model_of, owners_of, shape_of, word_of, written
from cutpoint.interpret.values import known_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
NAMES = frozenset({"update", "aupdate", "bulk_update", "abulk_update"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Fields of a multi-table parent are updated in the parent's table, and only there."""
    if shape_of(use) == "none":
        return
    label = model_of(use)
    names = _names(use)
    via = "queryset" if link_of(space, use) is None else "related"
    yield from written(space, label, "update", names, via)
    if any(owner != label for owner, _ in owners_of(space, label, names)):
        # Which rows of the parent are meant is asked first.
        yield Touch("read", label, via)


def _names(use: Use) -> tuple[str, ...] | None:
    if word_of(use.name) == "bulk_update":
        return known_texts(use.arguments[1] if len(use.arguments) > 1 else keyword(use, "fields"))
    if any(name is None for name, _ in use.keywords):
        return None
    return tuple(name for name, _ in use.keywords if name is not None)
