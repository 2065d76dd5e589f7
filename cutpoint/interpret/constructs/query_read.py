"""Every chain of the query API reads the model's table, and the tables that its lookups join: `Order.objects.filter(user__email=…)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.chosen_columns import has_all_columns
from cutpoint.domain.types import Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import joined, link_of, model_of, shape_of, whole_rows, word_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
# Without the rows of multi-table parents, unless a lookup joins them.
_OF_COLUMNS = frozenset(
    {"count", "exists", "contains", "aggregate", "values", "values_list", "dates", "datetimes", "only"},
)
_WORDS = (
    "filter exclude order_by reverse distinct defer using select_related prefetch_related annotate alias extra"
    " select_for_update union intersection difference complex_filter all get first last earliest latest iterator in_bulk"
    " explain get_or_create update_or_create get_by_natural_key get_for_model get_for_models get_for_id"
)
_OF_ROWS = frozenset(_WORDS.split())
NAMES = frozenset(name for word in _OF_COLUMNS | _OF_ROWS | {"update"} for name in (word, f"a{word}"))
_OF_KEYS = frozenset({"count", "exists"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Where a chain goes on, its last call tells everything; one that ends in `update` selects nothing of its own table."""
    shape, label, word = shape_of(use), model_of(use), word_of(use.name)
    if use.consumed or shape == "none":
        return
    link = link_of(space, use)
    is_between = link is not None and link.through is not None
    via = "m2m" if is_between else "related" if link is not None else "queryset" if shape else "manager"
    # Django asks the table between alone where no manager of the project's own may filter the rows behind it.
    is_of_keys = is_between and not shape and word in _OF_KEYS and getattr(use.receiver, "cls", None) is None
    if word != "update" and shape != "raw" and not is_of_keys:
        whole = word in _OF_ROWS and (not shape or has_all_columns(shape))
        for touch in whole_rows(space, label, via) if whole else (Touch("read", label, via),):
            yield msgspec.structs.replace(touch, joins=use.joins)
    if link is not None and link.through is not None:
        yield Touch("read", link.through, "m2m")
    yield from joined(space, label, use.joins)
