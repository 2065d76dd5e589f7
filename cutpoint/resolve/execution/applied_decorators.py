"""Decorators of functions: which of them give back what they are handed, so that calls of it are calls of the function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Function, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value


def gives_back(decorator: Function) -> bool:
    """Whether a function ends by returning its first parameter."""
    if not decorator.parameters or not isinstance(decorator.body, bytes):
        return False
    match sk.unpack_body(decorator.body)[-1:]:
        case [[sk.RETURN, [sk.NAME, name, _], *_]]:
            return bool(name == decorator.parameters[0][0])
    return False


def keeps_result(decorator: Value) -> bool:
    """Whether calls of the decorated function give what the function gives: known for the library's own, and for those."""
    if type(decorator) is Function:
        return gives_back(decorator)
    return type(decorator) is Symbol or (type(decorator) is Instance and type(decorator.callee) is Symbol)
