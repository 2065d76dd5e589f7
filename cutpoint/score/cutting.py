"""Analysis + configuration → cut points: candidates scored, ranked, with sides and bills; the one place that knows the order."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.cut import SIZES, Candidate, CutPoint, CutPoints, Offer, Verdict
from cutpoint.score.advice import advice_on
from cutpoint.score.billing import bill_of, effort_of, seam_of
from cutpoint.score.candidates import candidates
from cutpoint.score.climbing import Climb
from cutpoint.score.communities import usual_parts
from cutpoint.score.facts import Facts
from cutpoint.score.finding import Finding, Found, Named
from cutpoint.score.ground import Ground
from cutpoint.score.metrics import metrics_of
from cutpoint.score.model_graph import model_graph
from cutpoint.score.parting import Parting
from cutpoint.score.ranking import best_first, is_variant
from cutpoint.score.scoring import invoice, score_of, scores_of, weights_of
from cutpoint.score.subjects import Subjects
from cutpoint.score.third_parties import third_parties
from cutpoint.score.verdicts import TRIVIAL, summary_of, verdict_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.cut import Factor
    from cutpoint.score.model_graph import ModelGraph

MOST_CUT_POINTS = 12
_MOST_CLIMBS = 16
_MOST_BAD = 3
"""Where there is nothing good, so many show why."""


class Cutting:
    """The cuts of one monolith; what several of them need is worked out once."""

    def __init__(
        self,
        analysis: Analysis,
        goal: str = "independence",
        weights: Mapping[str, float] | None = None,
        *,
        blind: bool = False,
        group_by: str = "",
    ) -> None:
        """*weights* are those that the configuration gives; with *blind*, nothing is read from names.

        *group_by* is one of `cutpoint.score.grouping.GROUPINGS`, or nothing.
        """
        self.subjects = Subjects(analysis)
        self.facts = Facts(self.subjects, blind=blind, group_by=group_by)
        self.weights = weights_of(goal, weights or {})
        self.goal = goal
        self.blind = blind

    @cached_property
    def finding(self) -> Finding:
        """The sides around what is named."""
        return Finding(self.subjects, self.graph, blind=self.blind)

    @cached_property
    def graph(self) -> ModelGraph:
        """How models are tied."""
        return model_graph(self.subjects, blind=self.blind)

    @cached_property
    def ground(self) -> Ground:
        """What doesn't depend on a cut, in numbers."""
        return Ground(self.facts, self.graph)

    @cached_property
    def climb(self) -> Climb:
        """From a cut to the nearest one that no move makes better."""
        return Climb(self.ground, self.weights)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The best of all that is proposed unasked: each better than whatever a single move makes of it, no two much alike."""
        found = tuple(self._different(candidates(self.facts, self.graph, self.finding)))
        return best_first(zip(self.scores([each.models for each in found]), found, strict=True))

    def _different(self, proposed: tuple[Candidate, ...]) -> Iterator[Candidate]:
        ordered = best_first(zip(self.scores([each.models for each in proposed]), proposed, strict=True))
        chosen: list[frozenset[str]] = []
        climbs = 0
        # What is trivial would stand in the way of what it is a part of.
        for each in sorted(ordered, key=lambda each: len(each.models) <= TRIVIAL):
            if climbs == _MOST_CLIMBS or len(chosen) == MOST_CUT_POINTS or is_variant(each.models, chosen):
                continue
            climbs += 1
            models = self.climb(each.models)
            if not is_variant(models, chosen):
                chosen.append(frozenset(models))
                sources = each.sources if models == each.models else (*each.sources, "climbed")
                yield Candidate(models, sources, each.stability)

    def listed(self, configured: Iterable[Candidate] = (), *, is_brief: bool = False) -> CutPoints:
        """The best candidates, ranked, those that the configuration names first; brief without sides and communities."""
        points = self.ranked(configured)
        advice = advice_on(self.facts, points)
        if is_brief:
            return CutPoints(points, (), advice)
        sided = (msgspec.structs.replace(each, sides=self.finding.sides_of(each.models)) for each in points)
        return CutPoints(tuple(sided), usual_parts(self.subjects, self.graph), advice)

    def ranked(self, configured: Iterable[Candidate] = ()) -> tuple[CutPoint, ...]:
        """The same without sides; what is no finding comes last, and what is bad only where there is nothing else."""
        named = [self._unsided(each) for each in configured]
        known = {each.models for each in named}
        found = [self._unsided(each) for each in self.candidates if each.models not in known]
        findings = [each for each in found if not each.verdict.is_apart]
        good = [each for each in findings if each.verdict is not Verdict.DONT]
        apart = [each for each in found if each.verdict.is_apart]
        chosen = [*named, *(good or findings[:_MOST_BAD]), *apart][:MOST_CUT_POINTS]
        return tuple(msgspec.structs.replace(each, rank=rank) for rank, each in enumerate(chosen, 1))

    def found(self, named: Named, count: int | None = None) -> CutPoint:
        """The cut that is asked for with roots, with its nested offers; with *count*, about so many models leave."""
        found = self.finding.find(named, count)
        taken = tuple(label for label in found.taken if label in self.subjects.models)
        sure = [each.certainty for each in found.sides if each.model in self.subjects.models]
        stability = round(sum(sure) / len(sure), 4) if sure else 0.0
        point = self.cut_point(Candidate(taken, ("asked",), stability), 1, found)
        offers = tuple(self._offer(size, models) for size, models in zip(SIZES, found.offers, strict=True))
        return msgspec.structs.replace(point, offers=offers, alternatives=found.alternatives, questions=found.questions)

    def _offer(self, size: str, models: tuple[str, ...]) -> Offer:
        parting = Parting(self.ground, models)
        score, bill = score_of(self.factors(parting)), bill_of(parting)
        return Offer(size, models, score, verdict_of(parting, score), effort_of(bill), len(bill))

    def asked(self, named: Named) -> Candidate:
        """What is taken in the cut that is asked for with roots."""
        found = self.finding.find(named)
        return Candidate(tuple(label for label in found.taken if label in self.subjects.models), ("asked",), 1.0)

    def cut_point(self, candidate: Candidate, rank: int = 1, found: Found | None = None) -> CutPoint:
        """*candidate* with everything that is to be said about it."""
        sides = found.sides if found is not None else self.finding.sides_of(candidate.models)
        return msgspec.structs.replace(self._unsided(candidate), rank=rank, sides=sides)

    def _unsided(self, candidate: Candidate) -> CutPoint:
        """All but the rank and the sides, which take longer than the rest."""
        parting = self.parting(candidate)
        factors = self.factors(parting)
        score, bill, taken = score_of(factors), bill_of(parting), parting.taken
        verdict, effort = verdict_of(parting, score), effort_of(bill)
        return CutPoint(
            id=id_of(candidate.models),
            rank=1,
            name=candidate.name or name_of(candidate.models, self.facts),
            sources=candidate.sources,
            apps=tuple(app for app, models in self.facts.models_of_app.items() if taken.issuperset(models)),
            models=candidate.models,
            modules=parting.modules,
            functions=parting.functions,
            score=score,
            verdict=verdict,
            summary=summary_of(parting, verdict, factors, bill, effort),
            factors=factors,
            bill=bill,
            effort=effort,
            seam=seam_of(parting),
            stability=candidate.stability,
            metrics=metrics_of(parting),
            third_party=third_parties(parting),
        )

    def parting(self, candidate: Candidate) -> Parting:
        """What crosses when *candidate* is taken."""
        return Parting(self.ground, candidate.models)

    def factors(self, parting: Parting) -> tuple[Factor, ...]:
        """The invoice of *parting*, which is that of its smaller side."""
        if 2 * len(parting.taken) > len(self.subjects.labels):
            parting = Parting(self.ground, set(self.subjects.labels) - parting.taken)
        return invoice(parting, self.weights)

    def scores(self, cuts: Sequence[Iterable[str]]) -> tuple[float, ...]:
        """Of each of *cuts*, the sum of its invoice."""
        return tuple(scores_of(self.ground, self.ground.taking(cuts), self.weights).tolist()) if cuts else ()


def id_of(models: Iterable[str]) -> str:
    """The same for the same models, whatever else is known about them."""
    return hashlib.blake2b("\n".join(sorted(models)).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def name_of(models: Iterable[str], facts: Facts) -> str:
    """The groups that it takes most of, by the number of models: `account + app`, `order and parts of payment`.

    Of a part of a single group, some models are named: `parts of shop: Refund, RefundLine`.
    """
    taken = frozenset(models)
    held = Counter(facts.group_of[label] for label in taken)
    names = sorted(held, key=lambda group: (-held[group], group))
    whole = [group for group in names if held[group] == len(facts.models_of_group[group])]
    parts = [group for group in names if group not in whole]
    said = _some(whole, " + ")
    if not parts:
        return said
    if not whole and len(parts) == 1:
        models_named = [label.partition(".")[2] for label in facts.heaviest_first(taken)]
        return f"parts of {parts[0]}: {_some(models_named, ', ')}"
    return f"{said} and parts of {_some(parts, ', ')}" if said else f"parts of {_some(parts, ', ')}"


def _some(names: list[str], between: str) -> str:
    return between.join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
