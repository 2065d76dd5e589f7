"""`for name, value in options.items(): setattr(self, name, value)`: a dict whose keys are known, gone through key by key.

What is stored under a name is the value of that name. Other loops are gone through with all keys and values at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import Group, Text, Type, one
from cutpoint.domain.walking import nodes_in
from cutpoint.infer.spreading import spread_keywords

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame

# A dict with more keys is data.
_MOST_KEYS = 24


def pairs_of(frame: Frame, target: Node, iterable: Node, body: Node, env: Env) -> list[Type]:
    """(key, value) of each item that the loop goes through; none where that tells nothing more than all of them at once."""
    match target, iterable:
        case [sk.TUPLE, [[sk.NAME, str(key), *_], [sk.NAME, *_]], *_], [
            sk.CALL,
            [sk.ATTRIBUTE, base, "items", *_],
            [],
            [],
            *_,
        ]:
            if not _stores_under(frame, body, key):
                return []
            items = spread_keywords(frame, frame.peek(base, env))
            if len(items) > _MOST_KEYS or any(name is None for name, _ in items):
                return []
            return [one(Group, (one(Text, name), value)) for name, value in items]
    return []


def _stores_under(frame: Frame, body: Node, key: str) -> bool:
    """Whether *body* stores something under the name *key*: `setattr(self, key, …)`, `self.__dict__[key] = …`."""
    known = frame.engine.known.storing.get(id(body))
    if known is None:
        known = frame.engine.known.storing[id(body)] = _names_stored_under(body)
    return key in known


def _names_stored_under(body: Node) -> frozenset[str]:
    found: set[str] = set()
    for node in nodes_in(*body):
        match node:
            case [sk.CALL, [sk.NAME, "setattr", *_], [_, [sk.NAME, str(key), *_], _], *_]:
                found.add(key)
            case [sk.SUBSCRIPT, [sk.ATTRIBUTE, _, "__dict__", *_], [sk.NAME, str(key), *_], *_]:
                found.add(key)
    return frozenset(found)
