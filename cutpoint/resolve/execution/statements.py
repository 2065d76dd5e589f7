"""Statements: run in order; where a test cannot be decided, every branch runs and the outcomes are joined."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Deferred, Function, Instance
from cutpoint.domain.values import Sequence, Symbol, TooLargeError, Unknown
from cutpoint.resolve.execution import imports
from cutpoint.resolve.execution.branches import BROKE, CONTINUED, NORMAL, RAISED, RETURNED, maybe, run_if, run_try
from cutpoint.resolve.execution.budget import OutOfItemsError
from cutpoint.resolve.execution.calls import RAISES
from cutpoint.resolve.execution.definitions import define_class, define_function
from cutpoint.resolve.execution.expressions import binary
from cutpoint.resolve.execution.patterns import matched
from cutpoint.resolve.execution.sizes import too_large
from cutpoint.resolve.execution.targets import assign, delete_item, iterate, merged

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.scope import Environment
    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.domain.values import Place, Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_MOST_ROUNDS = 5_000
_TOO_MANY_ROUNDS = "a loop that does not end within the rounds that are followed"


def run_body(run: Interpreter, body: Body, env: Environment) -> int:
    """Run statements until one leaves the body; tells how it ended."""
    for node in body:
        run.count_step()
        handler = _RUN.get(node[0])
        if handler is not None:
            ended = handler(run, node, env)
            if ended:
                return ended
    return NORMAL


def _expression(run: Interpreter, node: Node, env: Environment) -> int:
    value = run.evaluate(node[1], env)
    # A bare call is there for what it does, so a put-off one is made now.
    if type(value) is Deferred:
        value = run.force(value)
    if not run.undecided and type(value) in (Instance, Unknown):
        return _ended(run, value, run.place(env, node[2]))
    return NORMAL


# Calls that never come back.
_ENDING = frozenset({"sys.exit", "builtins.exit", "builtins.quit", "os._exit", "os.abort"})


def _ended(run: Interpreter, value: Value, place: Place) -> int:
    """Whether a call that is a statement ended the code, as `sys.exit()` does."""
    callee = value.callee if type(value) is Instance else None
    if type(callee) is Symbol and callee.name in _ENDING:
        run.raised_at = place
        return RAISED
    if type(value) is Unknown and value.reason == RAISES and run.at_module_level and not run.trying:
        # What a function seems to raise may depend on what isn't known here: the code goes on, and that is told.
        run.endings.append((place, "the call seems to raise an exception; the code is read on as if it had not"))
    return NORMAL


def _assign(run: Interpreter, node: Node, env: Environment) -> int:
    value = run.evaluate(node[2], env)
    for target in node[1]:
        assign(run, target, value, env, node[3])
    match node:
        case [_, [[sk.NAME, str() as name, _]], [sk.TUPLE, _, list() as lines], *_] if env.names is env.module.env:
            env.module.lines[name] = lines
    return NORMAL


def _annotated(run: Interpreter, node: Node, env: Environment) -> int:
    if node[3] != sk.NO_VALUE:
        assign(run, node[1], run.evaluate(node[3], env), env, node[4])
    return NORMAL


def _augmented(run: Interpreter, node: Node, env: Environment) -> int:
    _, target, operator, value_node, line, _ = node
    before = run.evaluate(target, env)
    current = merged(run, before)
    value = run.evaluate(value_node, env)
    if type(current) is Sequence and operator in ("+", "|"):
        # In place: other names for the same list see it too.
        items, places = iterate(run, value, run.place(env, line))
        try:
            current.extend(items, run.doubted(places))
        except TooLargeError:
            current = too_large(run, env, line)
        if current is not run.plain(before):
            assign(run, target, current, env, line)
        return NORMAL
    try:
        result = binary(run, operator, current, value, run.place(env, line))
    except TooLargeError:
        result = too_large(run, env, line)
    assign(run, target, result, env, line)
    return NORMAL


def _return(run: Interpreter, node: Node, env: Environment) -> int:
    env.returns.append(run.evaluate(node[1], env))
    return RETURNED


def _round(run: Interpreter, target: Node, item: Value, body: Body, env: Environment, line: int) -> int:
    assign(run, target, item, env, line)
    return run_body(run, body, env)


def _loop(run: Interpreter, node: Node, env: Environment) -> int:
    """A loop; one that makes more than a module's share of values ends there, with what names had by then."""
    run.looping += 1
    try:
        return _for(run, node, env) if node[0] == sk.FOR else _while(run, node, env)
    except OutOfItemsError:
        too_large(run, env, node[5 if node[0] == sk.FOR else 4])
        return NORMAL
    finally:
        run.looping -= 1


