"""Frames that nothing leads to: methods of which all callers are overridden in the class that they are looked at for.

class Create(View):                          class Import(Create):
    def form_valid(self): self.store()           def form_valid(self): …
    def store(self): …

No `Import` stores anything, as long as its `form_valid` says nothing of `super()`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.infer.members import class_behind
from cutpoint.infer.reaching import reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.objects import Function
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

    Callers = dict[Frame, list[tuple[Frame, int, int]]]
    """Frame -> who calls it, on what line, and who decided the arguments there."""


def unreached(live: list[Frame], callers: Callers) -> set[Frame]:
    """Those of *live* that only such methods lead to, and these methods themselves."""
    calling = _functions_calling(callers)
    closed = {frame for frame in live if frame.root and frame not in callers and _is_closed(frame, calling)}
    if not closed:
        return closed
    seen: dict[Frame, None] = {}
    reach(seen, [frame for frame in live if frame not in closed and (frame.root or frame not in callers)])
    return {frame for frame in live if frame not in seen}


def _functions_calling(callers: Callers) -> dict[Function, set[Function | None]]:
    """Method -> the methods that call it on their own object; None for whoever calls it otherwise."""
    found: dict[Function, set[Function | None]] = {}
    for frame, calls in callers.items():
        if frame.function is not None:
            found.setdefault(frame.function, set()).update(_own_callers(frame, (call[0] for call in calls)))
    return found


def _own_callers(frame: Frame, calling: Iterable[Frame]) -> Iterator[Function | None]:
    own = _lineage(frame)
    for caller in calling:
        theirs = _lineage(caller) if own else []
        is_same = bool(theirs) and (theirs[0] in own or own[0] in theirs)
        yield caller.function if is_same else None


def _lineage(frame: Frame) -> list[Value]:
    """The class of a method's object, and those above it."""
    cls = class_behind(frame, frame.receiver) if frame.receiver is not None else None
    return frame.engine.world.program.linear(cls) if cls is not None else []


def _is_closed(frame: Frame, calling: dict[Function, set[Function | None]]) -> bool:
    """Whether all that call the method of *frame* have given way to others in its class, and no framework does."""
    function = frame.function
    by = calling.get(function) if function is not None else None
    lineage = [base for base in _lineage(frame) if type(base) is Class] if by and None not in by else []
    if function is None or not by or not lineage:
        return False
    if any(not base.module.found.ours and function.name in base.attributes for base in lineage):
        return False
    near = [each for each in by if each is not None and each.owner in lineage]
    return bool(near) and all(_is_overridden(frame, lineage[0], each) for each in near)


def _is_overridden(frame: Frame, cls: Class, function: Function) -> bool:
    found = frame.engine.world.member(cls, function.name)
    return found is not None and found[1] is not function
