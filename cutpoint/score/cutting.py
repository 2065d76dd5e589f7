"""Analysis + configuration → cut points: candidates scored, ranked, with sides and bills; the one place that knows the order."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.cut import SIZES, Candidate, CutPoint, CutPoints, Offer
from cutpoint.score.advice import advice_on, is_cheap, remarks_on
from cutpoint.score.billing import bill_of, effort_of, seam_of
from cutpoint.score.candidates import at_hand, candidates, most_cohesive
from cutpoint.score.communities import usual_parts
from cutpoint.score.facts import Facts
from cutpoint.score.finding import Finding, Found, Named
from cutpoint.score.metrics import metrics_of
from cutpoint.score.model_graph import model_graph
from cutpoint.score.parting import Parting
from cutpoint.score.ranking import is_trifle, ranked
from cutpoint.score.scoring import invoice, score_of, weights_of
from cutpoint.score.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.cut import Factor
    from cutpoint.score.model_graph import ModelGraph

MOST_CUT_POINTS = 12
MOST_AT_HAND = 5
_MOST_SCORED = 24


class Cutting:
    """The cuts of one monolith; what several of them need is worked out once."""

    def __init__(
        self,
        analysis: Analysis,
        goal: str = "independence",
        weights: Mapping[str, float] | None = None,
        *,
        blind: bool = False,
    ) -> None:
        """*weights* are those that the configuration gives; with *blind*, nothing is read from names."""
        self.subjects = Subjects(analysis)
        self.facts = Facts(self.subjects, blind=blind)
        self.weights = weights_of(goal, weights or {})
        self.goal = goal
        self.blind = blind

    @cached_property
    def finding(self) -> Finding:
        """The sides around what is named."""
        return Finding(self.subjects, self.graph, blind=self.blind)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All that is proposed unasked, sorted by models."""
        return candidates(self.subjects, self.graph, self.finding, blind=self.blind)

    @cached_property
    def graph(self) -> ModelGraph:
        """How models are tied."""
        return model_graph(self.subjects, blind=self.blind)

    def listed(self, configured: Iterable[Candidate] = ()) -> CutPoints:
        """The best candidates, ranked, those that the configuration names before all others."""
        named = tuple(configured)
        scored = [(self._factors(each), each) for each in self.candidates]
        ordered = ranked([(score_of(factors), each) for factors, each in scored], self.subjects)
        chosen = [*named, *(each for each in ordered if each.models not in {known.models for known in named})]
        cut_points = tuple(self.cut_point(each, rank) for rank, each in enumerate(chosen[:MOST_CUT_POINTS], 1))
        return CutPoints(
            cut_points, usual_parts(self.subjects, self.graph), advice_on(self.subjects, cut_points, self._cheap)
        )

    def at_hand(self) -> tuple[CutPoint, ...]:
        """The best of what apps, groups of apps and packages propose: those of `listed` that need no search."""
        if self.blind:
            return ()
        fitting = (each for each in at_hand(self.subjects, self.graph) if not is_trifle(each.models, self.subjects))
        scored = most_cohesive(self.graph, fitting, _MOST_SCORED)
        ordered = ranked([(score_of(self._factors(each)), each) for each in scored], self.subjects)
        return tuple(self._unsided(each, rank) for rank, each in enumerate(ordered[:MOST_AT_HAND], 1))

    @cached_property
    def _cheap(self) -> tuple[str, ...]:
        """Apps that hardly anything couples to the rest; blind, nobody knows of apps."""
        if self.blind or len(self.facts.models_of_app) < 2:
            return ()
        return tuple(
            app for app, models in self.facts.models_of_app.items() if is_cheap(Parting(self.facts, self.graph, models))
        )

    def found(self, named: Named, count: int | None = None) -> CutPoint:
        """The cut that is asked for with roots, with its nested offers; with *count*, about so many models leave."""
        found = self.finding.find(named, count)
        taken = tuple(label for label in found.taken if label in self.subjects.models)
        sure = [each.certainty for each in found.sides if each.model in self.subjects.models]
        stability = round(sum(sure) / len(sure), 4) if sure else 0.0
        point = self.cut_point(Candidate(taken, ("asked",), stability), 1, found)
        offers = tuple(self._offer(size, models, point) for size, models in zip(SIZES, found.offers, strict=True))
        return msgspec.structs.replace(point, offers=offers, alternatives=found.alternatives, questions=found.questions)

    def _offer(self, size: str, models: tuple[str, ...], default: CutPoint) -> Offer:
        if models == default.models:
            return Offer(size, models, default.score, default.effort, len(default.bill))
        parting = self.parting(Candidate(models, ("asked",), default.stability))
        bill = bill_of(parting)
        return Offer(size, models, score_of(invoice(parting, self.weights)), effort_of(bill), len(bill))

    def asked(self, named: Named) -> Candidate:
        """What is taken in the cut that is asked for with roots."""
        found = self.finding.find(named)
        return Candidate(tuple(label for label in found.taken if label in self.subjects.models), ("asked",), 1.0)

    def cut_point(self, candidate: Candidate, rank: int = 1, found: Found | None = None) -> CutPoint:
        """*candidate* with everything that is to be said about it."""
        sides = found.sides if found is not None else self.finding.sides_of(candidate.models)
        return msgspec.structs.replace(self._unsided(candidate, rank), sides=sides)

    def _unsided(self, candidate: Candidate, rank: int) -> CutPoint:
        """All but the sides, which take longer than the rest."""
        parting = self.parting(candidate)
        factors = invoice(parting, self.weights)
        bill = bill_of(parting)
        taken = parting.taken
        return CutPoint(
            id=id_of(candidate.models),
            rank=rank,
            name=candidate.name or name_of(candidate.models, self.facts),
            sources=candidate.sources,
            apps=tuple(app for app, models in self.facts.models_of_app.items() if taken.issuperset(models)),
            models=candidate.models,
            modules=parting.modules,
            functions=parting.functions,
            score=score_of(factors),
            factors=factors,
            bill=bill,
            effort=effort_of(bill),
            seam=seam_of(parting),
            stability=candidate.stability,
            metrics=metrics_of(parting),
            remarks=remarks_on(parting),
        )

    def parting(self, candidate: Candidate) -> Parting:
        """What crosses when *candidate* is taken."""
        return Parting(self.facts, self.graph, candidate.models, candidate.stability)

    def _factors(self, candidate: Candidate) -> tuple[Factor, ...]:
        return invoice(self.parting(candidate), self.weights)


def id_of(models: Iterable[str]) -> str:
    """The same for the same models, whatever else is known about them."""
    return hashlib.blake2b("\n".join(sorted(models)).encode(), digest_size=4).hexdigest()


def name_of(models: Iterable[str], facts: Facts) -> str:
    """The apps that it takes most of, by the number of models: `account + app`, `order and parts of payment`.

    Of a part of a single app, some models are named: `parts of shop: Refund, RefundLine`.
    """
    taken = frozenset(models)
    shares = {app: taken.intersection(labels) for app, labels in facts.models_of_app.items()}
    held = sorted((app for app in shares if shares[app]), key=lambda app: (-len(shares[app]), app))
    whole = [app for app in held if len(shares[app]) == len(facts.models_of_app[app])]
    parts = [app for app in held if app not in whole]
    said = _some(whole, " + ")
    if not parts:
        return said
    if not whole and len(parts) == 1:
        names = [label.partition(".")[2] for label in facts.heaviest_first(taken)]
        return f"parts of {parts[0]}: {_some(names, ', ')}"
    return f"{said} and parts of {_some(parts, ', ')}" if said else f"parts of {_some(parts, ', ')}"


def _some(names: list[str], between: str) -> str:
    return between.join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
