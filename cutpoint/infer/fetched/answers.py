"""Questions about bodies and calls, each answered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.infer.fetched.call_sites import CallSites
from cutpoint.infer.fetched.origins import Record
from cutpoint.infer.fetched.statements import recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cutpoint.domain.objects import Function
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

# Whatever leads through more functions than these is not followed.
_DEEPEST = 12
# Bodies whose records are kept; others are made again when they are asked for.
_MOST_RECORDS = 1_000


class Answers:
    """Of one analysis."""

    def __init__(self, engine: Engine, live: Iterable[Frame], outside: Iterable[tuple[str, int]]) -> None:
        self.engine = engine
        self.sites = CallSites(engine, live, outside)
        self._records: dict[Function, Record] = {}
        self._known: dict[object, bool] = {}
        self._asked: set[object] = set()
        self._cut = 0

    def answer(self, key: object, ask: Callable[[], bool]) -> bool:
        """The answer to a question, asked once; one that is asked on the way to itself is no for now."""
        known = self._known.get(key)
        if known is not None:
            return known
        if key in self._asked or len(self._asked) > _DEEPEST:
            self._cut += 1
            return False
        self._asked.add(key)
        cut = self._cut
        found = ask()
        self._asked.discard(key)
        # A no that hangs on a question which is still open may become a yes when asked elsewhere.
        if found or self._cut == cut or not self._asked:
            self._known[key] = found
        return found

    def record_of(self, frame: Frame) -> Record:
        """What the body of *frame* says."""
        function = frame.function
        if function is None:
            return Record()
        known = self._records.get(function)
        if known is None:
            body = function.body if function.is_lambda else self.engine.body_of(function)
            try:
                known = recorded(function, body)
            except RecursionError:
                known = Record()
            if len(self._records) >= _MOST_RECORDS:
                del self._records[next(iter(self._records))]
            self._records[function] = known
        return known
