"""What a delete finds no rows of: what statements right before have removed, as `order.lines.all().delete()`, or a test found none of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.types import Manager, Query, Row
from cutpoint.infer.found_empty import found_empty, leaves, speaks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame, Seen

    Emptied = tuple[str, str]
    """(label of a model, name of its relation): the rows that point at the deleted one by it are gone; all, for no name."""
    Names = dict[str, Node]
    """Local name -> what was assigned to it last in the same block."""
    Emptying = tuple[Node, Node, Node]
    """The query whose rows go, the expression that it is used in, and the call that deletes or asks for them."""
    Tested = tuple[Emptying, ...]
    """What the tests around a statement, or those that leave before it, have found empty."""

_DELETES = frozenset({"delete", "adelete"})
_MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})
# Methods that leave no row out.
_KEEPING = frozenset(
    [
        "all",
        "order_by",
        "select_related",
        "prefetch_related",
        "select_for_update",
        "using",
        "only",
        "defer",
        "reverse",
        "values_list",
        "values",
    ]
)
_KEYS = frozenset({"pk", "id"})
# Methods that only look: of dicts as well, and what conditions are made with.
_ASKING = frozenset(
    {"filter", "exclude", "all", "get", "order_by", "values_list", "values", "count", "exists", "Q", "F"}
)
_TELLING = frozenset({"write", "print", "debug", "info", "warning", "error"})


class Deletes:
    """Of one analysis."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._runs: dict[int, dict[int, tuple[list[Emptying], Names]]] = {}

    def before(self, frame: Frame, seen: Seen) -> tuple[Emptied, ...]:
        """What the statements right before the delete *seen* have emptied or found empty, or its own query leaves out."""
        if seen.name not in _DELETES or frame.function is None or frame.function.is_lambda:
            return ()
        body = self._engine.body_of(frame.function)
        runs = self._runs.get(id(body))
        if runs is None:
            runs = self._runs[id(body)] = {}
            _collect(body, runs)
        emptyings, names = runs.get(id(seen.node), ([], {}))
        found = [each for emptying in emptyings for each in self._emptied(frame, emptying, seen, names)]
        if isinstance(seen.receiver, (Manager, Query)):
            found += self._without(seen.node[1][1], seen.receiver.label)
        return tuple(dict.fromkeys(found))

    def _emptied(self, frame: Frame, emptying: Emptying, seen: Seen, names: Names) -> Iterator[Emptied]:
        of = seen.node[1][1]
        query, used, call = emptying
        if used is not call and not _deletes_rows(frame, call):
            return
        for each in [each.receiver for each in frame.uses.values() if each.node is used]:
            if not isinstance(each, (Manager, Query)):
                return
            if self._is_whole(frame, query, each.label):
                yield each.label, ""
            elif type(seen.receiver) is Row and of[0] == sk.NAME:
                yield from self._of_row(frame, query, each, seen.receiver, of[1], names)

    def _of_row(
        self, frame: Frame, query: Node, each: Manager | Query, row: Row, name: str, names: Names
    ) -> Iterator[Emptied]:
        """`order.lines.all()` and `Line.objects.filter(order=order)`, if *name* is the order."""
        match query:
            case [sk.CALL, [sk.ATTRIBUTE, [sk.ATTRIBUTE, *_] as manager, "all", *_], [], [], *_]:
                yield from self._of_row(frame, manager, each, row, name, names)
            case [sk.ATTRIBUTE, [sk.NAME, base, *_], *_] if base == name and each.related is not None:
                link = self._engine.world.space.links(row.label).get(each.related.name)
                if link is not None and not link.forward and link.through is None:
                    yield link.declared_by, link.relation.name
            case [sk.CALL, [sk.ATTRIBUTE, whole, "filter", *_], [], [[str() as keyword, value]], *_] if self._is_whole(
                frame, whole, each.label
            ):
                if keyword in ("id__in", "pk__in") and value[0:1] == [sk.NAME]:
                    inner = names.get(value[1])
                    if inner is not None:
                        yield from self._of_row(frame, inner, each, row, name, {})
                elif _is_row(value, name, has_id=keyword.endswith("_id")):
                    yield each.label, keyword.removesuffix("_id")

    def _without(self, query: Node, label: str) -> Iterator[Emptied]:
        """`Order.objects.filter(lines=None)` has no lines."""
        while type(query) is list and query[0] in (sk.CALL, sk.ATTRIBUTE):
            for keyword, value in query[3] if query[0] == sk.CALL and query[1][2:3] == ["filter"] else ():
                word = keyword.removesuffix("__isnull") if keyword is not None else ""
                if value is True if word != keyword else value is None:
                    for link in self._engine.world.space.links(label).values():
                        if link.query_name == word and not link.forward and link.through is None:
                            yield link.declared_by, link.relation.name
            query = query[1]

    def _is_whole(self, frame: Frame, node: Node, label: str) -> bool:
        """Whether *node* gives every row of the model, as far as it is known."""
        match node:
            case [sk.CALL, [sk.ATTRIBUTE, inner, word, *_], *_] if word in _KEEPING:
                return self._is_whole(frame, inner, label)
            case [sk.CALL, [sk.NAME, name, *_], *_]:
                function = self._engine.world.program.plain(frame.module.env.get(name))
                body = self._engine.body_of(function) if type(function) is Function else []
                match body:
                    case [*_, [sk.RETURN, value, *_]] if len(body) == 1 or (len(body) == 2 and _is_text(body[0])):
                        return self._is_whole(frame, value, label)
            case [sk.ATTRIBUTE, [sk.NAME | sk.ATTRIBUTE, *_], name, *_] if name in _MANAGERS:
                return self._gives_all(label, name)
        return False

    def _gives_all(self, label: str, name: str) -> bool:
        """Whether no code of the project's leaves rows out in this manager."""
        world = self._engine.world
        model = world.program.class_of(label)
        if model is None or name == "_base_manager":
            return model is not None
        found = world.member(model, name) if name == "objects" else None
        declared = world.program.plain(found[1]) if found is not None and type(found[0]) is Class else None
        manager = world.program.plain(declared.callee) if type(declared) is Instance else world.default_manager(label)
        if type(manager) is not Class:
            return True
        method = world.member(manager, "get_queryset")
        return method is None or type(method[0]) is not Class or not method[0].module.found.ours


