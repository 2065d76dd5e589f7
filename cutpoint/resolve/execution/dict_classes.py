"""Instances of classes that inherit from dict: what they hold, as registries of a project often are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.values import Mapping, Symbol, Value

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter

DICTS = frozenset(
    {"builtins.dict", "collections.OrderedDict", "collections.defaultdict", "collections.UserDict", "typing.Dict"}
)
_DEFAULT = "collections.defaultdict"
_HELD = " what it holds"
"""Under a name that no code can spell."""


def held_by(run: Interpreter, value: Value) -> Value:
    """The Mapping that an instance of such a class holds; *value* itself when it is anything else."""
    if type(value) is not Instance:
        return value
    known = value.attributes.get(_HELD)
    if known is not None:
        return known
    cls = run.plain(value.callee)
    if type(cls) is Symbol and cls.name == _DEFAULT:
        return _held(run, value, value.arguments[1:], value.arguments[0] if value.arguments else None)
    if type(cls) is not Class or not any(type(base) is Symbol and base.name in DICTS for base in run.linear(cls)):
        return value
    return _held(run, value, value.arguments, None)


def _held(run: Interpreter, value: Instance, arguments: list[Value], factory: Value) -> Mapping:
    first = run.plain(arguments[0]) if arguments else None
    given = first if type(first) is Mapping else Mapping({})
    held = Mapping({**given.items, **value.keywords}, is_open=given.open, factory=factory)
    value.attributes[_HELD] = held
    return held


def item_of(run: Interpreter, mapping: Mapping, key: Value) -> Value | None:
    """What *mapping* has under *key*, made by its factory when it is a defaultdict; None when there is nothing."""
    if key in mapping.items:
        return mapping.items[key]
    if mapping.factory is None:
        return None
    made = run.call(mapping.factory, [], {}, run.here)
    mapping.items[key] = made
    return made
