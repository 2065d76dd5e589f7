"""`type(...)`, `types.new_class`, metaclass helpers and class decorators that give their class back."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance, Module, WithMetaclass
from cutpoint.domain.values import Mapping, PathText, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.execution.class_registry import metaclass_of
from cutpoint.resolve.execution.definitions import make_class
from cutpoint.resolve.execution.targets import iterate

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod


_PLAIN_TYPES = {tuple: "tuple", str: "str", PathText: "str", bool: "bool", int: "int", float: "float", Mapping: "dict"}


def _type(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    # A metaclass's __new__ hands itself on first.
    if len(a) == 4:
        a = a[1:]
    if len(a) == 1:
        value = run.plain(a[0])
        if type(value) is Class:
            return metaclass_of(run, value) or Symbol("builtins.type")
        if type(value) is Instance:
            return value.callee
        kind = value.kind if type(value) is Sequence else _PLAIN_TYPES.get(type(value))
        return Symbol(f"builtins.{kind}") if kind else Unknown("the type of an unknown value", place)
    if len(a) != 3:
        return Unknown("type() with other than one or three arguments", place)
    name, attributes = run.plain(a[0]), run.plain(a[2])
    if not isinstance(name, str):
        return Unknown("a class whose name only run time knows", place)
    bases, _ = iterate(run, a[1], place)
    names = attributes.items if type(attributes) is Mapping else {}
    known = {key: value for key, value in names.items() if isinstance(key, str)}
    module = env.module if env is not None else _module_at(run, place)
    return make_class(run, name, bases, known, module, place) if module else Unknown("a class made nowhere", place)


def _new(run: Interpreter, _receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """`super().__new__(metaclass, name, bases, attributes)` makes the class; other classes' `__new__` does not."""
    return _type(run, a, k, place, None) if len(a) == 4 and isinstance(run.plain(a[1]), str) else NotImplemented


METHODS: dict[str, KnownMethod] = {"__new__": _new}


def _module_at(run: Interpreter, place: Place) -> Module | None:
    name = run.index.names.get(place.path)
    if name is not None and name in run.modules:
        return run.modules[name]
    return next((module for module in run.modules.values() if module.path == place.path), None)


def _new_class(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    name = a[0] if a else k.get("name", "")
    bases = a[1] if len(a) > 1 else k.get("bases", ())
    attributes = Mapping({})
    body = a[3] if len(a) > 3 else k.get("exec_body")
    if body is not None:
        run.call(body, [attributes], {}, place)
    return _type(run, [name, bases, attributes], {}, place, env)


def _with_metaclass(
    _run: Interpreter, a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None
) -> Value:
    # The temporary class that it makes is gone once the class statement is over: only the bases stay.
    return WithMetaclass(a[0], a[1:]) if a else Symbol("builtins.object")


def _same_class(_run: Interpreter, a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    return a[0] if a and type(a[0]) is Class else NotImplemented


def _method(kind: str) -> KnownFunction:
    """`as_manager = classmethod(as_manager)`: the function under that name is of the kind, and the one that it was stays."""

    def made(run: Interpreter, a: list[Value], _k: dict[str, Value], _place: Place, _e: Environment | None) -> Value:
        function = run.plain(a[0]) if len(a) == 1 or (a and kind == "property") else None
        if type(function) is not Function:
            return NotImplemented
        bound = copy.copy(function)
        bound.kind = kind
        return bound

    return made


FUNCTIONS: dict[str, KnownFunction] = {
    "builtins.classmethod": _method("classmethod"),
    "builtins.property": _method("property"),
    "builtins.staticmethod": _method("staticmethod"),
    "builtins.type": _type,
    "builtins.type.__new__": _type,
    "django.db.models.base.ModelBase": _type,
    "django.db.models.base.ModelBase.__new__": _type,
    "types.new_class": _new_class,
    "six.with_metaclass": _with_metaclass,
    "django.utils.six.with_metaclass": _with_metaclass,
    "future.utils.with_metaclass": _with_metaclass,
    "django.utils.encoding.python_2_unicode_compatible": _same_class,
    "six.python_2_unicode_compatible": _same_class,
    "dataclasses.dataclass": _same_class,
    "functools.total_ordering": _same_class,
}
