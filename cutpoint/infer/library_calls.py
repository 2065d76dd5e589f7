"""Calls of what libraries give: their functions by name, and methods of receivers that no code of ours defines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    PROVED,
    AtomicOf,
    Boxed,
    ClassOf,
    Container,
    Cursor,
    DictOf,
    Expression,
    FieldOf,
    FileOf,
    FormOf,
    FormSetOf,
    FunctionOf,
    Group,
    Items,
    LibraryMethod,
    LibraryName,
    Manager,
    Meta,
    Method,
    ModelClass,
    Object,
    Pages,
    PartialOf,
    Query,
    Record,
    Row,
    SignalOf,
    Table,
    Text,
    Type,
    join,
    one,
    unknown,
)
from cutpoint.infer.boxes import call_box
from cutpoint.infer.callbacks import call_callbacks
from cutpoint.infer.containers import call_container
from cutpoint.infer.dispatch import call_of, call_type
from cutpoint.infer.formsets import call_form, call_formset
from cutpoint.infer.frameworks import framework_call
from cutpoint.infer.handed_models import note_handed_models
from cutpoint.infer.instance_dict import call_dict
from cutpoint.infer.library_functions import call_library
from cutpoint.infer.members import direct_subclasses, lineage_of
from cutpoint.infer.model_fields import call_field
from cutpoint.infer.pagination import call_pages
from cutpoint.infer.queries import call_query
from cutpoint.infer.rows import ROW_METHODS, see_method
from cutpoint.infer.signals import call_signal
from cutpoint.infer.targets import store
from cutpoint.infer.text_methods import call_text
from cutpoint.infer.texts import want_sql
from cutpoint.infer.transactions import call_atomic, call_exit_stack, called_later

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


@call_of(LibraryName)
def _library(frame: Frame, each: LibraryName, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if frame.engine.hints.are_any:
        hinted = frame.engine.hints.of_call(frame, each.name, node)
        if hinted is not None:
            return hinted
    known = call_library(frame, each.name, arguments, keywords, node)
    if known is not None:
        return known
    if each.name.startswith(("django.db.models", "django.contrib.postgres", "django.contrib.gis.db")):
        return one(Expression, each.name.rpartition(".")[2], arguments, keywords)
    if not each.name.startswith("django."):
        note_handed_models(frame, each.name, arguments, keywords, node)
    call_callbacks(frame, arguments, keywords)
    return one(Object, each.name, PROVED)


@call_of(LibraryMethod)
def _library_method(
    frame: Frame, each: LibraryMethod, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    receiver, name = each.receiver, each.name
    stacked = call_exit_stack(frame, name, arguments, node) if type(receiver) is Object else None
    if stacked is not None:
        return stacked
    handler = _BY_RECEIVER.get(type(receiver))
    if handler is not None:
        return handler(frame, receiver, name, arguments, keywords, node)
    if name == "get_field" and type(receiver) is Meta:
        return _fields(receiver, arguments)
    if type(receiver) is ModelClass:
        _called_on_class(frame, name, arguments, keywords, node)
    if name == "mro" and isinstance(receiver, (ModelClass, ClassOf)):
        return one(Items, lineage_of(frame, receiver))
    if name == "__subclasses__" and isinstance(receiver, (ModelClass, ClassOf)):
        return one(Items, direct_subclasses(frame, receiver))
    if name == "as_view" and type(receiver) is ClassOf:
        # What `as_view(model=Order)` is given becomes an attribute of each view that it makes.
        for key, value in keywords:
            if key is not None:
                store(frame, receiver, key, value)
    known = framework_call(frame, receiver, name, arguments, keywords, node)
    if known is not None:
        return known
    if type(receiver) is Object and not str(receiver.cls).startswith("django."):
        note_handed_models(frame, name, arguments, keywords, node)
    call_callbacks(frame, arguments, keywords)
    if type(receiver) in (Meta, ModelClass):
        return unknown("model-meta")
    return PLAIN if type(receiver) is Object and type(receiver.cls) is str else unknown("library")


def _called_on_class(frame: Frame, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> None:
    """`Order.save(order)`."""
    if name in ROW_METHODS and arguments and node is not None:
        for row in arguments[0]:
            if type(row) is Row:
                see_method(frame, row, name, arguments[1:], keywords, node)


def _fields(meta: Meta, arguments: tuple[Type, ...]) -> Type:
    result = NOTHING
    for each in arguments[0] if arguments else ():
        if type(each) is Text:
            result = join(result, one(FieldOf, meta.label, each.value, meta.level))
    return result or unknown("model-meta")


def _row_method(
    frame: Frame, each: Row, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    if name in ROW_METHODS or name.startswith(("get_next_by_", "get_previous_by_")):
        if node is not None:
            see_method(frame, each, name, arguments, keywords, node)
        return (each,) if name.startswith(("get_next_by_", "get_previous_by_")) else PLAIN
    known = framework_call(frame, each, name, arguments, keywords, node)
    return known if known is not None else unknown("library")


_RUNS = frozenset(
    {
        "delay",
        "apply_async",
        "delay_on_commit",
        "apply_async_on_commit",
        "apply",
        "s",
        "si",
        "signature",
        "send",
        "send_with_options",
        "call_local",
        "schedule",
        "enqueue",
        "defer",
        "__call__",
        "func",
        "fn",
        "__wrapped__",
        "wrapped",
        "call",
        "message",
        "actor",
        "subtask",
    }
)


_RUNS_HERE = frozenset({"apply", "call_local", "__call__", "func", "fn", "__wrapped__", "wrapped", "call"})


def _through_attribute(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    """`task.delay(order.pk)`: the function runs with these arguments, somewhere and some time."""
    if name not in _RUNS:
        return PLAIN
    if name in ("apply_async", "apply_async_on_commit"):
        args = arguments[0] if arguments else dict(keywords).get("args", NOTHING)
        kwargs = arguments[1] if len(arguments) > 1 else dict(keywords).get("kwargs", NOTHING)
        given = next((each.items for each in args if type(each) is Group), ())
        named = next((each.items for each in kwargs if type(each) is Record), ())
        arguments, keywords = tuple(given), tuple(named)
    with called_later(frame, is_so=name not in _RUNS_HERE, by_task=True):
        call_type(frame, (receiver,), arguments, keywords, node)
    return one(Object, "celery.result", PROVED)


def _file(frame: Frame, each: FileOf, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if node is not None:
        frame.see("call", each, name, node, arguments, keywords)
    return PLAIN


def _cursor(frame: Frame, each: Cursor, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if node is not None:
        want_sql(frame, arguments)
        frame.see("sql", each, name, node, arguments, keywords)
    return one(Items, PLAIN)


_TAKING_MANY = frozenset(
    {
        "extend",
        "update",
        "union",
        "intersection",
        "intersection_update",
        "difference",
        "difference_update",
        "symmetric_difference",
        "symmetric_difference_update",
        "issubset",
        "issuperset",
        "isdisjoint",
        "extendleft",
    }
)


def _container(
    frame: Frame, each: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    """`found.extend(Order.objects.all())`: a list or set that takes many takes the rows of a query."""
    if name in _TAKING_MANY and node is not None:
        for part in [part for argument in arguments for part in argument if type(part) is Query]:
            frame.see("evaluate", part, name, node)
    return call_container(frame, each, name, arguments, keywords)


_Handler: TypeAlias = "Callable[[Frame, Any, str, tuple[Type, ...], Keywords, Node], Type]"
_BY_RECEIVER: dict[type[Atom], _Handler] = {
    **dict.fromkeys((Manager, Query), call_query),
    Row: _row_method,
    DictOf: lambda frame, each, name, arguments, keywords, _node: call_dict(frame, each, name, arguments, keywords),
    FormOf: call_form,
    FormSetOf: call_formset,
    SignalOf: call_signal,
    AtomicOf: call_atomic,
    Pages: lambda frame, each, name, _arguments, _keywords, node: call_pages(frame, each, name, node),
    FileOf: _file,
    FieldOf: lambda frame, each, name, arguments, _keywords, node: call_field(frame, each, name, arguments, node),
    Boxed: lambda frame, each, name, arguments, keywords, _node: call_box(frame, each, name, arguments, keywords),
    **dict.fromkeys((Container, Items, Group, Record, Table), _container),
    Text: lambda frame, each, name, arguments, keywords, _node: call_text(frame, each, name, arguments, keywords),
    Cursor: _cursor,
    Expression: lambda _frame, each, _name, _arguments, _keywords, _node: (each,),
    **dict.fromkeys((FunctionOf, Method, PartialOf), _through_attribute),
}
