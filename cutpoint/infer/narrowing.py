"""What a test tells of local types where it holds: `isinstance`, `is None`, truth, `and`, `or`, `not`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import (
    NONE,
    NOTHING,
    ClassOf,
    LibraryMethod,
    ModelClass,
    Nothing,
    Plain,
    Query,
    Row,
    Type,
    Unknown,
    type_of,
)
from cutpoint.domain.walking import kind_of
from cutpoint.infer.aliases import is_attribute
from cutpoint.infer.attribute_tests import asked_of, classes_with, queries_with, rows_with
from cutpoint.infer.dispatch import evaluate
from cutpoint.infer.given_attributes import is_given, is_variant
from cutpoint.infer.instance_tests import are_named, classes_in, is_always, not_instances, only_instances
from cutpoint.infer.kept_empty import are_kept_empty
from cutpoint.infer.membership_tests import among, same
from cutpoint.infer.model_fields import chosen
from cutpoint.infer.newness import known_truth
from cutpoint.infer.replacing import key_of, replaced
from cutpoint.infer.subclass_tests import classes_left, queries_left

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Env, Frame
    from cutpoint.infer.subclass_tests import Tested


def narrowed(frame: Frame, test: Node, env: Env, *, truth: bool) -> Env | None:
    """*env* where *test* is *truth*: itself, or a changed copy; None when that cannot be."""
    known = known_truth(frame, test, env)
    if known is not None and known is not truth:
        return None
    if type(test) is list and test[0] in (sk.NAME, sk.ATTRIBUTE):
        # What is tested most comes first.
        return _truthy(frame, test, env) if truth else _falsy(frame, test, env)
    match test:
        case bool():
            return env if test is truth else None
        case [sk.UNARY, "not", inner]:
            return narrowed(frame, inner, env, truth=not truth)
        case [sk.BOOLEAN, operator, operands]:
            return _boolean(frame, operator, operands, env, truth=truth)
        case [sk.COMPARE, left, [("is" | "is not" | "==" | "!=") as operator], [None]]:
            is_none = (operator in ("is", "==")) is truth
            return _only_none(frame, left, env) if is_none else _not_none(frame, left, env)
        case [sk.COMPARE, left, [("is" | "is not" | "==" | "!=") as operator], [list() as right]]:
            return same(frame, left, operator, right, env, truth=(operator in ("is", "==")) is truth)
        case [sk.CALL, [sk.NAME, "isinstance" | "issubclass" | "hasattr" | "getattr", *_], [_, _, *_], *_]:
            return _asked(frame, test, env, truth=truth)
        case [sk.COMPARE, [sk.ATTRIBUTE, field, "name" | "attname", *_], [("in" | "not in") as operator], [_]] if (
            operator == "in"
        ) is truth:
            return replaced(frame, field, env, chosen)
        case [sk.COMPARE, left, [("in" | "not in") as operator], [right]]:
            return among(frame, left, right, env, truth=(operator == "in") is truth)
        case [sk.NAMED, name, _] if truth:
            return _truthy(frame, [sk.NAME, name, 0], env)
    return env


def _asked(frame: Frame, test: Node, env: Env, *, truth: bool) -> Env | None:
    """Where `isinstance(x, Order)`, `issubclass(x, Order)`, `hasattr(x, "name")` or `getattr(x, "name", None)` is *truth*."""
    asked = test[1][1]
    subject, other = test[2][:2]
    if type(subject) is not list:
        # `isinstance(None, Order)`: no name is known better after it.
        return env
    if asked == "getattr":
        return _by_attribute(frame, test, env, truth=truth)
    if asked == "hasattr":
        return _of_attributes(frame, subject, other, env, truth=truth) if type(other) is str else env
    allowed = evaluate(frame, other, env)
    if asked == "issubclass":
        return _of_subclasses(frame, subject, classes_in(frame, allowed), env, truth=truth)
    if not truth:
        if is_always(frame, subject, env, allowed):
            return None
        return replaced(frame, subject, env, lambda value: not_instances(frame, value, allowed))
    named = are_named(other, env)
    changed = replaced(frame, subject, env, lambda value: only_instances(frame, value, allowed, are_named=named))
    # Rows of other models are none of these.
    return None if changed is not env and not changed[key_of(subject)] else changed


def _boolean(frame: Frame, operator: str, operands: list[Node], env: Env, *, truth: bool) -> Env | None:
    if (operator == "and") is truth:
        current: Env | None = env
        for operand in operands:
            if current is None:
                return None
            current = narrowed(frame, operand, current, truth=truth)
        return current
    return env


def _of_subclasses(frame: Frame, subject: Node, classes: list[Tested], env: Env, *, truth: bool) -> Env | None:
    """Where `issubclass(model, Order)` is *truth*; None when it is never, for none of the classes that *subject* may be."""
    value = _told(frame, subject, env)
    if not classes or not value:
        return env
    if truth and Unknown in map(type, value):
        frame.chooses = True
    left = classes_left(frame, value, classes, truth=truth)
    return _left(frame, subject, env, left, lambda value: queries_left(frame, value, classes, truth=truth))


def _left(frame: Frame, subject: Node, env: Env, left: Type, of_queries: Callable[[Type], Type]) -> Env | None:
    """*env* where *subject* is one of the classes *left*; None where there are none."""
    if not left:
        return None
    env = replaced(frame, subject, env, lambda _: left)
    if kind_of(subject) == sk.ATTRIBUTE and subject[2] == "model":
        # `issubclass(self.queryset.model, Location)`: it is the queryset that is one of its rows.
        return replaced(frame, subject[1], env, of_queries)
    return env


def _told(frame: Frame, subject: Node, env: Env) -> Type:
    """What a test is about: of an attribute, only what is known of it."""
    value = frame.peek(subject, env)
    if is_attribute(frame, subject):
        # Of a class attribute, running the class body and what is stored there speak both: one of them may know less.
        # A manager of an abstract model, as it is seen from outside, has no model.
        return type_of(*[each for each in value if not _knows_nothing(each)]) or value
    return value


def _knows_nothing(each: Atom) -> bool:
    # An attribute of something of a library is a method of it, as far as is known.
    return type(each) in (Unknown, Plain, LibraryMethod) or getattr(each, "label", None) == ""


def _of_attributes(frame: Frame, subject: Node, name: str, env: Env, *, truth: bool) -> Env | None:
    """Where `hasattr(model, "to_yaml")` is *truth*; None when it is never, for none of the classes that *subject* may be."""
    if key_of(subject) is None and not (type(subject) is list and subject[0] == sk.ATTRIBUTE):
        return env
    value = _told(frame, subject, env)
    if Row in map(type, value):
        return _rows_left(frame, subject, env, rows_with(frame, value, name, truth=truth, is_value=False))
    left = classes_with(frame, value, name, truth=truth)
    if left is value or not value:
        return env
    return _left(frame, subject, env, left, lambda value: queries_with(frame, value, name, truth=truth))


def _by_attribute(frame: Frame, test: Node, env: Env, *, truth: bool) -> Env | None:
    """*env* where `getattr(row, "live", None)`, as it stands or by a local name, is there or is not: for some rows it never is."""
    asked = asked_of(frame, test)
    if asked is None or key_of(asked[0]) is None:
        return env
    subject, name = asked
    value = frame.peek(subject, env)
    left = rows_with(frame, value, name, truth=truth, is_value=True)
    return _rows_left(frame, subject, env, left) if left is not value else env


def _rows_left(frame: Frame, subject: Node, env: Env, left: Type) -> Env | None:
    return replaced(frame, subject, env, lambda _: left) if left else None


def _only_none(frame: Frame, left: Node, env: Env) -> Env | None:
    """Where `x is None`."""
    if _is_handed_over(frame, left, env):
        return None
    known = _by_attribute(frame, left, env, truth=False)
    return replaced(frame, left, known, lambda _: NONE) if known is not None else None


def _not_none(frame: Frame, left: Node, env: Env) -> Env | None:
    """Where `x is not None`."""
    known = _by_attribute(frame, left, env, truth=True)
    return replaced(frame, left, known, without_none) if known is not None else None


def _is_handed_over(frame: Frame, node: Node, env: Env) -> bool:
    """Whether library code asks whether it was given a row, and was: `def remove(perm, user, obj=None)`."""
    if frame.module.found.ours or kind_of(node) != sk.NAME or not (value := env.get(node[1])):
        return False
    return value is frame.args.get(node[1]) and all(type(each) in _ROWS for each in value)


_ROWS = frozenset({Row, Query})


def _truthy(frame: Frame, test: Node, env: Env) -> Env | None:
    """Where `x` is true, it is not None; where it is None for all makers of `self`, nothing gets there."""
    if kind_of(test) == sk.NAME:
        value = env.get(test[1], NOTHING)
        if (value is NONE and is_variant(frame)) or are_kept_empty(frame, value, test[1]):
            return None
        if Nothing in map(type, value):
            return _not_none(frame, test, env)
    return replaced(frame, test, env, without_none)


def _falsy(frame: Frame, test: Node, env: Env) -> Env | None:
    """Where `x` is false, rows are not there: a row is always true."""
    if is_given(frame, test, env):
        return None
    if kind_of(test) == sk.NAME and Nothing in map(type, env.get(test[1], NOTHING)):
        known = _by_attribute(frame, test, env, truth=False)
        return replaced(frame, test, known, _no_rows) if known is not None else None
    return replaced(frame, test, env, _no_rows)


def _no_rows(value: Type) -> Type:
    if value and _ALWAYS_TRUE.isdisjoint(map(type, value)):
        return value
    kept = [each for each in value if type(each) not in _ALWAYS_TRUE]
    return type_of(*kept) if kept else NONE


_ALWAYS_TRUE = frozenset({Row, ModelClass, ClassOf})


def without_none(value: Type) -> Type:
    """*value* without None."""
    if len(value) > 1 and Nothing in map(type, value):
        return type_of(*[each for each in value if type(each) is not Nothing])
    return NOTHING if value is NONE else value
