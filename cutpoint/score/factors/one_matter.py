"""One matter: what is taken hangs together, and isn't two services in one.

Each app of it (or package, where one app holds most of a project) is asked how much ties it to the rest of what is taken,
and to all else, each by the unit of what is there; the one that hangs on it least decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cutpoint.score.measured import Said

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting
    from cutpoint.score.placing import Placing
    from cutpoint.score.rows import Floats

NAME = "one-matter"
WEIGHT = 15.0


def values(placing: Placing) -> Floats:
    """0 where a part is tied to the rest of it no more than by chance, 1 where it is tied to nothing else, or the only one."""
    least: Floats = np.min(_attached(placing), axis=0, initial=1.0)
    return least


def said(parting: Parting) -> Said:
    """The part that hangs on the rest least."""
    attached = _attached(parting.placing)[:, 0]
    groups = tuple(parting.facts.models_of_group)
    if np.isinf(attached).all():
        return Said("it is a part of one app or package, or all of it")
    least = int(np.argmin(attached))
    return Said(f"{groups[least]} hangs on the rest of it least: {attached[least]:.0%} better than by chance")


def _attached(placing: Placing) -> Floats:
    """(groups, cuts): with *a* the ties to the rest of it by its volume, *b* those to all else by theirs, (a - b) / (a + b)."""
    ground = placing.ground
    inside = placing.volumes.sum(axis=0)
    inward = ground.members.of(placing.inward - ground.ties_in_groups.of(placing.models) * placing.models)
    outward = ground.members.of(placing.volumes - placing.inward)
    rest, beyond = inside - ground.members.of(placing.volumes), ground.degrees.sum() - inside
    one = np.where(rest > 0, inward / np.where(rest > 0, rest, 1.0), 0.0)
    other = np.where(beyond > 0, outward / np.where(beyond > 0, beyond, 1.0), 0.0)
    both = one + other
    found = np.where(both > 0, np.maximum(one - other, 0.0) / np.where(both > 0, both, 1.0), 0.0)
    parts = ground.members.of(placing.models) > 0
    return np.where(parts & (parts.sum(axis=0) > 1), np.round(found, 9), np.inf)
