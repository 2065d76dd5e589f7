"""`self.__dict__["order"] = order`, `self.__dict__.update(…)`: attributes by another door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NONE, PLAIN, DictOf, LibraryMethod, Text, Type, join, one
from cutpoint.infer.containers import attribute_named
from cutpoint.infer.dispatch import attribute_of, item_of
from cutpoint.infer.spreading import spread_keywords
from cutpoint.infer.targets import store

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


@attribute_of(DictOf)
def _method(_frame: Frame, each: DictOf, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name)


@item_of(DictOf)
def _keys(_frame: Frame, _each: DictOf, _node: Node) -> Type:
    return PLAIN


def store_item(frame: Frame, each: DictOf, index: Type, value: Type) -> None:
    """`self.__dict__[index] = value`."""
    for part in index:
        if type(part) is Text:
            store(frame, each.receiver, part.value, value)


def call_dict(frame: Frame, each: DictOf, name: str, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    """The type of a method of `__dict__`."""
    if name == "update":
        for key, value in (*keywords, *(spread_keywords(frame, arguments[0]) if arguments else ())):
            if key is not None:
                store(frame, each.receiver, key, value)
        return NONE
    if name in ("get", "pop", "setdefault") and arguments:
        if name == "setdefault" and len(arguments) > 1:
            store_item(frame, each, arguments[0], arguments[1])
        return join(attribute_named(frame, each.receiver, arguments[0]), arguments[1] if len(arguments) > 1 else NONE)
    return PLAIN
