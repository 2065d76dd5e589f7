"""Executors of the standard library: `pool.submit(f, x)` holds what `f(x)` gives, `pool.map(f, xs)` yields it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Items, Object, Type, one
from cutpoint.infer.boxes import boxed
from cutpoint.infer.dispatch import call_type, item_type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"submit", "map"})

_EXECUTORS = ("Executor", "ThreadPoolExecutor", "ProcessPoolExecutor")


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing of its own."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """A future of the function's result, or all of the results."""
    if type(receiver) is not Object or not arguments:
        return None
    if not frame.engine.world.derives(receiver.cls, _EXECUTORS, "concurrent.futures."):
        return None
    if name == "submit":
        return boxed("concurrent.futures.Future", call_type(frame, arguments[0], arguments[1:], keywords, node))
    items = tuple(item_type(frame, value, node) for value in arguments[1:])
    return one(Items, call_type(frame, arguments[0], items, (), node))
