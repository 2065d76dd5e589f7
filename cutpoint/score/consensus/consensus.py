"""Kinds of ties → for what is named, the share of reasonable settings in which each model is taken.

Where places are known, the same is asked of units of models (packages, files), and both have an equal say.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cutpoint.score.consensus.coarse import MOST_NODES, nodes_of, summed
from cutpoint.score.consensus.kernels import DIGITS, kernels
from cutpoint.score.consensus.kinds import HOLDING
from cutpoint.score.consensus.units import units_of
from cutpoint.score.consensus.voting import Spoken, cuts_of, likeliest, scales_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import numpy.typing as npt

    from cutpoint.score.consensus.kinds import Kinds
    from cutpoint.score.model_graph import ModelGraph

    Matrix = npt.NDArray[np.float64]

FEWEST_UNITS = 3
"""Two units hold what was named, and say nothing of anything else."""
_VOICES = 127


class Vote(NamedTuple):
    """What all settings say."""

    shares: tuple[float, ...]
    """Of each model: the share of settings that take it, from 0 to 1."""
    order: tuple[int, ...]
    """All models, those first that leave most likely."""
    least: int
    """How many were named to leave; these come first."""
    size: int
    """How many leave, the first of *order*."""
    has_units: bool
    """Whether places had a say."""

    @property
    def taken(self) -> frozenset[int]:
        """The models that leave."""
        return frozenset(self.order[: self.size])

    @property
    def agreement(self) -> float:
        """How much settings agree, from 0 to 1: of each model how far its share is from a half."""
        return round(sum(abs(2 * share - 1) for share in self.shares) / len(self.shares), 4)

    def of_size(self, count: int) -> Vote:
        """The same with *count* models that leave: all that were named to leave at least, and none that was named to stay."""
        return self._replace(size=_clamped(count, self.least, self.shares))


class Consensus:
    """The settings of one project; what they say of names is asked again and again."""

    def __init__(self, kinds: Kinds, graph: ModelGraph, alone: Collection[int] = ()) -> None:
        """Where there are many models, each of those *alone* is a node of its own."""
        self.labels = kinds.labels
        node = tuple(range(len(kinds.labels)))
        if len(node) > MOST_NODES:
            node = nodes_of(graph, alone)
        self._node = node
        self._is_coarse = len(set(node)) < len(node)
        self._matrices = {
            channel: summed(ties, node) if self._is_coarse else ties for channel, ties in kinds.matrices.items()
        }
        self._places = () if self._is_coarse else kinds.places
        self._of_units: dict[tuple[int, ...], Matrix | None] = {}

    @cached_property
    def _kernels(self) -> Matrix | None:
        return kernels(self._matrices) if self._matrices else None

    @cached_property
    def _mean(self) -> Matrix | None:
        return None if self._kernels is None else self._kernels.mean(axis=0)

    @cached_property
    def tied(self) -> frozenset[int]:
        """The models that anything ties to any other."""
        nodes = {int(node) for ties in self._matrices.values() for node in np.flatnonzero(ties.any(axis=1))}
        return frozenset(at for at, node in enumerate(self._node) if node in nodes)

    def vote(self, named: Sequence[Spoken]) -> Vote:
        """The share of settings that take each model; what is *named* is where it was named."""
        settings = self._kernels
        if settings is None:
            shares = _settled([0.0] * len(self.labels), named)
            order, least = _ranked(shares, named)
            return Vote(shares, order, least, least, has_units=False)
        nodes = [each._replace(at=self._node[each.at]) for each in named]
        scales = scales_of(settings.shape[1])
        cuts = [cuts_of(settings, nodes, scales)[:, list(self._node)]]
        units = self._units(named)
        if units is not None:
            of_unit, near = units
            spoken = [each._replace(at=of_unit[each.at]) for each in named]
            cuts.append(cuts_of(near, spoken, scales)[:, list(of_unit)])
        shares = _settled(np.round(sum(each.mean(axis=0) for each in cuts) / len(cuts), DIGITS).tolist(), named)
        order, least = _ranked(shares, named)
        return Vote(shares, order, least, _clamped(likeliest(cuts, order), least, shares), has_units=units is not None)

    def _units(self, named: Sequence[Spoken]) -> tuple[tuple[int, ...], Matrix] | None:
        """The unit of each model, and how near units are in each setting; nothing where places say nothing."""
        if not self._places:
            return None
        units = units_of(self._places, named)
        if max(units) + 1 < FEWEST_UNITS:
            return None
        if units not in self._of_units:
            # What units are made of has had its say.
            sums = {kind: summed(ties, units) for kind, ties in self._matrices.items() if kind not in HOLDING}
            sums = {kind: ties for kind, ties in sums.items() if ties.any()}
            self._of_units[units] = kernels(sums) if sums else None
        near = self._of_units[units]
        return None if near is None else (units, near)

    def decisive(self, shares: Sequence[float], named: Iterable[Spoken]) -> tuple[int, ...]:
        """The models that nobody named and that are in doubt, the one first whose answer would settle most.

        The variance of a side times the variance that its answer explains: V-optimality, Ji, Han, A variance minimization
        criterion to active learning on graphs, AISTATS 2012.
        """
        if self._mean is None:
            return ()
        doubt = np.array([share * (1 - share) for share in shares])
        of_node = np.zeros(self._mean.shape[0])
        np.add.at(of_node, list(self._node), doubt)
        explained = np.round(doubt * (self._mean**2 @ of_node)[list(self._node)], DIGITS).tolist()
        settled = {each.at for each in named}
        open_ = [at for at, value in enumerate(explained) if value > 0 and at not in settled]
        return tuple(sorted(open_, key=lambda at: (-explained[at], self.labels[at])))


def _ranked(shares: Sequence[float], named: Iterable[Spoken]) -> tuple[tuple[int, ...], int]:
    """All models, what was named to leave before all others, and how many that are."""
    leaving = {each.at for each in named if each.is_taken}
    return tuple(sorted(range(len(shares)), key=lambda at: (at not in leaving, -shares[at], at))), len(leaving)


def _clamped(size: int, least: int, shares: Sequence[float]) -> int:
    # What was named leaves, and what no setting takes stays.
    return max(min(size, sum(share > 0 for share in shares)), least)


def _settled(shares: list[float], named: Iterable[Spoken]) -> tuple[float, ...]:
    for each in named:
        shares[each.at] = float(each.is_taken)
    return tuple(shares)


def voice_of(label: str) -> int:
    """Which settings hear the answer that names *label*: half of them, any two answers a quarter in common.

    So one odd answer turns few others. It hangs on nothing but the name, so that the order of answers doesn't matter.
    """
    digest = hashlib.blake2b(label.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % _VOICES + 1
