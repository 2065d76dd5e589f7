"""django-hierarkey: `shop.settings.color = "red"` keeps a row in the model of settings that a decorator has made for shops.

What is read comes from a cache; a table is touched by what is set and deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, PLAIN, LibraryMethod, Manager, Object, Query, Row, Type, atom, one
from cutpoint.infer.agents.acting import acting, library_place
from cutpoint.infer.dispatch import call_atom

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_PROXY = "hierarkey.proxy.HierarkeyProxy"
_STORE = ("BaseHierarkeyStoreModel",)
_PROPERTY = "prop"
"""The function behind the property that the decorator gives to a class."""
_DOING = {
    **dict.fromkeys(("set", "__setitem__", "__setattr__"), "update_or_create"),
    **dict.fromkeys(("delete", "__delitem__", "__delattr__"), "delete"),
}
ATTRIBUTES = frozenset({*_DOING, "_objects", "get", "freeze", "flush"})
METHODS = ATTRIBUTES | {_PROPERTY}


def attribute(_frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """What the settings of an object can do."""
    label = _store_of_proxy(receiver)
    if label is None or type(receiver) is not Object:
        return None
    if name == "_objects":
        return one(Manager, label, receiver.level, None, None)
    return one(LibraryMethod, receiver, name)


def method(
    frame: Frame, receiver: Atom, name: str, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node
) -> Type | None:
    """The settings themselves, or what a method of theirs does to the table."""
    if name == _PROPERTY:
        store = _store_of(frame, receiver)
        level = max(getattr(receiver, "level", 0), INFERRED)
        return one(Object, f"{_PROXY} {store}", level) if store is not None else None
    label = _store_of_proxy(receiver)
    if label is None or type(receiver) is not Object:
        return None
    if name in _DOING and node is not None:
        query = atom(Query, label, receiver.level, "rows", None, None, ())
        with acting(frame, "library", library_place(frame, _PROXY)):
            call_atom(frame, atom(LibraryMethod, query, _DOING[name]), (), (), node)
    return PLAIN


def _store_of_proxy(receiver: Atom) -> str | None:
    """The model of the settings that *receiver* is."""
    if type(receiver) is not Object or type(receiver.cls) is not str or not receiver.cls.startswith(_PROXY):
        return None
    return receiver.cls.rpartition(" ")[2]


def _store_of(frame: Frame, receiver: Atom) -> str | None:
    """The model that keeps settings of what *receiver* is: of rows it points at them, of other objects it has their name."""
    world = frame.engine.world
    if type(receiver) is Row:
        links = world.space.links(receiver.label)
        labels = [link.target for name, link in sorted(links.items()) if name.endswith("_objects") and not link.forward]
    elif type(receiver) is Object and type(receiver.cls) is Class:
        bases = [base for base in world.program.linear(receiver.cls) if type(base) is Class]
        made = [value for base in bases for name, value in base.module.env.items() if name.startswith(f"{base.name}_")]
        classes = [value for value in map(world.program.plain, made) if type(value) is Class]
        labels = [world.concrete_label(value) for value in classes]
    else:
        return None
    for label in labels:
        cls = world.program.class_of(label) if label is not None else None
        if cls is not None and world.derives(cls, _STORE, "hierarkey."):
            return label
    return None
