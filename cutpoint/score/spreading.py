"""Graph + named roots → a side and its strength for every model: walks from the roots, then labels that spread.

Two steps, because each has a weakness that the other hasn't. Labels that spread over a graph (each model takes the mean of
its neighbors, roots stay what they are) are right near the roots and drift to whichever root has more ties. Random walks
that start at the roots and return to them weigh the whole of both surroundings against each other, but see no detail. So
the balance of the walks is what the spreading is drawn to. The packages around the roots go along as a whole, unless
that cuts clearly more.

Labels that spread: Zhu, Ghahramani, Lafferty, Semi-supervised learning using Gaussian fields and harmonic functions, ICML 2003.
Walks with return: Page, Brin, Motwani, Winograd, The PageRank citation ranking, 1998, with the roots as what is preferred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.score.packages import sides_by_package

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cutpoint.score.model_graph import ModelGraph

RETURN = 0.1
"""How likely a walk goes back to its root at each step."""


class _Rung(NamedTuple):
    draw: float
    """How strongly a model is drawn to what the walks say, as a share of its ties."""
    power: int
    """To how much of it, where walks are less than sure: their balance to this power."""
    stays: float
    """How much the balance of the walks is shifted: what is in doubt stays, since what is taken is usually the smaller part."""


_LADDER = (_Rung(0.2, 2, 0.1), _Rung(0.05, 0, 0.0), _Rung(0.12, 0, 0.0))
_BY_CHANCE = 0.15
"""Sides with less cohesion are no sides: labels have drifted to the root with more ties, and must be drawn more."""
_CLEARLY = 0.1
"""So much less cohesion is a reason to part a package."""

_ENOUGH = 1e-5
_MOST_ROUNDS = 200
_NOTHING = 1e-9

Walk = tuple[float, ...]
Group = tuple[int, ...]
"""Indices of what one name stands for."""


def walk_from(graph: ModelGraph, root: int) -> Walk:
    """How often a walk is at each model that starts at *root* and returns to it now and then; worked out once."""
    known = graph.walks.get(root)
    if known is None:
        known = graph.walks[root] = _walked(graph, root)
    return known


def _walked(graph: ModelGraph, root: int) -> Walk:
    size = len(graph.labels)
    here = [0.0] * size
    here[root] = 1.0
    shares = [
        tuple((other, weight / degree) for other, weight in row)
        for row, degree in zip(graph.neighbors, graph.degrees, strict=True)
    ]
    for _ in range(_MOST_ROUNDS):
        after = [0.0] * size
        for at, mass in enumerate(here):
            if mass:
                for other, share in shares[at]:
                    after[other] += mass * share
        after = [(1 - RETURN) * mass for mass in after]
        # What has no neighbors to go to returns.
        after[root] += 1 - sum(after)
        change = sum(abs(new - old) for new, old in zip(after, here, strict=True))
        here = after
        if change < _ENOUGH:
            break
    return tuple(here)


class Spreading:
    """Sides of all models for what was named; the walks are made once, so that asking again with one more answer is cheap."""

    def __init__(self, graph: ModelGraph, take: Sequence[Group], keep: Sequence[Group]) -> None:
        """A walk starts from each group of *take* and of *keep*, and the nearest of a side speaks for it.

        What is named besides is only given its side. Walks and labels also go through files.
        """
        self.graph = graph
        self._wide = graph.wide
        self.roots = {
            **{at: 1.0 for group in take for at in group},
            **{at: -1.0 for group in keep for at in group},
        }
        balance = _balance(graph.wide, take, keep)
        values: list[float] = []
        for rung in _LADDER:
            # No walk comes where the balance is nothing.
            self._balance = tuple(max(-1.0, each - rung.stays) if each else 0.0 for each in balance)
            self._draw = tuple(rung.draw * abs(each) ** rung.power for each in self._balance)
            values = self._spread(self.roots)
            if graph.cohesion_of(_taken(values[: len(graph.labels)])) > _BY_CHANCE:
                break
        self._by_package = self._sides_by_package(_taken(values))

    def _sides_by_package(self, spread: set[int]) -> Mapping[int, float]:
        """The sides of what shares a package with a root, unless these cut clearly more than what labels *spread* to."""
        found = sides_by_package(self.graph, self.roots)
        together = spread.difference(found) | {at for at, side in found.items() if side > 0}
        return found if self._wide.cohesion_of(together) > self._wide.cohesion_of(spread) - _CLEARLY else {}

    def sides(self, named: Mapping[int, float], start: Sequence[float] | None = None) -> tuple[float, ...]:
        """From -1 (keep) to 1 (take) for each model; *named* holds 1 and -1, *start* is where a solution is near."""
        named = {**self.roots, **named}
        drawn = {at: side for at, side in self._by_package.items() if at not in named}
        near = None if start is None else [2 * value - drawn.get(at, value) for at, value in enumerate(start)]
        values = self._spread(named, near)
        return tuple((value + drawn.get(at, value)) / 2 for at, value in enumerate(values[: len(self.graph.labels)]))

    def _spread(self, named: Mapping[int, float], start: Sequence[float] | None = None) -> list[float]:
        """For models and files, as if nothing were known of packages as a whole."""
        neighbors, degrees, drawn, draw = self._wide.neighbors, self._wide.degrees, self._balance, self._draw
        values = list(drawn)
        if start is not None:
            values[: len(start)] = start
        # Where models start near a solution, only files and what is near an answer have something to learn.
        active = set(range(len(neighbors) if start is None else 0)) | set(range(len(self.graph.labels), len(neighbors)))
        for at, side in named.items():
            if values[at] != side:
                active.update(other for other, _ in neighbors[at])
            values[at] = side
        for at, row in enumerate(neighbors):
            if at not in named and not row:
                values[at] = 0.0
        for _ in range(_MOST_ROUNDS):
            moved: set[int] = set()
            for at in sorted(active.difference(named), reverse=True):
                value = degrees[at] * draw[at] * drawn[at]
                for other, weight in neighbors[at]:
                    value += weight * values[other]
                value /= degrees[at] * (1 + draw[at]) or 1.0
                if abs(value - values[at]) >= _ENOUGH * 10:
                    moved.update(other for other, _ in neighbors[at])
                values[at] = value
            active = moved
            if not active:
                break
        return values


def _taken(values: Sequence[float]) -> set[int]:
    return {at for at, value in enumerate(values) if value > 0}


def _balance(graph: ModelGraph, take: Sequence[Group], keep: Sequence[Group]) -> Walk:
    """What the walks from both sides say, from -1 to 1."""
    return tuple(
        (a - b) / (a + b) if a + b > _NOTHING else 0.0
        for a, b in zip(_nearest(graph, take), _nearest(graph, keep), strict=True)
    )


def _nearest(graph: ModelGraph, groups: Sequence[Group]) -> list[float]:
    """How often the walk from the group that is nearest to each model comes there."""
    return [max(masses) for masses in zip(*(_mean_walk(graph, group) for group in groups), strict=True)]


def _mean_walk(graph: ModelGraph, roots: Group) -> list[float]:
    """A root with many ties counts for more."""
    weights = [graph.degrees[root] or _NOTHING for root in roots]
    mean = [0.0] * len(graph.labels)
    for root, weight in zip(roots, weights, strict=True):
        share = weight / sum(weights)
        for at, mass in enumerate(walk_from(graph, root)):
            mean[at] += share * mass
    return mean
