"""Which statements at the level of a module or class are worth a look: those that speak of queries, or that nobody else knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.query_words import QUERY_WORDS
from cutpoint.domain.values import Unknown
from cutpoint.domain.walking import nodes_in

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame


def is_telling(frame: Frame, targets: list[Node], value: Node) -> bool:
    """Whether an assignment says more than static execution knows of it already."""
    if type(value) is not list:
        return False
    if mentions_queries(value):
        return True
    owner = frame.owner if frame.is_class_body else None
    names = owner.attributes if owner is not None else frame.module.env
    for target in targets:
        if target[0] != sk.NAME:
            return True
        known = names.get(target[1], MISSING)
        if known is MISSING or type(frame.engine.world.program.plain(known)) is Unknown:
            return True
    return False


MISSING = object()


def mentions_queries(value: Node) -> bool:
    """Whether an expression calls a method with a query's name, makes a view of something, or holds a function that might."""
    for node in nodes_in(value):
        if node[0] == sk.LAMBDA and len(node) == 4:
            return True
        match node:
            case [sk.CALL, [sk.ATTRIBUTE, _, str() as name, *_], *_] if name in QUERY_WORDS:
                return True
            # `urlpatterns = [path("orders/", Listing.as_view(model=Order))]`
            case [sk.CALL, [sk.ATTRIBUTE, _, "as_view", _, _], list(), [_, *_], _, _]:
                return True
    return False
