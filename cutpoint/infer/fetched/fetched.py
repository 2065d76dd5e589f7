"""Whether what a use would fetch is there already, on every way that leads to its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.types import Manager, Query
from cutpoint.infer.fetched.answers import Answers
from cutpoint.infer.fetched.call_sites import handed, parameter_at
from cutpoint.infer.fetched.only_written import BUILDING, OnlyWritten
from cutpoint.infer.fetched.origins import NO_OBJECT, RAN, START, Record, along, is_below, is_lost

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.fetched.call_sites import CallSite
    from cutpoint.infer.fetched.origins import Point, Value
    from cutpoint.infer.frame import Frame, Seen

_COMING_ALONG = frozenset({"select_related", "prefetch_related"})
# A prefetched manager, and a queryset that has run, answers these from its rows.
_FROM_ROWS = frozenset({"count", "exists", "contains"})
_NOWHERE: CallSite = (None, 0)  # type: ignore[assignment]  # stands for no site at all


class Fetched(Answers):
    """Answers for one analysis."""

    def __init__(self, engine: Engine, live: Iterable[Frame], outside: Iterable[tuple[str, int]]) -> None:
        super().__init__(engine, live, outside)
        self._queries: dict[Frame, dict[int, list[Seen]]] = {}
        self._written = OnlyWritten(self)

    def has(self, frame: Frame, seen: Seen) -> bool:
        """Whether *seen* fetches nothing."""
        if frame.function is None or type(seen.node) is not list:
            return False
        if seen.kind in ("load", "generic"):
            if seen.node[0] != sk.ATTRIBUTE:
                return False
            found = self.record_of(frame).seen.get(id(seen.node))
            return found is not None and self._holds(frame, found[0], found[1])
        if seen.kind == "evaluate" and type(seen.receiver) is Query:
            return self._has_run(frame, _iterated(seen.node))
        if seen.kind == "call" and isinstance(seen.receiver, (Manager, Query)):
            return (not seen.arguments and self._answers_from_rows(frame, seen)) or (
                seen.name in BUILDING
                and not _asks_for_type(frame, seen.receiver)
                and self._written.is_so(frame, id(seen.node))
            )
        return False

    def _has_run(self, frame: Frame, node: Node) -> bool:
        found = self.record_of(frame).seen.get(id(node))
        if found is None:
            return False
        (root, path), point = found
        return self._holds(frame, (root, (*path, RAN)), point) or (
            root[0] == "any" and not path and self._is_prefetched(frame, root[1][0], point)
        )

    def _answers_from_rows(self, frame: Frame, seen: Seen) -> bool:
        word = seen.name[1:] if seen.name.startswith("a") and seen.name[1:] in _FROM_ROWS else seen.name
        call = self.record_of(frame).calls.get(id(seen.node))
        if call is None or call.receiver is None or word not in (*_FROM_ROWS, "all"):
            return False
        if type(seen.receiver) is Manager:
            return seen.receiver.related is not None and self._is_prefetched(frame, call.receiver, call.point)
        return word in _FROM_ROWS and self._has_run(frame, seen.node[1][1])

    def _is_prefetched(self, frame: Frame, value: Value, point: Point) -> bool:
        """Whether the rows behind a related manager came along; that somebody has looked at the manager says nothing."""
        return bool(value[1]) and self._holds(frame, value, point, of_many=True)

    # Values

    def _holds(
        self, frame: Frame, value: Value, point: Point, *, site: CallSite | None = None, of_many: bool = False
    ) -> bool:
        """Whether *value* is there at *point*; *site* is the only call that counts, if one is given."""
        root, path = value
        if not path or root[0] == "none":
            return True
        if value in point.loaded and not of_many:
            return True
        if is_lost(value, point):
            return False
        if self._is_loaded_by_calls(frame, value, point, of_many=of_many):
            return True
        match root:
            case ("any", values):
                return any(self._holds_along(frame, each, path, point, site, of_many) for each in values)
            case ("either", values):
                return all(self._holds_along(frame, each, path, point, site, of_many) for each in values)
            case ("item", _, parent):
                return path != (RAN,) and self._holds_along(frame, parent, path, point, site, of_many)
            case ("list", _):
                filled = self.record_of(frame).filled.get(root, [])
                return bool(filled) and all(
                    self._holds_along(frame, each, path, there, site, of_many) for each, there in filled
                )
            case ("param", name):
                return self._is_handed_over(frame, name, path, site, of_many)
            case ("call", node_id):
                return self._is_of_query(frame, node_id, path) or self._is_given(frame, node_id, path, of_many)
            case ("free", name):
                return self._is_around(frame, name, path, of_many)
        return False

    def _holds_along(
        self, frame: Frame, value: Value, path: tuple[str, ...], point: Point, site: CallSite | None, of_many: bool
    ) -> bool:
        return self._holds(frame, along(value, path, point.held), point, site=site, of_many=of_many)

    def _is_loaded_by_calls(self, frame: Frame, value: Value, point: Point, *, of_many: bool) -> bool:
        """Whether a call that has returned loads it always."""
        record = self.record_of(frame)
        for node_id, place, path in record.by_root.get(value[0], ()):
            if node_id in point.done and len(path) < len(value[1]) and is_below(value, (value[0], path)):
                rest = value[1][len(path) :]
                callees = self._callees(frame, node_id)
                if callees and all(self._loads(callee, record, node_id, place, rest, of_many) for callee in callees):
                    return True
        return False

    def _loads(
        self, callee: Frame, caller: Record, node_id: int, place: int | str, path: tuple[str, ...], of_many: bool
    ) -> bool:
        name = parameter_at(caller.calls[node_id], callee, place)
        record = self.record_of(callee)
        if name is None or record.generates or callee.function is None:
            return False

        def loads() -> bool:
            value = (("param", name), ())
            return all(
                self._holds(callee, along(value, path, point.held), point, site=_NOWHERE, of_many=of_many)
                for _, point in record.exits
            )

        return self.answer(("loads", callee, name, path, of_many), loads)

    def _is_handed_over(
        self, frame: Frame, name: str, path: tuple[str, ...], site: CallSite | None, of_many: bool
    ) -> bool:
        if site is _NOWHERE:
            return False
        if site is not None:
            return self._is_handed_over_at(site, frame, name, path, of_many)

        def is_handed_over() -> bool:
            sites = self.sites.of(frame)
            if not sites:
                return False
            asked = [each for each in sites if not self._passes_on(each)] if len(sites) > 1 else sites
            return all(self._is_handed_over_at(each, frame, name, path, of_many) for each in asked or sites)

        return self.answer(("handed", frame, name, path, of_many), is_handed_over)

    def _passes_on(self, site: CallSite) -> bool:
        """Whether it is the call of a decorator's wrapper: whoever calls that is known to call the function itself."""
        caller, node_id = site
        call = self.record_of(caller).calls.get(node_id)
        return call is not None and call.passes_on and "<locals>" in caller.qualname

    def _is_handed_over_at(
        self, site: CallSite, callee: Frame, name: str, path: tuple[str, ...], of_many: bool
    ) -> bool:
        caller, node_id = site
        call = self.record_of(caller).calls.get(node_id)
        value = handed(call, callee, name) if call is not None else None
        if call is None or value is None:
            return False
        return self._holds(caller, along(value, path, call.point.held), call.point, of_many=of_many)

    def _is_given(self, frame: Frame, node_id: int, path: tuple[str, ...], of_many: bool) -> bool:
        """Whether it is there in what each function gives that the call may reach."""
        callees = self._callees(frame, node_id)
        site = (frame, node_id)

        def is_given() -> bool:
            given = [(callee, *end) for callee in callees for end in self._given_by(callee)]
            # Of None alone nothing is asked: then it is something else that is given.
            return any(value != NO_OBJECT for _, value, _ in given) and all(
                self._holds(callee, along(value, path, point.held), point, site=site, of_many=of_many)
                for callee, value, point in given
            )

        return bool(callees) and self.answer(("given", frame, node_id, path, of_many), is_given)

    @staticmethod
    def _callees(frame: Frame, node_id: int) -> Iterable[Frame]:
        """The functions that a call may reach, if all of them are known."""
        return frame.written.reached.get(node_id, ()) if node_id not in frame.written.partly else ()

    def _given_by(self, callee: Frame) -> list[tuple[Value, Point]]:
        """What a call of *callee* gives, at each of its ends."""
        record, function = self.record_of(callee), callee.function
        if function is None or record.generates:
            return [((("other", 0), ()), START)]
        if function.name == "__init__" and function.parameters:
            made: Value = (("param", function.parameters[0][0]), ())
            return [(made, point) for _, point in record.exits]
        return record.exits

    def _is_of_query(self, frame: Frame, node_id: int, path: tuple[str, ...]) -> bool:
        """Whether the query that the call makes or runs fetches it along, or has it from the row that it starts from."""
        known = self._queries.get(frame)
        if known is None:
            known = self._queries[frame] = {}
            for seen in frame.uses.values():
                if seen.kind == "call" and isinstance(seen.receiver, (Manager, Query)):
                    known.setdefault(id(seen.node), []).append(seen)
        queries = known.get(node_id)
        return bool(queries) and all(self._comes_along(seen, path) for seen in queries or ())

    def _comes_along(self, seen: Seen, path: tuple[str, ...]) -> bool:
        lookup = "__".join(path)
        if any(join[1] == lookup and join[2] in _COMING_ALONG for join in seen.joins):
            return True
        related = getattr(seen.receiver, "related", None)
        link = self.engine.world.space.links(related.owner).get(related.name) if related is not None else None
        # `for line in order.lines.all(): line.order` is that order.
        is_of_key = (
            link is not None and not link.forward and link.kind in (RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE)
        )
        return link is not None and is_of_key and path == (link.relation.name,)

    def _is_around(self, frame: Frame, name: str, path: tuple[str, ...], of_many: bool) -> bool:
        """Whether it is there in the function around wherever this one is spoken of."""
        scope, function = frame.scope, frame.function
        if scope is None or scope.function is None or function is None:
            return False
        around = self.record_of(scope)
        key = id(function.body) if function.is_lambda else function.name
        places = around.inner.get(key)

        def is_around() -> bool:
            return all(
                name in names and self._holds(scope, along(names[name], path, point.held), point, of_many=of_many)
                for names, point in places or ()
            )

        return bool(places) and self.answer(("around", frame, name, path, of_many), is_around)


def _iterated(node: Node) -> Node:
    """The queryset in `len(orders)`, `orders[0]` and `orders`."""
    if node[0] == sk.CALL and type(node[1]) is list and node[1][0] == sk.NAME and node[2]:
        node = node[2][0]
    return node[1] if type(node) is list and node[0] == sk.SUBSCRIPT else node


def _asks_for_type(frame: Frame, receiver: Manager | Query) -> bool:
    """Whether it is the manager of a generic relation, which asks for its content type whatever is done then."""
    if type(receiver) is not Manager or receiver.related is None:
        return False
    link = frame.engine.world.space.links(receiver.related.owner).get(receiver.related.name)
    return link is not None and link.kind is RelationKind.GENERIC_RELATION
