"""Call graph + effects → what lies inside of parts of bodies, and the shortest ways from there to each table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.calls import CallGraph, Part
    from cutpoint.interpret.effects import Effects

    Reached = tuple[int, "Reached | None", int]
    """A body, from which other one it was reached, and on what line of that one it is called."""


class Ways:
    """Answers for one analysis."""

    def __init__(self, graph: CallGraph, effects: Effects, summaries: list[int]) -> None:
        self._graph = graph
        self._effects = effects
        self._summaries = summaries

    def bits(self, parts: Iterable[Part]) -> int:
        """Everything that *parts* do, by themselves and by calls."""
        found = 0
        for part in parts:
            for line, own in self._effects.own(part.body).items():
                if part.first <= line <= part.last:
                    found |= own
            for call in self._graph.calls[part.body]:
                if part.first <= call.line <= part.last:
                    found |= self._summaries[call.callee]
        return found

    def shortest(self, parts: Iterable[Part], wanted: Iterable[int]) -> Iterator[tuple[int, tuple[Step, ...]]]:
        """(bit, steps) for each of the *wanted* bits: breadth first, and only where one of them still is to be found."""
        left = 0
        for bit in wanted:
            left |= bit
        met: set[int] = set()
        level: list[tuple[Reached, int, int]] = [((part.body, None, 0), part.first, part.last) for part in parts]
        while level and left:
            following: list[tuple[Reached, int, int]] = []
            found = 0
            best: dict[int, tuple[Step, ...]] = {}
            for reached, first, last in level:
                body = reached[0]
                for line, own in self._effects.own(body).items():
                    if own & left and first <= line <= last:
                        found |= own & left
                        self._keep(best, own & left, self._steps(reached, line))
            yield from sorted(best.items())
            left &= ~found
            for reached, first, last in level:
                for call in self._graph.calls[reached[0]]:
                    callee = call.callee
                    if first <= call.line <= last and self._summaries[callee] & left and callee not in met:
                        met.add(callee)
                        following.append(((callee, reached, call.line), 0, 1 << 40))
            level = following

    @staticmethod
    def _keep(best: dict[int, tuple[Step, ...]], bits: int, steps: tuple[Step, ...]) -> None:
        while bits:
            bit = bits & -bits
            bits ^= bit
            if bit not in best or steps < best[bit]:
                best[bit] = steps

    def _steps(self, reached: Reached, line: int) -> tuple[Step, ...]:
        steps: list[Step] = []
        current: Reached | None = reached
        while current is not None:
            body = self._graph.bodies[current[0]]
            steps.append(Step(body.path, line, body.function))
            line, current = current[2], current[1]
        return tuple(reversed(steps))
