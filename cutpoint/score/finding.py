"""Subjects + what was named → the asked cut: the side of every model, nested offers, alternatives, and questions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.cut import Alternative, Question, Side, Sided, Why
from cutpoint.score.consensus.certainty import Known, certainty_of
from cutpoint.score.consensus.coarse import MOST_NODES
from cutpoint.score.consensus.consensus import Consensus, voice_of
from cutpoint.score.consensus.kinds import kinds_of
from cutpoint.score.consensus.offers import offered
from cutpoint.score.consensus.voting import Spoken
from cutpoint.score.questions import Asked
from cutpoint.score.reasons import Placed, sided

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cutpoint.score.consensus.consensus import Vote
    from cutpoint.score.consensus.kinds import Kinds
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

    @property
    def answers(self) -> int:
        """How many groups were named besides the roots."""
        return max(len(self.take) - 1, 0) + max(len(self.keep) - 1, 0)


class Found(msgspec.Struct, frozen=True):
    """The asked cut."""

    sides: tuple[Sided, ...]
    """Of every model of ours, sorted; proxies and automatic many-to-many models follow another one."""
    offers: tuple[tuple[str, ...], ...]
    """What is taken in the narrow, the default and the wide cut, each sorted and within the next; followers are left out."""
    alternatives: tuple[Alternative, ...]
    questions: tuple[Question, ...]

    @property
    def taken(self) -> tuple[str, ...]:
        """Labels of what is taken out, sorted."""
        return tuple(each.model for each in self.sides if each.side is Side.TAKE)


class Finding:
    """The sides of one project's models, for whatever is named; what several questions need is worked out once."""

    def __init__(self, subjects: Subjects, graph: ModelGraph, *, blind: bool = False) -> None:
        """With *blind*, neither what names say nor where models are declared is read."""
        self._subjects = subjects
        self._graph = graph
        self._blind = blind

    def find(self, named: Named, count: int | None = None) -> Found:
        """The cut around what is named to be taken, which leaves what is named to stay, with about *count* models."""
        spoken = _spoken(self._graph, named)
        consensus = self._consensus(each.at for each in spoken)
        vote = consensus.vote(spoken)
        if count is not None:
            vote = vote.of_size(count)
        asked = Asked(self._graph, consensus, spoken, vote)
        placed = self._placed(vote, consensus, vote.taken, named.answers)
        return Found(
            self._with_followers(sided(self._graph, placed, named.sides)),
            tuple(tuple(self._graph.labels[at] for at in offer) for offer in offered(vote)),
            asked.alternatives(),
            asked.questions(placed),
        )

    def sides_of(self, taken: Sequence[str]) -> tuple[Sided, ...]:
        """The sides of a cut that takes exactly *taken*, as sure as if the model related to most of its side had been named."""
        inside = {self._graph.index[label] for label in taken}
        spoken = [
            Spoken(self._heaviest(side), is_taken)
            for side, is_taken in ((inside, True), (set(range(len(self._graph.labels))) - inside, False))
            if side
        ]
        consensus = self._consensus(each.at for each in spoken)
        placed = self._placed(consensus.vote(spoken), consensus, inside, 0)
        return self._with_followers(sided(self._graph, placed, {}))

    def between(self, one: str, other: str) -> Vote:
        """What all settings say when *one* leaves and *other* stays."""
        spoken = _spoken(self._graph, Named(((one,),), ((other,),)))
        return self._consensus(each.at for each in spoken).vote(spoken)

    def _heaviest(self, side: Collection[int]) -> int:
        def inward(at: int) -> float:
            return round(sum(weight for other, weight in self._graph.neighbors[at] if other in side), 9)

        return min(side, key=lambda at: (-inward(at), at))

    def _placed(self, vote: Vote, consensus: Consensus, taken: Collection[int], answers: int) -> tuple[Placed, ...]:
        known = Known.NOTHING if self._blind else Known.PLACES if vote.has_units else Known.NAMES
        return tuple(
            Placed(
                at in taken, certainty_of(share, known, answers, is_taken=at in taken) if at in consensus.tied else 0.5
            )
            for at, share in enumerate(vote.shares)
        )

    @cached_property
    def _kinds(self) -> Kinds:
        return kinds_of(self._subjects, blind=self._blind)

    @cached_property
    def _of_all(self) -> Consensus:
        return Consensus(self._kinds, self._graph)

    def _consensus(self, alone: Iterable[int]) -> Consensus:
        if len(self._graph.labels) <= MOST_NODES:
            return self._of_all
        return Consensus(self._kinds, self._graph, frozenset(alone))

    def _with_followers(self, sides: tuple[Sided, ...]) -> tuple[Sided, ...]:
        by_label = {each.model: each for each in sides}
        found = list(sides)
        for model in self._subjects.followers:
            owner = by_label.get(self._subjects.followed.get(model.label, ""))
            if owner is None:
                found.append(Sided(model.label, Side.KEEP, 0.5, (Why("no first-party model declares it"),)))
            else:
                why = f"has the rows of {owner.model}" if model.proxy else f"holds the pairs of {owner.model}"
                found.append(Sided(model.label, owner.side, owner.certainty, (Why(why),)))
        return tuple(sorted(found))


def _spoken(graph: ModelGraph, named: Named) -> list[Spoken]:
    return [
        Spoken(graph.index[label], is_taken, voice_of(group[0]) if number else 0)
        for groups, is_taken in ((named.take, True), (named.keep, False))
        for number, group in enumerate(groups)
        for label in group
    ]
