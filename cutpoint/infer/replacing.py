"""What holds for a local name, or for an attribute of one, where a test says more about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Env, Frame


def key_of(node: Node) -> object:
    """What *env* holds it under; None where it holds no such thing."""
    match node:
        case [sk.NAME, name, *_]:
            return name
        case [sk.ATTRIBUTE, [sk.NAME, base, *_], name, *_]:
            return (base, name)
        case [sk.NAMED, name, _]:
            return name
    return None


def replaced(frame: Frame, node: Node, env: Env, change: Callable[[Type], Type]) -> Env:
    """*env* with the changed type of *node*; itself where nothing is changed, or nothing can be kept."""
    key = key_of(node)
    if key is None:
        return env
    value = env.get(key)
    if value is None:
        if type(key) is not tuple:
            return env
        # Looking at it again tells nothing new, and sees no use twice: the test has been evaluated already.
        value = frame.peek(node, env)
        if not value:
            return env
    result = change(value)
    if result is value:
        return env
    changed = dict(env)
    changed[key] = result
    return changed
