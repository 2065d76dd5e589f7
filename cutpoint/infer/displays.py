"""Lists, sets, tuples, dicts and comprehensions as they are written -> types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    Boxed,
    Container,
    Group,
    Items,
    Record,
    Table,
    Text,
    Type,
    Unknown,
    atom,
    join,
    join_all,
    one,
    type_of,
)
from cutpoint.domain.walking import kind_of
from cutpoint.infer.dispatch import evaluate, evaluates, item_type
from cutpoint.infer.keys import names_of_keys
from cutpoint.infer.loaded import keep_joined
from cutpoint.infer.narrowing import narrowed
from cutpoint.infer.spreading import content_of
from cutpoint.infer.targets import assign, put
from cutpoint.infer.walked import note_walked

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame


@evaluates(sk.LIST, sk.SET)
def _list(frame: Frame, node: Node, env: Env) -> Type:
    item = NOTHING
    for each in node[1]:
        if type(each) is list and each[0] == sk.STAR:
            item = join(item, item_type(frame, evaluate(frame, each[1], env), each[1]))
        else:
            item = join(item, evaluate(frame, each, env))
    site = frame.site(node)
    frame.engine.write(("content", site), item)
    if (
        node[0] == sk.LIST
        and item
        and (all(type(each) is Text for each in item) or any(type(each) is Boxed for each in item))
    ):
        frame.engine.write(("order", site), one(Group, tuple([evaluate(frame, each, env) for each in node[1]])))
    return one(Container, site, "list")


@evaluates(sk.TUPLE)
def _tuple(frame: Frame, node: Node, env: Env) -> Type:
    if any(type(each) is list and each[0] == sk.STAR for each in node[1]) or len(node[1]) > 12:
        item = NOTHING
        for each in node[1]:
            inner = each[1] if type(each) is list and each[0] == sk.STAR else each
            value = evaluate(frame, inner, env)
            item = join(item, value if inner is each else item_type(frame, value, inner))
        return one(Items, item)
    return one(Group, tuple([evaluate(frame, each, env) for each in node[1]]))


@evaluates(sk.DICT)
def _dict(frame: Frame, node: Node, env: Env) -> Type:
    site = frame.site(node)
    engine = frame.engine
    for key_node, value_node in node[1]:
        value = evaluate(frame, value_node, env)
        if type(key_node) is list and key_node[0] == sk.STAR:
            _merge(frame, site, value)
            continue
        key = evaluate(frame, key_node, env)
        engine.write(("content", site), value)
        engine.write(("keys", site), key if len(node[1]) < 500 else PLAIN)
        if len(key) == 1 and type(key[0]) is Text:
            engine.write(("item", site, key[0].value), value)
            engine.write(("names", site), key if len(node[1]) < 200 else NOTHING)
        elif names_of_keys(key) is not None:
            put(frame, atom(Container, site, "dict"), key, value)
        else:
            engine.write(("rest", site), value)
    return one(Container, site, "dict")


def _merge(frame: Frame, site: object, value: Type) -> None:
    """`{**value}`."""
    engine = frame.engine
    for each in value:
        if type(each) is Record:
            for name, item in each.items:
                engine.write(("item", site, name), item)
                engine.write(("names", site), one(Text, name))
                engine.write(("content", site), item)
            engine.write(("rest", site), each.rest)
        elif type(each) is Container and each.kind == "dict":
            for name_atom in engine.read(("names", each.site), frame):
                if type(name_atom) is not Text:
                    engine.write(("rest", site), engine.read(("content", each.site), frame))
                    continue
                item = engine.read(("item", each.site, name_atom.value), frame)
                engine.write(("item", site, name_atom.value), item)
                engine.write(("names", site), type_of(name_atom))
            engine.write(("rest", site), engine.read(("rest", each.site), frame))
            engine.write(("content", site), engine.read(("content", each.site), frame))
        elif type(each) is Table:
            engine.write(("rest", site), each.value)
            engine.write(("content", site), each.value)
        elif type(each) is Unknown:
            engine.write(("rest", site), (each,))


@evaluates(sk.COMPREHENSION)
def _comprehension(frame: Frame, node: Node, env: Env) -> Type:
    _, kind, element, value_node, generators, *_ = node
    inner = dict(env)
    kept = _kept_names(frame, node, env)
    frame.loop += 1
    for position, (target, iterable, tests, _is_async) in enumerate(generators):
        # The first iterable is evaluated once, before anything loops.
        frame.loop -= position == 0
        values = evaluate(frame, iterable, inner)
        items = item_type(frame, values, iterable)
        note_walked(frame, items)
        frame.loop += position == 0
        assign(frame, target, items, inner)
        keep_joined(frame, target, values, inner)
        for test in tests:
            evaluate(frame, test, inner)
            inner = narrowed(frame, test, inner, truth=True) or inner
    item = evaluate(frame, element, inner)
    result = one(Table, item, evaluate(frame, value_node, inner)) if kind == "dict" else one(Items, item)
    frame.loop -= 1
    return kept or result


def _kept_names(frame: Frame, node: Node, env: Env) -> Type:
    """`{key: value for key, value in given.items() if value}` is what `given` holds, or less: names keep their values."""
    match node:
        case [
            _,
            "dict",
            [sk.NAME, key, *_],
            [sk.NAME, value, *_],
            [[[sk.TUPLE, [[sk.NAME, first, *_], [sk.NAME, second, *_]], *_], [sk.CALL, method, [], [], *_], *_]],
            *_,
        ] if (key, value) == (first, second) and kind_of(method) == sk.ATTRIBUTE and method[2] == "items":
            given = evaluate(frame, method[1], env)
            found = [content_of(frame, each) if type(each) is Container else each for each in given]
            if all(type(each) is Record for each in found):
                return join_all([(each,) for each in found])
    return NOTHING
