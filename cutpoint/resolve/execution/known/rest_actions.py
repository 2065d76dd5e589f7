"""Django REST framework: `@pay.mapping.delete` puts one more method behind the pattern of the action `pay`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Bound, Function, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value

MAPPER = "rest_framework.decorators.MethodMapper"
_ACTIONS = frozenset({"action", "detail_route", "list_route"})


def attribute_of_function(function: Function, name: str) -> Value:
    """`pay.mapping` of an action; None of any other function."""
    if name != "mapping" or not any(map(is_action, function.decorators)):
        return None
    return Instance(Symbol(MAPPER), [function], {}, function.place)


def is_action(decorator: Value) -> bool:
    """Whether a decorator makes a method of a viewset an action of its own."""
    callee = decorator.callee if type(decorator) is Instance else None
    return type(callee) is Symbol and callee.name.startswith("rest_framework.") and callee.last in _ACTIONS


def mapped(decorator: Value) -> tuple[Function, str] | None:
    """(action, HTTP method) that a decorator such as `@pay.mapping.delete` speaks of."""
    if (
        type(decorator) is not Bound
        or type(decorator.function) is not Symbol
        or type(decorator.receiver) is not Instance
    ):
        return None
    action = decorator.receiver.arguments[0] if decorator.receiver.arguments else None
    if type(action) is not Function or not decorator.function.name.startswith(f"{MAPPER}."):
        return None
    return action, decorator.function.last.upper()
