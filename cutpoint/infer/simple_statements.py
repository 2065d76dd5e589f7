"""Statements without statements inside: what each does to local types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import (
    NONE,
    NOTHING,
    PLAIN,
    Container,
    Items,
    Nothing,
    Plain,
    Query,
    Type,
    Unknown,
    join,
    join_all,
    one,
)
from cutpoint.infer.annotations import annotated_type
from cutpoint.infer.definitions import define_class, define_function, run_import
from cutpoint.infer.dispatch import evaluate, item_type
from cutpoint.infer.loaded import keep_given
from cutpoint.infer.local_classes import define_local_class
from cutpoint.infer.narrowing import narrowed
from cutpoint.infer.newness import flag
from cutpoint.infer.targets import assign, delete
from cutpoint.infer.telling import is_telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Env, Frame


def _expression(frame: Frame, node: Node, env: Env) -> Env | None:
    frame.statement = (node[2], node[3])
    evaluate(frame, node[1], env)
    return env


def _assign(frame: Frame, node: Node, env: Env) -> Env | None:
    if frame.function is None and not is_telling(frame, node[1], node[2]):
        return _noted(frame, node[1], env)
    frame.statement = (node[3], node[4])
    value = evaluate(frame, node[2], env)
    if value is PLAIN:
        value = flag(frame, node[2], env)
    for target in node[1]:
        assign(frame, target, value, env)
        keep_given(frame, target, node[2], value, env)
    return env


def _noted(frame: Frame, targets: list[Node], env: Env) -> Env:
    """Names that static execution knows better; classes remember which they declare."""
    for target in targets if frame.is_class_body else ():
        if target[0] == sk.NAME:
            env.setdefault(target[1], NOTHING)
    return env


def _annotated(frame: Frame, node: Node, env: Env) -> Env | None:
    _, target, annotation, value_node, line, end = node
    frame.statement = (line, end)
    said = annotated_type(frame, annotation, env)
    value = evaluate(frame, value_node, env) if value_node != sk.NO_VALUE else NOTHING
    if value_node == sk.NO_VALUE and not frame.is_class_body:
        if said:
            assign(frame, target, said, env)
        return env
    agreed = _agreed(said, value)
    assign(frame, target, agreed, env)
    keep_given(frame, target, value_node, agreed, env)
    return env


def _agreed(said: Type | None, value: Type) -> Type:
    """An annotation decides unless the value says more."""
    if not said:
        return value
    if not value or any(type(each) is Unknown for each in value):
        return said
    return value if all(type(each) not in (Plain, Nothing) for each in value) else join(said, value)


def _augmented(frame: Frame, node: Node, env: Env) -> Env | None:
    _, target, _operator, value_node, line, end = node
    frame.statement = (line, end)
    before = evaluate(frame, target, env)
    value = evaluate(frame, value_node, env)
    if any(type(each) in (Container, Items) for each in before):
        # A list takes the rows of a query.
        value = join_all([_listed(frame, each, value_node) for each in value])
    assign(frame, target, join(before, value), env)
    return env


def _listed(frame: Frame, each: Atom, node: Node) -> Type:
    """What is left of *each* in a list: of a query, its rows."""
    return one(Items, item_type(frame, (each,), node)) if type(each) is Query else (each,)


def _return(frame: Frame, node: Node, env: Env) -> Env | None:
    frame.statement = (node[2], node[3])
    value = evaluate(frame, node[1], env) if node[1] is not None else NONE
    frame.result = join(frame.result, value)
    if frame.receiver is not None and frame.receiver in value:
        frame.self_reads["*"] = True
    return None


def _function(frame: Frame, node: Node, env: Env) -> Env | None:
    value = define_function(frame, node, env)
    env[node[1]] = value
    frame.grow_cell(node[1], value)
    return env


def _class(frame: Frame, node: Node, env: Env) -> Env | None:
    value = define_class(frame, node) if frame.function is None else define_local_class(frame, node, env)
    env[node[1]] = value
    frame.grow_cell(node[1], value)
    return env


def _import(frame: Frame, node: Node, env: Env) -> Env | None:
    run_import(frame, node, env)
    return env


def _delete(frame: Frame, node: Node, env: Env) -> Env | None:
    for target in node[1]:
        delete(frame, target, env)
    return env


def _raise(frame: Frame, node: Node, env: Env) -> Env | None:
    if node[1] is not None:
        frame.statement = (node[2], node[2])
        evaluate(frame, node[1], env)
    return None


def _global(frame: Frame, node: Node, env: Env) -> Env | None:
    frame.outward |= frozenset(node[1])
    return env


def _jump(frame: Frame, _node: Node, env: Env) -> Env | None:
    frame.jumps.append(env)
    return None


def _assert(frame: Frame, node: Node, env: Env) -> Env | None:
    frame.statement = (node[2], node[2])
    evaluate(frame, node[1], env)
    return narrowed(frame, node[1], env, truth=True) or env


SIMPLE: dict[int, Callable[[Frame, Node, Env], Env | None]] = {
    sk.EXPRESSION: _expression,
    sk.ASSIGN: _assign,
    sk.ANNOTATED: _annotated,
    sk.AUGMENTED: _augmented,
    sk.RETURN: _return,
    sk.IMPORT: _import,
    sk.FROM: _import,
    sk.FUNCTION: _function,
    sk.CLASS: _class,
    sk.DELETE: _delete,
    sk.RAISE: _raise,
    sk.GLOBAL: _global,
    sk.BREAK: _jump,
    sk.CONTINUE: _jump,
    sk.ASSERT: _assert,
}
