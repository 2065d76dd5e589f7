"""Python's builtins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    HOLE,
    NONE,
    NOTHING,
    PLAIN,
    AnyMethod,
    ClassOf,
    Container,
    FunctionOf,
    Group,
    Items,
    LibraryMethod,
    LibraryName,
    Manager,
    Method,
    ModelClass,
    Object,
    Query,
    Record,
    Row,
    SuperOf,
    Table,
    Text,
    Type,
    Unknown,
    join,
    one,
    unknown,
)
from cutpoint.infer.dispatch import attribute, attribute_of_type, call_type, item_type
from cutpoint.infer.members import class_of_instance
from cutpoint.infer.spreading import spread_keywords
from cutpoint.infer.targets import store
from cutpoint.infer.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]


# `getattr(order, f"{x}_id")` says too little about the name.
_SHORTEST_PART = 4


def _evaluated(word: str) -> Known:
    """A function that runs the query it is given, for a plain result."""

    def known(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
        for value in a[:1]:
            for each in value:
                if type(each) is Query and node is not None:
                    frame.see("evaluate", each, word, node)
        return PLAIN

    return known


def _argument(node: Node, index: int = 0) -> Node:
    return node[2][index] if type(node) is list and node[0] == 3 and len(node[2]) > index else node


def _many(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    """`list(x)`, `sorted(x)`, `reversed(x)` …"""
    if not a:
        site = frame.site(node)
        return one(Container, site, "list")
    if node is None or type(node) is not list:
        return one(Items, item_type(frame, a[0], None))
    item = item_type(frame, a[0], _argument(node))
    site = frame.site(node)
    frame.engine.write(("content", site), item)
    return one(Container, site, "list")


def _keyed(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
    """`sorted(x, key=f)`."""
    result = _many(frame, a, k, node)
    for name, value in k:
        if name == "key":
            call_type(frame, value, (item_type(frame, a[0], None) if a else PLAIN,), (), None)
    return result


def _tuple(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    return one(Items, item_type(frame, a[0], _argument(node)) if a else NOTHING)


def _dict(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
    site = frame.site(node)
    engine = frame.engine
    given = list(k)
    for value in a[:1]:
        given += spread_keywords(frame, value)
        for each in value:
            if type(each) in (Items, Container) and getattr(each, "kind", "list") == "list":
                for pair in item_type(frame, (each,), None):
                    if type(pair) is Group and len(pair.items) == 2:
                        given.append((None, pair.items[1]))
    for name, value in given:
        engine.write(("content", site), value)
        if name is None:
            engine.write(("rest", site), value)
        else:
            engine.write(("item", site, name), value)
            engine.write(("names", site), one(Text, name))
            engine.write(("keys", site), PLAIN)
    return one(Container, site, "dict")


def _next(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    result = item_type(frame, a[0], _argument(node)) if a else NOTHING
    return join(result, a[1]) if len(a) > 1 else result


def _extreme(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
    """`max(x, key=…)`."""
    result = item_type(frame, a[0], _argument(node)) if len(a) == 1 else NOTHING
    for value in a if len(a) > 1 else ():
        result = join(result, value)
    for name, value in k:
        if name == "key":
            call_type(frame, value, (result,), (), None)
    return result


def _enumerate(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    return one(Items, one(Group, (PLAIN, item_type(frame, a[0], _argument(node)) if a else NOTHING)))


def _zip(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    items = [item_type(frame, value, _argument(node, index)) for index, value in enumerate(a)]
    return one(Items, one(Group, tuple(items)))


def _map(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    if len(a) < 2:
        return PLAIN
    frame.loop += 1
    items = tuple(item_type(frame, value, _argument(node, index + 1)) for index, value in enumerate(a[1:]))
    result = call_type(frame, a[0], items, (), None)
    frame.loop -= 1
    return one(Items, result)


def _filter(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    if len(a) < 2:
        return PLAIN
    item = item_type(frame, a[1], _argument(node, 1))
    call_type(frame, a[0], (item,), (), None)
    return one(Items, item)


def _getattr(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    if len(a) < 2:
        return unknown("getattr")
    names = texts_in(a[1])
    if names is not None and any(HOLE in name for name in names):
        frame.want_texts()
        found = _matching(frame, a[0], names, node)
        if found:
            return found
    if names is None or any(HOLE in name for name in names):
        frame.want_texts()
        if any(each is frame.receiver for each in a[0]) and type(frame.receiver) in (Object, ClassOf):
            return one(AnyMethod, frame.receiver)
        if all(type(each) in (Row, Object, Query, Manager, ModelClass, ClassOf, Unknown) for each in a[0]) and a[0]:
            return unknown("getattr")
        return PLAIN
    if len(names) == 1 and len(a[0]) == 1 and type(a[0][0]) is LibraryName and a[0][0].name == "django.conf.settings":
        value = attribute(frame, a[0][0], names[0], node)
        known = type(value[0]) is not LibraryName if value else False
        return value if known or len(a) < 3 else a[2]
    result = a[2] if len(a) > 2 else NOTHING
    for name in names[:32]:
        found = attribute_of_type(frame, a[0], name, node)
        for each in found:
            # A name that the class does not have gives the default, or an error.
            if not (type(each) is Unknown and each.reason == "attribute" and len(a) > 2):
                result = join(result, (each,))
    return result


def _matching(frame: Frame, value: Type, patterns: list[str], node: Node) -> Type:
    """`getattr(self, f"value_{kind}")`: every relation of the row whose name fits, as one of them it must be."""
    result = NOTHING
    for each in value:
        if type(each) is not Row:
            continue
        for pattern in patterns:
            if len(pattern.replace(HOLE, "")) < _SHORTEST_PART:
                continue
            fits = re.compile(re.escape(pattern).replace(re.escape(HOLE), r"\w+")).fullmatch
            for name in sorted(frame.engine.world.space.links(each.label)):
                if fits(name):
                    result = join(result, attribute(frame, each, name, node))
    return result


def _setattr(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    names = (texts_in(a[1]) if len(a) == 3 else None) or []
    # `for name, value in options.items(): setattr(self, name, value)`: which value goes with which name is not known.
    for name in names if len(names) == 1 or len(a[2]) <= len(names) // 2 + 1 else ():
        for each in a[0]:
            store(frame, each, name, a[2])
    return NONE


def _hasattr(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    names = texts_in(a[1]) if len(a) == 2 else None
    for name in names or ():
        for each in a[0]:
            if type(each) is Row and name in frame.engine.world.space.links(each.label):
                attribute(frame, each, name, node)
    return PLAIN


def _type(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    if len(a) != 1:
        return unknown("class-made-by-call")
    result = NOTHING
    for each in a[0]:
        if type(each) in (Row, Object, Query, Manager):
            result = join(result, (class_of_instance(frame, each),))
        elif type(each) is Unknown:
            result = join(result, (each,))
    return result or PLAIN


def _super(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    home: Frame | None = frame
    while home is not None and home.receiver is None:
        home = home.scope
    if len(a) == 2:
        for cls in a[0]:
            for each in a[1]:
                inner = frame.engine.world.program.class_of(cls.label) if type(cls) is ModelClass else None
                owner = inner or (cls.cls if type(cls) is ClassOf and type(cls.cls) is Class else None)
                if owner is not None:
                    return one(SuperOf, owner, each)
    if home is None or home.owner is None:
        return unknown("super")
    return one(SuperOf, home.owner, home.receiver)


def _result_of(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    """`iter(x)`."""
    return one(Items, item_type(frame, a[0], _argument(node))) if a else PLAIN


def _range(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return one(Items, PLAIN)


def _text(_frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return a[0] if a and all(type(each) is Text for each in a[0]) else PLAIN


def _vars(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return one(Table, PLAIN, unknown("vars"))


def _exec(frame: Frame, _a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    if node is not None:
        frame.blind[id(node)] = (node[4], "exec", "exec")
    return unknown("exec")


def _import(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return unknown("import")


FUNCTIONS: dict[str, Known] = {
    "builtins.list": _many,
    "builtins.set": _many,
    "builtins.frozenset": _many,
    "builtins.sorted": _keyed,
    "builtins.reversed": _many,
    "builtins.tuple": _tuple,
    "builtins.dict": _dict,
    "builtins.iter": _result_of,
    "builtins.aiter": _result_of,
    "builtins.next": _next,
    "builtins.anext": _next,
    "builtins.max": _extreme,
    "builtins.min": _extreme,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.getattr": _getattr,
    "builtins.setattr": _setattr,
    "builtins.hasattr": _hasattr,
    "builtins.type": _type,
    "builtins.super": _super,
    "builtins.range": _range,
    "builtins.str": _text,
    "builtins.vars": _vars,
    "builtins.globals": _vars,
    "builtins.locals": _vars,
    "builtins.exec": _exec,
    "builtins.eval": _exec,
    "builtins.__import__": _import,
    "builtins.len": _evaluated("len"),
    "builtins.bool": _evaluated("bool"),
    "builtins.any": _evaluated("iterate"),
    "builtins.all": _evaluated("iterate"),
    "builtins.sum": _evaluated("iterate"),
    **{
        f"builtins.{name}": lambda _frame, _a, _k, _node: PLAIN
        for name in (
            "abs ascii bin bytearray bytes callable chr complex delattr dir divmod float format hash hex id input int"
            " isinstance issubclass memoryview oct ord pow print repr round property classmethod staticmethod object"
            " open slice breakpoint help compile"
        ).split()
    },
}

__all__ = ["FUNCTIONS", "FunctionOf", "LibraryMethod", "Method", "Record"]
