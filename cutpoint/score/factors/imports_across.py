"""Imports across: code on one side loads code of the other; library code without tables is a package, and never counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Said, said_of, staying, weighed

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "imports-across"
WEIGHT = 4.0


def values(placing: Placing) -> Floats:
    """How likely an import between modules that have a side stays on one."""
    near, crossing = placing.imports
    return staying(*weighed(near, crossing, np.ones(len(near))))


def said(parting: Parting) -> Said:
    """Counts, and places of those that cross."""
    near, crossing = parting.placing.imports
    places = [Evidence(each.path, each.line) for each in parting.placing.ground.sided_imports]
    return said_of(near, crossing, np.ones(len(near)), "imports", places)
