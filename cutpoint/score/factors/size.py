"""Size: a service of a model or two is seldom worth its own house, and one that takes nearly all has moved nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "size"
WEIGHT = 16.0

_ENOUGH_MODELS = 8
_ENOUGH_SHARE = 0.1
_TOO_LARGE_SHARE = 0.25
_HALF = 0.25
"""What cutting everything in half is worth."""


def measure(parting: Parting) -> Measured:
    """How near the smaller side is to eight models and to a tenth of all; beyond a quarter of all it falls again."""
    whole = len(parting.facts.subjects.labels)
    smaller = min(len(parting.taken), whole - len(parting.taken))
    if not smaller:
        return Measured(0.0, "there is nothing on one of the sides")
    share = smaller / whole
    by_share = min(1.0, share / _ENOUGH_SHARE)
    if share > _TOO_LARGE_SHARE:
        by_share = 1 - (1 - _HALF) * (share - _TOO_LARGE_SHARE) / (0.5 - _TOO_LARGE_SHARE)
    value = min(1.0, smaller / _ENOUGH_MODELS) * by_share
    return Measured(value, f"the smaller side has {smaller:,} of {whole:,} models")
