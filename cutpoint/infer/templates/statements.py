"""Statements that only templates have: `{% include %}`, and `{% with %}`, whose names hide others for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.infer.dispatch import evaluate
from cutpoint.infer.targets import assign
from cutpoint.infer.templates.rendering import show, template_names
from cutpoint.infer.templates.tags import run_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame


def _include(frame: Frame, node: Node, env: Env) -> Env:
    _, template, pairs, only, line = node
    frame.statement = (line, line)
    bound = {name: evaluate(frame, value, env) for name, value in pairs}
    around = {} if only else {name: value for name, value in env.items() if type(name) is str}
    for name in template_names(frame, evaluate(frame, template, env)):
        show(frame, name, {**around, **bound}, line)
    return env


def _open(frame: Frame, node: Node, env: Env) -> Env:
    _, pairs, line = node
    frame.statement = (line, line)
    values = [(name, evaluate(frame, value, env)) for name, value in pairs]
    for name, value in values:
        if name in env:
            env[_hidden(name)] = env[name]
        assign(frame, [sk.NAME, name, line], value, env)
    return env


def _close(frame: Frame, node: Node, env: Env) -> Env:
    for name in node[1]:
        before = env.pop(_hidden(name), None)
        assign(frame, [sk.NAME, name, frame.statement[0]], before or (), env)
        if before is None:
            del env[name]
    return env


def _hidden(name: str) -> str:
    # No variable has a space in its name.
    return f"{name} hidden"


STATEMENTS: dict[int, Callable[[Frame, Node, Env], Env | None]] = {
    sk.INCLUDE: _include,
    sk.OPEN: _open,
    sk.CLOSE: _close,
    sk.TAG: run_tag,
}
