"""Django looks for rows that forbid a delete with PROTECT or RESTRICT: `product.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.interpret.cascading import NAMES, RECEIVERS, cascaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

__all__ = ["KIND", "NAMES", "RECEIVERS", "touches"]

KIND = "call"
_KINDS = frozenset({"check"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """It looks even when it then refuses."""
    yield from cascaded(use, space, _KINDS)
