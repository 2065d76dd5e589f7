"""What a delete finds no rows of: what statements right before have removed, as `order.lines.all().delete()`, or a test found none of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.types import Manager, Query, Row
from cutpoint.domain.walking import kind_of
from cutpoint.infer.emptying_statements import DELETES, Run, Statements, is_straight, only_asks
from cutpoint.infer.key_sets import COLLECTIONS, KEEPING, KEYS, keeps_keys, keys_of, named_by
from cutpoint.infer.own_row import deletes_its_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.infer.emptying_statements import Emptying, Names
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.fetched.call_sites import CallSites
    from cutpoint.infer.frame import Frame, Seen

    Emptied = tuple[str, str]
    """(label of a model, name of its relation): the rows that point at the deleted one by it are gone; all, for no name."""

_MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})
_NOTHING = Run((), (), {})


class Deletes:
    """Of one analysis."""

    def __init__(self, engine: Engine, sites: CallSites) -> None:
        self._engine = engine
        self._sites = sites
        self._walks: dict[int, Statements] = {}
        """Body -> what its statements say."""
        self._asked: set[Frame] = set()
        """Functions whose statements are being looked at."""

    def before(self, frame: Frame, seen: Seen) -> tuple[Emptied, ...]:
        """What the statements right before the delete *seen* have emptied or found empty, or its own query leaves out."""
        if seen.name not in DELETES or frame.function is None or frame.function.is_lambda:
            return ()
        run = self._walk(frame, self._engine.body_of(frame.function)).runs.get(id(seen.node), _NOTHING)
        found = [each for emptying in run.tested for each in self._emptied(frame, emptying, seen, run.names)]
        for emptying in reversed(run.before):
            if emptying.by_function:
                gone, is_all = self._gone_by(frame, emptying.call)
                found += [(label, "") for label in gone]
                if not is_all:
                    break
                continue
            found += self._emptied(frame, emptying, seen, run.names)
            if emptying.by_method:
                # What else a method does is not looked at: what has gone before may be there again.
                break
        else:
            found += [(label, "") for label in (self._gone_before(frame) if run.is_first else ())]
        if isinstance(seen.receiver, (Manager, Query)):
            found += self._without(seen.node[1][1], seen.receiver.label)
        return tuple(dict.fromkeys(found))

    def _walk(self, frame: Frame, body: Body) -> Statements:
        known = self._walks.get(id(body))
        if known is None:
            known = self._walks[id(body)] = Statements(lambda name: self._is_asking(frame, name))
            known.collect(body, is_outermost=True)
        return known

    def _gone_before(self, frame: Frame) -> list[str]:
        """The models of which nothing is left wherever *frame* is called, if it is seen who calls it."""
        if frame in self._asked:
            return []
        self._asked.add(frame)
        ends: list[list[str]] = []
        for caller, node in self._sites.of(frame) or ():
            body = self._engine.body_of(caller.function) if caller.function is not None else []
            run = self._walk(caller, body).runs.get(node, _NOTHING)
            ends.append(self._gone(caller, run.before, is_first=run.is_first)[0])
        self._asked.discard(frame)
        return [label for label in ends[0] if all(label in end for end in ends)] if ends else []

    def _gone_by(self, frame: Frame, call: Node) -> tuple[list[str], bool]:
        """The models of which a call always deletes every row, and whether it does nothing else."""
        key = id(call)
        callees = frame.written.reached.get(key, ()) if key not in frame.written.partly else ()
        ends = [self._gone_in(callee) for callee in callees]
        if not ends:
            return [], False
        common = set[str].intersection(*(set(labels) for labels, _ in ends))
        return [label for label in ends[0][0] if label in common], all(is_all for _, is_all in ends)

    def _gone_in(self, frame: Frame) -> tuple[list[str], bool]:
        function = frame.function
        body = self._engine.body_of(function) if function is not None and not function.is_lambda else []
        if frame in self._asked or not is_straight(body):
            return [], False
        self._asked.add(frame)
        walk = self._walk(frame, body)
        labels, is_all = self._gone(frame, walk.end, is_first=False)
        self._asked.discard(frame)
        return labels, is_all and walk.is_all

    def _gone(self, frame: Frame, before: tuple[Emptying, ...], *, is_first: bool) -> tuple[list[str], bool]:
        """The models of which *before* leaves no row, and whether its calls do nothing else."""
        labels: list[str] = []
        for emptying in reversed(before):
            if emptying.by_function:
                gone, is_all = self._gone_by(frame, emptying.call)
                labels += gone
                if not is_all:
                    return labels, False
            else:
                receivers = [each.receiver for each in frame.uses.values() if each.node is emptying.used]
                labels += [
                    each.label
                    for each in receivers
                    if isinstance(each, (Manager, Query))
                    and self._goes(frame, emptying, each.label)
                    and self._is_whole(frame, emptying.query, each.label)
                ]
                if emptying.by_method:
                    return labels, False
        return labels + (self._gone_before(frame) if is_first else []), True

    def _is_asking(self, frame: Frame, name: str) -> bool:
        """Whether the function *name* of a module only gives a query."""
        value = self._given_by(frame, name)
        return value is not None and only_asks(value)

    def _given_by(self, frame: Frame, name: str) -> Node | None:
        """What a function of this name gives, if it does nothing else."""
        function = self._engine.world.program.plain(frame.module.env.get(name))
        body = self._engine.body_of(function) if type(function) is Function else []
        match body:
            case [*_, [sk.RETURN, list() as value, *_]] if len(body) == 1 or (len(body) == 2 and _is_text(body[0])):
                return value
        return None

    def _emptied(self, frame: Frame, emptying: Emptying, seen: Seen, names: Names) -> Iterator[Emptied]:
        of = seen.node[1][1]
        query = emptying.query
        for each in [each.receiver for each in frame.uses.values() if each.node is emptying.used]:
            if not isinstance(each, (Manager, Query)) or not self._goes(frame, emptying, each.label):
                return
            if self._is_whole(frame, query, each.label):
                yield each.label, ""
            elif type(seen.receiver) is Row and kind_of(of) == sk.NAME:
                yield from self._of_row(frame, query, each, seen.receiver, of[1], names)
            elif type(seen.receiver) is Query:
                yield from self._of_rows(frame, query, each.label, {*keys_of(of, names)}, names)

    def _goes(self, frame: Frame, emptying: Emptying, label: str) -> bool:
        """Whether what is done to the rows of *emptying* deletes them, and is no override of that."""
        if emptying.used is emptying.call:
            return True
        if not emptying.by_method:
            uses = [each for each in frame.uses.values() if each.node is emptying.call]
            return bool(uses) and all(each.kind == "call" and type(each.receiver) is Row for each in uses)
        world = self._engine.world
        model = world.program.class_of(label)
        found = world.member(model, emptying.call[1][2]) if model is not None else None
        method = world.program.plain(found[1]) if found is not None else None
        return type(method) is Function and deletes_its_row(method, self._engine.body_of(method))

    def _of_rows(self, frame: Frame, query: Node, label: str, keys: set[str], names: Names) -> Iterator[Emptied]:
        """`Line.objects.filter(order__in=orders)`, if the keys of all deleted rows are among `orders`."""
        match query:
            case [sk.CALL, [sk.ATTRIBUTE, inner, word, *_], *_] if word in KEEPING and keeps_keys(query):
                yield from self._of_rows(frame, inner, label, keys, names)
            case [sk.CALL, [sk.NAME, name, *_], [inner], [], *_] if name in COLLECTIONS:
                yield from self._of_rows(frame, inner, label, keys, names)
            case [sk.CALL, [sk.ATTRIBUTE, whole, "filter", *_], [], [[str() as keyword, value]], *_] if (
                keyword.endswith("__in") and self._is_whole(frame, whole, label)
            ):
                name, named = keyword.removesuffix("__in"), named_by(value)
                if name in KEYS:
                    inner = names.get(named, value) if named is not None else value
                    yield from self._of_rows(frame, inner, label, keys, {}) if type(inner) is list else ()
                elif named in keys:
                    yield label, name.removesuffix("_id")

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
                named = named_by(value)
                if keyword in ("id__in", "pk__in") and named is not None:
                    inner = names.get(named)
                    if inner is not None:
                        yield from self._of_row(frame, inner, each, row, name, {})
                elif _is_row(value, name, has_id=keyword.endswith("_id")):
                    yield each.label, keyword.removesuffix("_id")

    def _without(self, query: Node, label: str) -> Iterator[Emptied]:
        """`Order.objects.filter(lines=None)` has no lines."""
        while type(query) is list and query[0] in (sk.CALL, sk.ATTRIBUTE):
            for keyword, value in (
                query[3]
                if query[0] == sk.CALL and kind_of(query[1]) == sk.ATTRIBUTE and query[1][2] == "filter"
                else ()
            ):
                word = keyword.removesuffix("__isnull") if keyword is not None else ""
                if value is True if word != keyword else value is None:
                    for link in self._engine.world.space.links(label).values():
                        if link.query_name == word and not link.forward and link.through is None:
                            yield link.declared_by, link.relation.name
            query = query[1]

    def _is_whole(self, frame: Frame, node: Node, label: str) -> bool:
        """Whether *node* gives every row of the model, as far as it is known."""
        match node:
            case [sk.CALL, [sk.ATTRIBUTE, inner, word, *_], *_] if word in KEEPING:
                return self._is_whole(frame, inner, label)
            case [sk.CALL, [sk.NAME, name, *_], *_]:
                value = self._given_by(frame, name)
                return value is not None and self._is_whole(frame, value, label)
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
            return has_id and base == name and key in KEYS
    return False


def _is_text(statement: Node) -> bool:
    return bool(statement[0] == sk.EXPRESSION and type(statement[1]) is str)
