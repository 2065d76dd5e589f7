"""`order.delete()` deletes the row from its table and, unless `keep_parents=True`, from those of multi-table parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import keyword, model_of, own_and_parents
from cutpoint.interpret.values import is_true

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row,)
KIND = "call"
NAMES = frozenset({"delete", "adelete"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Cascades are told elsewhere."""
    label = model_of(use)
    if is_true(keyword(use, "keep_parents")):
        yield Touch("delete", label, "instance")
    else:
        yield from own_and_parents(space, label, "delete", "instance")
