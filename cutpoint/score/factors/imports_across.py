"""Imports across: code on one side loads code of the other; library code without tables is a package, and never counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "imports-across"
WEIGHT = -4.0


def measure(parting: Parting) -> Measured:
    """The share of imports near the cut that cross it."""
    crossing = parting.crossing_imports
    places = (Evidence(each.path, each.line) for each in crossing)
    return share(crossing, parting.near_imports, "imports near it cross it", places)
