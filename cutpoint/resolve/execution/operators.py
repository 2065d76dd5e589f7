"""Operators on values: what they give when both sides are known, and Unknown when not."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance, Module
from cutpoint.domain.values import (
    Either,
    Guess,
    Mapping,
    PathText,
    Place,
    Sequence,
    Symbol,
    Unknown,
    Unlikely,
    Value,
    check_size,
)
from cutpoint.resolve.execution.dict_classes import held_by
from cutpoint.resolve.execution.doubts import why_unknown
from cutpoint.resolve.execution.places import path_at
from cutpoint.resolve.execution.targets import merged
from cutpoint.resolve.execution.texts import percent_parts, put_together

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter

_PERMISSIONS = "permissions"
_PERCENT = re.compile(r"%(?:\((\w+)\))?([sdr%])")


def binary(run: Interpreter, operator: str, left: Value, right: Value, place: Place) -> Value:
    """`left operator right`."""
    if operator == "+":
        left, right = merged(run, left), merged(run, right)
    left, right = run.plain(left), run.plain(right)
    if operator == "+" or (operator == "|" and type(left) is Sequence):
        added = _add(left, right, place)
        if added is not None:
            return added
    if operator == "/" and isinstance(left, PathText) and isinstance(right, str):
        return path_at(posixpath.join(left, right), place=place)
    if operator == "%" and isinstance(left, str):
        return percent_format(run, left, right)
    if operator == "|" and type(left) is Mapping and type(right) is Mapping:
        result = Mapping(dict(left.items), is_open=left.open or right.open)
        result.update(right.items)
        return result
    if operator == "-" and type(left) is Sequence and type(right) in (Sequence, tuple):
        gone = right.items if type(right) is Sequence else right
        return Sequence([item for item in left.items if not _among(item, gone)], kind=left.kind)
    if operator in ("&", "|") and _are_permissions(run, left) and _are_permissions(run, right):
        return Sequence([*_permissions_in(left), *_permissions_in(right)], kind=_PERMISSIONS)
    if operator == "&" and type(left) is Sequence and type(right) is Sequence:
        return Sequence([item for item in left.items if _among(item, right.items)], kind=left.kind)
    if operator == "*" and type(left) is Sequence and type(right) is int:
        check_size(len(left.items) * right)
        return Sequence(left.items * right, left.places * right, left.kind)
    if type(left) in (int, bool) and type(right) in (int, bool):
        return _arithmetic(operator, left, right)
    if operator == "*" and type(left) in (list, tuple, str) and type(right) is int:
        check_size(len(left) * right)
        return left * right
    return Unknown("an operation on unknown values", place)


def _are_permissions(run: Interpreter, value: Value) -> bool:
    """Whether it is a permission of Django REST framework, or what operators have made of several."""
    if type(value) is Class:
        return any(getattr(base, "name", "").rpartition(".")[2] == "BasePermission" for base in run.linear(value))
    if type(value) is Symbol:
        return value.name.startswith("rest_framework.permissions.")
    return type(value) is Sequence and value.kind == _PERMISSIONS


def _permissions_in(value: Value) -> list[Value]:
    return value.items if type(value) is Sequence else [value]


def _add(left: Value, right: Value, place: Place) -> Value:
    if isinstance(left, str) and isinstance(right, str):
        check_size(len(left) + len(right))
        return left + right
    left_known, right_known = type(left) in (tuple, Sequence), type(right) in (tuple, Sequence)
    if not left_known and not right_known:
        of_text = (_is_text(left) or _is_text(right)) and not isinstance(left, int) and not isinstance(right, int)
        return put_together([left, right], place) if of_text else None
    result = Sequence([], kind=left.kind if type(left) is Sequence else "list")
    for side, known in ((left, left_known), (right, right_known)):
        if not known:
            result.append(Unknown(why_unknown(side), place), place)
        elif type(side) is tuple:
            result.extend(list(side), [place] * len(side))
        else:
            result.extend(side.items, [at or place for at in side.places])
    return tuple(result.items) if type(left) is tuple and type(right) is tuple else result


def _is_text(value: Value) -> bool:
    return isinstance(value, str) or (type(value) is Unknown and bool(value.text))


def _arithmetic(operator: str, left: int, right: int) -> Value:
    # A product has the bits of both; ten for one keeps a number within what Python writes as a text.
    check_size(10 * (left.bit_length() + right.bit_length()))
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "//" if right:
            return left // right
        case "%" if right:
            return left % right
        case "|":
            return left | right
        case "&":
            return left & right
    return Unknown("arithmetic")


def percent_format(run: Interpreter, text: str, values: Value) -> Value:
    """`text % values` for %s, %d and %r without widths."""
    found, position = [], 0
    for each in _PERCENT.finditer(text):
        found.append((text[position : each.start()], each[1] or "", each[2]))
        position = each.end()
    return put_together([*map(run.plain, percent_parts(found, values)), text[position:]])


def unary(run: Interpreter, operator: str, value: Value) -> Value:
    """`not value`, `-value`."""
    if operator == "not":
        decided, likely = run.truth(value)
        if decided is None:
            return Unknown("a test that only run time decides") if likely is None else Guess(not likely)
        return not decided
    value = run.plain(value)
    if operator == "-" and type(value) in (int, float):
        return -value
    return Unknown("an operation on an unknown value")


def compare(run: Interpreter, operator: str, left: Value, right: Value) -> Value:
    """True, False, or Unknown when only run time decides."""
    left, right = run.force(left), run.force(right)
    if type(left) in _DOUBTFUL or type(right) in _DOUBTFUL:
        likely = compare(run, operator, run.plain(left), run.plain(right))
        return Guess(likely) if isinstance(likely, bool) else likely
    if operator in ("in", "not in"):
        inside = _contains(run, right, left)
        return not inside if isinstance(inside, bool) and operator == "not in" else inside
    if operator in ("is", "is not", "==", "!="):
        same = _equal(left, right)
        if same is None:
            return Unknown("a comparison of unknown values")
        return same if operator in ("is", "==") else not same
    if (type(left) is tuple and type(right) is tuple) or (type(left) in (int, float) and type(right) in (int, float)):
        return _ordered(operator, left, right)
    return Unknown("a comparison of unknown values")


def _ordered(operator: str, left: Value, right: Value) -> Value:
    if type(left) is tuple and not all(isinstance(item, _PLAIN) for item in left):
        return Unknown("a comparison of unknown values")
    try:
        match operator:
            case "<":
                return bool(left < right)
            case "<=":
                return bool(left <= right)
            case ">":
                return bool(left > right)
            case _:
                return bool(left >= right)
    except TypeError:
        return Unknown("a comparison of unknown values")


def _contains(run: Interpreter, container: Value, item: Value) -> Value:
    if isinstance(container, str) and isinstance(item, str):
        return item in container
    container = held_by(run, container)
    if type(container) is Mapping and not container.open and isinstance(item, str | int):
        return item in container.items
    items = container.items if type(container) is Sequence else container if type(container) is tuple else None
    if items is None:
        return Unknown("a membership that only run time knows")
    outcomes = [_equal(run.plain(member), item) for member in items]
    if True in outcomes:
        return True
    return Unknown("a membership that only run time knows") if None in outcomes else False


_DOUBTFUL = (Guess, Either, Unlikely)
_PLAIN = (str, int, bool, float, type(None), PathText)
_OBJECTS = (Class, Function, Module, Instance, Sequence, Mapping)


def _equal(left: Value, right: Value) -> bool | None:
    if left is right:
        return True
    if isinstance(left, _PLAIN) and isinstance(right, _PLAIN):
        return bool(left == right)
    if type(left) is Symbol and type(right) is Symbol:
        return True if left.name == right.name else None
    if type(left) in _OBJECTS and (type(right) in _OBJECTS or isinstance(right, _PLAIN)):
        return False
    if isinstance(left, _PLAIN) and type(right) in _OBJECTS:
        return False
    if type(left) is tuple and type(right) is tuple:
        return bool(left == right) if all(isinstance(x, _PLAIN) for x in left + right) else None
    return None


def _among(item: Value, others: list[Value]) -> bool:
    return any(_equal(item, other) for other in others)


def truth_of(value: Value) -> tuple[bool | None, bool | None]:
    """(truth, likely truth) of a value that is forced and not in doubt; both None when there is no knowing."""
    if isinstance(value, _PLAIN):
        return bool(value), bool(value)
    if type(value) is tuple:
        return bool(value), bool(value)
    if type(value) in (Class, Function, Module):
        return True, True
    if type(value) is Sequence:
        known = bool(value.items) and not all(type(item) is Unknown for item in value.items)
        return (True, True) if known else (None, None) if value.items else (False, False)
    if type(value) is Mapping and (value.items or not value.open):
        return bool(value.items), bool(value.items)
    return None, None
