"""A frame -> the calls that lead to it, if all of them are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.values import Value as Found
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.fetched.origins import Call, Value
    from cutpoint.infer.frame import Frame

    CallSite = tuple[Frame, int]

# Decorators that call the function as it would be called without them.
_TRANSPARENT = frozenset(
    {
        "atomic",
        "cache",
        "cached_property",
        "classmethod",
        "contextmanager",
        "deprecated",
        "lru_cache",
        "override",
        "staticmethod",
        "wraps",
    }
)


class CallSites:
    """Of one analysis: frames by what they are called from."""

    def __init__(self, engine: Engine, live: Iterable[Frame], outside: Iterable[tuple[str, int]]) -> None:
        self._world = engine.world
        self._outside = frozenset(outside)
        self._open: dict[Function, bool] = {}
        self._sites: dict[Frame, list[CallSite]] = {}
        self._called_anyhow: set[Frame] = set()
        for frame in live:
            self._called_anyhow.update(frame.written.others or ())
            for node_id, callees in frame.written.reached.items():
                for callee in callees:
                    if frame.function is not None:
                        self._sites.setdefault(callee, []).append((frame, node_id))
                    else:
                        self._called_anyhow.add(callee)

    def of(self, frame: Frame) -> list[CallSite] | None:
        """Every place that leads to *frame*; None where something that isn't seen may call it, too."""
        function = frame.function
        if function is None or frame in self._called_anyhow or self.is_open(function):
            return None
        return self._sites.get(frame)

    def is_open(self, function: Function) -> bool:
        """Whether a framework, a library or the outside calls *function*."""
        known = self._open.get(function)
        if known is None:
            known = self._open[function] = (
                (function.place.path, function.place.line) in self._outside
                or any(not self._is_transparent(each) for each in function.decorators)
                or self._is_of_library(function)
            )
        return known

    def _is_transparent(self, decorator: Found) -> bool:
        if type(decorator) is Instance:
            decorator = self._world.program.plain(decorator.callee)
        if type(decorator) is Symbol:
            return decorator.last in _TRANSPARENT
        return type(decorator) is Function and decorator.env.module.found.ours

    def _is_of_library(self, function: Function) -> bool:
        """Whether the method is one of Python's, or overrides one that a library calls."""
        owner, name = function.owner, function.name
        if owner is None:
            return False
        if name.startswith("__") and name.endswith("__") and name != "__init__":
            return True
        for base in self._world.program.linear(owner)[1:]:
            if type(base) is Class and not base.module.found.ours and name in base.attributes:
                return True
        return False


def handed(call: Call, callee: Frame, name: str) -> Value | None:
    """What *call* hands to the parameter *name* of *callee*; None where that can't be told."""
    function = callee.function
    if function is None or not _is_called(call, function):
        return None
    parameters = function.parameters
    position = next((index for index, each in enumerate(parameters) if each[0] == name), None)
    if position is None or parameters[position][1] in (sk.VARIADIC, sk.KEYWORDS):
        return None
    if callee.receiver is not None:
        if position == 0:
            return call.receiver if call.name == function.name else None
        position -= 1
    if name in call.keywords:
        return call.keywords[name]
    return call.arguments[position] if position < len(call.arguments) else None


def parameter_at(call: Call, callee: Frame, place: int | str) -> str | None:
    """The parameter of *callee* that gets what stands at *place* of *call*."""
    function = callee.function
    if function is None or not _is_called(call, function):
        return None
    parameters = function.parameters
    if isinstance(place, str):
        return place if any(each[0] == place and each[1] != sk.KEYWORDS for each in parameters) else None
    if place == -1:
        is_bound = callee.receiver is not None and call.name == function.name and bool(parameters)
        return str(parameters[0][0]) if is_bound else None
    position = place + (callee.receiver is not None)
    known = position < len(parameters) and parameters[position][1] in (sk.POSITIONAL, sk.POSITIONAL_ONLY)
    return str(parameters[position][0]) if known else None


def _is_called(call: Call, function: Function) -> bool:
    """Whether *call* runs the function itself, here and now; `work.delay(order)` does not."""
    return call.receiver is None or function.name in (call.name, "__init__")
