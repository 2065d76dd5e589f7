"""Operations needed: how wide the interface would be, against how much lies behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, some

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

NAME = "operations-needed"
WEIGHT = -6.0


def measure(parting: Parting) -> Measured:
    """Different reads and writes across per model of the smaller side, up to three of them."""
    operations = {(use.model, use.action) for use in parting.crossing}
    smaller = min(len(parting.taken), len(parting.facts.subjects.labels) - len(parting.taken))
    value = min(1.0, len(operations) / (3 * smaller)) if smaller else 1.0
    said = f"about {len(operations):,} operations for {smaller:,} models on the smaller side"
    return Measured(value, said, some(use.place for use in parting.crossing))
