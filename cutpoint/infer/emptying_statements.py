"""Statements of a body -> for each delete, what those right before it delete or find empty, and the names given to values before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cutpoint.domain import skeleton as sk
from cutpoint.domain.walking import kind_of, nodes_in
from cutpoint.infer.found_empty import found_empty, leaves, speaks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cutpoint.domain.skeleton import Body, Node

    Names = dict[str, Node]
    """Local name -> what was assigned to it last in the same block."""

DELETES = frozenset({"delete", "adelete"})
# Methods that only look: of dicts as well, and what conditions are made with.
_ASKING = frozenset(
    {"filter", "exclude", "all", "get", "order_by", "values_list", "values", "count", "exists", "Q", "F"}
)
_GATHERING = frozenset({"list", "tuple", "set", "sorted", "select_for_update"})
_TELLING = frozenset({"write", "print", "debug", "info", "warning", "error"})


class Emptying(msgspec.Struct, frozen=True):
    """A query whose rows go, or are not there."""

    query: Node
    used: Node
    """The expression that the query is used in."""
    call: Node
    """The call that deletes its rows or asks for them."""
    by_method: bool = False
    """Whether the call is of another method, which may do that."""
    by_function: bool = False
    """Whether the call is of a function, whose own statements say what goes: its node stands for the query as well."""


class Run(NamedTuple):
    """What is known where a delete stands."""

    tested: tuple[Emptying, ...]
    """What tests have found empty."""
    before: tuple[Emptying, ...]
    """What statements have emptied, in this order."""
    names: Names
    is_first: bool = False
    """Whether nothing else is done between the start of the function and this."""


class Statements:
    """One walk over a body."""

    def __init__(self, is_asking: Callable[[str], bool]) -> None:
        self.runs: dict[int, Run] = {}
        """Node of a delete, or of a call that is a statement -> what is known there."""
        self.end: tuple[Emptying, ...] = ()
        """What has gone at the end of the body that was collected last."""
        self.is_all = True
        """Whether its statements do nothing else."""
        self._is_asking = is_asking
        """Whether a function of this name in the module only asks for rows."""

    def collect(
        self,
        body: Body,
        tested: tuple[Emptying, ...] = (),
        started: Iterable[Emptying] = (),
        *,
        is_outermost: bool = False,
    ) -> None:
        """The deletes in *body*, where tests around have found *tested* empty, and what *started* says has just gone."""
        before: list[Emptying] = list(started)
        is_first = is_outermost
        names: Names = {}
        for statement in body:
            call = _delete_in(statement)
            if call is not None:
                self.runs[id(call)] = Run(tested, tuple(before), dict(names), is_first)
                before.append(Emptying(_spelled_out(call[1][1], names), call, call))
                continue
            if (each := _delete_of_each(statement)) is not None:
                before.append(each)
                continue
            if _only_tells(statement):
                continue
            tested = tuple(each for each in tested if not _names_anew(statement, each.query))
            for inner, found in _blocks_in(statement):
                # What a test asks for fills nothing; what else has been done when a block begins is not known.
                self.collect(inner, (*tested, *found), before if statement[0] == sk.IF else ())
            called = _call_in(statement)
            if called is not None:
                self.runs[id(called)] = Run(tested, tuple(before), dict(names), is_first)
                before.append(Emptying(called, called, called, by_function=True))
                continue
            asks = self._only_asks(statement)
            before = [each for each in before if not _names_anew(statement, each.query)] if asks else []
            self.is_all = self.is_all and asks
            is_first = is_first and asks
            match statement:
                case [sk.ASSIGN, [[sk.NAME, name, *_]], value, *_]:
                    names[name] = value
                case [sk.IF, [[test, then, *_]], [], *_] if leaves(then):
                    tested = (*tested, *_none_of(test, truth=False))
                case [sk.EXPRESSION, *_]:
                    pass
                case _:
                    names = {}
        self.end = tuple(before)

    def _only_asks(self, statement: Node) -> bool:
        """`staff = User.objects.filter(is_staff=True)` fills no table, and gives no name to what is in one."""
        match statement:
            case [sk.ASSIGN, [[sk.NAME, *_]], [sk.CALL, *_] as value, *_]:
                return all(
                    name in _ASKING or name in _GATHERING or (is_bare and self._is_asking(name))
                    for name, is_bare in calls_in(value)
                )
        return False


def only_asks(value: Node) -> bool:
    """Whether an expression only makes a query, or gathers its rows."""
    return all(name in _ASKING or name in _GATHERING for name, _ in calls_in(value))


def _only_tells(statement: Node) -> bool:
    """`self.stdout.write("Removed orders")` and a docstring fill no table."""
    match statement:
        case [sk.EXPRESSION, str(), *_]:
            return True
        case [sk.EXPRESSION, [sk.CALL, [sk.NAME | sk.ATTRIBUTE, *_] as function, arguments, [], *_], *_]:
            name = function[1] if function[0] == sk.NAME else function[2]
            return name in _TELLING and all(type(each) is str for each in arguments)
    return False


def calls_in(node: Node) -> Iterator[tuple[str, bool]]:
    """The names that an expression calls, and whether each stands by itself."""
    for each in nodes_in(node):
        match each:
            case [sk.CALL, [sk.NAME, name, *_], *_]:
                yield name, True
            case [sk.CALL, [sk.ATTRIBUTE, _, name, *_], *_]:
                yield name, False
            case [sk.CALL, *_]:
                yield "", False


def _names_anew(statement: Node, query: Node) -> bool:
    """Whether a statement gives another value to a name that *query* speaks of."""
    match statement:
        case [sk.ASSIGN, targets, *_]:
            return any(kind_of(each) == sk.NAME and speaks_of(query, each[1]) for each in targets)
        case [sk.FOR, [sk.NAME, name, *_], *_]:
            return speaks_of(query, name)
    return False


def _none_of(test: Node, *, truth: bool) -> tuple[Emptying, ...]:
    return tuple(Emptying(query, call, call) for query, call in found_empty(test, truth=truth))


def _delete_in(statement: Node) -> Node | None:
    """`order.delete()` as a statement of its own, or `count, _ = orders.delete()`."""
    match statement:
        case (
            [sk.EXPRESSION, list() as value, *_]
            | [sk.ASSIGN, _, list() as value, *_]
            | [sk.RETURN, list() as value, *_]
        ):
            call = value[1] if value[0] == sk.AWAIT else value
        case _:
            return None
    match call:
        case [sk.CALL, [sk.ATTRIBUTE, _, name, *_], [], [], *_] if name in DELETES:
            return call
    return None


def _spelled_out(query: Node, names: Names) -> Node:
    """What *query* was called, if it is a name for what only makes a query."""
    value = names.get(query[1]) if kind_of(query) == sk.NAME else None
    return value if type(value) is list and value[0] == sk.CALL and only_asks(value) else query


def _call_in(statement: Node) -> Node | None:
    """`self.flush()` as a statement of its own."""
    match statement:
        case [sk.EXPRESSION, list() as value, *_]:
            call = value[1] if value[0] == sk.AWAIT else value
            return call if type(call) is list and call[0] == sk.CALL else None
    return None


def is_straight(body: Body) -> bool:
    """Whether all of a body's statements run whenever it does."""
    return all(each[0] in (sk.EXPRESSION, sk.ASSIGN) for each in body[:-1]) and all(
        each[0] in (sk.EXPRESSION, sk.ASSIGN, sk.RETURN) for each in body[-1:]
    )


