"""A cut → the nearest one that no move makes better: single models, and all models of a file, package or group, change sides.

What is made better is the score itself, so a listed cut can't be beaten by moving one thing; it takes at most half of all
models, since what takes more is the cut of the others. Moves are single, as in Fiduccia, Mattheyses, A linear-time
heuristic for improving network partitions, 1982, and every one has to pay by itself.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from cutpoint.score.scoring import scores_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from cutpoint.score.ground import Ground
    from cutpoint.score.rows import Floats

    Flags = NDArray[np.bool_]

_FIRST = 32
"""Moves of what is tied across most are tried first; all others only when none of these makes it better."""
_MOST_MOVES = 500
"""Where there are more, the others can hardly gain."""
_MOST_ROUNDS = 100


class Climb:
    """The moves of one project, scored by one set of weights."""

    def __init__(self, ground: Ground, weights: Mapping[str, float]) -> None:
        self._ground = ground
        self._weights = weights

    def __call__(self, models: Iterable[str]) -> tuple[str, ...]:
        """Labels, sorted: at least one, and at most half of all unless more are given."""
        inside = self._ground.taking([models])[:, 0]
        for _ in range(_MOST_ROUNDS):
            better = self.better(inside)
            if better is None:
                break
            inside = better
        return tuple(label for label, is_taken in zip(self._ground.labels, inside, strict=True) if is_taken)

    def better(self, inside: Flags) -> Flags | None:
        """What moves make of *inside* that make the score better; None when no single one does."""
        moved = self._moved(inside)
        before = self._scores(inside[:, None])[0]
        for some in (moved[:, :_FIRST], moved[:, _FIRST:_MOST_MOVES]):
            scores = self._scores(some)
            if (scores > before).any():
                return self._together(
                    inside, some[:, np.argsort(-scores, kind="stable")[: int((scores > before).sum())]]
                )
        return None

    def _together(self, inside: Flags, better: Flags) -> Flags:
        """The best of what the first move of *better* makes, the first two, and so on: most of them don't hinder each other."""
        changed = np.logical_or.accumulate(better[:, :_FIRST] != inside[:, None], axis=1)
        found = inside[:, None] != changed
        counts = found.sum(axis=0)
        fitting = found[:, (counts > 0) & (2 * counts <= len(inside))]
        best: Flags = fitting[:, int(np.argmax(self._scores(fitting)))]
        return best

    def _scores(self, cuts: Flags) -> Floats:
        return scores_of(self._ground, cuts, self._weights)

    def _moved(self, inside: Flags) -> Flags:
        """(models, moves): *inside* after each move that leaves something, and more than was taken; the likeliest first."""
        moved = np.concatenate([inside[:, None] | self.units, inside[:, None] & ~self.units], axis=1)
        counts = moved.sum(axis=0)
        changed = moved != inside[:, None]
        fitting = changed.any(axis=0) & (counts > 0) & (2 * counts <= len(inside))
        taken = inside.astype(np.float64)[:, None]
        inward = self._ground.ties.of(taken)
        # How much more ties each model to the other side than to its own.
        across = np.where(inside[:, None], self._ground.degrees - 2 * inward, 2 * inward - self._ground.degrees)[:, 0]
        gains = np.round(across @ changed[:, fitting], 9)
        ordered: Flags = moved[:, fitting][:, np.argsort(-gains, kind="stable")]
        return ordered

    @cached_property
    def units(self) -> Flags:
        """(models, units): what may move at once, each once; what holds most of a project is none."""
        facts, labels = self._ground.facts, self._ground.labels
        held = [] if facts.blind else [*facts.models_of_group.values(), *facts.models_of_package.values()]
        fitting = [models for models in held if 2 * len(models) <= len(labels)]
        return self._ground.taking(list(dict.fromkeys([*((label,) for label in labels), *fitting])))
