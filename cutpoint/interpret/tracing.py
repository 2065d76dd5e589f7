"""An entry point + the flow -> its trace: the shortest way to each table that it reads or writes, told as one tree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.flow import AFTER_COMMIT, BY_TASK
from cutpoint.domain.trace import Sent, Trace, TraceStep, TraceTouch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.entry_point import EntryPoint
    from cutpoint.domain.flow import Flow

_CERTAINTIES = tuple(Certainty)
_RANK = {certainty: rank for rank, certainty in enumerate(_CERTAINTIES)}
# People read no deeper trees, and neither JSON nor a terminal shows them well.
_DEEPEST = 100
_WHOLE = (0, 1 << 40)


def traced(flow: Flow, point: EntryPoint, tasks: dict[str, str]) -> Trace:
    """The trace of *point*; *tasks* tells the names of functions as tasks."""
    return _Tracing(flow, point, tasks).trace()


class _Tracing:
    def __init__(self, flow: Flow, point: EntryPoint, tasks: dict[str, str]) -> None:
        self._flow = flow
        self._tasks = tasks
        number = {table: index for index, table in enumerate(flow.tables)}
        # Of each table the surest is told, as in the entry point itself.
        self._wanted = {
            (number[each.table], writes): _RANK[each.certainty]
            for writes, found in ((1, point.written), (0, point.read))
            for each in found
            if each.table in number
        }
        self._unsent = set(point.sends)
        self._lines: dict[int, tuple[int, int]] = {}
        self._above: dict[int, tuple[int, int, int] | None] = {}
        """Body -> (body that calls it first, line, when); None at the top."""
        for body, first, last in point.parts:
            self._lines[body] = (first, last)
            self._above[body] = None
        self._touches: dict[int, list[TraceTouch]] = {}
        self._sends: dict[int, list[Sent]] = {}

    def trace(self) -> Trace:
        """Breadth first, so that the first way to a table is a shortest one."""
        queue = list(self._above)
        for body in queue:
            self._look_at(body)
            for callee, line, when in self._calls(body):
                if when == BY_TASK:
                    self._send(body, callee, line)
                elif callee not in self._above:
                    self._above[callee] = (body, line, when)
                    queue.append(callee)
        below = self._below()
        roots = [body for body in below if self._above[body] is None]
        functions = (self._flow.functions[self._flow.bodies[body]] for body in self._above)
        places = {(each.path, each.line, each.end_line) for each in functions}
        return Trace(tuple(self._steps(((body, 0, 0) for body in roots), below)), tuple(sorted(places)))

    def _look_at(self, body: int) -> None:
        effects = self._flow.effects[body]
        first, last = self._lines.get(body, _WHOLE)
        for at in range(0, len(effects), 4):
            line, table, writes, rank = effects[at : at + 4]
            if first <= line <= last and self._wanted.get((table, writes)) == rank:
                del self._wanted[table, writes]
                touch = TraceTouch(line, self._flow.tables[table], bool(writes), _CERTAINTIES[rank])
                self._touches.setdefault(body, []).append(touch)

    def _calls(self, body: int) -> Iterator[tuple[int, int, int]]:
        calls = self._flow.calls[body]
        first, last = self._lines.get(body, _WHOLE)
        for at in range(0, len(calls), 3):
            callee, line, when = calls[at : at + 3]
            if first <= line <= last:
                yield callee, line, when

    def _send(self, body: int, callee: int, line: int) -> None:
        name = self._tasks.get(self._flow.functions[self._flow.bodies[callee]].name)
        if name is not None and name in self._unsent:
            self._unsent.discard(name)
            self._sends.setdefault(body, []).append(Sent(line, name))

    def _below(self) -> dict[int, dict[tuple[int, int, int], None]]:
        """Every body on a way -> what it calls on one, as (body, line, when)."""
        below: dict[int, dict[tuple[int, int, int], None]] = {}
        for end in (*self._touches, *self._sends):
            way = self._way_to(end)
            below.setdefault(way[0], {})
            for body, callee in pairwise(way):
                above = self._above[callee]
                line, when = (above[1], above[2]) if above is not None else (0, 0)
                below.setdefault(callee, {})
                below[body][callee, line, when] = None
        return below

    def _way_to(self, end: int) -> list[int]:
        """Bodies from the top to *end*; of a very long way, its end follows upon the last that is told."""
        way = [end]
        above = self._above[end]
        while above is not None:
            way.append(above[0])
            above = self._above[above[0]]
        way.reverse()
        return way if len(way) <= _DEEPEST else [*way[: _DEEPEST - 1], end]

    def _steps(
        self, calls: Iterable[tuple[int, int, int]], below: dict[int, dict[tuple[int, int, int], None]]
    ) -> Iterator[TraceStep]:
        """One step for all bodies of one function that are called on one line."""
        groups: dict[tuple[int, int, int], list[int]] = {}
        for body, line, when in calls:
            groups.setdefault((line, self._flow.bodies[body], when), []).append(body)
        for (line, number, when), bodies in sorted(groups.items()):
            function = self._flow.functions[number]
            inner = [call for body in bodies for call in below[body]]
            yield TraceStep(
                function=function.name,
                path=function.path,
                line=function.line,
                end_line=function.end_line,
                app=function.app,
                called_at=line,
                after_commit=when == AFTER_COMMIT,
                touches=tuple(sorted(touch for body in bodies for touch in self._touches.get(body, ()))),
                sends=tuple(sorted(sent for body in bodies for sent in self._sends.get(body, ()))),
                steps=tuple(self._steps(inner, below)),
            )
