"""Local names that stand for an attribute all through a function: `model = self.queryset.model`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame


def is_attribute(frame: Frame, node: Node) -> bool:
    """Whether *node* is an attribute, or a local name that is only ever assigned one."""
    if node[0] == sk.ATTRIBUTE:
        return True
    function = frame.function
    if node[0] != sk.NAME or function is None or function.is_lambda:
        return False
    known = frame.engine.known.aliases.get(function)
    if known is None:
        known = frame.engine.known.aliases[function] = _aliases_in(frame.engine.body_of(function))
    return node[1] in known


def _aliases_in(body: Node) -> frozenset[str]:
    assigned: dict[str, list[bool]] = {}
    stack = [body]
    while stack:
        node = stack.pop()
        if type(node) is not list or not node:
            continue
        match node:
            case [sk.ASSIGN, targets, value, *_]:
                is_one = type(value) is list and value[0] == sk.ATTRIBUTE
                for target in targets:
                    if target[0] == sk.NAME:
                        assigned.setdefault(target[1], []).append(is_one and len(targets) == 1)
            case [sk.FOR, target, *_] | [sk.NAMED, target, *_]:
                for name in _names_in([sk.NAME, target, 0] if type(target) is str else target):
                    assigned.setdefault(name, []).append(False)
        stack.extend(node)
    return frozenset(name for name, ways in assigned.items() if ways == [True])


def _names_in(target: Node) -> list[str]:
    if type(target) is not list or not target:
        return []
    if target[0] == sk.NAME:
        return [target[1]]
    return [name for part in target[1] for name in _names_in(part)] if target[0] in (sk.TUPLE, sk.LIST) else []
