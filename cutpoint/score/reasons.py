"""Graph + sides → for every model why it is where it is: the strongest ties to others of its side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.cut import Channel, Side, Sided, Why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cutpoint.score.model_graph import ModelGraph

_MOST_REASONS = 3
_MOST_PLACES = 3
_TELLING = tuple(Channel)


class Placed(NamedTuple):
    """Where a model was put, and how certainly."""

    is_taken: bool
    certainty: float
    """From 0.5 to 1."""


def sided(graph: ModelGraph, placed: Sequence[Placed], named: Mapping[str, Side]) -> tuple[Sided, ...]:
    """The side of each model of *graph*, sorted by label; *placed* is in the order of its labels."""
    found: list[Sided] = []
    for at, label in enumerate(graph.labels):
        if label in named:
            found.append(Sided(label, named[label], 1.0, (Why(f"named with --{named[label]}"),)))
            continue
        side = Side.TAKE if placed[at].is_taken else Side.KEEP
        found.append(Sided(label, side, placed[at].certainty, _reasons(graph, placed, at)))
    return tuple(found)


def _reasons(graph: ModelGraph, placed: Sequence[Placed], at: int) -> tuple[Why, ...]:
    ranked = _ranked(graph, placed, at, is_taken=placed[at].is_taken)
    return _told(graph, at, ranked) if ranked else (Why(_untied(graph, placed[at], at)),)


def reasons_for(graph: ModelGraph, placed: Sequence[Placed], at: int, *, is_taken: bool) -> tuple[Why, ...]:
    """What speaks for the model *at* being on that side: the strongest ties to others there, each by its most telling one."""
    return _told(graph, at, _ranked(graph, placed, at, is_taken=is_taken))


def _ranked(graph: ModelGraph, placed: Sequence[Placed], at: int, *, is_taken: bool) -> tuple[int, ...]:
    """The models of that side to which there are ties, the strongest tie first."""
    found = sorted(
        (-weight * placed[other].certainty, other)
        for other, weight in graph.neighbors[at]
        if placed[other].is_taken is is_taken
    )
    return tuple(other for _, other in found)


def _told(graph: ModelGraph, at: int, ranked: Sequence[int]) -> tuple[Why, ...]:
    label = graph.labels[at]
    reasons: list[Why] = []
    for other in ranked[:_MOST_REASONS]:
        ties = graph.ties_between(label, graph.labels[other])
        if ties:
            strongest = min(ties, key=lambda each: _TELLING.index(each.channel))
            reasons.append(Why(f"{graph.labels[other]}: {strongest.why}", strongest.evidence[:_MOST_PLACES]))
    return tuple(reasons)


def _untied(graph: ModelGraph, placed: Placed, at: int) -> str:
    if graph.neighbors[at]:
        return "its ties lead to the other side, and others like it are here"
    return "nothing was seen that ties it to any other model" + ("" if placed.is_taken else ", so it stays")
