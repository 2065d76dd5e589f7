"""Ties → one weighted graph of models: each kind of tie is damped at hubs and scaled, so that no kind drowns another.

A count (of functions, of joins) enters by its logarithm: the tenth function that uses two models says less than the first.
A tie of weight w between models whose ties of that kind sum up to a and b becomes w / (a b)^0.95: what everything points
at says little about anything. Then each kind is scaled so that the models that it speaks of have one unit of it in the
mean, and kinds are added with the weights below. These were chosen on splits of seven open projects, each kind left out
in turn; no result depends much on any single one.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from math import log1p
from typing import TYPE_CHECKING, Protocol, cast

import msgspec

from cutpoint.domain.cut import Channel, Tie
from cutpoint.score import ties as ties_folder
from cutpoint.score.surroundings import declaring_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cutpoint.score.subjects import Subjects
    from cutpoint.score.surroundings import Edge

HUB_DAMPING = 0.95


class Blend(msgspec.Struct, frozen=True):
    """Kinds of ties that are damped and scaled together, and how much they say."""

    channels: tuple[tuple[Channel, float], ...]
    weight: float
    counts: bool
    """Whether they are counts."""


BLENDS = (
    Blend(((Channel.RELATION, 1.0), (Channel.NAMED_AFTER, 1.0), (Channel.ID_COLUMN, 0.8)), 0.6, counts=False),
    Blend(((Channel.WORDS, 1.0),), 0.4, counts=False),
    Blend(((Channel.FIELDS, 1.0),), 0.1, counts=False),
    Blend(((Channel.FUNCTION, 1.0),), 0.3, counts=True),
    Blend(((Channel.ENTRY, 1.0),), 0.35, counts=True),
    Blend(((Channel.JOIN, 1.0),), 0.15, counts=True),
    Blend(((Channel.TRANSACTION, 1.0),), 0.2, counts=True),
    Blend(((Channel.MODULE, 1.0),), 1.0, counts=True),
    Blend(((Channel.FILE, 1.0),), 0.3, counts=False),
)

READING_NAMES = frozenset({Channel.NAMED_AFTER, Channel.ID_COLUMN, Channel.WORDS, Channel.FIELDS, Channel.FILE})
"""Kinds of ties that read names, or which models stand in one file, which `--blind` hides."""

Pair = tuple[str, str]


class _TieFile(Protocol):
    CHANNEL: Channel

    def ties(self, subjects: Subjects, /) -> Iterator[Tie]: ...


class ModelGraph:
    """Models and how strongly each two are tied; indices are those of *labels*."""

    def __init__(
        self, labels: Sequence[str], weights: dict[Pair, float], ties: Iterable[Tie] = (), around: Iterable[Edge] = ()
    ) -> None:
        """*weights* are those of pairs in order of label; *around* are edges from models to files, and among files."""
        self.labels = tuple(labels)
        self.index = {label: at for at, label in enumerate(self.labels)}
        rows: list[list[tuple[int, float]]] = [[] for _ in self.labels]
        for (one, other), weight in sorted(weights.items()):
            if weight > 0:
                rows[self.index[one]].append((self.index[other], weight))
                rows[self.index[other]].append((self.index[one], weight))
        self.neighbors = tuple(tuple(row) for row in rows)
        self.degrees = tuple(sum(weight for _, weight in row) for row in rows)
        self.weights = weights
        self.around = tuple(around)
        self._ties: defaultdict[Pair, list[Tie]] = defaultdict(list)
        for each in ties:
            self._ties[each.one, each.other].append(each)

    def without(self, *channels: Channel) -> dict[Pair, float]:
        """The weights as they would be if nothing were known of these kinds of ties."""
        ties = [each for found in self._ties.values() for each in found if each.channel not in channels]
        return _weights(
            ties, [blend for blend in BLENDS if not {channel for channel, _ in blend.channels} <= {*channels}]
        )

    def cohesion_of(self, inside: Iterable[int]) -> float:
        """How much less is cut around *inside* than chance would: 1 when nothing is cut, 0 as by chance."""
        inside = frozenset(inside)
        whole = sum(self.degrees)
        volume = sum(self.degrees[at] for at in sorted(inside))
        cut = sum(weight for at in sorted(inside) for other, weight in self.neighbors[at] if other not in inside)
        expected = volume * (whole - volume) / whole if whole else 0.0
        return 1 - cut / expected if expected > 0 else 0.0

    def ties_between(self, one: str, other: str) -> tuple[Tie, ...]:
        """What was seen between two models, in the order of kinds."""
        return tuple(self._ties.get((min(one, other), max(one, other)), ()))


def tie_files() -> tuple[_TieFile, ...]:
    """What lies in the folder of ties, in the order of kinds."""
    files = (
        cast("_TieFile", importlib.import_module(f"{ties_folder.__name__}.{info.name}"))
        for info in pkgutil.iter_modules(ties_folder.__path__)
    )
    return tuple(sorted(files, key=lambda file: list(Channel).index(file.CHANNEL)))


def all_ties(subjects: Subjects) -> tuple[Tie, ...]:
    """What every kind of tie says of *subjects*, kind by kind."""
    return tuple(each for file in tie_files() for each in file.ties(subjects))


def model_graph(subjects: Subjects, ties: Iterable[Tie] | None = None, *, blind: bool = False) -> ModelGraph:
    """The graph of *subjects*; with *blind*, nothing that names and the files of models say is in it."""
    ties = all_ties(subjects) if ties is None else ties
    # What isn't counted isn't told as a reason either.
    found = tuple(each for each in ties if not (blind and each.channel in READING_NAMES))
    around = () if blind else declaring_files(subjects)
    return ModelGraph(subjects.labels, _weights(found, BLENDS), found, around)


def _weights(ties: Sequence[Tie], blends: Iterable[Blend]) -> dict[Pair, float]:
    total: defaultdict[Pair, float] = defaultdict(float)
    for blend in blends:
        for pair, weight in _blended(ties, blend).items():
            total[pair] += weight
    return dict(total)


def _blended(ties: Iterable[Tie], blend: Blend) -> dict[Pair, float]:
    factors = dict(blend.channels)
    weights: defaultdict[Pair, float] = defaultdict(float)
    for each in ties:
        # What all models have in common weighs nothing.
        if each.channel in factors and each.weight > 0:
            weights[each.one, each.other] += each.weight * factors[each.channel]
    if blend.counts:
        weights = defaultdict(float, {pair: log1p(weight) for pair, weight in weights.items()})
    damped = _damped(weights)
    speaks_of = {label for pair in damped for label in pair}
    whole = 2 * sum(damped.values())
    return {pair: blend.weight * weight * len(speaks_of) / whole for pair, weight in damped.items()} if whole else {}


def _damped(weights: dict[Pair, float]) -> dict[Pair, float]:
    sums: defaultdict[str, float] = defaultdict(float)
    for (one, other), weight in weights.items():
        sums[one] += weight
        sums[other] += weight
    return {(one, other): weight / (sums[one] * sums[other]) ** HUB_DAMPING for (one, other), weight in weights.items()}
