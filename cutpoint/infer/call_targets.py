"""A call -> the frame that it runs: of the same function for the same arguments it is the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.skeleton import NO_VALUE
from cutpoint.infer.arguments import bind
from cutpoint.infer.passing import has_lists, keeps_joins

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


def target_of(
    frame: Frame,
    function: Function,
    scope: Frame | None,
    receiver: Atom | None,
    arguments: tuple[Type, ...],
    keywords: Keywords,
) -> tuple[Frame, dict[str, Type]]:
    """The frame of *function* for these arguments, called from *frame*, and the type of each parameter."""
    engine = frame.engine
    keeps_texts = function in engine.text_sensitive
    key = (function, scope, receiver, arguments, keywords, keeps_texts, keeps_joins(engine, function))
    known = engine.known.targets.get(key)
    if known is not None:
        return known
    args = bind(frame, function, (receiver,) if receiver is not None else None, arguments, keywords)
    target = engine.frame_for(function, scope, receiver, args, frame)
    if not engine.has_joined(function) and not _may_change(engine, function, arguments, keywords):
        engine.known.targets[key] = (target, args)
    return target, args


def _may_change(engine: Engine, function: Function, arguments: tuple[Type, ...], keywords: Keywords) -> bool:
    """Whether the same arguments may give others types for parameters later: of defaults, and of what lists hold."""
    return (
        any(type(default) is list and default != NO_VALUE for _, _, _, default in function.parameters)
        or any(has_lists(engine, value) for value in arguments)
        or any(has_lists(engine, value) for _, value in keywords)
    )
