"""Call graph + effects → what lies inside of parts of bodies, and the shortest ways from there to each table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Step
from cutpoint.domain.calls import EVERYTHING, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.calls import CallGraph
    from cutpoint.interpret.effects import Effects

    Reached = tuple[int, "Reached | None", int]
    """A body, from which other one it was reached, and on what line of that one it is called."""


class Ways:
    """Answers for one analysis."""

    def __init__(self, graph: CallGraph, effects: Effects) -> None:
        self._graph = graph
        self._effects = effects
        self.summaries = effects.summaries(graph)
        """Bits of what each body does with everything that it calls."""

    def bits(self, parts: Iterable[Part]) -> int:
        """Everything that *parts* do, by themselves and by calls."""
        found = 0
        for part in parts:
            for line, own in self._effects.own(part.body).items():
                if part.first <= line <= part.last:
                    found |= own
            for call in self._graph.calls[part.body]:
                if part.first <= call.line <= part.last and call.callee not in part.skips:
                    found |= self.summaries[call.callee]
        return found

    def shortest(
        self, parts: Iterable[Part], wanted: Iterable[int], most: int | None = None
    ) -> Iterator[tuple[int, tuple[Step, ...]]]:
        """(bit, steps) for each of the *wanted* bits: breadth first, and only where one of them still is to be found.

        Ways of more than *most* steps are left out.
        """
        left = 0
        for bit in wanted:
            left |= bit
        met: set[int] = set()
        level: list[tuple[Reached, Part]] = [((part.body, None, 0), part) for part in parts]
        length = 1
        while level and left and (most is None or length <= most):
            length += 1
            following: list[tuple[Reached, Part]] = []
            found = 0
            best: dict[int, tuple[Step, ...]] = {}
            for reached, part in level:
                for line, own in self._effects.own(part.body).items():
                    if own & left and part.first <= line <= part.last:
                        found |= own & left
                        self._keep(best, own & left, self._steps(reached, line))
            yield from sorted(best.items())
            left &= ~found
            for reached, part in level:
                for call in self._graph.calls[part.body]:
                    callee = call.callee
                    if callee in met or not self.summaries[callee] & left or callee in part.skips:
                        continue
                    if part.first <= call.line <= part.last:
                        met.add(callee)
                        following.append(((callee, reached, call.line), Part(callee, *EVERYTHING)))
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
