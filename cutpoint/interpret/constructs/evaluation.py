"""A queryset runs where it is iterated, counted, indexed or tested: `for order in orders`, `len(orders)`, `orders[0]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.chosen_columns import has_all_columns
from cutpoint.domain.types import Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import joined, link_of, model_of, shape_of, whole_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Query,)
KIND = "evaluate"
NAMES = None


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """It reads what it was built to read, here or elsewhere."""
    shape, label = shape_of(use), model_of(use)
    if shape == "none":
        return
    if has_all_columns(shape):
        yield from whole_rows(space, label, "queryset")
    elif shape != "raw":
        yield Touch("read", label, "queryset")
    link = link_of(space, use)
    if link is not None and link.through is not None:
        yield Touch("read", link.through, "m2m")
    yield from joined(space, label, use.joins)
