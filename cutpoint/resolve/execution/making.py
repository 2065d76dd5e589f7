"""What an object holds once it is made: what its `__init__` gives it, or the fields of a record such as a dataclass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_TUPLES = frozenset({"typing.NamedTuple", "typing_extensions.NamedTuple"})
_RECORDS = frozenset(
    f"{module}.{name}"
    for module, names in (
        ("dataclasses", ("dataclass",)),
        ("attr", ("s", "attrs", "define", "frozen", "mutable")),
        ("attrs", ("define", "frozen", "mutable")),
        ("pydantic.dataclasses", ("dataclass",)),
    )
    for name in names
)
"""Decorators that give a class an `__init__` which takes what the class declares with a type, in this order."""


def initialize(run: Interpreter, instance: Instance, cls: Class) -> None:
    """Run the `__init__` of *cls* for *instance*, once, when it is the analyzed code's; a record gets its fields."""
    if instance.initialized:
        return
    instance.initialized = True
    fields = record_fields(run, cls)
    if fields is not None:
        instance.attributes.update(zip(fields, instance.arguments, strict=False))
        instance.attributes.update(instance.keywords)
        return
    for base in run.linear(cls):
        if type(base) is Symbol or (type(base) is Class and base.dotted in run.boundaries):
            instance.outer = (instance.arguments, instance.keywords)
            return
        if type(base) is Class and "__init__" in base.attributes:
            function = run.plain(base.attributes["__init__"])
            if type(function) is Function:
                arguments = [instance, *instance.arguments]
                run.call(function, arguments, dict(instance.keywords), instance.place)
            return


def record_fields(run: Interpreter, cls: Class) -> list[str] | None:
    """The fields of a class whose `__init__` is made of them, those of its bases first; None for other classes."""
    classes = [base for base in run.linear(cls) if type(base) is Class]
    if not any(base.fields for base in classes) or any("__init__" in base.attributes for base in classes):
        return None
    if not is_tuple(run, cls) and not any(map(_is_recording, (each for base in classes for each in base.decorators))):
        return None
    return list(dict.fromkeys(name for base in reversed(classes) for name in base.fields))


def is_tuple(run: Interpreter, cls: Class) -> bool:
    """Whether objects of *cls* are tuples of their fields."""
    return any(type(base) is Symbol and base.name in _TUPLES for base in run.linear(cls))


def _is_recording(decorator: Value) -> bool:
    symbol = decorator.callee if type(decorator) is Instance else decorator
    return type(symbol) is Symbol and symbol.name in _RECORDS


def items_of(run: Interpreter, value: Value) -> list[Value] | None:
    """What unpacking an object of a named tuple gives; None for anything else."""
    cls = run.plain(value.callee) if type(value) is Instance else None
    if type(cls) is not Class or not is_tuple(run, cls):
        return None
    initialize(run, value, cls)
    fields = record_fields(run, cls) or []
    return [run.attribute(value, name) for name in fields]
