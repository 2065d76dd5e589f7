"""Sides → the models whose answer would change most others, and the cuts that cost about the same.

Asked are those of which least is known, and of these first the one whose answer is expected to move most: what is asked by
number of ties moves nothing, since what has many ties is seldom in doubt.
Uncertainty sampling: Lewis, Gale, A sequential algorithm for training text classifiers, SIGIR 1994; expected change: Settles,
Craven, Ray, Multiple-instance active learning, NIPS 2007.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Alternative, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.spreading import Spreading

CONSIDERED = 8
_MOST_ALTERNATIVES = 6
_SAME_COST = 1.1


class Asked:
    """What each answer to each question would do."""

    def __init__(self, spreading: Spreading, named: Mapping[int, float], values: Sequence[float]) -> None:
        """*values* are the sides for what was *named*."""
        self._graph = spreading.graph
        self._values = values
        free = [at for at, row in enumerate(self._graph.neighbors) if row and at not in named]
        doubtful = sorted(free, key=lambda at: (abs(values[at]), self._graph.labels[at]))[:CONSIDERED]
        self._flips: dict[int, tuple[int, ...]] = {}
        expected: dict[int, float] = {}
        for at in doubtful:
            chance = (1 + values[at]) / 2
            moved = 0.0
            for answer, likely in ((1.0, chance), (-1.0, 1 - chance)):
                then = spreading.sides({**named, at: answer}, values)
                moved += likely * sum(abs(new - old) for new, old in zip(then, values, strict=True))
                if (answer > 0) is not (values[at] > 0):
                    self._flips[at] = tuple(
                        other
                        for other, (new, old) in enumerate(zip(then, values, strict=True))
                        if (new > 0) is not (old > 0)
                    )
            expected[at] = moved
        self._ranked = sorted(doubtful, key=lambda at: (-expected[at], self._graph.labels[at]))

    def questions(self) -> tuple[Question, ...]:
        """The one whose answer moves most first."""
        return tuple(
            Question(self._graph.labels[at], self._labels(other for other in self._flips[at] if other != at))
            for at in self._ranked
        )

    def alternatives(self) -> tuple[Alternative, ...]:
        """Cuts that cost at most a little more, the cheapest first."""
        cost = cost_of(self._graph, self._values)
        found: dict[tuple[str, ...], float] = {}
        for at in self._ranked:
            values = list(self._values)
            for other in self._flips[at]:
                values[other] = -values[other] or 1.0
            differs = self._labels(self._flips[at])
            if differs and _has_both(values):
                found[differs] = cost_of(self._graph, values) / cost if cost else 1.0
        near = [Alternative(round(ratio, 4), differs) for differs, ratio in found.items() if ratio <= _SAME_COST]
        return tuple(sorted(near))[:_MOST_ALTERNATIVES]

    def _labels(self, indices: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(self._graph.labels[at] for at in indices))


def cost_of(graph: ModelGraph, values: Sequence[float]) -> float:
    """The weight of all ties between the sides."""
    takes = [value > 0 for value in values]
    return sum(
        weight for at, row in enumerate(graph.neighbors) if takes[at] for other, weight in row if not takes[other]
    )


def _has_both(values: Sequence[float]) -> bool:
    return any(value > 0 for value in values) and any(value <= 0 for value in values)
