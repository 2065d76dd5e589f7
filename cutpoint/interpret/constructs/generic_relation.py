"""A generic relation finds its rows by the content type of their owner, and reads that first: `product.notes.all()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import Manager
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import is_generic, link_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager,)
KIND = "call"
NAMES = None

# They only look at the rows that they are given.
_KNOWING = frozenset({"remove", "aremove", "none"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Django remembers content types for as long as a process lives; that one is needed here is what counts."""
    if use.name not in _KNOWING and is_generic(link_of(space, use)):
        yield Touch("read", CONTENT_TYPE, "generic")
