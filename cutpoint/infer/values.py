"""Values of static execution -> types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.objects import Bound, Class, Deferred, Function, Instance, Module, Native, Options, Partial, Super
from cutpoint.domain.types import (
    ANY,
    NONE,
    NOTHING,
    PLAIN,
    PROVED,
    SENTINEL,
    ClassOf,
    Constant,
    Expression,
    FunctionOf,
    Group,
    Items,
    LibraryMethod,
    LibraryName,
    Manager,
    Meta,
    Method,
    ModelClass,
    ModuleOf,
    Object,
    PartialOf,
    Record,
    Row,
    SignalOf,
    Table,
    Text,
    Type,
    atom,
    join,
    one,
    unknown,
)
from cutpoint.domain.values import (
    Either,
    Guess,
    Mapping,
    ModelReference,
    Reference,
    Sequence,
    Symbol,
    Unknown,
    Unlikely,
)
from cutpoint.infer.dispatch import attribute, call_atom
from cutpoint.infer.libraries import plain_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

# Registries of code are long, and each item is a class or a function that may be called.
_MOST_ITEMS = 400


def type_of_value(frame: Frame, value: Value, depth: int = 6) -> Type:
    """The type of what static execution found; *frame* asks."""
    value = frame.engine.world.program.force(value)
    kind = type(value)
    if kind is str:
        return one(Text, value)
    if value is None:
        return NONE
    if kind is bool or kind is int:
        return one(Constant, kind.__name__, value)
    if depth == 0:
        return unknown("value")
    if kind in _OF_MANY:
        return _of_many(frame, value, depth)
    handler = _TYPES.get(kind)
    return handler(frame, value, depth - 1) if handler is not None else PLAIN


def _of_many(frame: Frame, value: Value, depth: int) -> Type:
    values, steps = frame.engine.known.values, frame.engine.world.program.steps
    known = values.get(value, depth, steps())
    if known is not None:
        return known
    asked = values.asked
    found = _TYPES[type(value)](frame, value, depth - 1)
    if asked == values.asked:
        values.keep(value, depth, steps(), found)
    return found


_OF_MANY = frozenset({Mapping, Sequence, tuple})


def _of_class(frame: Frame, value: Class, _depth: int) -> Type:
    return frame.engine.world.class_type(value)


def _of_instance(frame: Frame, value: Instance, depth: int) -> Type:
    known = frame.made
    if known is None:
        known = frame.made = {}
    key = (id(value), depth)
    found = known.get(key)
    if found is None:
        # Should it be more by the time that it is asked for again, the frame is run again, too.
        found = known[key] = _type_of_instance(frame, value, depth)
    return found


def _type_of_instance(frame: Frame, value: Instance, depth: int) -> Type:
    world = frame.engine.world
    callee = world.program.plain(value.callee)
    if type(callee) is Class:
        if world.derives(callee, ("Signal",), "django.dispatch"):
            return one(SignalOf, value)
        if world.is_manager(callee):
            return _manager(frame, value, callee)
        label = world.concrete_label(callee)
        return one(Row, label, PROVED, ANY) if label is not None else _object(frame, value, callee, depth)
    if type(callee) is Symbol:
        return _of_library_call(frame, value, callee, depth)
    if type(callee) is Bound and type(callee.function) is Symbol:
        frame.engine.known.values.asked += 1
        receiver = type_of_value(frame, callee.receiver, depth)
        name = callee.function.last
        result = NOTHING
        arguments = tuple(type_of_value(frame, item, depth) for item in value.arguments)
        keywords = tuple((key, type_of_value(frame, item, depth)) for key, item in value.keywords.items())
        for each in receiver:
            result = join(result, call_atom(frame, atom(LibraryMethod, each, name), arguments, keywords, None))
        return result or unknown("value")
    return unknown("value")


def _object(frame: Frame, value: Instance, cls: Class, depth: int) -> Type:
    """An object that the module makes while it loads; like any other, it may be told apart by what it is made with."""
    arguments = tuple(type_of_value(frame, item, depth) for item in value.arguments)
    keywords = tuple((key, type_of_value(frame, item, depth)) for key, item in value.keywords.items())
    if not arguments and not keywords:
        return one(Object, cls, PROVED)
    frame.engine.known.values.asked += 1
    return call_atom(frame, atom(ClassOf, cls, PROVED), arguments, keywords, None)


def _manager(frame: Frame, value: Instance, callee: Class | None) -> Type:
    """A manager in a class body: which model's it is is known to whoever looks it up."""
    owner = value.owner[0] if value.owner is not None else None
    label = frame.engine.world.concrete_label(owner) if owner is not None else None
    return one(Manager, label or "", PROVED, callee, None)


def _of_library_call(frame: Frame, value: Instance, callee: Symbol, depth: int) -> Type:
    name = callee.name
    if name == "builtins.object":
        # `UNSET = object()`: nothing else is this one.
        return one(Constant, SENTINEL, f"{value.place.path}:{value.place.line}")
    if name in ("django.dispatch.Signal", "django.dispatch.dispatcher.Signal", "django.db.models.signals.ModelSignal"):
        return one(SignalOf, value)
    if callee.last in ("Manager", "BaseManager") and name.startswith("django.db.models"):
        return _manager(frame, value, None)
    if name.startswith(("django.db.models", "django.contrib.postgres")):
        arguments = tuple(type_of_value(frame, item, depth) for item in value.arguments)
        keywords = tuple((key, type_of_value(frame, item, depth)) for key, item in value.keywords.items())
        return one(Expression, callee.last, arguments, keywords)
    arguments = tuple(type_of_value(frame, item, depth) for item in value.arguments)
    keywords = tuple((key, type_of_value(frame, item, depth)) for key, item in value.keywords.items())
    frame.engine.known.values.asked += 1
    result = call_atom(frame, atom(LibraryName, name), arguments, keywords, None)
    return result or one(Object, name, PROVED)


