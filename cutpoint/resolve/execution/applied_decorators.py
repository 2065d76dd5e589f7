"""Decorators of functions: which of them give back what they are handed, so that calls of it are calls of the function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Function, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter


def gives_back(decorator: Function) -> bool:
    """Whether a function ends by returning its first parameter."""
    if not decorator.parameters or not isinstance(decorator.body, bytes):
        return False
    match sk.unpack_body(decorator.body)[-1:]:
        case [[sk.RETURN, [sk.NAME, name, _], *_]]:
            return bool(name == decorator.parameters[0][0])
    return False


def register_later(run: Interpreter, decorator: Function, function: Function) -> None:
    """Let a decorator see *function*, once URL patterns are read, which look into what it fills: models need none of it."""
    run.waiting_decorators.append((decorator, function))
    if run.routing:
        apply_waiting(run)


def apply_waiting(run: Interpreter) -> None:
    """Let the decorators that wait see their functions, in the order of their definition."""
    waiting, run.waiting_decorators = run.waiting_decorators, []
    for decorator, function in waiting:
        with run.registering():
            run.call(decorator, [function], {}, function.place)


def keeps_result(run: Interpreter, decorator: Value) -> bool:
    """Whether calls of the decorated function give what the function gives: known for the library's own, and for those."""
    if type(decorator) is Function:
        return run.routing and gives_back(decorator)
    return type(decorator) is Symbol or (type(decorator) is Instance and type(decorator.callee) is Symbol)
