"""Every node of a piece of skeleton, in no order that matters.

A list of numbers, as the lines or the arguments of a node may be one, looks like a node to whoever just goes through all
lists; so what is a node is told by where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node

_ONE, _MANY, _SECOND, _BOTH, _ALL, _PARAMETERS = range(6)
"""What stands at a place of a node: a node, a list of them, or a list of lists of which the second item, the first two,
any item, whether it is a node or a list of them, or the last two are nodes."""

_PLACES: dict[int, tuple[tuple[int, int], ...]] = {
    sk.ATTRIBUTE: ((1, _ONE),),
    sk.CALL: ((1, _ONE), (2, _MANY), (3, _SECOND)),
    sk.SUBSCRIPT: ((1, _ONE), (2, _ONE)),
    sk.LIST: ((1, _MANY),),
    sk.TUPLE: ((1, _MANY),),
    sk.SET: ((1, _MANY),),
    sk.DICT: ((1, _BOTH),),
    sk.STAR: ((1, _ONE),),
    sk.BINARY: ((2, _MANY),),
    sk.UNARY: ((2, _ONE),),
    sk.COMPARE: ((1, _ONE), (3, _MANY)),
    sk.BOOLEAN: ((2, _MANY),),
    sk.CONDITIONAL: ((1, _ONE), (2, _ONE), (3, _ONE)),
    sk.FORMATTED: ((1, _MANY),),
    sk.LAMBDA: ((1, _PARAMETERS), (2, _ONE)),
    sk.COMPREHENSION: ((2, _ONE), (3, _ONE), (4, _ALL)),
    sk.NAMED: ((2, _ONE),),
    sk.AWAIT: ((1, _ONE),),
    sk.YIELD: ((1, _ONE),),
    sk.YIELD_FROM: ((1, _ONE),),
    sk.SLICE: ((1, _ONE), (2, _ONE), (3, _ONE)),
    sk.FORMAT: ((1, _ONE), (2, _ONE)),
    sk.LOOKUP: ((2, _ALL),),
    sk.FILTERED: ((1, _ONE), (2, _SECOND)),
    sk.EXPRESSION: ((1, _ONE),),
    sk.ASSIGN: ((1, _MANY), (2, _ONE)),
    sk.ANNOTATED: ((1, _ONE), (2, _ONE), (3, _ONE)),
    sk.AUGMENTED: ((1, _ONE), (3, _ONE)),
    sk.RETURN: ((1, _ONE),),
    sk.IF: ((1, _ALL), (2, _MANY)),
    sk.FOR: ((1, _ONE), (2, _ONE), (3, _MANY), (4, _MANY)),
    sk.WHILE: ((1, _ONE), (2, _MANY), (3, _MANY)),
    sk.TRY: ((1, _MANY), (2, _ALL), (3, _MANY), (4, _MANY)),
    sk.WITH: ((1, _BOTH), (2, _MANY)),
    sk.FUNCTION: ((2, _PARAMETERS), (3, _MANY), (4, _ONE), (5, _ONE)),
    sk.CLASS: ((2, _MANY), (3, _SECOND), (4, _MANY), (5, _MANY)),
    sk.DELETE: ((1, _MANY),),
    sk.RAISE: ((1, _ONE),),
    sk.MATCH: ((1, _ONE), (2, _ALL)),
    sk.ASSERT: ((1, _ONE),),
    sk.INCLUDE: ((1, _ONE), (2, _SECOND)),
    sk.OPEN: ((1, _SECOND),),
    sk.EXTENDS: ((1, _ONE),),
    sk.TAG: ((2, _MANY), (3, _SECOND)),
    sk.MATCH_VALUE: ((1, _ONE),),
    sk.MATCH_CLASS: ((1, _ONE), (2, _MANY), (3, _SECOND)),
    sk.MATCH_AS: ((1, _ONE),),
    sk.MATCH_OR: ((1, _MANY),),
    sk.MATCH_SEQUENCE: ((1, _MANY),),
    sk.MATCH_MAPPING: ((1, _MANY), (2, _MANY)),
}


def kind_of(node: Node) -> object:
    """The kind of *node*; None for a literal, which has none: `None()` and `5 .name` are code, too."""
    return node[0] if type(node) is list and node else None


def nodes_in(*nodes: Node) -> Iterator[Node]:
    """Every node in *nodes*, themselves included, each before those inside it; of functions inside, the packed body as it is.

    Literals are left out. Some bodies are much nested: nothing here calls itself.
    """
    stack = [*nodes]
    while stack:
        node = stack.pop()
        if type(node) is bytes:
            yield node
        elif type(node) is list and node:
            yield node
            for place, what in _PLACES.get(node[0], ()):
                if place < len(node):
                    stack += _inside(node[place], what)


def _inside(part: Node, what: int) -> list[Node]:
    if what == _ONE:
        return [part]
    if what == _MANY:
        return list(part)
    if what == _SECOND:
        return [item[1] for item in part]
    if what == _BOTH:
        return [each for item in part for each in item[:2]]
    if what == _PARAMETERS:
        return [each for item in part for each in item[2:]]
    # Of `[test, body, line]` and the like: a list that does not begin with a kind is a body.
    return [each for item in part for inner in item for each in _node_or_body(inner)]


def _node_or_body(inner: Node) -> list[Node]:
    if type(inner) is not list:
        return []
    return [inner] if inner and type(inner[0]) is int else inner
