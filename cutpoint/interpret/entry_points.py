"""Entries + call graph + effects -> entry points with what each reads and writes, and the flow behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.condensation import sums
from cutpoint.domain.entry_point import EntryKind, EntryPoint, Reached
from cutpoint.domain.flow import AFTER_COMMIT, BY_TASK, NOW, Flow, FlowFunction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.calls import CallGraph
    from cutpoint.domain.entry_point import Entry
    from cutpoint.interpret.effects import Effects

_RANK = {certainty: rank for rank, certainty in enumerate(Certainty)}
_TASKS = frozenset({EntryKind.TASK, EntryKind.SCHEDULE})


class EntryPoints:
    """Those of one analysis."""

    def __init__(self, graph: CallGraph, effects: Effects, entries: Iterable[Entry]) -> None:
        self._graph = graph
        self._effects = effects
        self._entries = tuple(entries)
        self._calls: list[list[tuple[int, int, int]]] = [
            [(call.callee, call.line, NOW) for call in calls] for calls in graph.calls
        ]
        self._tasks = _names_of_tasks(self._entries)
        self._numbers = {name: number for number, name in enumerate(sorted({*self._tasks.values()}))}
        sent: dict[int, int] = {}
        for each in graph.later:
            self._calls[each.body].append((each.callee, each.line, BY_TASK if each.by_task else AFTER_COMMIT))
            name = self._tasks.get(graph.bodies[each.callee].function)
            if each.by_task and name is not None:
                sent[each.body] = sent.get(each.body, 0) | 1 << self._numbers[name]
        successors = [tuple({callee for callee, _, when in calls if when != BY_TASK}) for calls in self._calls]
        self._touched = sums(successors, effects.all_of)
        self._sent = sums(successors, lambda body: sent.get(body, 0))
        self._new: dict[int, int] = {}
        """Body of the call graph -> body of the flow."""

    def all(self) -> tuple[EntryPoint, ...]:
        """Every entry point, in the order of the entries."""
        self._number_bodies()
        return tuple(map(self._entry_point, self._entries))

    def _entry_point(self, entry: Entry) -> EntryPoint:
        touched, sent = self._sums(entry)
        found = list(self._effects.tables(touched))
        return EntryPoint(
            kind=entry.kind,
            name=entry.name,
            function=entry.function,
            path=entry.path,
            line=entry.line,
            module=entry.module,
            app=entry.app,
            certainty=entry.certainty,
            aliases=entry.aliases,
            declared=entry.declared,
            methods=entry.methods,
            written=tuple(sorted(Reached(table, how) for table, writes, how, _ in found if writes)),
            read=tuple(sorted(Reached(table, how) for table, writes, how, _ in found if not writes)),
            sends=tuple(name for name, number in self._numbers.items() if sent >> number & 1) if sent else (),
            parts=tuple(
                (self._new[part.body], part.first, part.last) for part in entry.parts if part.body in self._new
            ),
        )

    def _sums(self, entry: Entry) -> tuple[int, int]:
        touched = sent = 0
        for part in entry.parts:
            for line, own in self._effects.own(part.body).items():
                if part.first <= line <= part.last:
                    touched |= own
            for callee, line, when in self._calls[part.body]:
                if part.first <= line <= part.last and when != BY_TASK:
                    touched |= self._touched[callee]
                    sent |= self._sent[callee]
            # What is sent is so by whole bodies.
            sent |= self._sent[part.body]
        return touched, sent

    # The flow

    def _number_bodies(self) -> None:
        """Bodies that entry points lead to and that do something, in the order in which they are met."""
        waiting = [part.body for entry in self._entries for part in entry.parts if self._does_something(part.body)]
        for body in waiting:
            self._new.setdefault(body, len(self._new))
        queue = list(self._new)
        for body in queue:
            for callee, _, _ in self._calls[body]:
                if callee not in self._new and self._does_something(callee):
                    self._new[callee] = len(self._new)
                    queue.append(callee)

    def _does_something(self, body: int) -> bool:
        return bool(self._touched[body] or self._sent[body])

    def flow(self) -> Flow:
        """What lies behind the entry points; `all` has numbered it."""
        functions: dict[FlowFunction, int] = {}
        tables: dict[str, int] = {}
        bodies = []
        for body in self._new:
            each = self._graph.bodies[body]
            function = FlowFunction(each.path, each.function, each.line, each.end_line, each.app)
            bodies.append(functions.setdefault(function, len(functions)))
        calls = tuple(tuple(self._calls_of(body)) for body in self._new)
        effects = tuple(tuple(self._effects_of(body, tables)) for body in self._new)
        return Flow(tuple(functions), tuple(bodies), calls, tuple(tables), effects)

    def _calls_of(self, body: int) -> Iterator[int]:
        for callee, line, when in self._calls[body]:
            number = self._new.get(callee)
            if number is not None:
                yield from (number, line, when)

    def _effects_of(self, body: int, tables: dict[str, int]) -> Iterator[int]:
        for line, bits in sorted(self._effects.own(body).items()):
            for table, writes, how, _ in self._effects.tables(bits):
                yield from (line, tables.setdefault(table, len(tables)), int(writes), _RANK[how])


def _names_of_tasks(entries: Iterable[Entry]) -> dict[str, str]:
    """Function -> the name that it has as a task."""
    return {entry.function: entry.name for entry in entries if entry.kind in _TASKS}