def _delete_of_each(statement: Node) -> Emptying | None:
    """`for line in order.lines.all(): line.delete()`; or `line.withdraw()`, which may be a delete."""
    match statement:
        case [sk.FOR, [sk.NAME, name, *_], query, [[sk.EXPRESSION, list() as value, *_]], *_]:
            call = value[1] if value[0] == sk.AWAIT else value
            match call:
                case [sk.CALL, [sk.ATTRIBUTE, [sk.NAME, row, *_], method, *_], [], [], *_] if row == name:
                    return Emptying(query, query, call, by_method=method not in DELETES)
    return None


def _blocks_in(statement: Node) -> Iterator[tuple[Body, tuple[Emptying, ...]]]:
    """Each block of a statement, with what the tests of its branch have found empty."""
    match statement:
        case [sk.IF, branches, otherwise, *_]:
            otherwise_none: tuple[Emptying, ...] = ()
            for test, then, *_ in branches:
                yield then, (*otherwise_none, *_none_of(test, truth=True))
                otherwise_none = (*otherwise_none, *_none_of(test, truth=False))
            yield otherwise, otherwise_none
        case [sk.FOR, _, _, body, otherwise, *_] | [sk.WHILE, _, body, otherwise, *_]:
            yield from ((body, ()), (otherwise, ()))
        case [sk.TRY, body, handlers, otherwise, final, *_]:
            yield from ((each, ()) for each in (body, *(handler[2] for handler in handlers), otherwise, final))
        case [sk.WITH, _, body, *_]:
            yield body, ()
        case [sk.MATCH, _, cases, *_]:
            yield from ((case[2], ()) for case in cases)
