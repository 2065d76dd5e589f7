"""Relations across: a foreign key that no database holds any more becomes an id, and somebody must look after it.

One whose rows go along with the deleted one (CASCADE), or forbid the delete (PROTECT, RESTRICT), counts in full; one that
is only emptied counts half. A relation to a model of a package, such as a user, costs what one to a model of ours does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.measured import Said, said_of, staying, weighed

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "relations-across"
WEIGHT = 8.0


def values(placing: Placing) -> Floats:
    """How likely a relation of what is taken stays on one side."""
    return staying(*weighed(*placing.links, placing.ground.links[2]))


def said(parting: Parting) -> Said:
    """Counts, and places of those that cross."""
    weights = parting.placing.ground.links[2]
    return said_of(*parting.placing.links, weights, "relations", [link.place for link in parting.facts.links])
