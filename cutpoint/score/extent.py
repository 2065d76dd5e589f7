"""Graph + roots of one side → how far that side naturally reaches: where the walk from the roots hardly gets any further.

The models are put in the order in which the walk knows them, each by its own size, and the sweep stops where the smallest
share of ties is cut. Andersen, Chung, Lang, Local graph partitioning using PageRank vectors, FOCS 2006.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.spreading import walk_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cutpoint.score.model_graph import ModelGraph

# More than this share of all models is no extent of anything any more.
_MOST = 0.5


def natural_extent(graph: ModelGraph, roots: Sequence[int]) -> tuple[float, ...]:
    """From -1 (out) to 1 (in) for each model, by how far it is from where the sweep stops."""
    size = len(graph.labels)
    known = [0.0] * size
    for root in roots:
        for at, mass in enumerate(walk_from(graph, root)):
            known[at] += mass
    near = [mass / degree if degree else 0.0 for mass, degree in zip(known, graph.degrees, strict=True)]
    for root in roots:
        near[root] = float("inf")
    order = sorted((at for at in range(size) if near[at] > 0), key=lambda at: (-near[at], at))
    count = _best_prefix(graph, order, len(roots), max(len(roots) + 1, int(_MOST * size)))
    if count == len(order):
        return tuple(1.0 if near[at] > 0 else -1.0 for at in range(size))
    edge = (near[order[count - 1]] * near[order[count]]) ** 0.5 if count > len(roots) else near[order[count]] * 2
    return tuple(_distance(value, edge) for value in near)


def _best_prefix(graph: ModelGraph, order: Sequence[int], least: int, most: int) -> int:
    whole = sum(graph.degrees)
    inside: set[int] = set()
    cut = volume = 0.0
    best = (float("inf"), least)
    for count, at in enumerate(order[:most], 1):
        cut += graph.degrees[at] - 2 * sum(weight for other, weight in graph.neighbors[at] if other in inside)
        volume += graph.degrees[at]
        inside.add(at)
        smaller = min(volume, whole - volume)
        if count > least and smaller > 0:
            best = min(best, (round(cut / smaller, 9), count))
    return best[1]


def _distance(value: float, edge: float) -> float:
    if value == float("inf"):
        return 1.0
    return (value - edge) / (value + edge) if value + edge > 0 else -1.0
