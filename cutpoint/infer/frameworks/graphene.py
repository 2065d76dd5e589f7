"""Graphene: `info.context` is the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, Object, Type, one
from cutpoint.infer.conventions import REQUEST

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset({"context"})
METHODS: frozenset[str] = frozenset()


def attribute(_frame: Frame, receiver: Atom, _name: str, _node: Node) -> Type | None:
    """The context of a resolver's `info`."""
    if type(receiver) is Object:
        name = receiver.cls if type(receiver.cls) is str else receiver.cls.name if type(receiver.cls) is Class else ""
        if name.rpartition(".")[2] in ("ResolveInfo", "GraphQLResolveInfo", "Info"):
            return one(Object, REQUEST, INFERRED)
    return None


def method(
    _frame: Frame, _receiver: Atom, _name: str, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node
) -> Type | None:
    """Nothing of its own."""
    return None
