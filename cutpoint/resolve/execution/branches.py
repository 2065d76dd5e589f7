"""`if` and `try`: where a test cannot be decided, every branch runs and the outcomes are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.values import Either, Guess, Mapping, Sequence, Symbol, Unknown, Unlikely, Value
from cutpoint.resolve.execution.doubts import either

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.scope import Environment
    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.resolve.execution.interpreter import Interpreter

NORMAL, RETURNED, RAISED, BROKE, CONTINUED = range(5)
"""How a statement ended."""


def run_if(run: Interpreter, node: Node, env: Environment) -> int:
    """`if`, with every `elif`."""
    return _branches(run, node[1], node[2], env)


def _branches(run: Interpreter, branches: list[Node], otherwise: Body, env: Environment) -> int:
    for index, (test, body, _) in enumerate(branches):
        decided, likely = run.truth(run.evaluate(test, env))
        if decided:
            return run.run_body(body, env)
        if decided is None:
            rest = branches[index + 1 :]
            return _both(
                run,
                env,
                lambda body=body: run.run_body(body, env),  # type: ignore[misc]
                lambda rest=rest: _branches(run, rest, otherwise, env),  # type: ignore[misc]
                likely=likely,
            )
    return run.run_body(otherwise, env)


def maybe(run: Interpreter, env: Environment, body: Callable[[], int]) -> None:
    """Run what may not run at all; afterwards a name holds what it was before, or what it is now."""
    before = dict(env.names)
    run.undecided += 1
    body()
    run.undecided -= 1
    _join(env.names, before, likely=False)
    for name, value in before.items():
        env.names.setdefault(name, value)


def _both(
    run: Interpreter,
    env: Environment,
    first: Callable[[], int],
    second: Callable[[], int],
    *,
    likely: bool | None,
) -> int:
    """Run two branches from the same state; names that differ afterwards hold either value, the likely one first."""
    before = dict(env.names)
    run.undecided += 1
    run.unlikely += likely is False
    ended_first = first()
    run.unlikely += (likely is True) - (likely is False)
    after_first = dict(env.names)
    env.names.clear()
    env.names.update(before)
    ended_second = second()
    run.unlikely -= likely is True
    run.undecided -= 1
    if ended_first and ended_second:
        return ended_first if ended_first == ended_second else RETURNED
    if ended_second:
        env.names.clear()
        env.names.update(after_first)
    elif not ended_first:
        _join(env.names, after_first, likely=likely)
    return NORMAL


def _join(names: dict[str, Value], others: dict[str, Value], *, likely: bool | None) -> None:
    """Join the names after the first branch, *others*, into those after the second."""
    if likely is True:
        for name in names.keys() - others.keys():
            names[name] = _unlikely(names[name])
    for name, value in others.items():
        if name not in names:
            names[name] = _unlikely(value) if likely is False else value
        elif names[name] is not value:
            if likely is None:
                names[name] = either([value, names[name]])
            else:
                names[name] = Either((value, names[name]) if likely else (names[name], value), ranked=True)


def _unlikely(value: Value) -> Value:
    # What a branch defines or imports is there to be looked at; only settings care which branch is taken.
    return Unlikely(value) if isinstance(value, _OF_SETTINGS) else value


_OF_SETTINGS = (str, int, tuple, Sequence, Mapping, Guess, Either, Unknown, type(None))


def run_try(run: Interpreter, node: Node, env: Environment) -> int:
    """`try`: the handlers run as well when the body may have raised what they catch."""
    _, body, handlers, otherwise, final, _ = node
    before = dict(env.names)
    failed = run.failed_imports
    run.trying += 1
    ended = _try_body(run, body, env)
    run.trying -= 1
    doubtful = run.failed_imports > failed or not all(_catches_imports(run, h, env) for h in handlers)
    if ended == RAISED:
        env.names.clear()
        env.names.update(before)
        ended = _handlers(run, handlers, env)
        if ended == RAISED and run.failed_imports > failed and run.trying == 0:
            # Where it runs there is such a module: a file that everybody writes for himself.
            env.names.clear()
            env.names.update(before)
            ended = run.run_body([*body, *otherwise], env)
    else:
        if not ended:
            # `else` belongs to the way without an exception, which may not be the way taken.
            hoping = run.failed_imports > failed
            run.undecided, run.hoping = run.undecided + doubtful, run.hoping + hoping
            ended = run.run_body(otherwise, env)
            run.undecided, run.hoping = run.undecided - doubtful, run.hoping - hoping
        if doubtful and handlers:
            after = dict(env.names)
            env.names.clear()
            env.names.update(before)
            run.undecided += 1
            if not _handlers(run, handlers, env):
                _join(env.names, after, likely=None)
            else:
                env.names.clear()
                env.names.update(after)
            run.undecided -= 1
    return run.run_body(final, env) or ended


def _try_body(run: Interpreter, body: Body, env: Environment) -> int:
    """Run the body; what comes after the import of a package that may be missing may not run."""
    failed, doubtful, ended = run.failed_imports, False, NORMAL
    for node in body:
        ended = run.run_body([node], env)
        if ended:
            break
        if not doubtful and run.failed_imports > failed:
            doubtful = True
            run.undecided, run.hoping = run.undecided + 1, run.hoping + 1
    run.undecided, run.hoping = run.undecided - doubtful, run.hoping - doubtful
    return ended


def _handlers(run: Interpreter, handlers: list[Node], env: Environment) -> int:
    ended = NORMAL
    for index, (_, name, body) in enumerate(handlers):
        if name:
            env.bind(name, Unknown("an exception"), 0)
        before = dict(env.names)
        ended = run.run_body(body, env)
        if ended and index + 1 < len(handlers):
            env.names.clear()
            env.names.update(before)
    return ended


def _catches_imports(run: Interpreter, handler: Node, env: Environment) -> bool:
    if handler[0] is None:
        return False
    caught = run.plain(run.evaluate(handler[0], env))
    kinds = caught if type(caught) is tuple else (caught,)
    return all(type(kind) is Symbol and kind.last in ("ImportError", "ModuleNotFoundError") for kind in kinds)
