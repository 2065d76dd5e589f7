"""Local names that stand for an attribute or a call all through a function: `model = self.queryset.model`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.walking import kind_of, nodes_in

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame


def is_attribute(frame: Frame, node: Node) -> bool:
    """Whether *node* is an attribute, or a local name that is only ever assigned one."""
    if kind_of(node) == sk.ATTRIBUTE:
        return True
    function = frame.function
    if kind_of(node) != sk.NAME or function is None or function.is_lambda:
        return False
    value = _aliases_of(frame, function).get(node[1])
    return value is not None and kind_of(value) == sk.ATTRIBUTE


def assigned_call(frame: Frame, node: Node) -> Node:
    """The expression that a local name stands for all through a function, if it is a call; *node* itself otherwise."""
    function = frame.function
    if type(node) is not list or node[0] != sk.NAME or function is None or function.is_lambda:
        return node
    value = _aliases_of(frame, function).get(node[1])
    is_whole = value is not None and kind_of(value) == sk.CALL and node[1] not in frame.args
    return value if is_whole else node


def _aliases_of(frame: Frame, function: Function) -> dict[str, Node]:
    known = frame.engine.known.aliases.get(function)
    if known is None:
        known = frame.engine.known.aliases[function] = _aliases_in(frame.engine.body_of(function))
    return known


def _aliases_in(body: Node) -> dict[str, Node]:
    """Each local name that is assigned once, and to an attribute or a call -> that."""
    assigned: dict[str, list[Node]] = {}
    for node in nodes_in(*body):
        match node:
            case [sk.ASSIGN, targets, value, *_]:
                is_one = type(value) is list and value[0] in (sk.ATTRIBUTE, sk.CALL) and len(targets) == 1
                for target in targets:
                    if target[0] == sk.NAME:
                        assigned.setdefault(target[1], []).append(value if is_one else None)
            case [sk.FOR, target, *_] | [sk.NAMED, target, *_]:
                for name in _names_in([sk.NAME, target, 0] if type(target) is str else target):
                    assigned.setdefault(name, []).append(None)
    return {name: ways[0] for name, ways in assigned.items() if len(ways) == 1 and ways[0] is not None}


def _names_in(target: Node) -> list[str]:
    if type(target) is not list or not target:
        return []
    if target[0] == sk.NAME:
        return [target[1]]
    return [name for part in target[1] for name in _names_in(part)] if target[0] in (sk.TUPLE, sk.LIST) else []
