"""What a frame needs to be told more exactly -> its callers run again, and hand over texts and containers as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Group, Items, Plain, Record, Text

if TYPE_CHECKING:
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame

# Callers of callers that are asked for a text, one after the other.
_FURTHEST = 6
_MAY_HOLD_TEXT = frozenset({Plain, Text, Items, Group, Record})


def want_texts(frame: Frame) -> bool:
    """Something in *frame* depends on a text that a caller hands over: let callers hand it over as it is.

    Gives whether some will that did not before, so that it is worth waiting for them.
    """
    engine = frame.engine
    asked = False
    for _ in range(_FURTHEST):
        function = frame.function
        if function is None or not any(_may_hold_text(value) for value in frame.args.values()):
            return asked
        if function not in engine.text_sensitive:
            engine.text_sensitive.add(function)
            for other in engine.by_function.get(function, ()):
                for dependent in other.dependents:
                    engine.enqueue(dependent)
                    if dependent.function is None:
                        engine.wishing[dependent] = None
            return True
        callers = [caller for caller in frame.dependents if caller.function is not None]
        if not callers:
            return asked
        for caller in callers[1:]:
            if caller.function not in engine.text_sensitive:
                asked |= want_texts(caller)
        frame = callers[0]
    return asked


def want_containers(frame: Frame) -> None:
    """Something in *frame* adds to a container: let callers hand over their own, and not just what it holds."""
    function, engine = frame.function, frame.engine
    if function is not None and function not in engine.filling and frame.dependents:
        engine.filling.add(function)
        for dependent in frame.dependents:
            engine.enqueue(dependent)


def _may_hold_text(value: Type) -> bool:
    return any(type(each) in _MAY_HOLD_TEXT for each in value)
