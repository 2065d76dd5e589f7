"""Relations across: a foreign key that no database holds any more becomes an id, and somebody must look after it.

One whose rows go along with the deleted one (CASCADE), or forbid the delete (PROTECT, RESTRICT), counts in full; one that
is only emptied counts half.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Measured, some

if TYPE_CHECKING:
    from cutpoint.score.facts import Link
    from cutpoint.score.parting import Parting

NAME = "relations-across"
WEIGHT = -10.0

_LOOSE = frozenset({"SET_NULL", "SET_DEFAULT", "SET", "DO_NOTHING"})


def measure(parting: Parting) -> Measured:
    """The weight of relations across as a share of all relations with an end that is taken."""
    crossing = parting.crossing_links
    whole = sum(map(_weight, parting.near_links))
    value = sum(map(_weight, crossing)) / whole if whole else 0.0
    said = f"{len(crossing):,} of {len(parting.near_links):,} relations of what is taken cross it"
    return Measured(value, said, some(link.place for link in crossing))


def _weight(link: Link) -> float:
    return 0.5 if link.relation.on_delete in _LOOSE else 1.0
