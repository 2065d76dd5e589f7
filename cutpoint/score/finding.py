"""Subjects + what was named → the asked cut: the side of every model, alternatives, and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.cut import Alternative, Question, Side, Sided, Why
from cutpoint.score.extent import natural_extent
from cutpoint.score.questions import Asked
from cutpoint.score.reasons import sided
from cutpoint.score.spreading import Spreading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.subjects import Subjects

Group = tuple[str, ...]
"""The labels that one argument names: a model, or those of an app."""


class Named(msgspec.Struct, frozen=True):
    """What was named for each side, in the order of naming: the first group is the root, others are answers."""

    take: tuple[Group, ...]
    keep: tuple[Group, ...] = ()

    @property
    def sides(self) -> dict[str, Side]:
        """The side of every model that was named."""
        kept = {label: Side.KEEP for group in self.keep for label in group}
        return {**{label: Side.TAKE for group in self.take for label in group}, **kept}


class Found(msgspec.Struct, frozen=True):
    """The asked cut."""

    sides: tuple[Sided, ...]
    """Of every model of ours, sorted; proxies and automatic many-to-many models follow another one."""
    alternatives: tuple[Alternative, ...]
    questions: tuple[Question, ...]

    @property
    def taken(self) -> tuple[str, ...]:
        """Labels of what is taken out, sorted."""
        return tuple(each.model for each in self.sides if each.side is Side.TAKE)


def find(subjects: Subjects, graph: ModelGraph, named: Named) -> Found:
    """The cut between what is named; with nothing to keep, how far what is taken naturally reaches."""
    at = graph.index
    given = {at[label]: 1.0 if side is Side.TAKE else -1.0 for label, side in named.sides.items()}
    if named.take and named.keep:
        spreading = Spreading(
            graph, *([_indices(graph, group) for group in groups] for groups in (named.take, named.keep))
        )
        values = spreading.sides(given)
        asked = Asked(spreading, given, values)
        questions, alternatives = asked.questions(), asked.alternatives()
    else:
        taken = [index for group in named.take for index in _indices(graph, group)]
        values = natural_extent(graph, taken)
        questions, alternatives = (), ()
    return Found(_with_followers(subjects, sided(graph, values, named.sides)), alternatives, questions)


def sides_of(subjects: Subjects, graph: ModelGraph, taken: Sequence[str]) -> tuple[Sided, ...]:
    """The sides of a cut that takes exactly *taken*; a model that is tied more to the other side is less certain."""
    inside = frozenset(taken)
    values: list[float] = []
    for at, label in enumerate(graph.labels):
        own = sum(
            weight for other, weight in graph.neighbors[at] if (graph.labels[other] in inside) is (label in inside)
        )
        share = own / graph.degrees[at] if graph.degrees[at] else 0.5
        # As if labels had spread: all of the ties on one side is as sure as it gets.
        values.append((1 if label in inside else -1) * max(share**2 / 2, _LEAST))
    return _with_followers(subjects, sided(graph, values, {}))


_LEAST = 1e-6


def _indices(graph: ModelGraph, group: Group) -> tuple[int, ...]:
    return tuple(graph.index[label] for label in group)


def _with_followers(subjects: Subjects, sides: tuple[Sided, ...]) -> tuple[Sided, ...]:
    by_label = {each.model: each for each in sides}
    found = list(sides)
    for model in subjects.followers:
        owner = by_label.get(subjects.followed.get(model.label, ""))
        if owner is None:
            found.append(Sided(model.label, Side.KEEP, 0.0, (Why("no model of ours declares it"),)))
        else:
            why = f"has the rows of {owner.model}" if model.proxy else f"holds the pairs of {owner.model}"
            found.append(Sided(model.label, owner.side, owner.certainty, (Why(why),)))
    return tuple(sorted(found))
