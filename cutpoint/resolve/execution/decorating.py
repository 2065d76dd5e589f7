"""Function decorators of ours are called with the function: `@hooks.register("paid")` puts it into a registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Bound, Function, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter


def gives_back(run: Interpreter, decorator: Value, function: Function) -> bool:
    """Whether calls of *function* behind *decorator* give what the function gives; one that may leave a trace does so now."""
    if type(decorator) is Symbol or (type(decorator) is Instance and type(decorator.callee) is Symbol):
        # Libraries' decorators keep what a function gives.
        return True
    target = decorator.function if type(decorator) is Bound else decorator
    if type(target) is not Function or not target.env.module.found.ours or not _may_leave_a_trace(target):
        return False
    return run.plain(run.call(decorator, [function], {}, function.place)) is function


def _may_leave_a_trace(decorator: Function) -> bool:
    """Whether it stores something by itself, or was made by a call, or belongs to an object."""
    return bool(decorator.flags & sk.HAS_EFFECTS) or "<locals>" in decorator.qualname or decorator.owner is not None
