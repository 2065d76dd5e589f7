"""The value that a URL pattern names as its view -> the function or class behind it, through whatever is wrapped around.

views.pay, Ship.as_view(), login_required(never_cache(pay)), staff_only(Ship.as_view()), partial(pay, now=True), "shop.views.pay"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Bound, Class, Function, Instance, Partial
from cutpoint.domain.values import Either, Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.scope import Environment
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

View = tuple["Function | Class", bool]
"""The view, and whether code that was not followed stands around it."""

_DEEPEST = 24


def view_of(run: Interpreter, value: Value, depth: int = 0) -> View | None:
    """The view that *value* is; None when there is no knowing."""
    if depth > _DEEPEST:
        return None
    forced = run.force(value)
    if type(forced) is Either:
        found = (view_of(run, option, depth + 1) for option in forced.options)
        return next((view for view in found if view is not None), None)
    value = run.plain(forced)
    match value:
        case Class():
            return value, False
        case Function():
            return _behind(run, value, depth)
        case Bound():
            inner = value.function
            return (inner, False) if type(inner) is Function else None
        case Partial():
            return view_of(run, value.function, depth + 1)
        case str():
            return _named(run, value, depth)
        case Instance():
            return _made(run, value, depth)
    return None


def _named(run: Interpreter, name: str, depth: int) -> View | None:
    """Django before 1.10 took the names of views."""
    module, _, last = name.rpartition(".")
    return view_of(run, run.member(module, last), depth + 1) if module else None


def _made(run: Interpreter, instance: Instance, depth: int) -> View | None:
    """What a call gives: a view of a class, a wrapper of a library around a view, an object that is called itself."""
    callee = run.plain(instance.callee)
    if _is_as_view(callee):
        receiver = callee.receiver if type(callee) is Bound else instance.arguments[0] if instance.arguments else None
        cls = run.plain(receiver)
        return (cls, False) if type(cls) is Class else None
    if type(callee) is Class and callee.module.found.ours:
        return callee, False
    owner = run.plain(callee.receiver) if type(callee) is Bound else None
    if type(owner) is Class and owner.module.found.ours and type(callee.function) is Symbol:
        # `Ship.as_modal()`: some method of a library's class gives the view of a class of ours below it.
        return owner, True
    wrapped = (view_of(run, argument, depth + 1) for argument in [*instance.arguments, *instance.keywords.values()])
    found = next((view for view in wrapped if view is not None), None)
    if found is None:
        return None
    # Decorators of libraries call what they wrap.
    return found[0], found[1] or type(callee) not in (Symbol, Instance)


def _is_as_view(callee: Value) -> bool:
    symbol = callee.function if type(callee) is Bound else callee
    return type(symbol) is Symbol and symbol.last == "as_view"


def _behind(run: Interpreter, function: Function, depth: int) -> View | None:
    """The view that *function* wraps when it is what a decorator gives; else itself."""
    if "<locals>" not in function.qualname:
        return function, False
    for value in _closed_over(function):
        inner = run.plain(value)
        if type(inner) is Function and inner is not function and _may_be_wrapped(function, inner):
            found = view_of(run, inner, depth + 1)
            # Libraries' decorators call what they wrap; of others, nobody has looked.
            return (found[0], found[1] or function.env.module.found.ours) if found is not None else None
        if type(inner) is Instance and _is_as_view(run.plain(inner.callee)):
            return view_of(run, inner, depth + 1)
    return (function, False) if function.env.module.found.ours else None


def _may_be_wrapped(function: Function, inner: Function) -> bool:
    """Whether *inner* came from outside of the function that made *function*."""
    around = function.qualname.rpartition(".<locals>.")[0]
    return not inner.qualname.startswith(f"{around}.<locals>.") or inner.env.module is not function.env.module


def _closed_over(function: Function) -> Iterator[Value]:
    """What the parameters of the functions around *function* hold."""
    scope: Environment | None = function.env
    while scope is not None and scope.outer is not None:
        if not scope.is_class:
            yield from list(scope.names.values())
        scope = scope.outer
