"""Classes of ours that inherit from `dict`, `list` or `set`: what code puts into one of them is found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NONE,
    NOTHING,
    PLAIN,
    Container,
    Items,
    Object,
    Record,
    Table,
    Text,
    Type,
    atom,
    join,
    one,
)
from cutpoint.infer.containers import call_container, subscript
from cutpoint.infer.dispatch import item_type
from cutpoint.infer.spreading import spread_keywords
from cutpoint.infer.targets import put

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_KINDS = {
    **dict.fromkeys(
        ("builtins.dict", "collections.OrderedDict", "collections.UserDict", "collections.defaultdict"), "dict"
    ),
    **dict.fromkeys(("builtins.list", "builtins.set", "collections.UserList", "collections.deque"), "list"),
}
_ADDING = frozenset({"append", "add", "extend", "update", "setdefault", "insert", "appendleft", "__ior__"})
ATTRIBUTES: frozenset[str] = frozenset()
METHODS = _ADDING | {
    "__init__",
    "__setitem__",
    "__getitem__",
    "__iter__",
    "get",
    "pop",
    "values",
    "items",
    "keys",
    "copy",
    "popitem",
}


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Their methods are found like those of any class."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """What the methods of `dict` and `list` do; of one that nobody was seen to fill nothing is known."""
    held = _held_by(frame, receiver)
    if held is None:
        return None
    if name == "__init__":
        fill(frame, receiver, arguments, keywords, node)
        return NONE
    if name == "__setitem__" and len(arguments) > 1:
        put(frame, held, arguments[0], arguments[1])
        return NONE
    if name in _ADDING:
        return call_container(frame, held, name, arguments, keywords)
    if not frame.engine.read(("content", held.site), frame):
        return None
    if name == "__iter__":
        return one(Items, item_type(frame, (held,), None))
    if name == "__getitem__" and arguments:
        return subscript(frame, (held,), arguments[0])
    return (receiver,) if name == "copy" else call_container(frame, held, name, arguments, keywords)


def fill(frame: Frame, made: Atom, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> None:
    """Put what one of them is made with into it: `Registry({"models": defaultdict(list)})`."""
    held = _held_by(frame, made)
    if held is None:
        return
    if held.kind != "dict":
        for argument in arguments[:1]:
            frame.engine.write(("content", held.site), item_type(frame, argument, node))
        return
    for argument in arguments[:1]:
        keywords = (*keywords, *spread_keywords(frame, argument))
    for name, value in keywords:
        put(frame, held, one(Text, name) if name is not None else PLAIN, _kept(frame, held, name, value))


def _held_by(frame: Frame, receiver: Atom) -> Container | None:
    if type(receiver) is not Object or type(receiver.cls) is not Class or not receiver.cls.module.found.ours:
        return None
    kind = next((_KINDS[name] for name in sorted(_KINDS.keys() & frame.engine.world.lineage(receiver.cls))), None)
    # Of a class that is told apart by what it is made with, each variant holds its own.
    return atom(Container, ("held", receiver.cls), kind) if kind is not None else None


def _kept(frame: Frame, held: Container, name: str | None, value: Type) -> Type:
    """*value*, with a list or dict of its own in the place of those that all calls of one line share."""
    engine, result = frame.engine, NOTHING
    for each in value:
        if type(each) not in (Container, Items, Record, Table):
            result = join(result, (each,))
            continue
        kind = each.kind if type(each) is Container else "list" if type(each) is Items else "dict"
        own = atom(Container, (*held.site, name), kind)
        defaults = engine.slots.get(("default", each.site)) if type(each) is Container else None
        if defaults is not None:
            engine.write(("default", own.site), defaults.type)
        result = join(result, (own,) if type(each) is Container else (each, own))
    return result
