"""Boxes: objects of libraries that hold a value for later, as promises and futures do, and how it is had from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    PROVED,
    Boxed,
    Group,
    Items,
    LibraryMethod,
    Manager,
    ModelClass,
    Object,
    Query,
    Row,
    Table,
    Type,
    atom,
    join,
    one,
    type_of,
)
from cutpoint.infer.callbacks import call_callbacks
from cutpoint.infer.dispatch import attribute, attribute_of, item_of, item_type
from cutpoint.infer.templates.rendering import TEMPLATE, render

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

# They give the value.
_OPENING = frozenset({"get", "result", "value", "wait", "get_nowait", "unwrap", "receive"})
# They call a function with the value, and give a box of its result.
_CHAINING = frozenset({"then", "map", "and_then"})
_CALLING_BACK = frozenset({"catch", "finally_", "add_done_callback", "done", "otherwise"})


def speaks_of_models(value: Type) -> bool:
    """Whether *value*, or what it holds, is about models."""
    for each in value:
        if type(each) in (Row, Query, Manager, ModelClass):
            return True
        inside: tuple[Type, ...] = ()
        match each:
            case Items(item=item):
                inside = (item,)
            case Group(items=items):
                inside = items
            case Table(value=held) | Boxed(value=held):
                inside = (held,)
        if any(speaks_of_models(part) for part in inside):
            return True
    return False


def boxed(cls: Class | str, value: Type) -> Type:
    """A box of *value*; a box in a box is one."""
    return one(Boxed, cls, unboxed(value))


def unboxed(value: Type) -> Type:
    """*value* with boxes as what they hold."""
    result = NOTHING
    for each in value:
        result = join(result, each.value if type(each) is Boxed else (each,))
    return result


def held(boxes: Type, inside: list[Type]) -> Type:
    """`Promise[Order]`: instances of a library's classes hold what is in their brackets, if that is about a model."""
    if len(inside) != 1 or not speaks_of_models(inside[0]):
        return boxes
    if any(type(each) is not Object or _is_ours(each) for each in boxes):
        return boxes
    return type_of(*[atom(Boxed, each.cls, inside[0]) for each in boxes if type(each) is Object])


def _is_ours(each: Atom) -> bool:
    return type(each) is Object and isinstance(each.cls, Class) and each.cls.module.found.ours


@attribute_of(Boxed)
def _attribute(frame: Frame, each: Boxed, name: str, node: Node) -> Type:
    if name in _OPENING | _CHAINING | _CALLING_BACK or (name == "render" and each.cls == TEMPLATE):
        return one(LibraryMethod, each, name)
    return attribute(frame, atom(Object, each.cls, PROVED), name, node)


@item_of(Boxed)
def _item(frame: Frame, each: Boxed, node: Node) -> Type:
    """A page, queue or the like yields what it holds; what holds many yields these."""
    result = NOTHING
    for part in each.value:
        result = join(result, (part,) if type(part) is Row else item_type(frame, (part,), node))
    return result or PLAIN


def call_box(frame: Frame, each: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    """The type of a method that opens a box, or hands on what is in it."""
    if name == "render" and type(each) is Boxed and each.cls == TEMPLATE:
        render(frame, each.value, arguments[0] if arguments else NOTHING, requested=len(arguments) > 1)
        return PLAIN
    if type(each) is not Boxed or name in _OPENING:
        return each.value if type(each) is Boxed else PLAIN
    if name in _CHAINING:
        made = call_callbacks(frame, arguments[:1], (), each.value)
        call_callbacks(frame, arguments[1:], keywords)
        return boxed(each.cls, made)
    call_callbacks(frame, arguments, keywords, (each,))
    return (each,)
