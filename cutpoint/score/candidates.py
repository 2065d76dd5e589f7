"""Subjects + graph → candidates unasked: apps, groups of apps, communities, cuts between heavy roots, what only a root needs."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import networkx as nx

from cutpoint.domain.cut import Candidate
from cutpoint.score.communities import community_candidates
from cutpoint.score.polishing import Polish
from cutpoint.score.surroundings import and_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cutpoint.score.finding import Finding
    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.subjects import Subjects

_HEAVY_ROOTS = 5
# An app belongs to a group when it is tied to it so many times as much as to others.
_ATTACHED = 1.75
_SMALLEST = 2
_POLISHED_SHARE = 0.05
_MOST_POLISHED = 16
# Beyond it, what stays is the smaller side, and is another candidate.
_LARGEST_SHARE = 0.5
# What comes out otherwise from every other sample is nobody's candidate.
_LEAST_STABILITY = 0.5
_NOTHING = 1e-9
# Sets of models that are this alike are one candidate with several sources.
_SAME = 0.98


def candidates(
    subjects: Subjects, graph: ModelGraph, finding: Finding, *, blind: bool = False
) -> tuple[Candidate, ...]:
    """All of them, each once, sorted by their models; with *blind*, none that the authors' apps propose."""
    found: list[Candidate] = []
    if not blind:
        found += _by_authors(subjects, graph)
    found += community_candidates(subjects, graph)
    found += root_candidates(subjects, graph, finding)
    found += dominated(subjects)
    found += polished(subjects, graph, found)
    return _fitting(found, graph)


def at_hand(subjects: Subjects, graph: ModelGraph) -> tuple[Candidate, ...]:
    """Those that the authors' apps and packages propose, which cost no search, in the same order."""
    return _fitting(_by_authors(subjects, graph), graph)


def most_cohesive(graph: ModelGraph, found: Iterable[Candidate], count: int) -> tuple[Candidate, ...]:
    """So many of *found*, those that cut least for their size."""

    def cohesion(each: Candidate) -> float:
        return graph.cohesion_of([graph.index[label] for label in each.models])

    return tuple(sorted(found, key=lambda each: (-round(cohesion(each), 9), each.models))[:count])


def _by_authors(subjects: Subjects, graph: ModelGraph) -> Iterator[Candidate]:
    yield from app_candidates(subjects, graph)
    yield from package_candidates(subjects)


def _fitting(found: Iterable[Candidate], graph: ModelGraph) -> tuple[Candidate, ...]:
    whole = len(graph.labels)
    fitting = (
        each
        for each in found
        if _SMALLEST <= len(each.models) <= _LARGEST_SHARE * whole and each.stability >= _LEAST_STABILITY
    )
    return tuple(sorted(_merged(fitting), key=lambda each: each.models))


def app_candidates(subjects: Subjects, graph: ModelGraph) -> Iterator[Candidate]:
    """Apps as they stand, pairs of apps that are tied most, and communities of apps."""
    of_app: defaultdict[str, list[str]] = defaultdict(list)
    for label, model in subjects.models.items():
        of_app[model.app].append(label)
    for _, labels in sorted(of_app.items()):
        yield Candidate(tuple(labels), ("app",), 1.0)
    between: Counter[tuple[str, str]] = Counter()
    for (one, other), weight in sorted(graph.weights.items()):
        first, second = sorted((subjects.models[one].app, subjects.models[other].app))
        if first != second:
            between[first, second] += weight  # type: ignore[assignment] # a Counter of weights
    near = {pair: weight / (len(of_app[pair[0]]) * len(of_app[pair[1]])) ** 0.5 for pair, weight in between.items()}
    drawn = nx.Graph()
    drawn.add_nodes_from(sorted(of_app))
    drawn.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(near.items()))
    groups: list[tuple[str, ...]] = sorted(sorted(near, key=lambda pair: (-near[pair], pair))[: len(of_app)])
    for resolution in (0.7, 1.0, 1.4):
        parts = nx.community.louvain_communities(drawn, weight="weight", resolution=resolution, seed=0)
        groups += sorted(tuple(sorted(part)) for part in parts if len(part) > 1)
    attachments = _Attachments(graph, of_app)
    for group in dict.fromkeys(attachments.kept(group) for group in groups):
        if group:
            yield Candidate(tuple(sorted(label for app in group for label in of_app[app])), ("apps",), 1.0)


