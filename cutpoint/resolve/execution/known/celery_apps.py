"""Celery apps: `app.conf.beat_schedule = {…}`, `app.conf.update(…)`, `@app.on_after_configure.connect`, `app.add_periodic_task(30, pay.s())`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cutpoint.domain.objects import Bound, Class, Function, Instance
from cutpoint.domain.values import Mapping, Place, Sequence, Symbol, Value

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownMethod

_Held = TypeVar("_Held")

APP = "celery.Celery"
BEATS = ("beat_schedule", "CELERYBEAT_SCHEDULE", "CELERY_BEAT_SCHEDULE")
_CONF = f"{APP}.conf"
_SIGNALS = {"on_configure", "on_after_configure", "on_after_finalize"}
_CONNECTS = frozenset(f"{APP}.{signal}.connect" for signal in _SIGNALS)
_SIGNATURE = "celery.Task.signature"
_MAKE_SIGNATURES = frozenset({"s", "si", "signature", "subtask"})
_APPS = frozenset({APP, "celery.app.Celery", "celery.app.base.Celery"})


def is_celery_app(run: Interpreter, value: Value) -> bool:
    """Whether *value* is an app, or of a class that inherits from an app's."""
    callee = run.plain(value.callee) if type(value) is Instance else None
    bases = run.linear(callee) if type(callee) is Class else [callee]
    return any(type(base) is Symbol and base.name in _APPS for base in bases)


def configuration_of(app: Instance) -> Instance:
    """`app.conf`, the same one each time."""
    return _kept(app, "conf", Instance(Symbol(_CONF), [], {}, app.place))


def to_be_called(app: Instance) -> Sequence:
    """Functions that are called with the app once it is configured."""
    return _kept(app, "cutpoint.configured", Sequence([]))


def periodic_tasks(app: Instance) -> Sequence:
    """(signature, name) of what `add_periodic_task` was given."""
    return _kept(app, "cutpoint.periodic", Sequence([]))


def _kept(owner: Instance, name: str, first: _Held) -> _Held:
    found: _Held = owner.attributes.setdefault(name, first)
    return found


def task_of(run: Interpreter, value: Value) -> Function | str | None:
    """What a signature runs: the function, or the name of a task."""
    signature = run.plain(value)
    if type(signature) is Function:
        return signature
    if type(signature) is not Instance:
        return None
    callee = signature.callee
    if type(callee) is Bound and type(callee.function) is Symbol and callee.function.name == _SIGNATURE:
        return callee.receiver if type(callee.receiver) is Function else None
    # `signature("shop.tasks.pay")`, `app.signature("shop.tasks.pay")`
    name = run.plain(signature.arguments[0]) if signature.arguments else None
    return name if isinstance(name, str) else None


def attribute_of_app(_run: Interpreter, owner: str, name: str, receiver: Value) -> Value:
    """What an app and its parts have; None for anything else."""
    if type(receiver) is not Instance:
        return None
    if owner in _APPS:
        if name == "conf":
            return configuration_of(receiver)
        return Instance(Symbol(f"{APP}.{name}"), [receiver], {}, receiver.place) if name in _SIGNALS else None
    if f"{owner}.{name}" in _CONNECTS:
        return Instance(Symbol(f"{owner}.{name}"), list(receiver.arguments), {}, receiver.place)
    if owner == _CONF and name in BEATS:
        return _kept(receiver, name, Mapping({}))
    return None


def attribute_of_function(function: Function, name: str) -> Value:
    """`pay.s`, what a task makes signatures with; None for anything else."""
    is_decorated = bool(function.decorators)
    return Bound(Symbol(_SIGNATURE), function) if is_decorated and name in _MAKE_SIGNATURES else None


def _connect(run: Interpreter, decorator: Instance, function: Function) -> None:
    app = run.plain(decorator.arguments[0]) if decorator.arguments else None
    if type(app) is Instance:
        to_be_called(app).append(function, function.place)


def _connect_by_call(run: Interpreter, receiver: Value, a: list[Value], _k: dict[str, Value], _p: Place) -> Value:
    """`app.on_after_configure.connect(set_up)`, and with nothing but options."""
    decorator = run.plain(receiver)
    callee = decorator.callee if type(decorator) is Instance else None
    if type(callee) is not Symbol or callee.name not in _CONNECTS:
        return NotImplemented
    function = run.plain(a[0]) if a else None
    if type(function) is not Function:
        return decorator
    _connect(run, decorator, function)
    return function


def _update(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], _p: Place) -> Value:
    conf = run.plain(receiver)
    callee = conf.callee if type(conf) is Instance else None
    if type(callee) is not Symbol or callee.name != _CONF:
        return NotImplemented
    given = run.plain(a[0]) if a else None
    if type(given) is Mapping:
        conf.attributes.update((name, value) for name, value in given.items.items() if isinstance(name, str))
    conf.attributes.update(k)
    return None


def _add(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    app = run.plain(receiver)
    if not is_celery_app(run, app):
        return NotImplemented
    signature = a[1] if len(a) > 1 else k.get("sig")
    periodic_tasks(app).append((signature, k.get("name")), place)
    return None


METHODS: dict[str, KnownMethod] = {"update": _update, "add_periodic_task": _add, "__call__": _connect_by_call}
DECORATORS = dict.fromkeys(_CONNECTS, _connect)
"""Decorators that do something with the function below them."""
