"""The share of settings that take a model → the probability that it belongs to what is taken.

Settings are no independent witnesses, so a share of 0.9 is no probability of 0.9. The curve between them was fitted by
benchmarks/cuts/evaluate.py on projects other than those that it was measured on; docs/explanation/sides.md has both.
"""

from __future__ import annotations

from enum import StrEnum
from math import exp, log


class Known(StrEnum):
    """What the settings know of a project."""

    PLACES = "places"
    """Names, and the packages and files of models."""
    NAMES = "names"
    """Names, but no places that part the models."""
    NOTHING = "nothing"
    """Only what code does."""


# (answers, offset, slope): fitted with so many answers.
_CURVES = {
    Known.PLACES: ((0, -0.86, 0.76), (1, -0.69, 0.98), (3, -0.54, 1.43), (5, -0.30, 1.75), (10, -0.18, 1.95)),
    Known.NAMES: ((0, -0.91, 0.54), (1, -0.80, 0.66), (3, -0.69, 0.75), (5, -0.71, 0.80), (10, -0.66, 0.94)),
    Known.NOTHING: ((0, -1.12, 0.46), (1, -1.02, 0.54), (3, -0.92, 0.62), (5, -0.87, 0.64), (10, -0.85, 0.71)),
}
_EDGE = 0.02
"""What all settings agree on isn't certain."""


def probability_of(share: float, known: Known, answers: int) -> float:
    """That a model is taken, which so large a *share* of settings take; from 0 to 1.

    Platt, Probabilistic outputs for support vector machines, 1999, on the logit of the share.
    """
    _, offset, slope = max(curve for curve in _CURVES[known] if curve[0] <= answers)
    inside = min(max(share, _EDGE), 1 - _EDGE)
    return round(1 / (1 + exp(-offset - slope * log(inside / (1 - inside)))), 4)


def certainty_of(share: float, known: Known, answers: int, *, is_taken: bool) -> float:
    """The probability that a model belongs where it was put, from 0.5, which is: it could as well be across."""
    taken = probability_of(share, known, answers)
    return max(taken if is_taken else round(1 - taken, 4), 0.5)
