"""What `x is y`, `type(x) is Order` and `model in (Order, Line)` tell where they hold, and where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import NOTHING, SENTINEL, Constant, ModelClass, Plain, Type, Unknown, type_of
from cutpoint.domain.walking import kind_of
from cutpoint.infer.identity_tests import models_among, models_in, of_exact_class, with_admitted
from cutpoint.infer.instance_tests import classes_in
from cutpoint.infer.replacing import key_of, replaced

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame


def same(frame: Frame, left: Node, operator: str, right: Node, env: Env, *, truth: bool) -> Env | None:
    """Where both sides are, or are not, the same class or sentinel."""
    match left:
        case [sk.CALL, [sk.NAME, "type", *_], [subject], [], *_]:
            exact = of_exact_class(frame, frame.peek(subject, env), right, env) if truth else None
            if exact is None:
                return env
            return replaced(frame, subject, env, lambda _: exact) if exact else None
    changed = with_admitted(frame, left, right, env, truth=truth)
    if changed is not env:
        return changed
    if key_of(left) is not None and ModelClass in map(type, value := frame.peek(left, env)):
        return _of_models(frame, left, value, models_in(frame, [sk.TUPLE, [right]], env), env, truth=truth)
    if kind_of(right) != sk.NAME or not operator.startswith("is"):
        return env
    return _identical(frame, left, right, env, truth=truth)


def _identical(frame: Frame, left: Node, right: Node, env: Env, *, truth: bool) -> Env | None:
    """Where `x is UNSET` holds or does not: nothing else is a sentinel."""
    sentinel = frame.peek(right, env)
    if len(sentinel) != 1 or type(sentinel[0]) is not Constant or sentinel[0].kind != SENTINEL:
        return env
    value = frame.peek(left, env)
    if truth:
        return (
            env if not value or any(each is sentinel[0] or type(each) in (Unknown, Plain) for each in value) else None
        )
    rest = [each for each in value if each is not sentinel[0]]
    return replaced(frame, left, env, lambda _: type_of(*rest)) if rest or not value else None


def among(frame: Frame, left: Node, right: Node, env: Env, *, truth: bool) -> Env | None:
    """Where `x in (Order, Line)` holds, or does not."""
    value = frame.peek(left, env) if key_of(left) is not None else NOTHING
    if ModelClass not in map(type, value):
        return replaced(frame, left, env, lambda value: _one_of(frame, value, right, env)) if truth else env
    return _of_models(frame, left, value, models_in(frame, right, env), env, truth=truth)


def _of_models(frame: Frame, left: Node, value: Type, models: list[str] | None, env: Env, *, truth: bool) -> Env | None:
    if models is None:
        return env
    rest = models_among(frame, value, models, truth=truth)
    return replaced(frame, left, env, lambda _: rest) if rest else None


def _one_of(frame: Frame, value: Type, allowed: Node, env: Env) -> Type:
    """*value* where `value in allowed` holds: an unknown one is any of these classes."""
    if Unknown not in map(type, value):
        return value
    frame.chooses = True
    return type_of(*classes_in(frame, frame.peek(allowed, env))) or value
