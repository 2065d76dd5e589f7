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


# (answers, offset, slope): what was fitted with so many answers.
_CURVES = {
    Known.PLACES: ((0, -0.75, 1.27), (5, -0.1, 1.6), (10, -0.1, 1.6)),
    Known.NAMES: ((0, -0.63, 0.72), (5, -0.4, 0.9), (10, -0.4, 0.9)),
    Known.NOTHING: ((0, -0.84, 0.62), (5, -0.7, 0.8), (10, -0.7, 0.8)),
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
