"""`for rows, is_kept in [(lines, True), (wishes, False)]`: a loop over a list that is written out takes one item after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import Group
from cutpoint.domain.walking import nodes_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Env, Frame

# What is longer is a table of data; its body would run once for each line of it.
_MOST_ITEMS = 40


def items_one_by_one(frame: Frame, iterable: Node, env: Env) -> list[Type]:
    """The types of the items of a list that is written out, if they are of several models; none at all for any other value.

    The list stands in the loop, or in the only assignment of a local name that is used for nothing but loops.
    """
    if type(iterable) is not list or iterable[0] not in (sk.LIST, sk.TUPLE, sk.NAME):
        return []
    known = frame.engine.known.written
    items = known.get(id(iterable))
    if items is None:
        items = known[id(iterable)] = _items(_body_of(frame), iterable)
    if len(items) < 2:
        return []
    types = [frame.peek(item, env) for item in items]
    return types if len({label for value in types for label in _labels(value)}) > 1 else []


def _body_of(frame: Frame) -> Body:
    return frame.engine.body_of(frame.function) if frame.function is not None else frame.body or []


def _items(body: Body, iterable: Node) -> list[Node]:
    display = _assigned(body, iterable[1]) if iterable[0] == sk.NAME else iterable
    if display is None or len(display[1]) > _MOST_ITEMS:
        return []
    items: list[Node] = display[1]
    return [] if any(type(item) is list and item[0] == sk.STAR for item in items) else items


def _assigned(body: Body, name: str) -> Node:
    """The list that a local name holds all the time: assigned once, and then gone through only."""
    displays: list[Node] = []
    loops = names = 0
    for node in nodes_in(*body):
        if type(node) is bytes:
            if name.encode() in node:
                return None
            continue
        match node:
            case [sk.NAME, str(other), *_] if other == name:
                names += 1
            case [sk.ASSIGN, [[sk.NAME, str(other), *_]], [(sk.LIST | sk.TUPLE), *_] as value, *_] if other == name:
                displays.append(value)
            case [sk.FOR, _, [sk.NAME, str(other), *_], *_] if other == name:
                loops += 1
    return displays[0] if len(displays) == 1 and names == loops + 1 else None


def _labels(value: Type) -> Iterator[str]:
    for each in value:
        if type(each) is Group:
            for part in each.items:
                yield from _labels(part)
        elif label := getattr(each, "label", None):
            yield label
