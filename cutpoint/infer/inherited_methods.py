"""Methods that classes inherit: what they read from `self`, and whether that makes them another method for a subclass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class, Function
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
    """Whether *frame*, or what it calls, has a query word or a use, or tells by a test what it is handed."""
    met = {frame}
    stack = [frame]
    while stack:
        current = stack.pop()
        if current.uses or current.blind or current.resolved or current.chooses:
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
