"""Function decorators of ours are called with the function: `@hooks.register("paid")` puts it into a registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Bound, Function, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter


def gives_back(run: Interpreter, decorator: Value, function: Function) -> bool:
    """Whether calls of *function* behind *decorator* give what the function gives; what a decorator of ours does is done."""
    if type(decorator) is Symbol or (type(decorator) is Instance and type(decorator.callee) is Symbol):
        # Libraries' decorators keep what a function gives.
        return True
    target = decorator.function if type(decorator) is Bound else decorator
    if type(target) is not Function or not target.env.module.found.ours:
        return False
    return run.plain(run.call(decorator, [function], {}, function.place)) is function
