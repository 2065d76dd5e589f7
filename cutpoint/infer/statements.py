"""Statements, one after the other and in blocks: local types flow forward; branches join, loops run until what they start with stops growing."""

from __future__ import annotations

from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import NOTHING, PLAIN, AtomicOf, Boxed, Entered, Object, Type, join, type_of
from cutpoint.infer import patterns
from cutpoint.infer.atomicity import atomicity_of
from cutpoint.infer.containers import tested
from cutpoint.infer.dispatch import call_method, evaluate, item_type
from cutpoint.infer.loaded import keep_joined
from cutpoint.infer.narrowing import narrowed
from cutpoint.infer.simple_statements import SIMPLE
from cutpoint.infer.stored_pairs import pairs_of
from cutpoint.infer.targets import assign
from cutpoint.infer.templates.statements import STATEMENTS as TEMPLATE_STATEMENTS
from cutpoint.infer.told_texts import case_truth
from cutpoint.infer.transactions import atomic_in, enter
from cutpoint.infer.walked import note_walked
from cutpoint.infer.written_lists import items_one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.infer.frame import Env, Frame

_MOST_ROUNDS = 6
# Loops in loops multiply their rounds: after so many in one body, each further loop is gone through once.
_MOST_ROUNDS_IN_ALL = 20_000


def run_body(frame: Frame, body: Body, env: Env) -> Env | None:
    """Run statements in order on *env*, which they change; None when the end of the body is not reached."""
    for node in body:
        handler = _RUN.get(node[0])
        if handler is not None:
            frame.env = env
            after = handler(frame, node, env)
            if after is None:
                return None
            env = after
    return env


def joined(a: Env | None, b: Env | None) -> Env | None:
    """What holds after either of two ways."""
    if a is None or b is None:
        return b if a is None else a
    if a is b:
        return a
    if len(b) > len(a):
        a, b = b, a
    result = dict(a)
    # Most names are the same on both ways; they are passed over without a step of Python's own for each.
    for name in compress(b, map(is_not, b.values(), map(a.get, b))):
        mine = a.get(name)
        result[name] = b[name] if mine is None else join(mine, b[name])
    if len(a) == len(result) == len(b):
        return result
    for name in a:
        # What was stored in an attribute on one way only may be anything else on the other.
        if type(name) is tuple and name not in b:
            del result[name]
    return result


def _if(frame: Frame, node: Node, env: Env) -> Env | None:
    outcome: Env | None = None
    current: Env | None = env
    for test, body, line in node[1]:
        if current is None:
            break
        frame.statement = (line, line)
        frame.env = current
        tested(frame, evaluate(frame, test, current), test)
        taken = narrowed(frame, test, current, truth=True)
        after = run_body(frame, body, dict(taken) if taken is current else taken) if taken is not None else None
        outcome = joined(outcome, after)
        current = narrowed(frame, test, current, truth=False)
    if current is not None:
        current = run_body(frame, node[2], dict(current) if current is env and outcome is not None else current)
    return joined(outcome, current)


def _loop(frame: Frame, body: Body, env: Env, enter: Callable[[Env], Env | None]) -> Env | None:
    """Run a loop's body until its start stops growing; gives what holds after none or any number of rounds."""
    frame.loop += 1
    start: Env = dict(env)
    outer = frame.jumps
    frame.jumps = []
    for _ in range(_MOST_ROUNDS):
        frame.rounds += 1
        known = set(start)
        frame.missed.clear()
        entered = enter(dict(start))
        after = run_body(frame, body, entered) if entered is not None else None
        for jump in frame.jumps:
            after = joined(after, jump)
        frame.jumps = []
        following = joined(start, after) or start
        stable = all(following.get(name) is value for name, value in start.items()) and not (
            frame.missed.keys() & (following.keys() - known)
        )
        start = following
        if stable:
            break
        if frame.rounds > _MOST_ROUNDS_IN_ALL:
            frame.engine.unsettled[frame] = None
            break
    frame.jumps = outer
    frame.loop -= 1
    return start


def _for(frame: Frame, node: Node, env: Env) -> Env | None:
    _, target, iterable, body, otherwise, line, _is_async = node
    frame.statement = (line, line)
    values = evaluate(frame, iterable, env)
    one_by_one = items_one_by_one(frame, iterable, env) or pairs_of(frame, target, iterable, body, env)
    if one_by_one:
        after = _loop_over(frame, target, one_by_one, body, env)
        return run_body(frame, otherwise, after) if after is not None and otherwise else after
    item = item_type(frame, values, iterable)
    note_walked(frame, item)

    def enter(start: Env) -> Env | None:
        assign(frame, target, item, start)
        keep_joined(frame, target, values, start)
        return start

    after = _loop(frame, body, env, enter)
    return run_body(frame, otherwise, after) if after is not None and otherwise else after


