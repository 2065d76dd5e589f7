"""Promises of the package `promise`, and the futures of the standard library, as far as they are made by functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import PLAIN, Container, Group, Items, Type, join, one
from cutpoint.infer.boxes import boxed, unboxed
from cutpoint.infer.dispatch import item_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]

PROMISE = "promise.Promise"


def _resolved(_frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return boxed(PROMISE, a[0]) if a else PLAIN


def _all(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    """`Promise.all([orders, lines])`: a promise of what all of them give, in their order where that is known."""
    values: Type = ()
    for each in a[0] if a else ():
        values = join(values, _fulfilled(frame, each))
    return boxed(PROMISE, values) if values else PLAIN


def _fulfilled(frame: Frame, each: Atom) -> Type:
    if type(each) is Container:
        order = frame.engine.read(("order", each.site), frame)
        if len(order) == 1:
            each = order[0]
    if type(each) is Group:
        return one(Group, tuple(unboxed(item) for item in each.items))
    return one(Items, unboxed(item_type(frame, (each,), None)))


FUNCTIONS: dict[str, Known] = {
    f"{module}.{name}": function
    for module in ("promise.Promise", "promise.promise.Promise")
    for name, function in (
        ("resolve", _resolved),
        ("cast", _resolved),
        ("fulfilled", _resolved),
        ("all", _all),
    )
}
