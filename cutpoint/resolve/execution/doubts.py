"""Doubts: one value for several, a value without its doubts, and values that are known well enough to be keys."""

from __future__ import annotations

from cutpoint.domain.objects import Bound, Class, Function, Instance
from cutpoint.domain.values import Either, Guess, Symbol, Unknown, Unlikely, Value


def is_key(value: Value) -> bool:
    """Whether *value* is known well enough to be the key of a Mapping."""
    return isinstance(value, str | int | float | Symbol | Class | Function | None) or (
        type(value) is tuple and all(map(is_key, value))
    )


def settled(value: Value) -> Value:
    """*value* without the marks of doubt: the default of a guess, the likeliest of several."""
    while True:
        if type(value) is Guess or type(value) is Unlikely:
            value = value.value
        elif type(value) is Either:
            value = value.options[0]
        else:
            return value


# A value that may be more things than these is not known well enough to be worth keeping them all.
_MOST_OPTIONS = 8


def either(values: list[Value]) -> Value:
    """One value for several: the known before the unknown, something before None, in the given order."""
    options: list[Value] = []
    seen: set[object] = set()
    for value in values:
        for option in value.options if type(value) is Either else (value,):
            key = (type(option), option) if type(option) in _CONSTANTS else id(option)
            if key not in seen:
                seen.add(key)
                options.append(option)
    if len(options) == 1:
        return options[0]
    options.sort(key=_doubt)
    return Either(tuple(options[:_MOST_OPTIONS]))


_CONSTANTS = frozenset({str, int, bool, float, type(None)})


def _doubt(value: Value) -> int:
    if type(value) is Unknown:
        return 3
    if value is None:
        return 2
    of_library = type(value) is Symbol or (type(value) is Instance and type(value.callee) is Symbol)
    return 1 if of_library else 0


def why_unknown(value: Value) -> str:
    """Why the plain *value* is none that static execution has: its own reason, or whose call it came from."""
    if type(value) is Unknown:
        return value.reason
    name = _called(value)
    return f"{name} gives what only run time knows" if name else "a value that only run time knows"


def _called(value: Value) -> str:
    """`requests.get()` for whatever comes out of that call."""
    while type(value) is Instance:
        callee = value.callee
        if type(callee) is Symbol:
            return f"{callee.name}()"
        value = callee.receiver if type(callee) is Bound else callee
    return value.name if type(value) is Symbol else ""
