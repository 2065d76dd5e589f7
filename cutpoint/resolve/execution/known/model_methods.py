"""Methods of Django's classes that change a model while modules load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.values import Place, Symbol, Value
from cutpoint.resolve.execution.targets import set_attribute

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod


def _add_to_class(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """`Model.add_to_class(name, value)`."""
    name = run.plain(a[0] if a else k.get("name"))
    value = a[1] if len(a) > 1 else k.get("value")
    cls = run.plain(receiver)
    if isinstance(name, str) and type(cls) is Class:
        cls.contributed[name] = value
        set_attribute(run, cls, name, value, place.line)
    return None


def _contribute_to_class(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """`field.contribute_to_class(Model, name)`, and the same through super() in a field of the analyzed code."""
    cls = run.plain(a[0] if a else k.get("cls"))
    name = run.plain(a[1] if len(a) > 1 else k.get("name"))
    field = run.plain(receiver)
    if isinstance(name, str) and type(cls) is Class and type(field) is Instance:
        field.attributes.setdefault("name", name)
        field.attributes.setdefault("model", cls)
        cls.contributed[name] = field
        set_attribute(run, cls, name, field, place.line)
    return None


def _initialize(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], _place: Place) -> Value:
    """`super().__init__(…)` that reaches a library's class: what it is handed is what counts."""
    instance = run.plain(receiver)
    if type(instance) is Instance and instance.outer is None:
        instance.outer = (a, k)
    return None


def _connect(run: Interpreter, a: list[Value], k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    """`class_prepared.connect(function)`: the function sees every class that is made from here on."""
    function = run.plain(a[0] if a else k.get("receiver"))
    run.prepared_receivers.append((len(run.classes), function, run.plain(a[1] if len(a) > 1 else k.get("sender"))))
    return None


def receive(run: Interpreter, decorator: Instance, function: Value) -> None:
    """`@receiver(class_prepared)` connects the function that it decorates."""
    signal = run.plain(decorator.arguments[0]) if decorator.arguments else None
    if type(signal) is Symbol and signal.name.endswith(".class_prepared"):
        run.prepared_receivers.append((len(run.classes), function, run.plain(decorator.keywords.get("sender"))))


FUNCTIONS: dict[str, KnownFunction] = {
    "django.db.models.signals.class_prepared.connect": _connect,
    "django.db.models.base.class_prepared.connect": _connect,
}

METHODS: dict[str, KnownMethod] = {
    "add_to_class": _add_to_class,
    "contribute_to_class": _contribute_to_class,
    "__init__": _initialize,
}
