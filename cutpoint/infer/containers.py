"""Containers: what iterating, indexing and their methods give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    NONE,
    NOTHING,
    PLAIN,
    STORED,
    Container,
    DictOf,
    Entered,
    Group,
    Items,
    LibraryMethod,
    LibraryName,
    Manager,
    ModelClass,
    Object,
    Pages,
    Query,
    Record,
    Row,
    Table,
    Text,
    Type,
    Unknown,
    join,
    one,
    unknown,
)
from cutpoint.infer.dispatch import attribute, attribute_of, call_method, item_of, item_type
from cutpoint.infer.keys import found_under, of_record, values_of
from cutpoint.infer.named_tuples import as_group
from cutpoint.infer.shared_containers import is_shared_list
from cutpoint.infer.spreading import spread_keywords
from cutpoint.infer.targets import put

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


@item_of(Items)
def _item(_frame: Frame, each: Items, _node: Node) -> Type:
    return each.item


@item_of(Group)
def _group_item(_frame: Frame, each: Group, _node: Node) -> Type:
    result = NOTHING
    for item in each.items:
        result = join(result, item)
    return result


@item_of(Record, Table)
def _key(_frame: Frame, each: Record | Table, _node: Node) -> Type:
    return each.key if type(each) is Table else PLAIN


@item_of(Container)
def _content(frame: Frame, each: Container, _node: Node) -> Type:
    found = frame.engine.read(("keys" if each.kind == "dict" else "content", each.site), frame)
    # What a list of a module holds from the start is told beside it: while nobody adds to it, there is no more.
    return found or (NOTHING if is_shared_list(each) else PLAIN)


@item_of(Query)
def _rows(frame: Frame, each: Query, node: Node) -> Type:
    if node is not None:
        frame.see("evaluate", each, "iterate", node)
    return one(Row, each.label, each.level, STORED) if each.shape != "values" else PLAIN


def tested(frame: Frame, value: Type, node: Node) -> None:
    """Note that *value* is asked whether it is true: a queryset runs."""
    for each in value:
        if type(each) is Query:
            frame.see("evaluate", each, "bool", node)


@item_of(Manager)
def _manager_rows(_frame: Frame, _each: Manager, _node: Node) -> Type:
    return PLAIN


@item_of(Entered)
def _entered(frame: Frame, each: Entered, node: Node) -> Type:
    return item_type(frame, each.value, node)


@item_of(Unknown)
def _unknown(_frame: Frame, each: Unknown, _node: Node) -> Type:
    return (each,)


@item_of(Object)
def _object_items(frame: Frame, each: Object, _node: Node) -> Type:
    if type(each.cls) is str:
        return PLAIN
    group = as_group(frame, each)
    if type(group) is Group:
        return _group_item(frame, group, None)
    forms = _forms_of(frame, each)
    if forms:
        return forms
    made = call_method(frame, each, "__iter__")
    # An iterator gives itself, and a chain of wrappers may come back to its start: objects tell their items by `__next__`.
    found = NOTHING
    for part in made:
        if type(part) is Object and type(part.cls) is not str:
            found = join(found, call_method(frame, part, "__next__"))
        elif part is not PLAIN[0]:
            found = join(found, item_type(frame, (part,), None))
    return found or call_method(frame, each, "__getitem__", (PLAIN,)) or PLAIN


def _forms_of(frame: Frame, each: Object) -> Type:
    """What iterating over a formset gives."""
    if not frame.engine.world.derives(each.cls, ("BaseFormSet",)):
        return NOTHING
    return item_type(frame, attribute(frame, each, "forms", None), None)


def subscript(frame: Frame, base: Type, index: Type, node: Node = None, *, is_slice: bool = False) -> Type:
    """The type of `base[index]`."""
    result = NOTHING
    for each in base:
        result = join(result, _subscript_atom(frame, as_group(frame, each), index, node, is_slice=is_slice))
    return result


def _subscript_atom(frame: Frame, each: Atom, index: Type, node: Node, *, is_slice: bool) -> Type:
    if is_slice:
        if type(each) is Query and type(node) is list and node[2][3] is not None:
            # With a step, Django fetches the rows and slices a list.
            return one(Items, item_type(frame, (each,), node))
        return (each,) if type(each) is not Group else one(Items, _group_item(frame, each, None))
    match each:
        case Items() | Pages():
            return item_type(frame, (each,), node)
        case Group():
            return _of_group(each, index)
        case Record():
            return of_record(each, index)
        case Table():
            return each.value
        case Container():
            return found_under(frame, each, index)
        case Query():
            if node is not None:
                frame.see("evaluate", each, "index", node)
            return one(Row, each.label, each.level, STORED) if each.shape != "values" else PLAIN
        case DictOf():
            return attribute_named(frame, each.receiver, index)
        case Object():
            forms = _forms_of(frame, each) if type(each.cls) is not str else NOTHING
            return forms or call_method(frame, each, "__getitem__", (index,), node) or PLAIN
        case Unknown() | ModelClass() | LibraryName():
            return (each,)
    return PLAIN


def attribute_named(frame: Frame, receiver: Atom, index: Type) -> Type:
    """The attributes of *receiver* whose names *index* tells."""
    result = NOTHING
    for part in index:
        if type(part) is Text:
            result = join(result, attribute(frame, receiver, part.value, None))
    return result or unknown("getattr")


def _of_group(each: Group, index: Type) -> Type:
    result = NOTHING
    for part in index:
        value = getattr(part, "value", None)
        if type(value) is int and -len(each.items) <= value < len(each.items):
            result = join(result, each.items[value])
        else:
            for item in each.items:
                result = join(result, item)
    return result


@attribute_of(Container, Items, Group, Record, Table)
def _method(_frame: Frame, each: Atom, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name)


def call_container(frame: Frame, each: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    """The type of a method call on a list, set, tuple or dict."""
    if name in ("get", "pop", "setdefault") and type(each) in (Container, Record, Table):
        return _looked_up(frame, each, name, arguments)
    if name in ("append", "add", "appendleft", "insert") and arguments:
        _add(frame, each, arguments[-1])
        return NONE
    if name in ("extend", "update", "__ior__", "__iadd__"):
        _extend(frame, each, arguments, keywords)
        return NONE
    if name in ("values", "items", "keys"):
        return _views(frame, each, name)
    if name in ("pop", "popleft", "popitem", "__getitem__", "most_common"):
        return subscript(frame, (each,), PLAIN)
    if name in ("copy", "union", "intersection", "difference", "symmetric_difference", "__add__"):
        result: Type = (each,)
        for argument in arguments:
            result = join(result, argument)
        return result
    return PLAIN


def _looked_up(frame: Frame, each: Atom, name: str, arguments: tuple[Type, ...]) -> Type:
    if type(each) is Container and each.kind != "dict":
        return subscript(frame, (each,), PLAIN)
    key = arguments[0] if arguments else PLAIN
    result = subscript(frame, (each,), key)
    if len(arguments) > 1:
        result = join(result, arguments[1])
        if name == "setdefault" and type(each) is Container:
            put(frame, each, key, arguments[1])
    elif name == "get":
        result = join(result, NONE)
    return result


def _add(frame: Frame, each: Atom, value: Type) -> None:
    if type(each) is Container:
        frame.engine.write(("content", each.site), value)
    else:
        frame.want_containers()


def _extend(frame: Frame, each: Atom, arguments: tuple[Type, ...], keywords: Keywords) -> None:
    if type(each) is not Container:
        frame.want_containers()
        return
    engine = frame.engine
    for argument in arguments:
        if each.kind == "dict":
            keywords = (*keywords, *spread_keywords(frame, argument))
            for part in argument:
                if type(part) is Container:
                    _add_classes(frame, each, part)
        else:
            engine.write(("content", each.site), item_type(frame, argument, None))
    for name, value in keywords:
        engine.write(("content", each.site), value)
        if name is None:
            engine.write(("rest", each.site), value)
        else:
            engine.write(("item", each.site, name), value)
            engine.write(("names", each.site), one(Text, name))


def _add_classes(frame: Frame, each: Container, other: Container) -> None:
    """What *other* holds under classes."""
    for name in frame.engine.read(("classes", other.site), frame):
        if type(name) is Text:
            value = frame.engine.read(("item", other.site, name.value), frame)
            frame.engine.write(("classes", each.site), (name,))
            frame.engine.write(("item", each.site, name.value), value)
            frame.engine.write(("content", each.site), value)


def _views(frame: Frame, each: Atom, name: str) -> Type:
    keys, values = PLAIN, PLAIN
    if type(each) is Container:
        keys = frame.engine.read(("keys", each.site), frame) or PLAIN
        values = frame.engine.read(("content", each.site), frame)
    elif type(each) is Record:
        values = join(values_of(each), each.rest)
    elif type(each) is Table:
        keys, values = each.key, each.value
    if name == "values":
        return one(Items, values)
    return one(Items, keys if name == "keys" else one(Group, (keys, values)))
