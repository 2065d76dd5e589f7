"""Facts + graph → candidates unasked: groups, groups of groups, packages, communities, and what is around heavy roots."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import networkx as nx

from cutpoint.domain.cut import Candidate
from cutpoint.score.communities import community_candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cutpoint.score.facts import Facts
    from cutpoint.score.finding import Finding
    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.subjects import Subjects

_HEAVY_ROOTS = 5
# An app belongs to a group when it is tied to it so many times as much as to others.
_ATTACHED = 1.75
# Beyond it, what stays is the smaller side, and is another candidate.
_LARGEST_SHARE = 0.5
_NOTHING = 1e-9
# Sets of models that are this alike are one candidate with several sources.
_SAME = 0.98


def candidates(facts: Facts, graph: ModelGraph, finding: Finding) -> tuple[Candidate, ...]:
    """All of them, each once, sorted by their models; blind, none that the authors' apps and packages propose."""
    found: list[Candidate] = []
    if not facts.blind:
        found += group_candidates(facts, graph)
        found += package_candidates(facts)
    found += community_candidates(facts.subjects, graph)
    found += root_candidates(facts.subjects, graph, finding)
    found += dominated(facts.subjects)
    whole = len(graph.labels)
    fitting = (each for each in found if 0 < len(each.models) <= _LARGEST_SHARE * whole)
    return tuple(sorted(_merged(fitting), key=lambda each: each.models))


def group_candidates(facts: Facts, graph: ModelGraph) -> Iterator[Candidate]:
    """Groups (apps, as a rule) as they stand, pairs of them that are tied most, and communities of them."""
    of_app = facts.models_of_group
    for labels in of_app.values():
        yield Candidate(labels, ("app",), 1.0)
    between: Counter[tuple[str, str]] = Counter()
    for (one, other), weight in sorted(graph.weights.items()):
        first, second = sorted((facts.group_of[one], facts.group_of[other]))
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


def package_candidates(facts: Facts) -> Iterator[Candidate]:
    """What lies in one package or file, wherever it holds more than the packages in it; and all that lies elsewhere."""
    for models in dict.fromkeys(facts.models_of_package.values()):
        yield Candidate(models, ("package",), 1.0)
        yield Candidate(tuple(sorted(set(facts.subjects.labels).difference(models))), ("package",), 1.0)


def together(graph: ModelGraph, of_app: Mapping[str, tuple[str, ...]], group: tuple[str, ...]) -> tuple[str, ...]:
    """*group* without the apps that are tied to it hardly more than to all others; nothing when a single one is left."""
    return _Attachments(graph, of_app).kept(group)


class _Attachments:
    """How much apps are tied to each other, summed up once."""

    def __init__(self, graph: ModelGraph, of_app: Mapping[str, tuple[str, ...]]) -> None:
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
    """For each two heavy roots, the sides that most settings see around them."""
    roots = heavy_roots(subjects)
    for at, one in enumerate(roots):
        for other in roots[at + 1 :]:
            vote = finding.between(one, other)
            taken = tuple(graph.labels[at] for at in sorted(vote.taken))
            yield Candidate(taken, ("roots",), vote.agreement)
            yield Candidate(tuple(sorted(set(graph.labels) - set(taken))), ("roots",), vote.agreement)


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