def package_candidates(subjects: Subjects) -> Iterator[Candidate]:
    """What lies in one package, wherever it holds more than the packages in it; and all that lies elsewhere."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for label, model in subjects.models.items():
        for package in and_around(model.module.rpartition(".")[0]):
            held[package].append(label)
    for models in dict.fromkeys(tuple(labels) for _, labels in sorted(held.items())):
        yield Candidate(models, ("package",), 1.0)
        yield Candidate(tuple(sorted(set(subjects.labels).difference(models))), ("package",), 1.0)


def together(graph: ModelGraph, of_app: Mapping[str, list[str]], group: tuple[str, ...]) -> tuple[str, ...]:
    """*group* without the apps that are tied to it hardly more than to all others; nothing when a single one is left."""
    return _Attachments(graph, of_app).kept(group)


class _Attachments:
    """How much apps are tied to each other, summed up once."""

    def __init__(self, graph: ModelGraph, of_app: Mapping[str, list[str]]) -> None:
        app_of = {label: app for app, labels in of_app.items() for label in labels}
        self._volume: defaultdict[str, float] = defaultdict(float)
        self._ties: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        apps = [app_of.get(label, "") for label in graph.labels]
        for app, row, degree in zip(apps, graph.neighbors, graph.degrees, strict=True):
            self._volume[app] += degree
            for other, weight in row:
                self._ties[app][apps[other]] += weight
        self._whole = sum(graph.degrees)

    def kept(self, group: tuple[str, ...]) -> tuple[str, ...]:
        """*group* without those that belong to it hardly more than elsewhere."""
        members = list(group)
        while len(members) > 1:
            loose = min(members, key=lambda app: (self._of(app, members), app))
            if self._of(loose, members) >= _ATTACHED:
                return tuple(members)
            members.remove(loose)
        return ()

    def _of(self, app: str, members: list[str]) -> float:
        """How much more it is tied to a unit of the other *members* than to a unit of what is outside."""
        others = [other for other in members if other != app]
        ties = self._ties[app]
        inward = sum(ties.get(other, 0.0) for other in others)
        outward = sum(weight for other, weight in ties.items() if other != app) - inward
        volume = sum(self._volume[other] for other in others)
        outside = self._whole - volume - self._volume[app]
        if outward <= _NOTHING or not volume:
            return float("inf") if inward else 0.0
        return (inward / volume) / (outward / outside)


def polished(subjects: Subjects, graph: ModelGraph, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The largest of *found*, each moved to where no further move makes the cut better; either side of it."""
    polish = Polish(subjects, graph)
    whole = frozenset(graph.labels)
    fitting = (each for each in found if _POLISHED_SHARE * len(whole) <= len(each.models) < len(whole))
    for each in sorted(fitting, key=lambda each: (-polish.cohesion_of(each.models), each.models))[:_MOST_POLISHED]:
        models = polish(each.models)
        yield Candidate(models, ("polished", *each.sources), each.stability)
        yield Candidate(tuple(sorted(whole.difference(models))), ("polished", *each.sources), each.stability)


def heavy_roots(subjects: Subjects) -> tuple[str, ...]:
    """The models that most others point at, the heaviest first."""
    pointing: dict[str, set[str]] = defaultdict(set)
    for model in subjects.models.values():
        for relation in model.relations:
            to = subjects.standing_for(relation.to)
            if to is not None and to != model.label:
                pointing[to].add(model.label)
    ranked = sorted(pointing, key=lambda label: (-len(pointing[label]), label))
    return tuple(label for label in ranked if len(pointing[label]) > 1)[:_HEAVY_ROOTS]


def root_candidates(subjects: Subjects, graph: ModelGraph, finding: Finding) -> Iterator[Candidate]:
    """For each two heavy roots, the minimum cut between them, and the sides that most settings see around them."""
    roots = heavy_roots(subjects)
    drawn = nx.Graph()
    drawn.add_nodes_from(graph.labels)
    drawn.add_edges_from((one, other, {"capacity": weight}) for (one, other), weight in sorted(graph.weights.items()))
    for at, one in enumerate(roots):
        for other in roots[at + 1 :]:
            vote = finding.between(one, other)
            taken = tuple(graph.labels[at] for at in sorted(vote.taken))
            kept = tuple(sorted(set(graph.labels) - set(taken)))
            certain = vote.agreement
            yield Candidate(taken, ("roots",), certain)
            yield Candidate(kept, ("roots",), certain)
            flow = nx.algorithms.flow.boykov_kolmogorov
            _, sides = nx.minimum_cut(drawn, one, other, flow_func=flow)
            for side in sides:
                yield Candidate(tuple(sorted(side)), ("minimum-cut",), certain)


def dominated(subjects: Subjects) -> Iterator[Candidate]:
    """For each heavy root, what only it needs: models that point at nothing but it and each other."""
    needs: Mapping[str, frozenset[str]] = {
        model.label: frozenset(
            to
            for relation in model.relations
            if (to := subjects.standing_for(relation.to)) is not None and to != model.label
        )
        for model in subjects.models.values()
    }
    for root in heavy_roots(subjects):
        inside = {root}
        grows = True
        while grows:
            more = {label for label, to in needs.items() if label not in inside and to and to <= inside}
            inside |= more
            grows = bool(more)
        yield Candidate(tuple(sorted(inside)), ("dominance",), 1.0)


def _merged(found: Iterable[Candidate]) -> list[Candidate]:
    """Of those that are nearly the same, the one whose source comes first, with the sources of all."""
    kept: list[Candidate] = []
    for each in found:
        models = frozenset(each.models)
        for at, known in enumerate(kept):
            shared = len(models.intersection(known.models))
            if shared >= _SAME * (len(models) + len(known.models) - shared):
                sources = tuple(dict.fromkeys((*known.sources, *each.sources)))
                kept[at] = Candidate(known.models, sources, max(known.stability, each.stability))
                break
        else:
            kept.append(each)
    return kept
