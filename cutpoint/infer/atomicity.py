"""What a frame knows of transactions: which it opens, which are around the statement at hand, which calls come after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.types import NOTHING

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.frame import Frame


class Atomicity:
    """State of one frame; most frames need none."""

    __slots__ = ("blocks", "deferring", "inside", "later", "opens", "sending", "sent", "withs")

    def __init__(self) -> None:
        self.blocks: dict[tuple[int, Atom], tuple[int, int, bool]] = {}
        """(line, what opens it) -> (first line, last line, whether callers decide what is inside)."""
        self.withs: list[Any] = []
        """The `with` statements around the statement at hand, outermost first."""
        self.inside: list[tuple[int, Type]] = []
        """(line, what opens it) of the transactions around the statement at hand, outermost first."""
        self.opens: Type = NOTHING
        """Of a context manager: the transactions in which the body of its `with` runs."""
        self.later: set[tuple[Frame, int]] = set()
        """(frame, line) of calls that are made when the caller is through: by `on_commit`, or in a task."""
        self.sent: set[tuple[Frame, int]] = set()
        """Those of them that a task makes, elsewhere."""
        self.deferring = 0
        """How many such calls are being made right now."""
        self.sending = 0
        """How many of them by a task."""

    def begin(self) -> None:
        """Forget what the last run has seen; what a context manager opens stays, as results do."""
        self.blocks.clear()
        self.withs.clear()
        self.inside.clear()
        self.later.clear()
        self.sent.clear()
        self.deferring = self.sending = 0


def atomicity_of(frame: Frame) -> Atomicity:
    """That of *frame*, made when it is first needed."""
    if frame.atomicity is None:
        frame.atomicity = Atomicity()
    return frame.atomicity
