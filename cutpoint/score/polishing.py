"""A candidate → the nearest one from which no move makes the cut better: models, and all models of a file, change sides.

What is made better is what the factor cohesion measures: the ties that are cut, against those that chance would cut. The
best move is made first, as in Kernighan, Lin, An efficient heuristic procedure for partitioning graphs, 1970.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.subjects import Subjects

_MOST_MOVES = 60
_LEAST_GAIN = 1e-4


class Polish:
    """The units that may be moved, worked out once."""

    def __init__(self, subjects: Subjects, graph: ModelGraph) -> None:
        self._graph = graph
        self._whole = sum(graph.degrees)
        files: defaultdict[str, list[int]] = defaultdict(list)
        for at, label in enumerate(graph.labels):
            files[subjects.models[label].module].append(at)
        alone = [(at,) for at in range(len(graph.labels))]
        self._units = [*alone, *(tuple(files[file]) for file in sorted(files) if len(files[file]) > 1)]

    def cohesion_of(self, models: Iterable[str]) -> float:
        """What is made better: 1 when nothing is cut, 0 as by chance."""
        return self._graph.cohesion_of({self._graph.index[label] for label in models})

    def __call__(self, models: Iterable[str]) -> tuple[str, ...]:
        """Labels, sorted; at least one model stays on each side."""
        inside = {self._graph.index[label] for label in models}
        cut, volume = self._measured(inside)
        value = self._cohesion(cut, volume)
        for _ in range(_MOST_MOVES):
            best = (value + _LEAST_GAIN, -1, False, cut, volume)
            for number, unit in enumerate(self._units):
                for enters in (True, False):
                    moving = [at for at in unit if (at in inside) is not enters]
                    if not moving or not 0 < len(inside) + (len(moving) if enters else -len(moving)) < len(
                        self._graph.labels
                    ):
                        continue
                    then_cut, then_volume = self._after(inside, moving, cut, volume, enters=enters)
                    then = self._cohesion(then_cut, then_volume)
                    if then > best[0]:
                        best = (then, number, enters, then_cut, then_volume)
            value, number, enters, cut, volume = best
            if number < 0:
                break
            inside = inside.union(self._units[number]) if enters else inside.difference(self._units[number])
        return tuple(self._graph.labels[at] for at in sorted(inside))

    def _measured(self, inside: set[int]) -> tuple[float, float]:
        neighbors, degrees = self._graph.neighbors, self._graph.degrees
        cut = sum(weight for at in sorted(inside) for other, weight in neighbors[at] if other not in inside)
        return cut, sum(degrees[at] for at in sorted(inside))

    def _after(
        self, inside: set[int], moving: list[int], cut: float, volume: float, *, enters: bool
    ) -> tuple[float, float]:
        together = set(moving)
        for at in moving:
            for other, weight in self._graph.neighbors[at]:
                if other not in together:
                    cut += weight if (other in inside) is not enters else -weight
            volume += self._graph.degrees[at] if enters else -self._graph.degrees[at]
        return cut, volume

    def _cohesion(self, cut: float, volume: float) -> float:
        expected = volume * (self._whole - volume) / self._whole if self._whole else 0.0
        return 1 - cut / expected if expected > 0 else 0.0
