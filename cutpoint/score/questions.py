"""What all settings say → the questions whose answers would settle most, and the cuts that cost about the same."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Alternative, Question, Side
from cutpoint.score.consensus.consensus import voice_of
from cutpoint.score.consensus.voting import Spoken
from cutpoint.score.reasons import reasons_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cutpoint.score.consensus.consensus import Consensus, Vote
    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.reasons import Placed

MOST_QUESTIONS = 8
_MOST_ALTERNATIVES = 6
_SAME_COST = 1.1


class Asked:
    """What may be asked, and what each answer that isn't expected would do."""

    def __init__(self, graph: ModelGraph, consensus: Consensus, named: Sequence[Spoken], vote: Vote) -> None:
        """*vote* is what *consensus* says of what was *named*."""
        self._graph = graph
        self._consensus = consensus
        self._named = named
        self._vote = vote

    @cached_property
    def _flips(self) -> dict[int, frozenset[int]]:
        """The models that change sides when one isn't where it is thought to be, itself included; the most decisive first."""
        found: dict[int, frozenset[int]] = {}
        for at in self._consensus.decisive(self._vote.shares, self._named)[:MOST_QUESTIONS]:
            answer = Spoken(at, at not in self._vote.taken, voice_of(self._graph.labels[at]))
            found[at] = self._consensus.vote([*self._named, answer]).taken ^ self._vote.taken
        return found

    def questions(self, placed: Sequence[Placed]) -> tuple[Question, ...]:
        """The one first whose answer would settle most; *placed* is where each model is thought to be."""
        return tuple(
            Question(
                self._graph.labels[at],
                self._labels(flips - {at}),
                Side.TAKE if placed[at].is_taken else Side.KEEP,
                placed[at].certainty,
                reasons_for(self._graph, placed, at, is_taken=placed[at].is_taken),
                reasons_for(self._graph, placed, at, is_taken=not placed[at].is_taken),
            )
            for at, flips in self._flips.items()
        )

    def alternatives(self) -> tuple[Alternative, ...]:
        """Cuts that cost at most a little more, the cheapest first."""
        cost = cost_of(self._graph, self._vote.taken)
        found: dict[tuple[str, ...], float] = {}
        for flips in self._flips.values():
            taken = self._vote.taken ^ flips
            if flips and 0 < len(taken) < len(self._graph.labels):
                found[self._labels(flips)] = cost_of(self._graph, taken) / cost if cost else 1.0
        near = [Alternative(round(ratio, 4), differs) for differs, ratio in found.items() if ratio <= _SAME_COST]
        return tuple(sorted(near))[:_MOST_ALTERNATIVES]

    def _labels(self, indices: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(self._graph.labels[at] for at in indices))


def cost_of(graph: ModelGraph, taken: Collection[int]) -> float:
    """The weight of all ties between the sides."""
    return sum(weight for at in sorted(taken) for other, weight in graph.neighbors[at] if other not in taken)
