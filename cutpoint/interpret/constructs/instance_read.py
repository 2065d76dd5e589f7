"""`order.refresh_from_db()`, `order.full_clean()` and `order.get_next_by_date()` read the row's table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.types import FALSE, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import joined, keyword, model_of, own_and_parents
from cutpoint.interpret.values import known_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row,)
KIND = "call"
NAMES = None

_READING = frozenset(
    {"refresh_from_db", "arefresh_from_db", "full_clean", "validate_unique", "validate_constraints"},
)
_KEYS = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Validation looks for rows with the same unique values, and for the rows that foreign keys point at."""
    label = model_of(use)
    # Constraints are looked at all the same, but few models have one that asks the table.
    is_bare = use.name == "full_clean" and keyword(use, "validate_unique") is FALSE
    if (use.name in _READING and not is_bare) or use.name.startswith(("get_next_by_", "get_previous_by_")):
        yield from own_and_parents(space, label, "read", "instance")
        yield from joined(space, label, use.joins)
    if use.name in ("full_clean", "clean_fields"):
        given = use.arguments[0] if use.arguments else keyword(use, "exclude")
        excluded = known_texts(given) or ()
        for link in space.links(label).values():
            if link.forward and link.kind in _KEYS and link.target is not None and link.name not in excluded:
                yield Touch("read", link.target, "related")
