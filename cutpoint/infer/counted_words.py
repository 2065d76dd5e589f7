"""Calls that look like queries: counted as understood, or kept as blind spots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.query_words import LOOKALIKES, QUERY_WORDS, WRITING
from cutpoint.domain.types import Container, FormOf, Group, Items, LibraryMethod, Record, Table, Text, Type, Unknown
from cutpoint.domain.walking import kind_of

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame


def note_query_word(frame: Frame, function_node: Node, function: Type, node: Node) -> None:
    """Count a call that looks like a query, and keep it as a blind spot if its receiver may be anything."""
    verb = function_node[2]
    if Unknown not in map(type, function) or any(map(_is_of_form, function)):
        key = (node[4], verb)
        frame.resolved[key] = frame.resolved.get(key, False) or not function or not all(map(_is_of_data, function))
        return
    if verb in LOOKALIKES and not _looks_like_query(function_node, node):
        return
    frame.blind[id(node)] = (node[4], verb, min(each.reason for each in function if type(each) is Unknown))


def _is_of_data(each: Atom) -> bool:
    """Whether *each* is a method of a text, list or dict, whose place no query can take: `options.get("name")`."""
    return type(each) is LibraryMethod and type(each.receiver) in _DATA


_DATA = frozenset({Container, Group, Items, Record, Table, Text})


def _is_of_form(each: Atom) -> bool:
    """Whether *each* is a method of a form: what is made with an instance is one, whatever else is not known of it."""
    return type(each) is LibraryMethod and type(each.receiver) is FormOf


def _looks_like_query(function_node: Node, node: Node) -> bool:
    """`get`, `update`, `add` and the like are everybody's words; keywords with lookups or a manager's name tell."""
    base = function_node[1]
    if type(base) is list and base[0] == sk.ATTRIBUTE and base[2] in ("objects", "_default_manager", "_base_manager"):
        return True
    if function_node[2] in WRITING and kind_of(base) == sk.CALL and _gives_query(base[1]):
        return True
    return any(key is not None and "__" in key for key, _ in node[3])


def _gives_query(function_node: Node) -> bool:
    """`orders.filter(…)`, and `getattr(order, name)`, on whose result hardly anything but a query method is called."""
    match function_node:
        case [sk.ATTRIBUTE, _, word, *_]:
            return word in QUERY_WORDS and word not in LOOKALIKES
        case [sk.NAME, "getattr", *_]:
            return True
    return False
