"""`order.save()` inserts or updates the row's table, `update_fields=` names the columns: `invoice.order.save()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, NEW, STORED, Row
from cutpoint.interpret.touching import is_true, keyword, known_texts, parents_of, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Touch, Use

RECEIVERS = (Row,)
KIND = "call"
NAMES = frozenset({"save", "asave", "save_base"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """An instance of which nobody knows whether it is stored may do either."""
    row = use.receiver
    assert isinstance(row, Row)  # noqa: S101 - RECEIVERS says so
    actions = {NEW: ("insert",), STORED: ("update",), ANY: ("insert", "update")}[row.state]
    if keyword(use, "update_fields") is not None or is_true(keyword(use, "force_update")):
        actions = ("update",)
    elif is_true(keyword(use, "force_insert")):
        actions = ("insert",)
    names = known_texts(keyword(use, "update_fields"))
    for action in actions:
        yield from written(space, row.label, action, names, "instance")
        yield from parents_of(space, row.label, action) if names is None else ()
