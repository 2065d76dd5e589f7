"""`user.orders.add(order)` writes the foreign keys of the other table; of a many-to-many relation, the table between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import link_of, word_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager,)
KIND = "call"
NAMES = frozenset("add aadd remove aremove clear aclear set aset".split())

_BETWEEN = {
    "add": ("read", "insert"),
    "remove": ("delete",),
    "clear": ("delete",),
    "set": ("read", "insert", "delete"),
}
_FOREIGN = {"add": ("update",), "remove": ("update",), "clear": ("update",), "set": ("read", "update")}


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Managers that are not of a relation have no such methods."""
    link = link_of(space, use)
    if link is None:
        return
    word = word_of(use.name)
    if link.through is not None:
        for action in _BETWEEN[word]:
            yield Touch(action, link.through, "m2m")
        return
    for action in _FOREIGN[word]:
        yield Touch(action, use.receiver.label, "related")  # type: ignore[attr-defined]  # a Manager
