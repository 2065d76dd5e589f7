"""Graph of models and the files that declare them → communities at several resolutions, each with its stability.

Louvain's method (Blondel, Guillaume, Lambiotte, Lefebvre 2008) with a resolution (Reichardt, Bornholdt 2006): a low one
gives few large communities. What is asked for is sorted first, since the method depends on the order of edges. Files are
nodes of their own, tied to the models in them and to files that import them: which file it is plays no part, so this holds
nothing that `--blind` hides.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import networkx as nx

from cutpoint.domain.cut import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.subjects import Subjects

RESOLUTIONS = (0.1, 0.25, 0.45, 0.7, 1.0, 1.4)
USUAL_RESOLUTION = 0.7
_SAMPLES = 3
_LEFT_OUT = 0.15
_IN_FILE = 1.0
_IMPORT = 2.0
_MOST_NEIGHBORS = 40

Parts = tuple[tuple[str, ...], ...]
Edge = tuple[str, str, float]


def community_candidates(subjects: Subjects, graph: ModelGraph) -> tuple[Candidate, ...]:
    """Each community of each resolution once, sorted; stability is the mean likeness of the nearest in each sample."""
    edges = edges_of(subjects, graph)
    nodes = sorted({*graph.labels, *(end for one, other, _ in edges for end in (one, other))})
    found: dict[tuple[str, ...], float] = {}
    for resolution in RESOLUTIONS:
        parts = communities(graph.labels, nodes, edges, resolution, seed=0)
        samples = [
            communities(graph.labels, nodes, _sample(edges, seed), resolution, seed=seed)
            for seed in range(1, _SAMPLES + 1)
        ]
        for part in parts:
            stability = sum(_nearest(part, sample) for sample in samples) / len(samples)
            found[part] = max(found.get(part, 0.0), round(stability, 4))
    return tuple(Candidate(part, ("community",), stability) for part, stability in sorted(found.items()))


def usual_parts(subjects: Subjects, graph: ModelGraph) -> Parts:
    """One community for every model: of several seeds, the partition that is most like the others."""
    edges = edges_of(subjects, graph)
    nodes = sorted({*graph.labels, *(end for one, other, _ in edges for end in (one, other))})
    runs = [communities(graph.labels, nodes, edges, USUAL_RESOLUTION, seed=seed) for seed in range(3)]
    return max(runs, key=lambda parts: sum(likeness(parts, other) for other in runs))


def edges_of(subjects: Subjects, graph: ModelGraph) -> tuple[Edge, ...]:
    """Ties, files and imports between files that declare models, sorted; a model keeps its strongest ties."""
    strong: set[tuple[str, str]] = set()
    for at, row in enumerate(graph.neighbors):
        for other, _ in sorted(row, key=lambda pair: (-pair[1], pair[0]))[:_MOST_NEIGHBORS]:
            first, second = sorted((graph.labels[at], graph.labels[other]))
            strong.add((first, second))
    found = [(one, other, graph.weights[one, other]) for one, other in strong]
    found += [(label, f"/{model.module}", _IN_FILE) for label, model in subjects.models.items()]
    files = {model.module for model in subjects.models.values()}
    imports = {
        tuple(sorted((each.importer, each.imported)))
        for each in subjects.analysis.catalog.imports
        if each.scope != "typing"
        and each.importer in files
        and each.imported in files
        and each.importer != each.imported
    }
    degrees = Counter(end for pair in imports for end in pair)
    found += [(f"/{one}", f"/{other}", _IMPORT / (degrees[one] * degrees[other]) ** 0.5) for one, other in imports]
    return tuple(sorted(found))


def communities(
    labels: Iterable[str], nodes: Sequence[str], edges: Iterable[Edge], resolution: float, *, seed: int
) -> Parts:
    """The models of each community, sorted; what nothing ties is alone."""
    drawn = nx.Graph()
    drawn.add_nodes_from(nodes)
    drawn.add_weighted_edges_from(edges)
    models = frozenset(labels)
    found = nx.community.louvain_communities(drawn, weight="weight", resolution=resolution, seed=seed)
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


def _part_of(parts: Parts) -> Mapping[str, int]:
    return {label: at for at, part in enumerate(parts) for label in part}


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _sample(edges: Iterable[Edge], seed: int) -> tuple[Edge, ...]:
    drawn = random.Random(seed)  # noqa: S311 - a sample, no secret
    return tuple(edge for edge in edges if drawn.random() >= _LEFT_OUT)


def _nearest(part: tuple[str, ...], parts: Parts) -> float:
    members = frozenset(part)
    shared: defaultdict[int, int] = defaultdict(int)
    for at, other in enumerate(parts):
        shared[at] = len(members.intersection(other))
    return max((count / (len(members) + len(parts[at]) - count) for at, count in shared.items()), default=0.0)
