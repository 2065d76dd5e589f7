"""Decorators of functions -> the libraries' names behind them, and what they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Bound, Class, Function, Instance, Partial
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value


def name_of_decorator(value: Value) -> str:
    """The dotted name of what is called or named: `celery.shared_task`; empty for anything else."""
    match value:
        case Symbol():
            return value.name
        case Function():
            return f"{value.env.module.name}.{value.qualname}"
        case Class():
            return value.dotted
        case Bound() | Partial():
            return name_of_decorator(value.function)
        case Instance():
            return name_of_decorator(value.callee)
    return ""


def keywords_of(value: Value) -> dict[str, Value]:
    """What a decorator is given by name: `@shared_task(name="pay")`."""
    return value.keywords if type(value) is Instance else {}
