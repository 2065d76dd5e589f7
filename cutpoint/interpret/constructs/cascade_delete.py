"""With what is deleted goes what points at it with CASCADE, all the way down, rows between and children included: `customer.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.interpret.cascading import NAMES, RECEIVERS, cascaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

__all__ = ["KIND", "NAMES", "RECEIVERS", "touches"]

KIND = "call"
_KINDS = frozenset({"delete"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """What nothing else points at is deleted unseen; other rows are fetched first."""
    yield from cascaded(use, space, _KINDS)
