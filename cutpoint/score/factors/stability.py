"""Stability: whether the candidate comes out alike when a part of what ties models is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "stability"
WEIGHT = 10.0


def measure(parting: Parting) -> Measured:
    """As the candidate says: 1 for what doesn't depend on any sample."""
    return Measured(parting.stability, "how alike it comes out from samples of the ties")
