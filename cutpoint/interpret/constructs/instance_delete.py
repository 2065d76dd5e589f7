"""`order.delete()` deletes the row from its table and from those of its multi-table parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Row
from cutpoint.interpret.touching import own_and_parents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

RECEIVERS = (Row,)
KIND = "call"
NAMES = frozenset({"delete", "adelete"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Cascades are told elsewhere."""
    yield from own_and_parents(space, use.receiver.label, "delete", "instance")  # type: ignore[attr-defined]  # a Row
