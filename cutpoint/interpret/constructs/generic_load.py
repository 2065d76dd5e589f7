"""`note.about` loads a row from one of the tables that the generic foreign key may point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Row
from cutpoint.interpret.touching import model_of, own_and_parents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

RECEIVERS = (Row,)
KIND = "generic"
NAMES = None


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """The receiver is what it may point at: what the code stores in it, and models with a generic relation to it."""
    yield from own_and_parents(space, model_of(use), "read", "generic")
