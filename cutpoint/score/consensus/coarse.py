"""Many models → nodes of a few models each, so that a project of thousands is as quick as one of hundreds.

Models that are tied most go together, two by two, again and again: heavy-edge matching, Karypis, Kumar, A fast and high
quality multilevel scheme for partitioning irregular graphs, 1998.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy.typing as npt

    from cutpoint.score.model_graph import ModelGraph

MOST_NODES = 500


def nodes_of(graph: ModelGraph, alone: Collection[int], most: int = MOST_NODES) -> tuple[int, ...]:
    """The number of each model's node, from 0; models *alone* share theirs with none. What nothing ties is one node."""
    node = list(range(len(graph.labels)))
    loose = [at for at, row in enumerate(graph.neighbors) if not row and at not in alone]
    for at in loose:
        node[at] = loose[0]
    while len(set(node)) > most:
        partner = _matched(graph, node, alone, len(set(node)) - most)
        if not partner:
            break
        node = [partner.get(each, each) for each in node]
    numbers = {each: number for number, each in enumerate(sorted(set(node)))}
    return tuple(numbers[each] for each in node)


def _matched(graph: ModelGraph, node: Sequence[int], alone: Collection[int], most: int) -> dict[int, int]:
    """Of each pair the node that goes into the other, and that one; at most so many pairs, the heaviest ties first."""
    between: defaultdict[tuple[int, int], float] = defaultdict(float)
    for at, row in enumerate(graph.neighbors):
        for other, weight in row:
            if node[at] < node[other] and not {at, other}.intersection(alone):
                between[node[at], node[other]] += weight
    partner: dict[int, int] = {}
    met: set[int] = set()
    for one, other in sorted(between, key=lambda pair: (-round(between[pair], 9), pair)):
        if len(partner) < most and not {one, other} & met:
            partner[other] = one
            met |= {one, other}
    return partner


def summed(ties: npt.NDArray[np.float64], node: Sequence[int]) -> npt.NDArray[np.float64]:
    """The ties between nodes: nodes x nodes, with nothing on the diagonal."""
    # Rows are added up before columns are sorted: what there is to sort is as many times smaller as nodes are fewer.
    order = np.argsort(node, kind="stable")
    starts = np.searchsorted(np.array(node)[order], np.arange(max(node) + 1))
    rows = np.array([ties[members].sum(axis=0) for members in np.split(order, starts[1:])])
    found: npt.NDArray[np.float64] = np.add.reduceat(rows[:, order], starts, axis=1)
    np.fill_diagonal(found, 0)
    return found
