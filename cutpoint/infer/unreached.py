"""Frames that nothing leads to: methods of which all callers are overridden in the class that they are looked at for.

class Create(View):                          class Import(Create):
    def form_valid(self): self.store()           def form_valid(self): …
    def store(self): …

No `Import` stores anything, as long as its `form_valid` says nothing of `super()`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.walking import nodes_in
from cutpoint.infer.members import class_behind
from cutpoint.infer.reaching import reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.skeleton import Body
    from cutpoint.domain.types import Atom
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

    Callers = dict[Frame, list[tuple[Frame, int, int]]]
    """Frame -> who calls it, on what line, and who decided the arguments there."""
    Calling = dict[Function, set[Function | None]]
    """Method -> the methods that call it on their own object; None for whoever calls it otherwise."""
    Gone = tuple[Function | None, Atom | None]
    """A method that nothing leads to, and the object that it is looked at for."""

_HANDLERS = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "trace"})


def unreached(live: list[Frame], callers: Callers) -> set[Frame]:
    """Those of *live* that only such methods lead to, and these methods themselves."""
    calling = _functions_calling(callers)
    closed = {frame for frame in live if frame.root and frame not in callers and _is_closed(frame, calling, set())}
    if not closed:
        return closed
    waiting = [frame for frame in live if frame.root and frame in callers]
    while True:
        gone = {(frame.function, frame.receiver) for frame in closed}
        left = [frame for frame in waiting if not _is_left_alone(frame, callers, calling, closed, gone)]
        closed.update(frame for frame in waiting if frame not in left)
        if len(left) == len(waiting):
            break
        waiting = left
    seen: dict[Frame, None] = {}
    reach(seen, [frame for frame in live if frame not in closed and (frame.root or frame not in callers)])
    return {frame for frame in live if frame not in seen}


def _is_left_alone(frame: Frame, callers: Callers, calling: Calling, closed: set[Frame], gone: set[Gone]) -> bool:
    """Whether only *closed* frames call *frame*, and nothing else would."""
    return all(caller in closed for caller, *_ in callers[frame]) and _is_closed(frame, calling, gone)


def _functions_calling(callers: Callers) -> Calling:
    """Method -> the methods that call it on their own object; None for whoever calls it otherwise."""
    found: Calling = {}
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


def _is_closed(frame: Frame, calling: Calling, gone: set[Gone]) -> bool:
    """Whether all that call the method of *frame* have given way to others in its class, or are *gone* for that reason."""
    function = frame.function
    lineage = [base for base in _lineage(frame) if type(base) is Class]
    if function is None or not lineage or _is_handler(frame, function, lineage[0]):
        return False
    by: set[Function | None] = set()
    # Whoever calls what it overrides means it, too.
    for each in {function, *_named(frame, lineage, function.name)}:
        by |= calling.get(each, set())
    if None in by:
        return False
    near = [each for each in by if each is not None and each.owner in lineage]
    theirs = [base for base in lineage if not base.module.found.ours]
    if any(function.name in base.attributes for base in theirs):
        framework = [each for base in theirs for each in _calling_own(frame, base, function.name)]
        if not framework:
            return False
        near += framework
    return bool(near) and all(
        (each, frame.receiver) in gone or _is_overridden(frame, lineage[0], each) for each in near
    )


def _is_handler(frame: Frame, function: Function, cls: Class) -> bool:
    """Whether a view's `dispatch` calls it by the name of the request's method, whoever else does."""
    return function.name in _HANDLERS and frame.engine.world.derives(cls, ("View",), "")


def _named(frame: Frame, lineage: list[Class], name: str) -> Iterator[Function]:
    """The methods of this name in a class and those above it."""
    for base in lineage:
        method = frame.engine.world.program.plain(base.attributes.get(name))
        if type(method) is Function:
            yield method


def _calling_own(frame: Frame, base: Class, name: str) -> Iterator[Function]:
    """The methods of a framework's class that call the method *name* of their own object."""
    for value in base.attributes.values():
        method = frame.engine.world.program.plain(value)
        # Most bodies don't have the word: those are not unpacked.
        if type(method) is Function and isinstance(method.body, bytes) and name.encode() in method.body:
            own = method.parameters[0][0] if method.parameters else ""
            if _calls(frame.engine.body_of(method), own, name):
                yield method


def _calls(body: Body, own: str, name: str) -> bool:
    for each in nodes_in(*body):
        match each:
            case [sk.CALL, [sk.ATTRIBUTE, [sk.NAME, base, *_], called, *_], *_] if base == own and called == name:
                return True
    return False


def _is_overridden(frame: Frame, cls: Class, function: Function) -> bool:
    found = frame.engine.world.member(cls, function.name)
    return found is not None and found[1] is not function
