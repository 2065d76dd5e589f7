"""Read, decide, write across: a transaction reads one side and writes the other, so what it read may be outdated by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, share

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "read-modify-write"
WEIGHT = -6.0


def measure(parting: Parting) -> Measured:
    """The share of transactions near the cut that read one side and write the other one."""
    taken = parting.taken
    near = [extent for extent in parting.facts.extents if taken.intersection((*extent.writes, *extent.reads))]
    crossing = [
        extent
        for extent in near
        if any((read in taken) is not (written in taken) for read in extent.reads for written in extent.writes)
    ]
    said = "transactions near it read one side and write the other"
    return share(crossing, near, said, (extent.place for extent in crossing))
