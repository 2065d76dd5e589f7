"""Queries that a test has found to have no rows: `if not order.lines.exists(): order.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.walking import nodes_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Body, Node

    Asked = tuple[Node, Node]
    """A query, and the call that asks for its rows."""

_ASKING = frozenset({"exists", "aexists", "count", "acount"})
# (operator, number) -> whether a count for which this holds is 0, or is 0 where it does not hold.
_COUNTS = {("==", 0): True, ("<", 1): True, (">", 0): False, ("!=", 0): False, (">=", 1): False}


def found_empty(test: Node, *, truth: bool) -> Iterator[Asked]:
    """What has no rows where *test* is *truth*."""
    match test:
        case [sk.UNARY, "not", inner]:
            yield from found_empty(inner, truth=not truth)
        case [sk.BOOLEAN, operator, operands] if (operator == "and") is truth:
            for operand in operands:
                yield from found_empty(operand, truth=truth)
        case [sk.COMPARE, left, [operator], [int() as number]] if _COUNTS.get((operator, number)) is truth:
            yield from _asked(left)
        case _ if not truth:
            yield from _asked(test)


def _asked(node: Node) -> Iterator[Asked]:
    match node:
        case [sk.AWAIT, inner]:
            yield from _asked(inner)
        case [sk.CALL, [sk.ATTRIBUTE, query, name, *_], [], [], *_] if name in _ASKING:
            yield query, node


def leaves(body: Body) -> bool:
    """Whether what stands behind *body* in its block is not reached after it."""
    return bool(body) and body[-1][0] in (sk.RETURN, sk.RAISE, sk.CONTINUE, sk.BREAK)


def speaks_of(node: Node, name: str) -> bool:
    """Whether a local name stands somewhere in an expression."""
    return any(each[0:2] == [sk.NAME, name] for each in nodes_in(node))
