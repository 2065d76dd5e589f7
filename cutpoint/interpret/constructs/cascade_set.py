"""What points at deleted rows with SET_NULL, SET_DEFAULT or SET is pointed elsewhere: `product.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.interpret.cascading import NAMES, RECEIVERS, cascaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

__all__ = ["KIND", "NAMES", "RECEIVERS", "touches"]

KIND = "call"
_KINDS = frozenset({"set"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Only for SET_NULL the rows need not be fetched first."""
    yield from cascaded(use, space, _KINDS)
