"""Distributed transactions: what one commit writes on both sides needs a saga, an outbox or another order of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "distributed-transactions"
WEIGHT = -15.0


def measure(parting: Parting) -> Measured:
    """The share of transactions that write what is taken and also write what stays."""
    crossing = parting.crossing_extents
    said = "transactions that write what is taken also write what stays"
    return share(crossing, parting.near_extents, said, (extent.place for extent in crossing))
