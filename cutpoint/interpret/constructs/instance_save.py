"""`order.save()` inserts or updates the row's table, `update_fields=` names the columns: `invoice.order.save()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, NEW, STORED, Constant, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import columns_named, keyword, known_texts, parents_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row,)
KIND = "call"
NAMES = frozenset({"save", "asave", "save_base"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """An instance of which nobody knows whether it is stored may do either."""
    row = use.receiver
    assert isinstance(row, Row)  # noqa: S101 - RECEIVERS says so
    fields = known_texts(keyword(use, "update_fields"))
    actions = {NEW: ("insert",), STORED: ("update",), ANY: ("insert", "update")}[row.state]
    if keyword(use, "update_fields") is not None or _is_true(use, "force_update"):
        actions = ("update",)
    elif _is_true(use, "force_insert"):
        actions = ("insert",)
    columns = columns_named(space, row.label, fields)
    for action in actions:
        yield Touch(action, row.label, "instance", columns)
        if fields is None:
            yield from parents_of(space, row.label, action)


def _is_true(use: Use, name: str) -> bool:
    value = keyword(use, name) or ()
    return any(type(each) is Constant and each.value is True for each in value)
