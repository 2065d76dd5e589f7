"""Bodies -> records: statements in order, branches apart, loops from what holds in every round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.walking import nodes_in
from cutpoint.infer.fetched.expressions import Walk
from cutpoint.infer.fetched.origins import NO_OBJECT, Point, Record, Value, common, without, without_name
from cutpoint.infer.fetched.parts import fresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Body, Node

    State = tuple[dict[str, Value], Point] | None


def recorded(function: Function, body: Node) -> Record:
    """What the body of *function* says."""
    walk = Walk(function.parameters)
    if function.is_lambda:
        walk.record.exits.append((walk.visit(body), walk.point))
    elif _run(walk, body):
        walk.record.exits.append((NO_OBJECT, walk.point))
    return walk.record


def _run(walk: Walk, body: Body) -> bool:
    """Walk through statements; whether the end of the body is reached."""
    return all(_statement(walk, node) for node in body)


def _statement(walk: Walk, node: Node) -> bool:
    match node:
        case [sk.EXPRESSION, value_node, *_]:
            walk.look(value_node)
        case [sk.ASSIGN, targets, value_node, *_]:
            is_named = all(target[0] == sk.NAME for target in targets)
            value = walk.look(value_node) if is_named else walk.visit(value_node)
            for target in targets:
                walk.bind(target, value)
        case [sk.ANNOTATED, target, _, value_node, *_] if value_node != sk.NO_VALUE:
            walk.bind(target, walk.visit(value_node))
        case [sk.AUGMENTED, [sk.ATTRIBUTE, base, name, *_], _, value_node, *_]:
            # Its base is looked at once, before anything is put there.
            owner = walk.visit(base)
            walk.visit(value_node)
            walk.put(owner, name, fresh(node))
        case [sk.AUGMENTED, target, _, value_node, *_]:
            walk.visit(target)
            walk.visit(value_node)
            walk.bind(target, fresh(node))
        case [sk.ASSERT, test, *_]:
            walk.test(test)
        case [sk.IF | sk.FOR | sk.WHILE | sk.TRY | sk.WITH | sk.MATCH, *_]:
            return _block(walk, node)
        case [sk.RETURN | sk.RAISE | sk.BREAK | sk.CONTINUE, *_]:
            _end(walk, node)
            return False
        case _:
            _define(walk, node)
    return True


def _end(walk: Walk, node: Node) -> None:
    match node:
        case [sk.RETURN, value_node, *_]:
            value = walk.look(value_node)
            walk.record.use(value, "return")
            walk.record.exits.append((value, walk.point))
        case [sk.RAISE, value_node, *_]:
            walk.visit(value_node)


def _define(walk: Walk, node: Node) -> None:
    match node:
        case [sk.FUNCTION, name, *_]:
            walk.names[name] = (("function", id(node)), ())
        case [sk.CLASS, name, *_]:
            walk.names[name] = fresh(node)
        case [sk.IMPORT | sk.FROM, *_]:
            for name, alias in node[1] if node[0] == sk.IMPORT else node[3]:
                walk.names[alias or name.partition(".")[0]] = fresh(node)
        case [sk.DELETE, targets, *_]:
            for target in targets:
                walk.bind(target, fresh(target))


def _block(walk: Walk, node: Node) -> bool:
    match node:
        case [sk.IF, branches, otherwise, *_]:
            return _if(walk, branches, otherwise)
        case [sk.FOR, target, iterable, body, otherwise, *_]:
            _forget(walk, [target], body)
            before = _kept(walk)
            walk.iterate(target, iterable)
            after = walk.point
            _run(walk, body)
            # That all rows were looked at holds afterwards, too.
            _back(walk, before, after._replace(done=before[1].done) if before is not None else after)
            return _run(walk, otherwise)
        case [sk.WHILE, test, body, otherwise, *_]:
            _forget(walk, [], body)
            walk.test(test)
            before = _kept(walk)
            _run(walk, body)
            _back(walk, before)
            return _run(walk, otherwise)
        case [sk.TRY, body, handlers, otherwise, final, *_]:
            return _try(walk, body, handlers, otherwise, final)
        case [sk.WITH, items, body, *_]:
            for context, target in items:
                value = walk.visit(context)
                if target is not None:
                    walk.bind(target, value if value[0][0] != "call" else fresh(context))
            return _run(walk, body)
        case [sk.MATCH, subject, cases, *_]:
            walk.visit(subject)
            return _branches(walk, [(guard, body) for _, guard, body in cases], [])
    return True


def _kept(walk: Walk) -> State:
    return dict(walk.names), walk.point


def _back(walk: Walk, state: State, point: Point | None = None) -> None:
    if state is not None:
        walk.names, walk.point = dict(state[0]), point or state[1]


def _if(walk: Walk, branches: list[Node], otherwise: Body) -> bool:
    return _branches(walk, [(test, body) for test, body, _ in branches], otherwise)


def _branches(walk: Walk, branches: Iterable[tuple[Node, Body]], otherwise: Body) -> bool:
    outcome: State = None
    for test, body in branches:
        if test is not None:
            walk.test(test)
        before = _kept(walk)
        if _run(walk, body):
            outcome = _joined(outcome, _kept(walk))
        _back(walk, before)
    if _run(walk, otherwise):
        outcome = _joined(outcome, _kept(walk))
    _back(walk, outcome)
    return outcome is not None


def _joined(a: State, b: State) -> State:
    if a is None or b is None:
        return b if a is None else a
    names: dict[str, Value] = {}
    for name in {**a[0], **b[0]}:
        mine, other = a[0].get(name), b[0].get(name)
        if mine is None or other is None:
            names[name] = (("other", name), ())
        else:
            names[name] = mine if mine == other else (("either", (mine, other)), ())
    return names, common(a[1], b[1])


def _try(walk: Walk, body: Body, handlers: list[Node], otherwise: Body, final: Body) -> bool:
    start = _kept(walk)
    outcome: State = None
    if _run(walk, body) and _run(walk, otherwise):
        outcome = _kept(walk)
    for kind, name, handler in handlers:
        # It may have been left anywhere: nothing of what it did is sure.
        _back(walk, start)
        _forget(walk, [], body)
        if _is_of_delete(kind):
            _add_before_deletes(walk, body)
        walk.visit(kind)
        if name:
            walk.names[name] = (("other", name), ())
        if _run(walk, handler):
            outcome = _joined(outcome, _kept(walk))
    if outcome is None:
        _back(walk, start)
        _forget(walk, [], body)
        _run(walk, final)
        return False
    _back(walk, outcome)
    return _run(walk, final)


_OF_DELETES = frozenset({"ProtectedError", "RestrictedError"})


def _is_of_delete(kind: Node) -> bool:
    """Whether a handler is for what only a delete raises."""
    match kind:
        case [sk.NAME, name, *_] | [sk.ATTRIBUTE, _, name, *_]:
            return name in _OF_DELETES
        case [sk.TUPLE, parts, *_]:
            return all(map(_is_of_delete, parts))
    return False


def _add_before_deletes(walk: Walk, body: Body) -> None:
    """What was fetched before each delete of *body* is there when one of them has failed."""
    loaded: frozenset[Value] | None = None
    for node in nodes_in(*body):
        match node:
            case [sk.CALL, [sk.ATTRIBUTE, _, "delete" | "adelete", *_], *_] if id(node) in walk.record.calls:
                before = walk.record.calls[id(node)].point.loaded
                loaded = before if loaded is None else loaded & before
    walk.point = walk.point._replace(loaded=walk.point.loaded | (loaded or frozenset()))


def _forget(walk: Walk, targets: list[Node], body: Body) -> None:
    """Forget whatever *body* may change: it may have run before."""
    for node in nodes_in(*targets, *body):
        match node:
            case [sk.ASSIGN, assigned, *_]:
                _unbind(walk, assigned)
            case [sk.ANNOTATED | sk.AUGMENTED | sk.FOR, target, *_]:
                _unbind(walk, [target])
            case [sk.NAMED | sk.FUNCTION | sk.CLASS, str() as name, *_]:
                walk.names[name] = fresh(node)
            case [sk.WITH, items, *_]:
                _unbind(walk, [target for _, target in items if target is not None])
            case [sk.CALL, [sk.ATTRIBUTE, [sk.NAME, name, *_], "refresh_from_db" | "arefresh_from_db", *_], *_]:
                if name in walk.names:
                    walk.point = without(walk.point, walk.names[name])
    _unbind(walk, targets)


def _unbind(walk: Walk, targets: list[Node]) -> None:
    for target in targets:
        match target:
            case [sk.NAME, name, *_]:
                walk.names[name] = (("other", id(target)), ())
            case [sk.TUPLE | sk.LIST, inner, *_]:
                _unbind(walk, inner)
            case [sk.STAR, inner]:
                _unbind(walk, [inner])
            case [sk.ATTRIBUTE, _, name, *_]:
                for each in (name, name.removesuffix("_id")):
                    walk.point = without_name(walk.point, each)
