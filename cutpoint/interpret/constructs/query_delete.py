"""`Order.objects.filter(…).delete()` deletes from the table and from those of multi-table parents; `_raw_delete` from it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import own_and_parents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
NAMES = frozenset({"delete", "adelete", "_raw_delete"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Cascades are told elsewhere."""
    label = use.receiver.label  # type: ignore[attr-defined]  # a Manager or Query
    if use.name == "_raw_delete":
        yield Touch("delete", label, "queryset")
    else:
        yield from own_and_parents(space, label, "delete", "queryset")
