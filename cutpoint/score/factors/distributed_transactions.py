"""Distributed transactions: what one commit writes on both sides needs a saga, an outbox or another order of steps.

What code names counts; what only follows, by a cascade or a receiver, is told beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cutpoint.score.measured import Said, said_of, staying, weighed

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "distributed-transactions"
WEIGHT = 12.0


def values(placing: Placing) -> Floats:
    """How likely a transaction that writes what is taken writes nothing else."""
    near, crossing = placing.extents
    return staying(*weighed(near, crossing, np.ones(len(near))))


def said(parting: Parting) -> Said:
    """Counts, and places of those that write both sides."""
    near, crossing = parting.placing.extents
    places = [extent.place for extent in parting.facts.extents]
    return said_of(near, crossing, np.ones(len(near)), "transactions", places)
