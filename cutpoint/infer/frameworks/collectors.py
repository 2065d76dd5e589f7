"""Django's `Collector`, where code drives it by hand: `collector.collect([order])`, and then `collector.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    Items,
    LibraryMethod,
    Manager,
    Object,
    Query,
    Row,
    Type,
    join,
    join_all,
    one,
)
from cutpoint.infer.dispatch import item_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

METHODS = frozenset({"collect", "add", "delete"})
ATTRIBUTES = METHODS
COLLECTED = "collected"
"""The keyword by which a delete is known as a collector's, which deletes a row in the name of its own `delete`."""

_COLLECTORS = ("Collector", "NestedObjects")


def _is_collector(frame: Frame, receiver: Atom) -> bool:
    return type(receiver) is Object and frame.engine.world.derives(receiver.cls, _COLLECTORS)


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """What Django's collectors can do is known without their source."""
    return one(LibraryMethod, receiver, name) if _is_collector(frame, receiver) else None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """What was collected in this function, by a method of the project's or by Django's own, is deleted."""
    if not _is_collector(frame, receiver):
        return None
    if name != "delete":
        given = arguments[0] if arguments else dict(keywords).get("objs", NOTHING)
        frame.engine.write((COLLECTED, frame), given)
        return PLAIN
    for each in _rows_in(frame, join(frame.engine.read((COLLECTED, frame), frame), _handed_over(frame, receiver))):
        if node is not None:
            frame.see("call", each, "delete", node, (), ((COLLECTED, PLAIN),))
    return PLAIN


def _handed_over(frame: Frame, receiver: Atom) -> Type:
    """What this function gives to a `collect` of a class of ours, which hands it on."""
    result = NOTHING
    for callee in frame.calls:
        function = callee.function
        if function is not None and function.name in METHODS and len(function.parameters) > 1:
            cls = getattr(callee.receiver, "cls", None)
            if type(cls) is Class and cls is getattr(receiver, "cls", None):
                result = join(result, callee.args.get(function.parameters[1][0], NOTHING))
    return _as_here(frame, result)


def _as_here(frame: Frame, handed: Type) -> Type:
    """*handed* as this function knows it: who decided about its `self` and its arguments, the other one can't tell."""
    own = (frame.receiver,) if type(frame.receiver) is Row else NOTHING
    known = [each for value in (own, *frame.args.values()) for each in value if type(each) in (Row, Query)]
    result = NOTHING
    for each in handed:
        if type(each) is Items:
            result = join(result, one(Items, _as_here(frame, each.item)))
            continue
        mine = [other for other in known if _is_same(each, other)]
        result = join_all([result, *((other,) for other in mine or (each,))])
    return result


def _is_same(each: Atom, other: Atom) -> bool:
    return type(each) is type(other) and getattr(each, "label", None) == getattr(other, "label", None)


def _rows_in(frame: Frame, value: Type) -> Iterator[Atom]:
    for each in value:
        if type(each) in (Row, Query):
            yield each
        elif type(each) is not Manager:
            yield from (part for part in item_type(frame, (each,), None) if type(part) is Row)
