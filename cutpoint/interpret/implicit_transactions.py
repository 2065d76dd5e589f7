"""Uses around which Django opens a transaction of its own: deletes, relations, `get_or_create`, bulk writes, several tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query, Row
from cutpoint.interpret.touching import is_generic, keyword, link_of, word_of
from cutpoint.interpret.values import is_false

if TYPE_CHECKING:
    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

_ALWAYS = frozenset({"delete", "get_or_create", "update_or_create", "bulk_create", "bulk_update"})
_SAVING = frozenset({"save", "save_base", "create", "create_user", "create_superuser"})
_RELATED = frozenset({"add", "remove", "clear", "set"})
_WRITING = _ALWAYS | _SAVING | _RELATED
_QUERIES = (Manager, Query)
_WRAPPED = frozenset({"admin", "graphql", "resource", "tree"})
_SESSION = "sessions.Session"
"""Its store saves in a transaction of its own."""


def opens_transaction(use: Use, space: ModelSpace) -> bool:
    """Whether Django wraps what *use* does; a call that only leads to a method of known code is not asked."""
    if use.kind != "call" or use.cause is not None:
        return False
    word = word_of(use.name)
    receiver = use.receiver
    if word in _WRITING | {"update"} and any(agent[0] in _WRAPPED for agent in use.agents):
        # Views of the admin that add, change and delete are wrapped as a whole, as imports and mutations are.
        return True
    if isinstance(receiver, Row):
        if word == "save" and use.agents and receiver.label == _SESSION:
            return True
        if word in space.wrapped(receiver.label):
            return True
        return (word == "delete" and _has_dependents(space, receiver.label)) or (
            word in _SAVING and bool(space.parents(receiver.label))
        )
    if not isinstance(receiver, _QUERIES):
        return False
    if word in _ALWAYS:
        return True
    if word in _SAVING and (space.parents(receiver.label) or "save" in space.wrapped(receiver.label)):
        return True
    return type(receiver) is Manager and word in _RELATED | _SAVING and _changes_several_rows(use, space, word)


def _changes_several_rows(use: Use, space: ModelSpace, word: str) -> bool:
    link = link_of(space, use)
    if link is None:
        return False
    if link.through is not None:
        return True
    if word in _SAVING:
        return False
    if is_generic(link) and word in ("remove", "clear"):
        return True
    # The rows of a foreign key are changed by one UPDATE, unless one by one is asked for; `set` of one that must not
    # be empty only adds.
    return is_false(keyword(use, "bulk")) or (word == "set" and (is_generic(link) or link.null))


def _has_dependents(space: ModelSpace, label: str) -> bool:
    """Whether a row is deleted with others or heard of: one that nothing points at goes by a single DELETE."""
    return (
        bool(space.parents(label) or space.children(label))
        or space.is_listened_to(label)
        or any(link.relation.on_delete != "DO_NOTHING" for link in space.pointing_at(label))
        or any(link.through is not None or is_generic(link) for link in space.links(label).values())
    )
