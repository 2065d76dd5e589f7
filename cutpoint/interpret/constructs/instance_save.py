"""`order.save()` inserts or updates the row's table, `update_fields=` names the columns: `invoice.order.save()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Row
from cutpoint.interpret.touching import ACTIONS_OF_SAVE, keyword, model_of, parents_of, saved_state, written
from cutpoint.interpret.values import known_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

RECEIVERS = (Row,)
KIND = "call"
NAMES = frozenset({"save", "asave", "save_base"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """An instance of which nobody knows whether it is stored may do either."""
    actions = ACTIONS_OF_SAVE[saved_state(use)]
    label, names = model_of(use), known_texts(keyword(use, "update_fields"))
    for action in actions:
        yield from written(space, label, action, names, "instance")
        yield from parents_of(space, label, action) if names is None else ()
