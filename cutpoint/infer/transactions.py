"""Transactions that code opens itself: `with atomic():`, context managers around it, decorators, exit stacks."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    AtomicOf,
    ClassOf,
    Constant,
    Entered,
    FunctionOf,
    LibraryMethod,
    LibraryName,
    Method,
    Nothing,
    Object,
    PartialOf,
    Text,
    Type,
    atom,
    join,
    one,
)
from cutpoint.domain.values import Symbol
from cutpoint.infer.atomicity import atomicity_of
from cutpoint.infer.dispatch import attribute_of, call_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

DEFAULT = "default"
ATOMIC = frozenset(
    {
        "django.db.transaction.atomic",
        "django.db.transaction.Atomic",
        # Before Django 1.8.
        "django.db.transaction.commit_on_success",
        "django.db.transaction.commit_on_success_unless_managed",
        "django.db.transaction.commit_manually",
        "django.db.transaction.xact",
    }
)
_ENTERING = frozenset({"__enter__", "__aenter__"})
_EXIT_STACKS = frozenset({"enter_context", "enter_async_context"})


def atomic(_frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, _node: Node) -> Type:
    """`atomic()`, `atomic("other")`, `atomic(using="other", durable=True)`; with a function, that function."""
    if arguments and any(type(each) in (FunctionOf, Method, PartialOf) for each in arguments[0]):
        return arguments[0]
    named = dict(keywords)
    using = arguments[0] if arguments else named.get("using")
    durable = arguments[2] if len(arguments) > 2 else named.get("durable", NOTHING)
    is_durable = any(type(each) is Constant and each.value is True for each in durable)
    result = NOTHING
    for alias in _aliases(using):
        result = join(result, one(AtomicOf, alias, is_durable, None))
    return result


def _aliases(using: Type | None) -> list[str | None]:
    if using is None:
        return [DEFAULT]
    names: dict[str | None, None] = {}
    for each in using:
        if type(each) is Nothing:
            names[DEFAULT] = None
        elif type(each) is Text and "\0" not in each.value:
            names[each.value] = None
        else:
            names[None] = None
    return list(names) or [None]


def atomic_in(frame: Frame, value: Type) -> Type:
    """What of *value* opens a transaction: `atomic()`, and `atomic` itself as a decorator is written."""
    result = NOTHING
    for each in value:
        if type(each) is AtomicOf:
            result = join(result, (each,))
        elif _is_atomic_itself(frame, each):
            result = join(result, one(AtomicOf, DEFAULT, False, None))
    return result


def _is_atomic_itself(frame: Frame, each: Atom) -> bool:
    if type(each) is LibraryName:
        return each.name in ATOMIC
    if type(each) is FunctionOf:
        function = each.function
        return not function.env.module.found.ours and f"{function.env.module.name}.{function.qualname}" in ATOMIC
    if type(each) in (Object, ClassOf):
        cls = each.cls  # type: ignore[attr-defined]
        return cls in ATOMIC if isinstance(cls, str) else bool(ATOMIC & frame.engine.world.lineage(cls))
    return False


@attribute_of(AtomicOf)
def _attribute(_frame: Frame, each: AtomicOf, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name)


@call_of(AtomicOf)
def _applied(_frame: Frame, _each: AtomicOf, arguments: tuple[Type, ...], _keywords: Keywords, _node: Node) -> Type:
    """A decorator gives back what it decorates."""
    return arguments[0] if arguments else PLAIN


def call_atomic(
    frame: Frame, each: AtomicOf, name: str, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node
) -> Type:
    """`context = atomic(); context.__enter__()`: up to the end of the function, as the exit may be anywhere."""
    if name in _ENTERING:
        _open_until_the_end(frame, (each,))
    return PLAIN


def call_exit_stack(frame: Frame, name: str, arguments: tuple[Type, ...], node: Node) -> Type | None:
    """`stack.enter_context(atomic())`; None for other methods."""
    if name not in _EXIT_STACKS or not arguments:
        return None
    opened = atomic_in(frame, arguments[0])
    if opened and frame.function is not None:
        _note(frame, opened, frame.statement[0], _end_of_stack(frame, node), is_generic=False)
    result = NOTHING
    for each in arguments[0]:
        if type(each) is Entered:
            result = join(result, each.value)
        elif type(each) is not AtomicOf:
            result = join(result, (each,))
    return result or PLAIN


def _end_of_stack(frame: Frame, node: Node) -> int:
    """The last line of the `with` that has made the stack; of the function, where none around has."""
    base = node[1][1] if type(node) is list and node[0] == sk.CALL and type(node[1]) is list else None
    for around in reversed(atomicity_of(frame).withs):
        if any(type(base) is list and type(target) is list and target[:2] == base[:2] for _, target in around[1]):
            return last_line(around[2])
    return frame.function.end if frame.function is not None else 0


def _open_until_the_end(frame: Frame, opened: Type) -> None:
    function = frame.function
    if function is None:
        return
    is_enter = function.name in _ENTERING and function.owner is not None
    line = frame.statement[0]
    _note(frame, opened, line, function.end, is_generic=is_enter)
    if is_enter:
        state = atomicity_of(frame)
        state.opens = join(state.opens, _through(frame, opened, line))


def enter(frame: Frame, node: Node, opened: Type) -> None:
    """Note that the body of the `with` at *node* is inside of what has *opened*; `frame.inside` is popped by the caller."""
    _, _, body, line, _ = node
    _note(frame, opened, line, max(line, last_line(body)), is_generic=False)
    atomicity_of(frame).inside.append((line, opened))


@contextmanager
def called_later(frame: Frame, *, is_so: bool = True, by_task: bool = False) -> Iterator[None]:
    """Calls that are made inside happen when the caller is through, or elsewhere: no transaction of the caller holds them."""
    state = atomicity_of(frame)
    state.deferring += is_so
    state.sending += is_so and by_task
    yield
    state.deferring -= is_so
    state.sending -= is_so and by_task


def note_yield(frame: Frame) -> None:
    """A `yield` of a context manager inside a transaction: the body of its `with` is inside, too."""
    if frame.function is None or not is_context_manager(frame.function):
        return
    state = atomicity_of(frame)
    for line, opened in state.inside:
        _note(frame, opened, line, 0, is_generic=True)
        state.opens = join(state.opens, _through(frame, opened, line))


def is_context_manager(function: Function) -> bool:
    """Whether `@contextmanager` makes it one."""
    return any(
        type(each) is Symbol and each.last in ("contextmanager", "asynccontextmanager") for each in function.decorators
    )


def _through(frame: Frame, atoms: Type, line: int) -> Type:
    result = NOTHING
    for each in atoms:
        if type(each) is AtomicOf:
            result = join(result, (atom(AtomicOf, each.using, each.durable, (frame.module.path, line)),))
    return result


def _note(frame: Frame, opened: Type, line: int, end: int, *, is_generic: bool) -> None:
    blocks = atomicity_of(frame).blocks
    for each in opened:
        _, known_end, known_generic = blocks.get((line, each), (line, 0, False))
        blocks[line, each] = (line, max(end, known_end), is_generic or known_generic)


def last_line(body: Body) -> int:
    """The last line of the last statement of *body*; 0 for one that has no lines."""
    return max((_last_line_of(node) for node in body[-1:]), default=0)


def _last_line_of(node: Node) -> int:
    kind = node[0]
    if kind in _ENDS:
        end: int = node[_ENDS[kind]]
        return end
    bodies = _BODIES[kind](node) if kind in _BODIES else ()
    line = node[_LINES[kind]] if kind in _LINES else 0
    return max(line, *(last_line(body) for body in bodies), 0)


# Position of the last line in statements that have one.
_ENDS = {
    sk.EXPRESSION: 3,
    sk.ASSIGN: 4,
    sk.ANNOTATED: 5,
    sk.AUGMENTED: 5,
    sk.RETURN: 3,
    sk.FUNCTION: 7,
    sk.CLASS: 7,
}
_LINES = {
    sk.IMPORT: 2,
    sk.FROM: 4,
    sk.RAISE: 2,
    sk.ASSERT: 2,
    sk.FOR: 5,
    sk.WHILE: 4,
    sk.WITH: 3,
    sk.MATCH: 3,
    sk.TRY: 5,
}
_BODIES = {
    sk.IF: lambda node: [*(body for _, body, _ in node[1]), node[2]],
    sk.FOR: lambda node: [node[3], node[4]],
    sk.WHILE: lambda node: [node[2], node[3]],
    sk.TRY: lambda node: [node[1], *(handler[2] for handler in node[2]), node[3], node[4]],
    sk.WITH: lambda node: [node[2]],
    sk.MATCH: lambda node: [body for _, _, body in node[2]],
}
