"""Expressions by their shape alone: their parts, and what calls look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.fetched.origins import Value


def fresh(node: Node) -> Value:
    """A value of which nothing is known."""
    return (("other", id(node)), ())


def parts_of(node: Node) -> Iterable[Node]:
    """The expressions right inside one that only puts them together."""
    match node:
        case [sk.FORMATTED, items, *_]:
            return items  # type: ignore[no-any-return]  # a list of nodes
        case [sk.BINARY | sk.UNARY, _, operands]:
            return operands if node[0] == sk.BINARY else [operands]
        case [sk.DICT, items]:
            return [part for pair in items for part in pair]
        case [sk.STAR | sk.YIELD | sk.YIELD_FROM | sk.SLICE | sk.FORMAT, *parts]:
            return parts
    return ()


def is_super(node: Node) -> bool:
    """`super()`."""
    return type(node) is list and node[0] == sk.CALL and type(node[1]) is list and node[1][:2] == [sk.NAME, "super"]


def looks_like_class(function: Node) -> bool:
    """`Order(…)`, `models.Order(…)`: what is made has what it is given."""
    name = (
        function[2]
        if type(function) is list and function[0] == sk.ATTRIBUTE
        else function[1]
        if type(function) is list
        else ""
    )
    return type(name) is str and name[:1].isupper()
