"""A function of the project as `on_delete=` decides what becomes of the rows that point at what is deleted: `order.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.interpret.cascading import NAMES, RECEIVERS, cascaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

__all__ = ["KIND", "NAMES", "RECEIVERS", "touches"]

KIND = "call"
_KINDS = frozenset({"own"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """It is handed the rows; what it does with them is told at its own lines."""
    yield from cascaded(use, space, _KINDS)
