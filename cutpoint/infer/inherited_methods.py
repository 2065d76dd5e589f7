"""Methods that classes inherit: what they read from `self`, and whether that makes them another method for a subclass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ClassOf, Object
from cutpoint.infer.subclass_tests import has_unknown_bases

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


def self_reads_of(frame: Frame) -> dict[str, Any]:
    """Names that *frame*, and what it calls on the same receiver, looks up on that receiver."""
    reads: dict[str, Any] = {}
    met = {frame}
    stack = [frame]
    while stack:
        current = stack.pop()
        reads.update(current.self_reads)
        for callee in current.calls:
            if callee not in met and getattr(callee.receiver, "cls", None) is getattr(frame.receiver, "cls", None):
                met.add(callee)
                stack.append(callee)
    return reads


def is_relevant(frame: Frame) -> bool:
    """Whether *frame*, or what it calls, has a use, or a query word that data has not, or tells by a test what it is handed."""
    met = {frame}
    stack = [frame]
    while stack:
        current = stack.pop()
        if current.uses or current.blind or current.chooses or True in current.resolved.values():
            return True
        for callee in current.calls:
            if callee not in met:
                met.add(callee)
                stack.append(callee)
    return False


def changes(engine: Engine, cls: Class, reads: dict[str, Any], function: Function) -> bool:
    """Whether *cls* says something else than the class it inherits *function* from of a name that *function* reads."""
    found = engine.world.member(cls, function.name)
    if found is None or found[1] is not function:
        return False
    for name, definer in reads.items():
        if name == "*":
            return True
        bare = name.removeprefix("super.")
        mine = engine.world.member(cls, bare)
        if name != bare and function.owner is not None:
            # What a mixin's `super()` is depends on what it is mixed into.
            mine = engine.world.member_after(cls, function.owner, bare)
        if (mine[0] if mine is not None else None) is not definer:
            return True
        slot = engine.slots.get(("attribute", cls, bare))
        if slot is not None and slot.type:
            return True
    return False


def may_change(engine: Engine, function: Function) -> bool:
    """Whether *function* is a method that subclasses may change: models, managers and querysets are met one by one."""
    owner = function.owner
    if owner is None or function.kind == "staticmethod" or engine.world.program.label_of(owner) is not None:
        return False
    return not (engine.world.is_manager(owner) or engine.world.is_query(owner))


def is_own(frame: Frame, owner: Class) -> bool:
    """Whether *frame* is of a method for the class *owner* itself."""
    return type(frame.receiver) in (Object, ClassOf) and getattr(frame.receiver, "cls", None) is owner


def callers_on_self(engine: Engine, function: Function) -> set[Function]:
    """The methods that call *function* on their own `self`, if nobody else is seen to call it."""
    callers: set[Function] = set()
    for frame in engine.by_function.get(function, ()):
        for caller in frame.dependents:
            if frame not in caller.calls:
                continue
            if caller.function is None or _class_of(caller) is None or _class_of(caller) is not _class_of(frame):
                return set()
            callers.add(caller.function)
    return callers


def is_passed_over(engine: Engine, callers: set[Function], function: Function, cls: Class) -> bool:
    """Whether all *callers* were looked at for *cls*, none of them calls *function* there, and no library does."""
    for caller in callers:
        frames = [frame for frame in engine.by_function.get(caller, ()) if _class_of(frame) is cls and frame.runs]
        if not frames or any(callee.function is function for frame in frames for callee in frame.calls):
            return False
    if any(
        type(base) is Class and not base.module.found.ours and function.name in base.attributes
        for base in engine.world.program.linear(cls)
    ):
        return False
    return not has_unknown_bases(engine.homes.of(function), cls, ours=False)


def _class_of(frame: Frame) -> object:
    return getattr(frame.receiver, "cls", None)