def _of_bound(frame: Frame, value: Bound, depth: int) -> Type:
    receiver = type_of_value(frame, value.receiver, depth)
    if isinstance(value.function, Function):
        return _joined([one(Method, value.function, each, None) for each in receiver])
    name = value.function.last
    # What a model has from Django, as the manager of one that declares none, is known to the model.
    found = [
        attribute(frame, each, name, None) if type(each) is ModelClass else one(LibraryMethod, each, name)
        for each in receiver
    ]
    return _joined(found) or unknown("value")


def _of_sequence(frame: Frame, value: Sequence, depth: int) -> Type:
    return one(Items, _joined([type_of_value(frame, item, depth) for item in value.items[:_MOST_ITEMS]]))


def _of_tuple(frame: Frame, value: tuple[Value, ...], depth: int) -> Type:
    if len(value) > 12:
        return one(Items, _joined([type_of_value(frame, item, depth) for item in value[:_MOST_ITEMS]]))
    return one(Group, tuple(type_of_value(frame, item, depth) for item in value))


def _of_mapping(frame: Frame, value: Mapping, depth: int) -> Type:
    items = value.items
    if len(items) <= _MOST_ITEMS and all(isinstance(key, str) for key in items):
        rest = unknown("value") if value.open else NOTHING
        return one(Record, tuple((key, type_of_value(frame, item, depth)) for key, item in items.items()), rest)
    keys = _joined([type_of_value(frame, key, depth) for key in list(items)[:_MOST_ITEMS]])
    return one(Table, keys, _joined([type_of_value(frame, item, depth) for item in list(items.values())[:_MOST_ITEMS]]))


def _of_either(frame: Frame, value: Either, depth: int) -> Type:
    return _joined([type_of_value(frame, option, depth) for option in value.options])


def _of_unknown(_frame: Frame, value: Unknown, _depth: int) -> Type:
    return unknown("value" if not value.reason.startswith("a model whose label") else "model-by-name")


def _of_reference(_frame: Frame, _value: Reference, _depth: int) -> Type:
    return unknown("value")


def _of_model_reference(frame: Frame, value: ModelReference, _depth: int) -> Type:
    model = frame.engine.world.space.model(value.label)
    return one(ModelClass, model.label, PROVED) if model is not None else unknown("model-not-installed")


def _of_symbol(_frame: Frame, value: Symbol, _depth: int) -> Type:
    name = value.name
    if name.startswith(("django.db.models.signals.", "django.core.signals.", "django.contrib.auth.signals.")):
        return one(SignalOf, name)
    if name == "django.http.HttpRequest":
        return one(ClassOf, name, PROVED)
    return PLAIN if plain_library(name) else one(LibraryName, name)


def _of_deferred(frame: Frame, value: Deferred, depth: int) -> Type:
    frame.engine.known.values.asked += 1
    function = type_of_value(frame, value.function, depth)
    arguments = tuple(type_of_value(frame, item, depth) for item in value.arguments)
    keywords = tuple((key, type_of_value(frame, item, depth)) for key, item in value.keywords.items())
    return _joined([call_atom(frame, each, arguments, keywords, None) for each in function])


def _of_options(frame: Frame, value: Options, _depth: int) -> Type:
    label = frame.engine.world.concrete_label(value.owner)
    return one(Meta, label, PROVED) if label is not None else unknown("value")


def _of_partial(frame: Frame, value: Partial, depth: int) -> Type:
    function = type_of_value(frame, value.function, depth)
    arguments = tuple(type_of_value(frame, item, depth) for item in value.arguments)
    keywords = tuple((key, type_of_value(frame, item, depth)) for key, item in value.keywords.items())
    return _joined([one(PartialOf, each, arguments, keywords) for each in function])


def _joined(types: list[Type]) -> Type:
    result = NOTHING
    for each in types:
        result = join(result, each)
    return result


_TYPES: dict[type, Callable[[Frame, Any, int], Type]] = {
    Class: _of_class,
    Function: lambda _frame, value, _depth: one(FunctionOf, value, None),
    Instance: _of_instance,
    Bound: _of_bound,
    Module: lambda _frame, value, _depth: one(ModuleOf, value.name),
    Sequence: _of_sequence,
    tuple: _of_tuple,
    Mapping: _of_mapping,
    Either: _of_either,
    Guess: lambda frame, value, depth: type_of_value(frame, value.value, depth),
    Unlikely: lambda frame, value, depth: type_of_value(frame, value.value, depth),
    Unknown: _of_unknown,
    Reference: _of_reference,
    ModelReference: _of_model_reference,
    Symbol: _of_symbol,
    Deferred: _of_deferred,
    Options: _of_options,
    Partial: _of_partial,
    Native: lambda _frame, _value, _depth: PLAIN,
    Super: lambda _frame, _value, _depth: unknown("value"),
}
