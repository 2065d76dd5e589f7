"""Whether a row is new, where code asks: `if created:`, `if self._state.adding:`, `is_new = not self.pk`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import FALSE, PLAIN, STORED, TRUE, Row
from cutpoint.domain.walking import nodes_in
from cutpoint.infer.told_texts import text_truth

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Env, Frame

_KEYS = frozenset({"pk", "id"})
_ASKING = frozenset({sk.UNARY, sk.CALL, sk.COMPARE, sk.ATTRIBUTE})
"""Kinds of nodes, besides names, of which anything may be known."""


def known_truth(frame: Frame, node: Node, env: Env) -> bool | None:
    """Whether *node* is true: a flag that was set here or handed over, or a question to a text or to a row that is stored."""
    kind = node[0] if type(node) is list else None
    if kind == sk.NAME:
        name = node[1]
        value = env.get(name)
        if (value is not TRUE and value is not FALSE) or name in frame.shared or name in frame.outward:
            return None
        return value is TRUE
    if kind not in _ASKING:
        return None
    match node:
        case [sk.UNARY, "not", inner]:
            truth = known_truth(frame, inner, env)
            return None if truth is None else not truth
        case [sk.CALL, [sk.NAME, "bool", *_], [inner], [], *_]:
            return known_truth(frame, inner, env)
        case [sk.COMPARE, inner, [("is" | "is not" | "==" | "!=") as operator], [None]] if _is_key(frame, inner, env):
            return operator in ("is not", "!=")
        case [sk.ATTRIBUTE, [sk.ATTRIBUTE, [sk.NAME, *_] as base, "_state", *_], "adding", *_] if _is_stored(base, env):
            return False
        case [sk.ATTRIBUTE, *_] if _is_key(frame, node, env):
            return True
    return text_truth(frame, node, env)


def flag(frame: Frame, node: Node, env: Env) -> Type:
    """The value of `is_new = not self.pk`; of the key itself nothing is kept."""
    if type(node) is not list or (node[0] == sk.ATTRIBUTE and node[2] != "adding"):
        return PLAIN
    truth = known_truth(frame, node, env)
    return PLAIN if truth is None else TRUE if truth else FALSE


def _is_key(frame: Frame, node: Node, env: Env) -> bool:
    """Whether *node* is the key of a row that has one."""
    match node:
        case [sk.ATTRIBUTE, [sk.NAME, str() as base, *_], str() as name, *_]:
            # What was stored in it here may be anything, and a delete of the row itself takes its key.
            is_own = frame.receiver is not None and any(each is frame.receiver for each in env.get(base, ()))
            goes = is_own and frame.function is not None and "delete" in frame.function.name
            if (base, name) in env or goes or not _is_stored(node[1], env):
                return False
            space = frame.engine.world.space
            return all(name in _KEYS or name == space.pk(each.label) for each in env[base] if type(each) is Row)
    return False


def _is_stored(base: Node, env: Env) -> bool:
    value = env.get(base[1], ())
    return bool(value) and all(type(each) is Row and each.state == STORED for each in value)


def asks_for_newness(engine: Engine, function: Function) -> bool:
    """Whether what a method does may depend on whether its row is stored already."""
    known = engine.known.asks_for_newness.get(function)
    if known is None:
        own = function.parameters[0][0] if function.parameters else ""
        known = engine.known.asks_for_newness[function] = _asks(engine.body_of(function), own)
    return known


def _asks(body: Node, own: str) -> bool:
    """Whether *body* looks at `self._state`, or at whether there is `self.pk`."""
    for node in nodes_in(*body):
        match node:
            case [sk.ATTRIBUTE, [sk.NAME, name, *_], "_state", *_] if name == own:
                return True
            case [sk.IF, branches, *_] if any(_is_question(branch[0], own) for branch in branches):
                return True
            case [sk.UNARY | sk.COMPARE | sk.BOOLEAN | sk.CONDITIONAL | sk.CALL, *_] if _is_question(node, own):
                return True
    return False


def _is_question(node: Node, own: str) -> bool:
    match node:
        case [sk.ATTRIBUTE, [sk.NAME, name, *_], key, *_]:
            return name == own and key in _KEYS
        case [sk.UNARY, "not", inner] | [sk.CALL, [sk.NAME, "bool", *_], [inner], [], *_]:
            return _is_question(inner, own)
        case [sk.COMPARE, inner, ["is" | "is not" | "==" | "!="], [None]]:
            return _is_question(inner, own)
        case [sk.BOOLEAN, _, operands]:
            return any(_is_question(each, own) for each in operands)
        case [sk.CONDITIONAL, test, *_]:
            return _is_question(test, own)
    return False
