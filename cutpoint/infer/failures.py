"""What goes wrong while one function is followed: it costs that function, is told as a blind spot, and the run goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.infer.frame import Frame

KIND = "internal-error"


class Failures:
    """How faults of cutpoint's own are met."""

    are_raised = False
    """Whether they end the run, as whoever tests cutpoint wants it."""


def is_outlived(frame: Frame, error: Exception) -> bool:
    """Whether the run goes on after *error* in the body of *frame*, which is counted then; what was seen of it before stays."""
    if isinstance(error, RecursionError):
        # Code nested more deeply than Python's own stack.
        frame.engine.unsettled[frame] = None
        return True
    if Failures.are_raised or isinstance(error, MemoryError) or frame.function is None or not frame.module.found.ours:
        return False
    told = f"cutpoint failed to follow this function ({type(error).__name__}: {error}); please report it"
    frame.engine.circumstances.unnamed[frame.module.path, frame.function.place.line, KIND, told] = None
    return True
