"""`Order.objects.filter(…).delete()` deletes from the table and from those of multi-table parents; `_raw_delete` from it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.collector import collected
from cutpoint.interpret.touching import joined, link_of, model_of, own_and_parents, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
NAMES = frozenset({"delete", "adelete", "_raw_delete"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Which rows are meant may be asked of other tables; cascades are told elsewhere."""
    label = model_of(use)
    if shape_of(use) == "none":
        return
    link = link_of(space, use)
    if link is not None and link.through is not None:
        yield Touch("read", link.through, "m2m")
    yield from joined(space, label, use.joins)
    if use.name == "_raw_delete":
        yield Touch("delete", label, "queryset")
        return
    yield from own_and_parents(space, label, "delete", "queryset")
    if not collected(space, label).is_fast:
        # What goes with them has to be found, and no single statement deletes from several tables: rows are fetched.
        yield from own_and_parents(space, label, "read", "queryset")
