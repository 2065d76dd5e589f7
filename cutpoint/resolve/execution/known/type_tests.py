"""Builtins that ask what a value is and what it has: getattr, hasattr, isinstance, issubclass, callable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Bound, Class, Function, Instance, Module, Partial
from cutpoint.domain.values import Guess, Mapping, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.execution.attributes import MISSING, attribute_of
from cutpoint.resolve.execution.class_registry import metaclass_of
from cutpoint.resolve.execution.doubts import either
from cutpoint.resolve.execution.targets import set_attribute, unknown_names

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction


def _getattr(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    name = run.plain(a[1]) if len(a) > 1 else None
    if not isinstance(name, str):
        return Unknown("getattr with a name that only run time knows", place)
    owner = run.plain(a[0])
    if type(owner) is Symbol and owner.name == "django.conf.settings":
        found, value = run.setting(name)
        if found:
            return value
        return a[2] if len(a) > 2 else Unknown(f"the setting {name}", place)
    value = attribute_of(run, owner, name)
    if len(a) < 3:
        return Unknown(f"no attribute {name}", place) if value is MISSING else value
    if value is MISSING or _surely_lacks(run, owner, name):
        return a[2]
    if type(owner) is Symbol and run.index.top_level_is_ours(owner.name):
        # A module of the project that is not in the tree, as one of local settings: it may say more than the default.
        return Guess(a[2])
    # Whether a library's class has the attribute is not known.
    return either([value, a[2]]) if type(value) in (Bound, Unknown) else value


def _surely_lacks(run: Interpreter, owner: Value, name: str) -> bool:
    """Whether a module of ours, as far as it has run, has no such name, and none can come from elsewhere."""
    if type(owner) is not Module or not owner.found.ours or owner.found.file is None or name in owner.env:
        return False
    is_below = run.index.find(f"{owner.name}.{name}") is not None
    return not (is_below or owner.star_sources or "__getattr__" in owner.env)


def _setattr(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    if len(a) == 3:
        name = run.plain(a[1])
        owner = run.plain(a[0])
        if isinstance(name, str):
            set_attribute(run, owner, name, a[2], place.line)
        elif type(owner) is Module:
            unknown_names(run, place)
    return None


def _hasattr(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    name = run.plain(a[1]) if len(a) > 1 else None
    if not isinstance(name, str):
        return Unknown("hasattr with a name that only run time knows", place)
    owner = run.plain(a[0])
    if type(owner) is Symbol and owner.name == "django.conf.settings":
        return run.setting(name)[0]
    value = attribute_of(run, owner, name)
    if value is MISSING or _surely_lacks(run, owner, name):
        return False
    return Unknown("hasattr of a library's object", place) if type(value) in (Bound, Unknown, Symbol) else True


def _isinstance(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    value, wanted = (run.plain(a[0]), run.plain(a[1])) if len(a) == 2 else (None, None)
    kinds = wanted if type(wanted) is tuple else (wanted,)
    outcomes = [_is_instance_of(run, value, run.plain(kind)) for kind in kinds]
    if True in outcomes:
        return True
    return Unknown("isinstance of an unknown value", place) if None in outcomes else False


_PLAIN_KINDS = {"str": str, "int": int, "bool": bool, "float": float}
_NO_CONTAINERS = frozenset({*_PLAIN_KINDS, "bytes"})


def _is_instance_of(run: Interpreter, value: Value, kind: Value) -> bool | None:
    if type(kind) is Symbol:
        name = kind.last
        if isinstance(value, str | int | float | None):
            return isinstance(value, _PLAIN_KINDS[name]) if name in _PLAIN_KINDS else False
        if type(value) in (Sequence, Mapping, tuple):
            said = "tuple" if type(value) is tuple else "dict" if type(value) is Mapping else value.kind
            return name == said or (False if name in _NO_CONTAINERS else None)
        if type(value) is Class and name == "type":
            return True
        if type(value) is Class and kind.name.startswith("builtins."):
            return False
    if type(value) is Class and type(kind) is Class:
        metaclass = metaclass_of(run, value)
        return _is_subclass_of(run, metaclass, kind) if type(metaclass) is Class else False
    if type(value) is Instance:
        callee = run.plain(value.callee)
        if type(callee) is Class and type(kind) in (Class, Symbol):
            return _is_subclass_of(run, callee, kind)
        if type(callee) is Symbol and type(kind) is Symbol:
            return True if callee.last == kind.last else None
        if type(callee) is Symbol and callee.last[:1].isupper() and type(kind) is Class and kind.module.found.ours:
            # A library's class is written without knowing the project's.
            return False
    # Neither a constant nor a library's class is an instance of a class of the analyzed code.
    return False if type(kind) is Class and isinstance(value, str | int | Symbol | None) else None


def _is_subclass_of(run: Interpreter, cls: Class, kind: Value) -> bool | None:
    order = run.linear(cls)
    if any(
        base is kind or (type(base) is Symbol and type(kind) is Symbol and base.name == kind.name) for base in order
    ):
        return True
    return None if any(type(base) is not Class for base in order) and type(kind) is Symbol else False


def _issubclass(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    cls = run.plain(a[0]) if a else None
    wanted = run.plain(a[1]) if len(a) > 1 else None
    kinds = wanted if type(wanted) is tuple else (wanted,)
    if type(cls) is not Class:
        return Unknown("issubclass of an unknown class", place)
    outcomes = [_is_subclass_of(run, cls, run.plain(kind)) for kind in kinds]
    if True in outcomes:
        return True
    return Unknown("issubclass of an unknown class", place) if None in outcomes else False


def _callable(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    value = run.plain(a[0]) if a else None
    if isinstance(value, str | int | tuple | None):
        return False
    return True if type(value) in (Class, Function, Bound, Partial) else Unknown("callable()", place)


FUNCTIONS: dict[str, KnownFunction] = {
    "builtins.getattr": _getattr,
    "builtins.setattr": _setattr,
    "builtins.hasattr": _hasattr,
    "builtins.isinstance": _isinstance,
    "builtins.issubclass": _issubclass,
    "builtins.callable": _callable,
}
