"""`order.refresh_from_db()`, `order.full_clean()` and `order.get_next_by_date()` read the row's table."""

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
NAMES = None

_READING = frozenset("refresh_from_db arefresh_from_db full_clean validate_unique validate_constraints".split())


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Validation looks for rows with the same unique values."""
    if use.name in _READING or use.name.startswith(("get_next_by_", "get_previous_by_")):
        yield from own_and_parents(space, use.receiver.label, "read", "instance")  # type: ignore[attr-defined]  # a Row
