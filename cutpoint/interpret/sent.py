"""A use -> the signals that Django sends for it: which one, by which model, and what leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, NEW, STORED, Manager, Query, Row
from cutpoint.domain.use import ADDED, CLEARED, REMOVED
from cutpoint.interpret.cascading import collected_by, steps_of
from cutpoint.interpret.softly import SOFT_DELETE
from cutpoint.interpret.touching import is_generic, keyword, link_of, model_of, saved_state, shape_of, word_of
from cutpoint.interpret.values import is_false

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

    Sent = tuple[str, str, tuple[tuple[str, int, str], ...], int]
    """(signal, label of the sender, the steps to it, the state of the row before)."""

_SAVES = frozenset({"save", "save_base"})
# `bulk_create`, `bulk_update` and `update` send none.
_CREATES = frozenset({"create", "get_or_create", "update_or_create", "create_user", "create_superuser"})
_CHANGES = {"add": (ADDED,), "remove": (REMOVED,), "clear": (CLEARED,), "set": (REMOVED, ADDED)}


def signals_of(use: Use, space: ModelSpace) -> Iterator[Sent]:
    """Senders are exact: a receiver of a concrete model hears nothing of its proxies or multi-table children."""
    if use.kind != "call":
        return
    word, receiver = word_of(use.name), use.receiver
    if type(receiver) is Row:
        if word in _SAVES:
            yield from _saved(receiver.label, saved_state(use))
        elif word == "delete":
            yield from _deleted(use, space)
            yield "row_deleted", receiver.label, (), STORED
        elif word == SOFT_DELETE:
            yield from _saved(receiver.label, STORED)
    elif isinstance(receiver, (Manager, Query)):
        if word == "delete":
            yield from _deleted(use, space)
        elif word in _CREATES:
            # `get_or_create` sends nothing for what it gets.
            yield from _saved(model_of(use), ANY if word == "update_or_create" else NEW)
        if type(receiver) is Manager:
            yield from _related(use, space, word)


def _saved(label: str, state: int) -> Iterator[Sent]:
    yield "pre_save", label, (), state
    yield "post_save", label, (), state
    # What only the row's own method says, to methods of its model.
    yield "row_saved", label, (), state
    if state != STORED:
        yield "row_created", label, (), NEW
    if state != NEW:
        yield "row_updated", label, (), STORED


def _deleted(use: Use, space: ModelSpace) -> Iterator[Sent]:
    if shape_of(use) == "none":
        return
    for label, way in collected_by(use, space).sent:
        model = space.model(label)
        if model is not None and not model.auto_created and (way or space.is_listened_to(label)):
            for signal in ("pre_delete", "post_delete"):
                yield signal, label, steps_of(way, space), STORED


def _related(use: Use, space: ModelSpace, word: str) -> Iterator[Sent]:
    link = link_of(space, use)
    if link is None:
        return
    if link.through is not None:
        for state in (ADDED,) if word in _CREATES else _CHANGES.get(word, ()):
            yield "m2m_changed", link.through, (), state
    elif word in ("add", "set") and (is_false(keyword(use, "bulk"))):
        yield from _saved(model_of(use), ANY)
    elif is_generic(link) and word in ("remove", "clear", "set"):
        for signal in ("pre_delete", "post_delete"):
            yield signal, model_of(use), (), STORED
