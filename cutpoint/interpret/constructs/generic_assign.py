"""`note.about = order` and `Note(about=order)` ask for the content type of what a generic foreign key shall point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import Row
from cutpoint.domain.use import Touch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row,)
KIND = "assign"
NAMES = None


def touches(_use: Use, _space: ModelSpace) -> Iterator[Touch]:
    """Django remembers content types for as long as a process lives; that one is needed here is what counts."""
    yield Touch("read", CONTENT_TYPE, "generic")
