"""Nearness in many settings + named models → the share of settings in which each model is taken.

With one model a side everything would drift to one of the two, so there are third parties: the model that is least near to
any named one, against how near it is to models in the mean, becomes a landmark that stays, again and again (farthest-first
traversal: Gonzalez, Clustering to minimize the maximum intercluster distance, 1985). A model is taken when the nearest of the
named ones and the landmarks is a taken one. How many groups a project falls into isn't known, so every scale votes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cutpoint.score.consensus.kernels import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]
    Votes = npt.NDArray[np.float64]

SCALES = 8
"""Numbers of groups from two to half of the models, evenly spaced by their logarithms."""


class Spoken(NamedTuple):
    """A named model."""

    at: int
    is_taken: bool
    voice: int = 0
    """Which settings hear of it: those whose number has an even count of bits in common with it, so 0 is heard by all."""


def scales_of(models: int) -> tuple[int, ...]:
    """How many groups there may be, ascending, one for each vote of a setting."""
    return tuple(round(float(each)) for each in np.geomspace(2, max(2, models // 2), SCALES))


def cuts_of(kernels: Matrix, named: Sequence[Spoken], scales: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Whether each model is taken: (scales x settings) x models."""
    return np.concatenate(list(_takes(kernels, named, scales)))


def likeliest(cuts: Sequence[npt.NDArray[np.bool_]], order: Sequence[int]) -> int:
    """How many models to take, the first of *order*: as many as are most like the *cuts* of all settings.

    Likeness is F1 of the smaller side of each of those cuts, since what is best is what is expected to be judged best:
    Jansche, A maximum expected utility framework for binary sequence labeling, ACL 2007.
    """
    size = len(order)
    counts = np.arange(1, size + 1)
    worth = np.zeros(size)
    for several in cuts:
        whole = several.sum(axis=1)[:, None]
        both = np.cumsum(several[:, order], axis=1)
        neither = size - whole - counts + both
        of_taken = 2 * both / (whole + counts)
        of_kept = 2 * neither / np.maximum(2 * size - whole - counts, 1)
        worth += np.where(2 * whole <= size, of_taken, of_kept).mean(axis=0) / len(cuts)
    return int(np.argmax(np.round(worth, DIGITS)[:-1])) + 1


def _takes(kernels: Matrix, named: Sequence[Spoken], scales: Sequence[int]) -> Iterator[npt.NDArray[np.bool_]]:
    settings, models, _ = kernels.shape
    every = np.arange(settings)
    taken, kept = np.full((settings, models), -1.0), np.full((settings, models), -1.0)
    groups = np.zeros(settings, dtype=np.int64)
    for each in named:
        hears = np.array([(setting & each.voice).bit_count() % 2 == 0 for setting in range(settings)])
        groups += hears
        near = np.where(hears[:, None], kernels[:, :, each.at], -1.0)
        taken, kept = (np.maximum(taken, near), kept) if each.is_taken else (taken, np.maximum(kept, near))
    nearest = np.maximum(np.maximum(taken, kept), 0)
    usual = kernels.mean(axis=2)
    for scale in scales:
        # Where every model is a landmark there are no more groups to be had.
        while (lacks := groups < min(scale, models)).any():
            chosen = np.argmin(np.round(nearest / usual, DIGITS), axis=1)
            near = kernels[every, :, chosen]
            nearest = np.where(lacks[:, None], np.maximum(nearest, near), nearest)
            kept = np.where(lacks[:, None], np.maximum(kept, near), kept)
            groups += lacks
        yield taken > kept
