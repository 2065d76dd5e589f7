"""Whether a queryset is only updated or deleted: `orders = Order.objects.filter(…)` for `orders.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.infer.query_methods import PLAIN_ROWS, SAME

if TYPE_CHECKING:
    from cutpoint.infer.fetched.answers import Answers
    from cutpoint.infer.frame import Frame

BUILDING = (SAME | PLAIN_ROWS) - {"none", "union", "intersection", "difference"}
_WRITING = frozenset({"update", "delete", "_raw_delete", "aupdate", "adelete"})


class OnlyWritten:
    """Of one analysis."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def is_so(self, frame: Frame, node_id: int) -> bool:
        """Whether the queryset that a call builds is only updated or deleted: nothing selects its rows."""
        record = self._answers.record_of(frame)
        uses = record.uses.get(("call", node_id))
        if not uses or record.inner:
            # A function inside may use it, too.
            return False

        def is_only_written() -> bool:
            return all(
                word in _WRITING
                or (word in BUILDING and self.is_so(frame, further))
                or (word == "return" and self._is_so_for_callers(frame))
                for word, further in uses
            )

        return self._answers.answer(("written", frame, node_id), is_only_written)

    def _is_so_for_callers(self, frame: Frame) -> bool:
        sites = self._answers.sites.of(frame)
        return bool(sites) and all(self.is_so(caller, node_id) for caller, node_id in sites or ())
