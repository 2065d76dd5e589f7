"""Variables of templates -> types: each step is a key, an attribute or an index, and what can be called is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    Constant,
    Container,
    FunctionOf,
    Items,
    LibraryMethod,
    Manager,
    Method,
    Object,
    Pages,
    Query,
    Record,
    Row,
    Table,
    Type,
    Unknown,
    join,
    one,
)
from cutpoint.infer.containers import subscript
from cutpoint.infer.conventions import REQUEST
from cutpoint.infer.dispatch import attribute, call_atom, evaluate, evaluates, item_type
from cutpoint.infer.loaded import keep_followed

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Env, Frame

# Django doesn't call what is marked as altering data, nor what wants arguments.
_READING = frozenset(
    {"all", "count", "exists", "first", "last", "none", "distinct", "reverse", "latest", "earliest", "iterator"}
    | {"values", "values_list", "select_related", "order_by", "filter", "exclude", "get_queryset", "using"}
)
_WRITING = frozenset({"save", "delete", "save_base", "save_form_data"})
_OF_DICTS = frozenset({"items", "keys", "values"})
_UNCHANGED = frozenset(
    {"safe", "slice", "default", "default_if_none", "dictsort", "dictsortreversed", "reversed", "sort", "list"}
)
_ONE_OF = frozenset({"first", "last", "random"})
_COUNTING = frozenset({"length", "length_is", "count", "join", "pluralize", "unordered_list", "make_list", "batch"})


@evaluates(sk.LOOKUP)
def _lookup(frame: Frame, node: Node, env: Env) -> Type:
    _, root, steps, line = node
    frame.statement = (line, line)
    value = env.get(root)
    if value is None:
        value = _user(frame, env) if root == "user" else PLAIN
    value = _called(frame, value, None)
    path: tuple[str, ...] = (root,)
    for name, attribute_node, call_node in steps:
        path = (*path, name)
        known = env.get(path)
        if known is not None:
            value = known
            continue
        found = NOTHING
        for each in value:
            found = join(found, _step(frame, each, name, attribute_node, call_node))
        keep_followed(frame, path, value, found, env)
        value = found
    return value or PLAIN


def _user(frame: Frame, env: Env) -> Type:
    """What the context processor of django.contrib.auth adds; who rendered has most often looked at it already."""
    return frame.engine.world.user_row() if env.get("request") else PLAIN


def _step(frame: Frame, each: Atom, name: str, attribute_node: Node, call_node: Node) -> Type:
    if name.isdigit():
        return subscript(frame, (each,), one(Constant, "int", int(name)), attribute_node)
    if type(each) in (Container, Record, Table):
        held = _under_key(frame, each, name)
        if held:
            return _called(frame, held, None)
        return call_atom(frame, one(LibraryMethod, each, name)[0], (), (), None) if name in _OF_DICTS else PLAIN
    if type(each) is Unknown or name.startswith("_"):
        return PLAIN
    if type(each) is Object and each.cls == REQUEST and name == "user":
        return frame.engine.world.user_row()
    return _called(frame, attribute(frame, each, name, attribute_node), call_node)


def _under_key(frame: Frame, each: Atom, name: str) -> Type:
    if type(each) is Container:
        if each.kind != "dict":
            return NOTHING
        item = frame.engine.read(("item", each.site, name), frame)
        return item or frame.engine.read(("rest", each.site), frame)
    if type(each) is Record:
        return dict(each.items).get(name, each.rest)
    return each.value if type(each) is Table and name not in _OF_DICTS else NOTHING


def _called(frame: Frame, value: Type, node: Node) -> Type:
    """*value*, and in the place of what can be called without arguments what that gives."""
    result = NOTHING
    for each in value:
        result = join(result, _called_atom(frame, each, node))
    return result


def _called_atom(frame: Frame, each: Atom, node: Node) -> Type:
    match each:
        case Method(function=function):
            is_called = function.name not in _WRITING and _wants_no_arguments(function, 1)
            return call_atom(frame, each, (), (), node) if is_called else PLAIN
        case FunctionOf(function=function):
            return call_atom(frame, each, (), (), node) if _wants_no_arguments(function, 0) else PLAIN
        case LibraryMethod(receiver=receiver, name=name):
            if type(receiver) in (Manager, Query, Pages):
                return call_atom(frame, each, (), (), node) if name in _READING or type(receiver) is Pages else PLAIN
            if type(receiver) is Row and name.startswith(("get_next_by_", "get_previous_by_")):
                return call_atom(frame, each, (), (), node)
            return PLAIN
    return (each,)


def _wants_no_arguments(function: Function, given: int) -> bool:
    """Whether all parameters but the first *given* have defaults."""
    given = 0 if function.kind == "staticmethod" else given
    return all(
        kind in (sk.VARIADIC, sk.KEYWORDS) or default != sk.NO_VALUE
        for _, kind, _, default in function.parameters[given:]
    )


@evaluates(sk.FILTERED)
def _filtered(frame: Frame, node: Node, env: Env) -> Type:
    _, value_node, filters, line = node
    value = evaluate(frame, value_node, env)
    for name, argument in filters:
        given = evaluate(frame, argument, env)
        frame.statement = (line, line)
        if name in _ONE_OF:
            value = item_type(frame, value, value_node)
        elif name in _COUNTING:
            for each in value:
                if type(each) is Query:
                    frame.see("evaluate", each, "len", value_node)
            value = PLAIN
        elif name.startswith("default"):
            value = join(value, given)
        elif name not in _UNCHANGED:
            value = PLAIN
        if name.startswith("dictsort"):
            value = one(Items, item_type(frame, value, value_node))
    return value