def _loop_over(frame: Frame, target: Node, items: list[Type], body: Body, env: Env) -> Env | None:
    """A loop of its own for each item: what is done to one says nothing of the others."""
    outer = frame.item
    after: Env | None = env
    for number, item in enumerate(items):

        def enter(start: Env, item: Type = item) -> Env | None:
            assign(frame, target, item, start)
            return start

        frame.item = (*outer, number)
        after = _loop(frame, body, after, enter) if after is not None else None
    frame.item = outer
    return after


def _while(frame: Frame, node: Node, env: Env) -> Env | None:
    _, test, body, otherwise, line = node

    def enter(start: Env) -> Env | None:
        frame.statement = (line, line)
        frame.env = start
        tested(frame, evaluate(frame, test, start), test)
        return narrowed(frame, test, start, truth=True)

    after = _loop(frame, body, env, enter)
    if after is not None and test is not True:
        after = narrowed(frame, test, after, truth=False) or after
    return run_body(frame, otherwise, after) if after is not None and otherwise else after


def _try(frame: Frame, node: Node, env: Env) -> Env | None:
    _, body, handlers, otherwise, final, _line = node
    before = dict(env)
    after = run_body(frame, body, env)
    # An exception may come after any statement: what a handler sees is about what held before or after them all.
    broken = joined(before, after if after is not None else env)
    if after is not None and otherwise:
        after = run_body(frame, otherwise, after)
    outcome = after
    for kind, name, handler in handlers:
        start = dict(broken or {})
        if kind is not None:
            evaluate(frame, kind, start)
        if name:
            start[name] = PLAIN
        outcome = joined(outcome, run_body(frame, handler, start))
    if final:
        ended = run_body(frame, final, dict(outcome if outcome is not None else broken or {}))
        outcome = ended if outcome is not None else None
    return outcome


def _with(frame: Frame, node: Node, env: Env) -> Env | None:
    _, items, body, line, _is_async = node
    frame.statement = (line, line)
    opened = NOTHING
    for context, target in items:
        value = evaluate(frame, context, env)
        entered = _entered(frame, value)
        opened = join(opened, join(atomic_in(frame, value), atomic_in(frame, entered)))
        if target is not None:
            assign(frame, target, entered, env)
    around = atomicity_of(frame)
    around.withs.append(node)
    if opened:
        enter(frame, node, opened)
    after = run_body(frame, body, env)
    if opened:
        around.inside.pop()
    around.withs.pop()
    return after


def _entered(frame: Frame, value: Type) -> Type:
    """What `as` binds."""
    result = NOTHING
    for each in value:
        if isinstance(each, (Entered, Boxed)):
            result = join(result, each.value)
        elif type(each) is not AtomicOf:
            made = call_method(frame, each, "__enter__") if type(each) is Object else NOTHING
            result = join(result, made if made and made != PLAIN else type_of(each))
    return result or PLAIN


def _match(frame: Frame, node: Node, env: Env) -> Env | None:
    _, subject_node, cases, line = node
    frame.statement = (line, line)
    subject = evaluate(frame, subject_node, env)
    outcome: Env | None = env
    first = True
    for pattern, guard, body in cases:
        truth = case_truth(frame, subject_node, pattern, env)
        if truth is False:
            continue
        start = dict(env)
        matched = patterns.bind(frame, pattern, subject, start)
        if type(subject_node) is list and subject_node[0] == sk.NAME:
            start[subject_node[1]] = matched
        if guard is not None:
            evaluate(frame, guard, start)
            start = narrowed(frame, guard, start, truth=True) or start
        after = run_body(frame, body, start)
        whole = guard is None and (truth or (pattern[0] == sk.MATCH_AS and pattern[1] is None))
        outcome = after if first and whole else joined(None if first and whole else outcome, after)
        if truth and whole:
            return outcome
        first = False
    return outcome


_RUN: dict[int, Callable[[Frame, Node, Env], Env | None]] = {
    **SIMPLE,
    **TEMPLATE_STATEMENTS,
    sk.IF: _if,
    sk.FOR: _for,
    sk.WHILE: _while,
    sk.TRY: _try,
    sk.WITH: _with,
    sk.MATCH: _match,
}
