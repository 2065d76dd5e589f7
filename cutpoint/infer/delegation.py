"""Classes in the place of others: their metaclass has `__getattr__`, or their `__new__` makes an instance of another class.

class Orders(Replaceable): default = StoredOrders      # Orders.open() is StoredOrders.open(), Orders() is StoredOrders()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    NOTHING,
    ClassOf,
    FunctionOf,
    Manager,
    Method,
    ModelClass,
    Object,
    Query,
    Row,
    Text,
    Type,
    atom,
    one,
)
from cutpoint.infer.dispatch import call_atom

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_MADE = (Object, Row, ModelClass, ClassOf, Manager, Query)


def attribute_by_metaclass(frame: Frame, each: ClassOf, cls: Class, name: str, node: Node) -> Type:
    """What `__getattr__` of the metaclass gives for a name that *cls* doesn't have."""
    metaclass = NOTHING if name.startswith("__") else _metaclass(frame, cls)
    hook = _own_method(frame, metaclass, "__getattr__") if type(metaclass) is Class else None
    return (
        call_atom(frame, atom(Method, hook, each, None), (one(Text, name),), (), node) if hook is not None else NOTHING
    )


def made_instead(frame: Frame, each: ClassOf, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """The instances of other classes that `__new__` gives; nothing where it makes one of its own class."""
    new = _own_method(frame, each.cls, "__new__") if type(each.cls) is Class else None
    if new is None:
        return NOTHING
    made = call_atom(frame, atom(FunctionOf, new, None), ((each,), *arguments), keywords, node)
    return tuple([other for other in made if isinstance(other, _MADE) and getattr(other, "cls", None) is not each.cls])


def _metaclass(frame: Frame, cls: Class) -> object:
    """The metaclass that *cls* or the nearest of its ancestors names."""
    program = frame.engine.world.program
    for base in program.linear(cls):
        named = program.plain(base.keywords.get("metaclass")) if type(base) is Class else None
        if named is not None:
            return named
    return None


def _own_method(frame: Frame, cls: Class, name: str) -> Function | None:
    """The method *name* of a class, if code of ours defines it."""
    world = frame.engine.world
    found = world.member(cls, name)
    value = world.program.plain(found[1]) if found is not None else None
    return value if type(value) is Function and value.env.module.found.ours else None
