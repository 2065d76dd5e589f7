"""`order.save()` inserts or updates the row's table, `update_fields=` names the columns: `invoice.order.save()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, NEW, STORED, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import columns_named, is_true, keyword, known_texts, link_to_parent, owners_of, parents_of

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
    if keyword(use, "update_fields") is not None or is_true(keyword(use, "force_update")):
        actions = ("update",)
    elif is_true(keyword(use, "force_insert")):
        actions = ("insert",)
    for action in actions:
        for owner, mine in owners_of(space, row.label, fields):
            cause = None if owner == row.label else link_to_parent(space, row.label, owner)
            via = "instance" if cause is None else "inheritance"
            yield Touch(action, owner, via, columns_named(space, row.label, mine), (), cause)
        if fields is None:
            yield from parents_of(space, row.label, action)
