"""Kinds of ties → how near each two models are, in each of many reasonable settings.

No single way of weighing kinds of ties against each other is right, so each setting takes another part of them: of the
kinds that a project has, in the order of a ring, each and the ones that follow it, three quarters of them all; damps hubs
not, by half, or wholly; and lets ties reach far or not. A tie of weight w between models whose ties of its kind sum up to a
and b becomes w / (a b)^damping, and each kind is scaled to one unit for a model in the mean.
The nearness is K = (D (1 + leak) - W)^-1 with a diagonal of one, the regularized Laplacian kernel: Smola, Kondor, Kernels and
regularization on graphs, COLT 2003.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from cutpoint.domain.cut import Channel

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]

# Neighbors in the ring are of different sorts, so that no setting sees names, places or uses alone.
RING = (
    Channel.RELATION,
    Channel.MODULE,
    Channel.WORDS,
    Channel.PACKAGE,
    Channel.JOIN,
    Channel.FUNCTION,
    Channel.ID_COLUMN,
    Channel.FILE,
    Channel.TRANSACTION,
    Channel.FIELDS,
    Channel.ENTRY,
    Channel.IMPORT,
)
SHARE = 0.75
DAMPINGS = (0.0, 0.5, 1.0)
LEAKS = (0.1, 0.7)
DIGITS = 9
"""What is compared is rounded to so many, so that no machine's last bits decide."""


def kernels(matrices: Mapping[Channel, Matrix]) -> Matrix:
    """The nearness of each two models in each setting, from 0 to 1: settings x models x models; *matrices* holds one or more."""
    kinds = [channel for channel in RING if channel in matrices]
    count = ceil(SHARE * len(kinds))
    found: list[Matrix] = []
    for damping in DAMPINGS:
        damped = [_damped(matrices[kind], damping) for kind in kinds]
        for start in range(len(kinds)):
            ties = np.sum([damped[(start + at) % len(kinds)] for at in range(count)], axis=0)
            found += [_nearness(ties, leak) for leak in LEAKS]
    return np.array(found)


def _damped(ties: Matrix, damping: float) -> Matrix:
    sums = _or_one(ties.sum(axis=1))
    damped: Matrix = ties / np.power(np.outer(sums, sums), damping)
    scaled: Matrix = damped / damped.sum(axis=1).mean()
    return scaled


def _nearness(ties: Matrix, leak: float) -> Matrix:
    degrees = _or_one(ties.sum(axis=1))
    kernel = np.linalg.inv(np.diag(degrees * (1 + leak)) - ties)
    scale = np.sqrt(np.diag(kernel))
    near: Matrix = np.round(kernel / np.outer(scale, scale), DIGITS)
    return near


def _or_one(sums: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.where(sums > 0, sums, 1.0)