def _is_row(value: Node, name: str, *, has_id: bool) -> bool:
    match value:
        case [sk.NAME, base, *_]:
            return bool(base == name)
        case [sk.ATTRIBUTE, [sk.NAME, base, *_], key, *_]:
            return has_id and base == name and key in _KEYS
    return False


def _is_text(statement: Node) -> bool:
    return bool(statement[0] == sk.EXPRESSION and type(statement[1]) is str)


def _deletes_rows(frame: Frame, call: Node) -> bool:
    """Whether *call* is the delete of a row, and no override of it."""
    uses = [each for each in frame.uses.values() if each.node is call]
    return bool(uses) and all(each.kind == "call" and type(each.receiver) is Row for each in uses)


def _collect(
    body: Body, runs: dict[int, tuple[list[Emptying], Names]], tested: Tested = (), started: Iterable[Emptying] = ()
) -> None:
    """Node of each delete -> the deletes that run right before it and the tests around it, and the names that were assigned before."""
    before: list[Emptying] = list(started)
    names: Names = {}
    for statement in body:
        call = _delete_in(statement)
        if call is not None:
            runs[id(call)] = ([*tested, *before], dict(names))
            before.append((call[1][1], call, call))
            continue
        if (each := _delete_of_each(statement)) is not None:
            before.append(each)
            continue
        if _only_tells(statement):
            continue
        tested = tuple(each for each in tested if not _names_anew(statement, each[0]))
        for inner, found in _blocks_in(statement):
            # What a test asks for fills nothing; what else has been done when a block begins is not known.
            _collect(inner, runs, (*tested, *found), before if statement[0] == sk.IF else ())
        if not _only_asks(statement):
            before = []
        match statement:
            case [sk.ASSIGN, [[sk.NAME, name, *_]], value, *_]:
                names[name] = value
            case [sk.IF, [[test, then, *_]], [], *_] if leaves(then):
                tested = (*tested, *_none_of(test, truth=False))
            case [sk.EXPRESSION, *_]:
                pass
            case _:
                names = {}


def _only_tells(statement: Node) -> bool:
    """`self.stdout.write("Removed orders")` fills no table."""
    match statement:
        case [sk.EXPRESSION, [sk.CALL, [sk.NAME | sk.ATTRIBUTE, *_] as function, arguments, [], *_], *_]:
            name = function[1] if function[0] == sk.NAME else function[2]
            return name in _TELLING and all(type(each) is str for each in arguments)
    return False


def _only_asks(statement: Node) -> bool:
    """`staff = User.objects.filter(is_staff=True)` fills no table, and gives no name to what is in one."""
    match statement:
        case [sk.ASSIGN, [[sk.NAME, *_]], [sk.CALL, *_] as value, *_]:
            calls = list(_calls_in(value))
            return all(name in _ASKING for name in calls)
    return False


def _calls_in(node: Node) -> Iterator[str]:
    """The names that an expression calls."""
    waiting = [node]
    for each in waiting:
        if type(each) is list:
            if each and each[0] == sk.CALL:
                function = each[1]
                yield function[1] if function[0] == sk.NAME else function[2] if function[0] == sk.ATTRIBUTE else ""
            waiting += each


def _names_anew(statement: Node, query: Node) -> bool:
    """Whether a statement gives another value to a name that *query* speaks of."""
    match statement:
        case [sk.ASSIGN, targets, *_]:
            return any(each[0] == sk.NAME and speaks_of(query, each[1]) for each in targets)
        case [sk.FOR, [sk.NAME, name, *_], *_]:
            return speaks_of(query, name)
    return False


def _none_of(test: Node, *, truth: bool) -> Tested:
    return tuple((query, call, call) for query, call in found_empty(test, truth=truth))


def _delete_in(statement: Node) -> Node | None:
    """`order.delete()`, as a statement of its own."""
    if statement[0] != sk.EXPRESSION or type(statement[1]) is not list:
        return None
    call = statement[1][1] if statement[1][0] == sk.AWAIT else statement[1]
    match call:
        case [sk.CALL, [sk.ATTRIBUTE, _, name, *_], [], [], *_] if name in _DELETES:
            return call
    return None


def _delete_of_each(statement: Node) -> Emptying | None:
    """`for line in order.lines.all(): line.delete()`."""
    match statement:
        case [sk.FOR, [sk.NAME, name, *_], query, [only], *_]:
            call = _delete_in(only)
            if call is not None and call[1][1][0:2] == [sk.NAME, name]:
                return query, query, call
    return None


def _blocks_in(statement: Node) -> Iterator[tuple[Body, Tested]]:
    """Each block of a statement, with what the tests of its branch have found empty."""
    match statement:
        case [sk.IF, branches, otherwise, *_]:
            otherwise_none: Tested = ()
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
