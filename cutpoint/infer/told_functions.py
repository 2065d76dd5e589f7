"""What a stand-in says that a function does to rows, also where the library's own source is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.skeleton import unpack_body

if TYPE_CHECKING:
    from cutpoint.domain.objects import Module
    from cutpoint.domain.program import Program


class ToldFunctions:
    """Answers for one analysis."""

    def __init__(self, program: Program) -> None:
        """*program* has the stand-ins."""
        self._program = program
        self._told: dict[str, dict[str, Function]] = {}

    def in_place_of(self, function: Function) -> Function:
        """The stand-in's function of the same name when it has a body, else the library's *function* itself."""
        module = function.env.module
        if module.found.ours or module.found.stand_in:
            return function
        told = self.told_of(module.name).get(function.qualname)
        if told is None:
            return function
        # It runs as a method of the library's class: `super()` goes on from there.
        told.owner = function.owner
        return told

    def told_of(self, module: str) -> dict[str, Function]:
        """Functions and methods with a body in the stand-in beside a library's *module*, by qualified name."""
        known = self._told.get(module)
        if known is None:
            beside = self._program.stand_in_beside(module)
            known = self._told[module] = _told_by(beside) if beside is not None else {}
            if beside is not None:
                self._hand_over_classes(module, beside)
        return known

    def _hand_over_classes(self, name: str, beside: Module) -> None:
        """What the functions of a stand-in make are objects of the library's own classes."""
        for each, value in list(beside.env.items()):
            if type(value) is Class and value.module is beside:
                real = self._program.plain(self._program.member(name, each))
                if type(real) is Class:
                    beside.env[each] = real


def _told_by(module: Module) -> dict[str, Function]:
    told: dict[str, Function] = {}
    for value in module.env.values():
        own = type(value) is Class and value.module is module
        for each in value.attributes.values() if own else (value,):
            if type(each) is Function and each.env.module is module and _has_body(each):
                told[each.qualname] = each
    return told


def _has_body(function: Function) -> bool:
    return isinstance(function.body, bytes) and bool(unpack_body(function.body))
