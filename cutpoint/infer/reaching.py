"""Frames -> those that calls from roots lead to, and those that nobody calls any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


def reach(live: dict[Frame, None], frames: Iterable[Frame]) -> None:
    """Add *frames* to *live*, and whatever they call."""
    waiting = [frame for frame in frames if frame not in live]
    live.update(dict.fromkeys(waiting))
    for frame in waiting:
        for callee in frame.calls:
            if callee not in live:
                live[callee] = None
                waiting.append(callee)


def left_behind(engine: Engine) -> set[Frame]:
    """Frames that were made for a call which is another one by now, or which something unknown has taken the place of."""
    live: dict[Frame, None] = {}
    reach(live, [frame for frame in engine.frames.values() if frame.root])
    # Frames at the level of modules call what signals, decorators and module-level values run.
    reach(live, engine.homes.all())
    return {frame for frame in engine.frames.values() if frame not in live}


def is_reached(frame: Frame) -> bool:
    """Whether calls from a root, or from a body that is being run, still lead to *frame*; if not, it and those above are `left`."""
    if frame.root or not frame.runs:
        return True
    above = {frame: None}
    for each in (waiting := [frame]):
        for caller in each.dependents:
            if caller in above or not (caller.running or each in caller.calls):
                continue
            if caller.root or caller.running or caller.function is None:
                return True
            above[caller] = None
            waiting.append(caller)
    for each in above:
        # Whoever calls one of them again finds it run again.
        each.left = True
    return False
