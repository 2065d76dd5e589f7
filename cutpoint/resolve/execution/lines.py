"""The line on which an expression begins, where its skeleton tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node

_AT = {sk.NAME: 2, sk.ATTRIBUTE: 3, sk.SUBSCRIPT: 3, sk.CALL: 4, sk.COMPREHENSION: 5}
"""Kind of a node -> the position of its line."""


def line_of(node: Node) -> int:
    """The line of *node*; 0 where neither it nor what it begins with has one."""
    if type(node) is not list:
        return 0
    match node:
        case [kind, *_] if kind in _AT:
            line: int = node[_AT[kind]]
            return line
        case [sk.LIST | sk.TUPLE, _, int() as line]:
            return line
        case [sk.LIST | sk.TUPLE, _, [first, *_]]:
            return int(first)
        case [sk.BINARY, _, [first, *_]]:
            return line_of(first)
    return 0
