"""Cut points: two sides, what ties them together, what a cut costs item by item, and what is asked about it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from cutpoint.domain.source import Evidence


class Channel(StrEnum):
    """What kind of reason says that two models belong together."""

    RELATION = "relation"
    NAMED_AFTER = "named-after"
    ID_COLUMN = "id-column"
    JOIN = "join"
    TRANSACTION = "transaction"
    FUNCTION = "function"
    ENTRY = "entry"
    WORDS = "words"
    FIELDS = "fields"
    FILE = "file"
    MODULE = "module"
    PACKAGE = "package"
    IMPORT = "import"


class Tie(msgspec.Struct, frozen=True, order=True):
    """One reason why two models belong together; *one* sorts before *other*."""

    one: str
    other: str
    channel: Channel
    weight: float
    why: str
    """In words, for the one who asks why a model is on a side."""
    evidence: tuple[Evidence, ...] = ()


def tie(one: str, other: str, channel: Channel, weight: float, why: str, *evidence: Evidence) -> Tie:
    """A tie with its ends in order."""
    first, second = (one, other) if one <= other else (other, one)
    return Tie(first, second, channel, weight, why, evidence)


class Side(StrEnum):
    """Where a model is after the cut."""

    TAKE = "take"
    """In what is taken out."""
    KEEP = "keep"
    """In what stays."""

    @property
    def other(self) -> Side:
        """The side across."""
        return Side.KEEP if self is Side.TAKE else Side.TAKE


class Why(msgspec.Struct, frozen=True, order=True):
    """One reason for a side, in words."""

    why: str
    evidence: tuple[Evidence, ...] = ()


class Sided(msgspec.Struct, frozen=True, order=True):
    """The side of one model."""

    model: str
    side: Side
    certainty: float
    """The probability that it belongs there: from 0.5 (it could as well be across) to 1 (it was named)."""
    reasons: tuple[Why, ...]
    """The strongest first."""


class Verdict(StrEnum):
    """What a cut is, in a word."""

    CLEAN = "clean"
    """Two thirds of the score or more, and nothing is written across by name."""
    WORTH_IT = "worth-it"
    """Two thirds of the score or more."""
    COSTLY = "costly"
    """Half of the score or more."""
    DONT = "dont"
    """Less than half, or rows that would be cut through."""
    ALREADY_SEPARATE = "already-separate"
    """Nothing crosses it."""
    TRIVIAL = "trivial"
    """One or two models of many."""

    @property
    def is_good(self) -> bool:
        """Whether somebody should look into it first."""
        return self in {Verdict.CLEAN, Verdict.WORTH_IT}

    @property
    def is_apart(self) -> bool:
        """Whether it is listed after all others: it is no finding."""
        return self in {Verdict.ALREADY_SEPARATE, Verdict.TRIVIAL}


class ThirdParty(msgspec.Struct, frozen=True, order=True):
    """A model of a package that both sides need; nobody can choose to move it."""

    model: str
    side: Side
    """The side that needs it more."""
    other_gets: str
    """What the other side works with instead: `an id`, `a copy`, or `operations`."""


SIZES = ("narrow", "default", "wide")


class Offer(msgspec.Struct, frozen=True):
    """One of three nested cuts around the same names: how many models leave isn't in the data."""

    size: str
    """One of SIZES."""
    take: tuple[str, ...]
    """Sorted."""
    score: float
    verdict: Verdict
    effort: float
    """Places to change."""
    work_items: int


class Alternative(msgspec.Struct, frozen=True, order=True):
    """Another cut between the same roots that costs about the same."""

    cost: float
    """The weight of the ties that it cuts, as a share of those that the asked cut cuts: 1 is the same."""
    differs: tuple[str, ...]
    """The models that are on the other side in it, sorted."""


class Question(msgspec.Struct, frozen=True, order=True):
    """A model whose side decides about others."""

    model: str
    changes: tuple[str, ...]
    """The models that change sides when it is not where it is thought to be, sorted."""
    expected: Side
    """Where it is thought to be."""
    certainty: float
    """The probability that it belongs there."""
    reasons: tuple[Why, ...] = ()
    """What speaks for it, the strongest first."""
    against: tuple[Why, ...] = ()
    """What speaks for the other side, the strongest first."""


class Factor(msgspec.Struct, frozen=True, order=True):
    """One line of a score: it adds `weight * value`; all weights add up to 100."""

    name: str
    weight: float
    value: float
    """From 0 to 1."""
    why: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def points(self) -> float:
        """What it adds to the score."""
        # No minus before nothing.
        return round(self.weight * self.value, DIGITS) + 0.0


DIGITS = 6
"""Weights have at most two decimals and values four, so that a sum of their products is exact with these."""


class Item(msgspec.Struct, frozen=True, order=True):
    """One thing that is to be done for a cut."""

    kind: str
    what: str
    effort: float
    """How many places have to change; 0 when it only moves with the service."""
    evidence: tuple[Evidence, ...] = ()


class Seam(msgspec.Struct, frozen=True):
    """How many places cross the cut today."""

    writes: int = 0
    reads: int = 0
    joins: int = 0
    relations: int = 0
    transactions: int = 0
    """Those that write both sides by name."""
    implicit_transactions: int = 0
    """Those that do only by what follows: cascades, and receivers of signals."""
    imports: int = 0
    calls: int = 0
    signals: int = 0
    cascades: int = 0


class Metric(msgspec.Struct, frozen=True, order=True):
    """A published or proposed measure of a decomposition."""

    name: str
    value: float
    better: str
    """`high` or `low`."""
    formula: str
    source: str


class Candidate(msgspec.Struct, frozen=True):
    """Models that might leave together, before anything is said about what that costs."""

    models: tuple[str, ...]
    """Sorted."""
    sources: tuple[str, ...]
    """What proposed it: `app`, `apps`, `package`, `community`, `roots`, `dominance`, `asked`, `configured`, and `climbed` when moves made it better."""
    stability: float
    """From 0 to 1: how alike what proposed it comes out when a part of what ties models is left out."""
    name: str = ""
    """As the configuration calls it."""


class CutPoint(msgspec.Struct, frozen=True):
    """A candidate with its seam, its score, its verdict and its bill."""

    id: str
    rank: int
    name: str
    sources: tuple[str, ...]
    apps: tuple[str, ...]
    """Those of which it takes every model, sorted."""
    models: tuple[str, ...]
    modules: tuple[str, ...]
    """Those that would go along, sorted."""
    functions: tuple[str, ...]
    """Those that would go along out of modules that stay, sorted."""
    score: float
    """From 0 to 100."""
    verdict: Verdict
    summary: tuple[str, ...]
    """The sentences why."""
    factors: tuple[Factor, ...]
    bill: tuple[Item, ...]
    effort: float
    """Places to change, each once."""
    seam: Seam
    stability: float
    metrics: tuple[Metric, ...] = ()
    sides: tuple[Sided, ...] = ()
    third_party: tuple[ThirdParty, ...] = ()
    offers: tuple[Offer, ...] = ()
    """The narrow one first; of an asked cut only."""
    alternatives: tuple[Alternative, ...] = ()
    questions: tuple[Question, ...] = ()


class CutPoints(msgspec.Struct, frozen=True):
    """What is proposed unasked."""

    cut_points: tuple[CutPoint, ...]
    """Ranked."""
    parts: tuple[tuple[str, ...], ...]
    """One community for every model at the usual resolution, each sorted, sorted."""
    advice: tuple[str, ...]
    """About cutting this project at all."""
