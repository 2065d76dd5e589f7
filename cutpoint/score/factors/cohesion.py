"""Cohesion: of all that ties what is taken to anything, how much ties it to itself.

Ties are those by which sides are found: relations, joins, shared use, words and files, damped at hubs. The complement of
the cut over the volume of what is taken (conductance, Kannan, Vempala, Vetta 2004).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cutpoint.score.measured import Said

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "cohesion"
WEIGHT = 12.0


def values(placing: Placing) -> Floats:
    """1 - cut / volume of what is taken, from 0 to 1."""
    inward, volume = placing.inward.sum(axis=0), placing.volumes.sum(axis=0)
    return np.where(volume > 0, inward / np.where(volume > 0, volume, 1.0), 0.0)


def said(parting: Parting) -> Said:
    """The share."""
    return Said(f"{float(values(parting.placing)[0]):.0%} of the smaller side's coupling is internal")
