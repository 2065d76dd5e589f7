"""With what is deleted go the rows of its generic relations: `product.delete()` deletes its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.interpret.cascading import NAMES, RECEIVERS, cascaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

__all__ = ["KIND", "NAMES", "RECEIVERS", "touches"]

KIND = "call"
_KINDS = frozenset({"generic"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """They are found by the content type of their owner."""
    yield from cascaded(use, space, _KINDS)