def _for(run: Interpreter, node: Node, env: Environment) -> int:
    _, target, iterable_node, body, otherwise, line, _ = node
    place = run.place(env, line)
    iterable = run.evaluate(iterable_node, env)
    items, _places = iterate(run, iterable, place)
    for item in items[:_MOST_ROUNDS]:
        if type(item) is Unknown:
            maybe(run, env, partial(_round, run, target, item, body, env, line))
            continue
        ended = _round(run, target, item, body, env, line)
        if ended == BROKE:
            return NORMAL
        if ended in (RETURNED, RAISED):
            return ended
    grown = run.plain(iterable)
    if len(items) > _MOST_ROUNDS or (type(grown) is Sequence and len(grown.items) > len(items)):
        run.blind(env.module, line, "execution-limit", _TOO_MANY_ROUNDS)
    return run_body(run, otherwise, env)


def _while(run: Interpreter, node: Node, env: Environment) -> int:
    for _ in range(_MOST_ROUNDS):
        decided, _likely = run.truth(run.evaluate(node[1], env))
        if decided is False:
            return run_body(run, node[3], env)
        if decided is None:
            # A loop that only run time ends is gone through once.
            maybe(run, env, lambda: run_body(run, node[2], env))
            return NORMAL
        ended = run_body(run, node[2], env)
        if ended == BROKE:
            return NORMAL
        if ended in (RETURNED, RAISED):
            return ended
    run.blind(env.module, node[4], "execution-limit", _TOO_MANY_ROUNDS)
    return NORMAL


def _with(run: Interpreter, node: Node, env: Environment) -> int:
    for context, target in node[1]:
        value = run.evaluate(context, env)
        if target is not None:
            assign(run, target, value, env, node[3])
    run.trying += 1
    ended = run_body(run, node[2], env)
    run.trying -= 1
    # `with suppress(ImportError):` goes on after the import that fails.
    return NORMAL if ended == RAISED else ended


def _import(run: Interpreter, node: Node, env: Environment) -> int:
    return RAISED if imports.run_import(run, node, env) is imports.FAILED else NORMAL


def _from(run: Interpreter, node: Node, env: Environment) -> int:
    return RAISED if imports.run_from(run, node, env) is imports.FAILED else NORMAL


def _function(run: Interpreter, node: Node, env: Environment) -> int:
    value = define_function(run, node, env)
    env.bind(node[1], value, node[6] if type(value) is not Function else value.place.line)
    return NORMAL


def _class(run: Interpreter, node: Node, env: Environment) -> int:
    env.bind(node[1], define_class(run, node, env, run_body), node[6])
    return NORMAL


def _delete(run: Interpreter, node: Node, env: Environment) -> int:
    for target in node[1]:
        if target[0] == sk.NAME:
            env.names.pop(target[1], None)
        elif target[0] == sk.ATTRIBUTE:
            owner = run.plain(run.evaluate(target[1], env))
            names = getattr(owner, "attributes", None)
            if names is not None:
                names.pop(target[2], None)
        elif target[0] == sk.SUBSCRIPT and run.undecided == 0:
            owner = run.plain(run.evaluate(target[1], env))
            delete_item(owner, run.plain(run.evaluate(target[2], env)))
    return NORMAL


def _raise(run: Interpreter, node: Node, env: Environment) -> int:
    run.raised_at = run.place(env, node[2])
    return RAISED


def _global(_run: Interpreter, node: Node, env: Environment) -> int:
    env.outward.update(node[1])
    return NORMAL


def _break(_run: Interpreter, _node: Node, _env: Environment) -> int:
    return BROKE


def _continue(_run: Interpreter, _node: Node, _env: Environment) -> int:
    return CONTINUED


def _match(run: Interpreter, node: Node, env: Environment) -> int:
    subject = run.evaluate(node[1], env)
    ends = []
    for pattern, guard, body in node[2]:
        matches = matched(run, pattern, subject, env)
        if matches and guard is not None:
            matches = run.truth(run.evaluate(guard, env))[0]
        if matches is False:
            continue
        run.undecided += matches is None
        ends.append(run_body(run, body, env))
        run.undecided -= matches is None
        if matches:
            return ends[-1]
    return NORMAL if not ends or NORMAL in ends else ends[0]


_RUN: dict[int, Callable[[Interpreter, Node, Environment], int]] = {
    sk.EXPRESSION: _expression,
    sk.ASSIGN: _assign,
    sk.ANNOTATED: _annotated,
    sk.AUGMENTED: _augmented,
    sk.RETURN: _return,
    sk.IF: run_if,
    sk.FOR: _loop,
    sk.WHILE: _loop,
    sk.TRY: run_try,
    sk.WITH: _with,
    sk.IMPORT: _import,
    sk.FROM: _from,
    sk.FUNCTION: _function,
    sk.CLASS: _class,
    sk.DELETE: _delete,
    sk.RAISE: _raise,
    sk.GLOBAL: _global,
    sk.BREAK: _break,
    sk.CONTINUE: _continue,
    sk.MATCH: _match,
}
