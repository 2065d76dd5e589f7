"""Code for another database than the project's: `if connection.vendor == "postgresql":` where the settings name SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Function
from cutpoint.domain.walking import nodes_in
from cutpoint.infer.found_empty import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.objects import Module
    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame, Seen

_DEEPEST = 4
"""So many functions may stand between a test and the comparison that it comes to."""
_SAME = {"==": True, "!=": False, "in": True, "not in": False}


class VendorTests:
    """Of one analysis."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        program = engine.world.program
        self._vendor = program.plain(program.symbol("django.db.connection.vendor"))
        self._foreign: dict[int, frozenset[int]] = {}
        """Body -> the nodes in it that do not run on this database."""

    def is_foreign(self, frame: Frame, seen: Seen) -> bool:
        """Whether *seen* stands where code only gets on another database. It may still be the one of another environment."""
        function = frame.function
        if function is None or function.is_lambda or not isinstance(self._vendor, str):
            return False
        body = self._engine.body_of(function)
        found = self._foreign.get(id(body))
        if found is None:
            found = self._foreign[id(body)] = frozenset(self._foreign_in(frame.module, body))
        return id(seen.node) in found

    def _foreign_in(self, module: Module, body: Body) -> Iterator[int]:
        for number, statement in enumerate(body):
            match statement:
                case [sk.IF, branches, otherwise, *_]:
                    is_open = True
                    for test, then, *_ in branches:
                        truth = self._truth(module, test) if is_open else None
                        yield from (
                            map(id, nodes_in(*then))
                            if truth is False or not is_open
                            else self._foreign_in(module, then)
                        )
                        is_open = is_open and truth is not True
                    yield from self._foreign_in(module, otherwise) if is_open else map(id, nodes_in(*otherwise))
                    if not is_open and leaves(branches[-1][1]):
                        yield from map(id, nodes_in(*body[number + 1 :]))
                        return
                case (
                    [sk.FOR, _, _, inner, *_] | [sk.WHILE, _, inner, *_] | [sk.WITH, _, inner, *_] | [sk.TRY, inner, *_]
                ):
                    yield from self._foreign_in(module, inner)

    def _truth(self, module: Module, test: Node, depth: int = 0) -> bool | None:
        match test:
            case [sk.UNARY, "not", inner]:
                truth = self._truth(module, inner, depth)
                return None if truth is None else not truth
            case [sk.BOOLEAN, operator, operands]:
                decisive = operator == "or"
                truths = [self._truth(module, operand, depth) for operand in operands]
                return decisive if decisive in truths else None if None in truths else not decisive
            case [sk.COMPARE, [sk.ATTRIBUTE, base, "vendor", *_], [operator], [other]] if operator in _SAME:
                many = type(other) is list and other[0] in (sk.TUPLE, sk.LIST, sk.SET)
                vendors = [other] if type(other) is str else other[1] if many else []
                if _is_connection(base) and vendors:
                    return (self._vendor in vendors) is _SAME[operator]
            case [sk.CALL, [sk.NAME, name, *_], [], [], *_] if depth < _DEEPEST:
                return self._given(module, name, depth + 1)
        return None

    def _given(self, module: Module, name: str, depth: int) -> bool | None:
        """What a function without arguments says, if it does nothing else."""
        function = self._engine.world.program.plain(module.env.get(name))
        match self._engine.body_of(function) if type(function) is Function else []:
            case [[sk.RETURN, list() as value, *_]] if type(function) is Function:
                return self._truth(function.env.module, value, depth)
        return None


def _is_connection(base: Node) -> bool:
    """`connection`, `self.connection` or `connections["default"]`."""
    match base:
        case [sk.NAME, name, *_] | [sk.ATTRIBUTE, _, name, *_]:
            return bool(name == "connection")
        case [sk.SUBSCRIPT, [sk.NAME, name, *_], *_]:
            return bool(name == "connections")
    return False
