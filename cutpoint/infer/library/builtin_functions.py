"""Python's builtins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    NONE,
    NOTHING,
    PLAIN,
    Container,
    Group,
    Items,
    Query,
    Table,
    Text,
    Type,
    join,
    one,
)
from cutpoint.infer.dispatch import call_type, item_type
from cutpoint.infer.spreading import spread_keywords

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]


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
    """`list(x)`, `sorted(x)`."""
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
                        engine.write(("keys", site), pair.items[0])
                        given.append((None, pair.items[1]))
            elif type(each) is Container:
                engine.write(("keys", site), item_type(frame, (each,), None))
                engine.write(("content", site), engine.read(("content", each.site), frame))
            elif type(each) is Table:
                engine.write(("keys", site), each.key)
    for name, value in given:
        engine.write(("content", site), value)
        if name is None:
            engine.write(("rest", site), value)
        else:
            engine.write(("item", site, name), value)
            engine.write(("names", site), one(Text, name))
            engine.write(("keys", site), PLAIN)
    return one(Container, site, "dict")


def _from_keys(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    """`dict.fromkeys(orders)`: each once, in order."""
    keys = item_type(frame, a[0], _argument(node)) if a else PLAIN
    return one(Table, keys, a[1] if len(a) > 1 else NONE)


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


def _result_of(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    """`iter(x)`, `reversed(x)`."""
    return one(Items, item_type(frame, a[0], _argument(node))) if a else PLAIN


def _range(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return one(Items, PLAIN)


def _text(_frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return a[0] if a and all(type(each) is Text for each in a[0]) else PLAIN


FUNCTIONS: dict[str, Known] = {
    "builtins.list": _many,
    "builtins.set": _many,
    "builtins.frozenset": _many,
    "builtins.sorted": _keyed,
    "builtins.reversed": _result_of,
    "builtins.tuple": _tuple,
    "builtins.dict": _dict,
    "builtins.dict.fromkeys": _from_keys,
    "collections.OrderedDict.fromkeys": _from_keys,
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
    "builtins.range": _range,
    "builtins.str": _text,
    "builtins.len": _evaluated("len"),
    "builtins.bool": _evaluated("bool"),
    "builtins.any": _evaluated("iterate"),
    "builtins.all": _evaluated("iterate"),
    "builtins.sum": _evaluated("iterate"),
    **{
        f"builtins.{name}": lambda _frame, _a, _k, _node: PLAIN
        for name in (
            "abs",
            "ascii",
            "bin",
            "bytearray",
            "bytes",
            "callable",
            "chr",
            "complex",
            "delattr",
            "dir",
            "divmod",
            "float",
            "format",
            "hash",
            "hex",
            "id",
            "input",
            "int",
            "isinstance",
            "issubclass",
            "memoryview",
            "oct",
            "ord",
            "pow",
            "print",
            "repr",
            "round",
            "property",
            "classmethod",
            "staticmethod",
            "object",
            "open",
            "slice",
            "breakpoint",
            "help",
            "compile",
        )
    },
}
