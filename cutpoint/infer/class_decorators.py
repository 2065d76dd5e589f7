"""Class decorators of ours see the class: `@tracked` may connect receivers for it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Function, Instance
from cutpoint.domain.types import FunctionOf
from cutpoint.infer.dispatch import call_type
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.infer.engine import Engine


def decorate_classes(engine: Engine) -> None:
    """Call every class decorator that is a function of ours, or that one made."""
    for cls in sorted(engine.class_bodies, key=attrgetter("dotted")):
        for decorator in cls.decorators:
            function = _function_of_ours(engine, decorator)
            if function is not None:
                home = engine.homes.of(function)
                functions = type_of_value(home, decorator)
                called = tuple(each for each in functions if type(each) is FunctionOf)
                call_type(home, called or functions, (engine.world.class_type(cls),), (), None)


def _function_of_ours(engine: Engine, decorator: Value) -> Function | None:
    value = engine.world.program.plain(decorator)
    if type(value) is Instance:
        value = engine.world.program.plain(value.callee)
    return value if type(value) is Function and value.env.module.found.ours else None
