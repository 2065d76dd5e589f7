"""Tags of Django's own that have no body -> statements, and the names that statements of a template look up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.walking import nodes_in
from cutpoint.recognize.templates.values import value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Body, Node

_PAIR = re.compile(r"(\w+)=(.+)")
SILENT = frozenset(
    {"else", "elif", "empty", "load", "csrf_token", "static", "now", "lorem", "debug", "templatetag", "resetcycle"}
    | {"plural", "get_static_prefix", "get_media_prefix", "querystring", "language", "get_current_language"}
)
"""Tags of Django's own that look up nothing."""


def pairs_of(words: list[str], line: int) -> list[list[Node]]:
    """`a=b c.d as e count f=g`: names and what they are given."""
    pairs: list[list[Node]] = []
    for index, word in enumerate(words):
        pair = _PAIR.fullmatch(word)
        if pair is not None:
            pairs.append([pair[1], value_of(pair[2], line)])
        elif word == "as" and 0 < index < len(words) - 1:
            pairs.append([words[index + 1], value_of(words[index - 1], line)])
    return pairs


def tag_of(words: list[str], line: int) -> Node:
    """`{% show_order order size=3 as shown %}`."""
    target = words[-1] if "as" in words[1:-1] else ""
    rest = words[1:-2] if target else words[1:]
    named = pairs_of([word for word in rest if _PAIR.fullmatch(word)], line)
    given = [value_of(word, line) for word in rest if not _PAIR.fullmatch(word)]
    return [sk.TAG, words[0], given, named, target, line]


def _include(words: list[str], line: int) -> Body:
    if len(words) < 2:
        return []
    rest = words[2:]
    return [[sk.INCLUDE, value_of(words[1], line), pairs_of(rest, line), "only" in rest, line]]


def _shown(words: list[str], line: int) -> Body:
    """`{% url "order" order.customer.pk %}`, `{% firstof a.b c.d %}`: every value is looked up."""
    body: Body = []
    for word in words[1:]:
        pair = _PAIR.fullmatch(word)
        value = value_of(pair[2] if pair is not None else word, line)
        if type(value) is list and (value[0] != sk.LOOKUP or value[2]) and value[0] != sk.OTHER:
            body.append([sk.EXPRESSION, value, line, line])
    return body


def _regroup(words: list[str], line: int) -> Body:
    """`{% regroup order.lines.all by product as products %}`: groups that hold their items as `list`."""
    if len(words) != 6 or words[2] != "by" or words[4] != "as":
        return []
    group = [sk.DICT, [["grouper", [sk.OTHER, line]], ["list", value_of(words[1], line)]]]
    return [[sk.OPEN, [[words[5], [sk.LIST, [group], line]]], line]]


SIMPLE: dict[str, Callable[[list[str], int], Body]] = {
    "include": _include,
    "regroup": _regroup,
    **dict.fromkeys(("url", "firstof", "cycle", "widthratio", "translate", "trans"), _shown),
}


def names_in(body: Body) -> tuple[list[str], list[str], bool]:
    """The names that *body* looks up, the templates that it includes, and whether it includes some by name of a variable."""
    names: set[str] = set()
    included: set[str] = set()
    others = False
    for node in nodes_in(*body):
        if node[0] == sk.LOOKUP:
            names.add(node[1])
        elif node[0] == sk.INCLUDE:
            if type(node[1]) is str:
                included.add(node[1])
            else:
                others = True
    return sorted(names), sorted(included), others
