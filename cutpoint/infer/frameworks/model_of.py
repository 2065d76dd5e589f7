"""Which model a declarative class speaks of: `model`, `queryset`, `Meta.model`, `form_class`, `serializer_class`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    INFERRED,
    NOTHING,
    ClassOf,
    Items,
    Manager,
    ModelClass,
    Query,
    Row,
    Type,
    join,
    join_all,
    one,
)
from cutpoint.infer.dispatch import attribute, call_method
from cutpoint.infer.members import by_class, note_self_read
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame


_SAYING_A_MODEL = (ModelClass, Query, Manager, ClassOf)


def declared(frame: Frame, receiver: Atom, name: str) -> Type:
    """The type of a class attribute of ours, marked when a subclass says it; nothing when only a library has it."""
    cls = getattr(receiver, "cls", None)
    if type(cls) is not Class:
        return NOTHING
    found = frame.engine.world.member(cls, name)
    if found is None or type(found[0]) is not Class or type(frame.engine.world.program.plain(found[1])) is Function:
        return frame.engine.read(("attribute", cls, name), frame)
    note_self_read(frame, receiver, name, found[0])
    value = by_class(frame, receiver, found[0], type_of_value(frame, found[1]))
    slot = NOTHING
    for base in frame.engine.world.program.linear(cls):
        if type(base) is Class and base.module.found.ours:
            slot = join(slot, frame.engine.read(("attribute", base, name), frame))
    if slot:
        slot = by_class(frame, receiver, found[0], slot)
    # A manager that an abstract model declares has no model of its own: the class body, once run, says whose it is.
    useful = [each for each in value if type(each) in _SAYING_A_MODEL and getattr(each, "label", None) != ""]
    return value if useful else join(value, slot)


def models_of(frame: Frame, receiver: Atom, names: tuple[str, ...]) -> Type:
    """Model classes that the attributes *names* speak of, the first that says any."""
    for name in names:
        found = models_in(declared(frame, receiver, name))
        if found:
            return found
    return NOTHING


def models_in(value: Type) -> Type:
    """The model classes that a class, queryset, manager or row stands for."""
    result = NOTHING
    for each in value:
        if type(each) is ModelClass:
            result = join(result, (each,))
        elif isinstance(each, (Query, Manager, Row)):
            result = join(result, one(ModelClass, each.label, each.level))
    return result


def meta_model(frame: Frame, receiver: Atom) -> Type:
    """`Meta.model` of a form, serializer, filter or type."""
    for options in declared(frame, receiver, "Meta"):
        if type(options) is ClassOf:
            found = attribute(frame, options, "model", None)
            models = models_in(found)
            if models:
                return _by_level(models, options)
    return NOTHING


def _by_level(models: Type, options: ClassOf) -> Type:
    """*models*, decided by whoever decided *options*."""
    result = NOTHING
    for each in models:
        if type(each) is ModelClass:
            result = join(result, one(ModelClass, each.label, max(each.level & 3, INFERRED) | (options.level & ~3)))
    return result


def rows_of(models: Type, state: int) -> Type:
    """Instances of these model classes."""
    result = NOTHING
    for each in models:
        if type(each) is ModelClass:
            result = join(result, one(Row, each.label, max(each.level & 3, INFERRED) | (each.level & ~3), state))
    return result


def query_of_view(frame: Frame, receiver: Atom) -> Type:
    """What `get_queryset()` of a view gives: its own, or what `queryset` or `model` says."""
    cls = getattr(receiver, "cls", None)
    if type(cls) is Class:
        found = frame.engine.world.member(cls, "get_queryset")
        if found is not None and type(found[0]) is Class and found[0].module.found.ours:
            made = call_method(frame, receiver, "get_queryset")
            queries = join_all([(each,) for each in made if type(each) in (Query, Items)])
            if queries:
                return queries
    return default_query(frame, receiver)


def default_query(frame: Frame, receiver: Atom) -> Type:
    """The queryset that `queryset` or `model` declares."""
    result = join_all(
        [
            one(Query, each.label, each.level, "rows", each.cls, each.related, each.joins)
            if type(each) is Query
            else one(Query, each.label, each.level, "rows", None, each.related, ())
            for each in declared(frame, receiver, "queryset")
            if isinstance(each, (Query, Manager))
        ]
    )
    return result or join_all(
        [
            one(Query, each.label, each.level, "rows", None, None, ())
            for each in models_of(frame, receiver, ("model",))
            if type(each) is ModelClass
        ]
    )
