"""Calls of `getattr(self, action)` with a name that only run time knows -> what the methods give that it may reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    AnyMethod,
    Method,
    Type,
    join,
    one,
    unknown,
)
from cutpoint.infer.dispatch import call_of, call_type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


@call_of(AnyMethod)
def _any_method(frame: Frame, each: AnyMethod, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """`getattr(self, action)(request, order)` reaches the methods whose parameters have the names of the arguments."""
    given = node[2] if node else []
    names = [argument[1] for argument in given if type(argument) is list and argument[0] == sk.NAME]
    cls = getattr(each.receiver, "cls", None)
    if not names or len(names) < len(given) or type(cls) is not Class:
        return unknown("getattr")
    result = unknown("getattr")
    for base in frame.engine.world.program.linear(cls):
        for _, function in sorted(base.attributes.items()) if type(base) is Class and base.module.found.ours else ():
            if type(function) is Function and function.kind == "function":
                parameters = [parameter[0] for parameter in function.parameters[1:] if parameter[1] in (0, 1)]
                if function is not frame.function and _may_be_reached(frame, cls, function, parameters, names):
                    method = one(Method, function, each.receiver, None)
                    result = join(result, call_type(frame, method, arguments, keywords, node))
    return result


def _may_be_reached(frame: Frame, cls: Class, function: Function, parameters: list[str], names: list[str]) -> bool:
    """All names agree, or the first and the number do and no framework calls the method by itself."""
    if parameters[: len(names)] == names:
        return True
    if len(parameters) != len(names) or parameters[:1] != names[:1] or len(names) < 2 or function.name.startswith("_"):
        return False
    owner = function.owner or cls
    return not any(
        type(base) is Class and not base.module.found.ours and function.name in base.attributes
        for base in frame.engine.world.program.linear(owner)
    )
