"""Graph of models and files → communities at several resolutions, each with its stability, and one for every model.

Louvain's method (Blondel, Guillaume, Lambiotte, Lefebvre 2008) with a resolution (Reichardt, Bornholdt 2006): a low one
gives few large communities. What is asked for is sorted first, since the method depends on the order of edges. The one
community for every model is a consensus (Lancichinetti, Fortunato 2012): models that are together in at least half of
the samples of all edges are what is parted last.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import networkx as nx

from cutpoint.domain.cut import Candidate, Channel
from cutpoint.score.surroundings import using_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.subjects import Subjects
    from cutpoint.score.surroundings import Edge

RESOLUTIONS = (0.1, 0.25, 0.45, 0.7, 1.0, 1.4)
USUAL_RESOLUTION = 1.0
_SAMPLES = 1
_CONSENSUS_SAMPLES = 12
_MOSTLY = 0.5
_LEFT_OUT = 0.15
_MOST_NEIGHBORS = 40

Parts = tuple[tuple[str, ...], ...]


def community_candidates(subjects: Subjects, graph: ModelGraph) -> tuple[Candidate, ...]:
    """Each community of each resolution once, sorted; stability is the mean likeness of the nearest in each sample."""
    edges = edges_of(subjects, graph)
    whole = drawn(graph.labels, edges)
    samples = [drawn(graph.labels, sample_of(edges, seed)) for seed in range(1, _SAMPLES + 1)]
    found: dict[tuple[str, ...], float] = {}
    for resolution in RESOLUTIONS:
        parts = communities(graph.labels, whole, resolution, seed=0)
        others = [
            communities(graph.labels, sample, resolution, seed=seed) for seed, sample in enumerate(samples, start=1)
        ]
        for part in parts:
            stability = sum(_nearest(part, other) for other in others) / len(others)
            found[part] = max(found.get(part, 0.0), round(stability, 4))
    return tuple(Candidate(part, ("community",), stability) for part, stability in sorted(found.items()))


def usual_parts(subjects: Subjects, graph: ModelGraph) -> Parts:
    """One community for every model: what most samples of all edges agree on."""
    edges = edges_of(subjects, graph)
    together: Counter[tuple[str, str]] = Counter()
    for seed in range(_CONSENSUS_SAMPLES):
        sample = drawn(graph.labels, sample_of(edges, seed))
        for part in communities(graph.labels, sample, USUAL_RESOLUTION, seed=seed):
            together.update(itertools.combinations(part, 2))
    agreed = [(*pair, count / _CONSENSUS_SAMPLES) for pair, count in sorted(together.items())]
    mostly = [edge for edge in agreed if edge[2] > _MOSTLY]
    return communities(graph.labels, drawn(graph.labels, mostly), 1.0, seed=0)


def edges_of(subjects: Subjects, graph: ModelGraph) -> tuple[Edge, ...]:
    """Ties and files, sorted; a model keeps its strongest ties, and files stand for use in one module."""
    weights = graph.without(Channel.MODULE)
    rows: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), weight in weights.items():
        rows[one].append((-weight, other))
        rows[other].append((-weight, one))
    strong = {
        (min(label, other), max(label, other))
        for label, row in rows.items()
        for _, other in sorted(row)[:_MOST_NEIGHBORS]
    }
    found: Counter[tuple[str, str]] = Counter()
    for one, other, weight in (*((*pair, weights[pair]) for pair in strong), *graph.around, *using_files(subjects)):
        found[one, other] += weight  # type: ignore[assignment] # a Counter of weights
    return tuple(sorted((one, other, weight) for (one, other), weight in found.items()))


def drawn(labels: Iterable[str], edges: Sequence[Edge]) -> nx.Graph:
    """The graph of these edges, with every label and file as a node, in one order."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted({*labels, *(end for one, other, _ in edges for end in (one, other))}))
    graph.add_weighted_edges_from(edges)
    return graph


def communities(labels: Iterable[str], graph: nx.Graph, resolution: float, *, seed: int) -> Parts:
    """The models of each community, sorted; what nothing ties is alone."""
    models = frozenset(labels)
    found = nx.community.louvain_communities(graph, weight="weight", resolution=resolution, seed=seed)
    return tuple(sorted(tuple(sorted(part & models)) for part in found if part & models))


def likeness(one: Parts, other: Parts) -> float:
    """The adjusted Rand index of two partitions of the same models (Hubert, Arabie 1985): 1 is the same, 0 is chance."""
    part_of = _part_of(other)
    both: Counter[tuple[int, int]] = Counter()
    for at, part in enumerate(one):
        for label in part:
            both[at, part_of[label]] += 1
    inside = sum(_pairs(count) for count in both.values())
    first, second = sum(_pairs(len(part)) for part in one), sum(_pairs(len(part)) for part in other)
    whole = _pairs(sum(len(part) for part in one))
    expected = first * second / whole if whole else 0.0
    most = (first + second) / 2
    return (inside - expected) / (most - expected) if most != expected else 1.0


def sample_of(edges: Iterable[Edge], seed: int) -> tuple[Edge, ...]:
    """*edges* without some, drawn by *seed*."""
    drawn = random.Random(seed)  # noqa: S311 - a sample, no secret
    return tuple(edge for edge in edges if drawn.random() >= _LEFT_OUT)


def _part_of(parts: Parts) -> Mapping[str, int]:
    return {label: at for at, part in enumerate(parts) for label in part}


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _nearest(part: tuple[str, ...], parts: Parts) -> float:
    members = frozenset(part)
    shared: defaultdict[int, int] = defaultdict(int)
    for at, other in enumerate(parts):
        shared[at] = len(members.intersection(other))
    return max((count / (len(members) + len(parts[at]) - count) for at, count in shared.items()), default=0.0)
