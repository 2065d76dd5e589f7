"""`user.orders.add(order)` writes the foreign keys of the other table; of a many-to-many relation, the table between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, Manager, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import ACTIONS_OF_SAVE, is_generic, keyword, link_of, model_of, word_of
from cutpoint.interpret.values import is_false, is_true

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager,)
KIND = "call"
NAMES = frozenset({"add", "aadd", "remove", "aremove", "clear", "aclear", "set", "aset"})

_BETWEEN = {
    "add": ("read", "insert"),
    "remove": ("delete",),
    "clear": ("delete",),
    "set": ("read", "insert", "delete"),
}
# Generic keys can't be empty: rows that are taken away are deleted.
_GENERIC = {"add": ("update",), "remove": ("delete",), "clear": ("delete",), "set": ("read", "update", "delete")}
_FOREIGN = {"add": ("update",), "remove": ("update",), "clear": ("update",), "set": ("read", "update")}


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Managers that are not of a relation have no such methods."""
    link = link_of(space, use)
    if link is None:
        return
    word, label = word_of(use.name), model_of(use)
    if link.through is not None:
        for action in _BETWEEN[word]:
            yield Touch(action, link.through, "m2m")
        if word == "set" and not is_true(keyword(use, "clear")):
            yield Touch("read", label, "m2m")
        return
    actions = _GENERIC[word] if is_generic(link) else _FOREIGN[word]
    if is_false(keyword(use, "bulk")):
        # One by one: rows that are handed over are saved, those that go are fetched first.
        actions = _saved(use) if word == "add" else ("read", *actions)
    for action in actions:
        yield Touch(action, label, "related")


def _saved(use: Use) -> tuple[str, ...]:
    """Rows that are added one by one are saved."""
    states = {each.state for value in use.arguments for each in value if type(each) is Row} or {ANY}
    return tuple(sorted({action for state in states for action in ACTIONS_OF_SAVE[state]}))
