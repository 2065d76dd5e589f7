"""Settings that come from the environment: os.environ and its libraries give their default, marked as a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.values import Guess, Place, Symbol, Unknown, Value

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod


def _lookup(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    """`lookup(name, default)`, `lookup(name, default=…)`: the default, or an unknown where there is none."""
    name = run.plain(a[0]) if a else None
    if "default" in k:
        return Guess(k["default"])
    plain_default = len(a) > 1 and not _is_cast(run, a[1])
    return Guess(a[1] if plain_default else without_default(name, place))


def without_default(name: Value, place: Place | None) -> Unknown:
    """What stands for the variable of the environment called *name*, which may be no text."""
    return Unknown(f"the environment variable {name}" if isinstance(name, str) else "an environment variable", place)


def _lookup_or_none(run: Interpreter, a: list[Value], k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    default = k.get("default", a[1] if len(a) > 1 else None)
    return Guess(run.plain(default))


def _is_cast(run: Interpreter, value: Value) -> bool:
    cast = run.plain(value)
    return type(cast) is Symbol and cast.name.startswith("builtins.")


def _environ_method(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """env.bool(…), env.list(…) of django-environ and environs; other objects' methods of that name are left alone."""
    callee = getattr(run.plain(receiver), "callee", None)
    name = getattr(run.plain(callee), "name", "") if callee is not None else ""
    if name.partition(".")[0] not in ("environ", "environs", "decouple", "dynaconf", "configurations", "prettyconf"):
        return NotImplemented
    variable = run.plain(a[0]) if a else None
    scheme = run.plain(receiver).keywords
    if isinstance(variable, str) and "default" not in k and len(a) == 1 and variable in scheme:
        # Env(DEBUG=(bool, False)) gives the type and the default.
        kind_and_default = run.plain(scheme[variable])
        if type(kind_and_default) is tuple and len(kind_and_default) == 2:
            return Guess(kind_and_default[1])
    return _lookup(run, a, k, place, None)


def _value(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    """`values.ListValue([…])` of django-configurations: what the environment may change begins with the default."""
    del run
    return Guess(k.get("default", a[0] if a else Unknown("a value of the environment", place)))


_VALUES = (
    *("", "Boolean", "Integer", "Float", "List", "Tuple", "Set", "Dict"),
    *("SingleNestedList", "SingleNestedTuple", "Email", "URL", "Path"),
)

FUNCTIONS: dict[str, KnownFunction] = {
    "os.environ.get": _lookup_or_none,
    "os.getenv": _lookup_or_none,
    "os.environ.setdefault": _lookup_or_none,
    "decouple.config": _lookup,
    **{f"configurations.values.{kind}Value": _value for kind in _VALUES},
    "prettyconf.config": _lookup,
}

METHODS: dict[str, KnownMethod] = dict.fromkeys(
    ("__call__", "bool", "str", "int", "list", "tuple", "dict", "json", "url", "path", "float", "get", "get_value"),
    _environ_method,
)
