"""Ground + many cuts → the sides of modules, functions and third-party models, and what crosses, for each cut at once.

Sides are numbers: 1 is taken, 0 is kept, and -1 has no side. Every array has one column for each cut.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from cutpoint.score.ground import USE_KINDS
from cutpoint.score.rows import DIGITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cutpoint.score.ground import Ground
    from cutpoint.score.rows import Floats, Rows

    Sides = NDArray[np.int8]
    Flags = NDArray[np.bool_]

# Code leaves its home when what it does across weighs so many times what it does there: a report that writes a log, or an
# import of parcels that reads a customer, goes; a view that writes its own row and tags of somebody else stays.
HARDLY = 3.0


class Placing:
    """So many cuts of one project."""

    def __init__(self, ground: Ground, models: Flags) -> None:
        """*models* says of each model, in each column, whether it is taken."""
        self.ground = ground
        self.models: Floats = models.astype(np.float64)
        self.count = models.shape[1]

    @cached_property
    def of_modules(self) -> Sides:
        """Of each module that declares or uses models, or is at home where all are on one side."""
        home = self._at_home
        return self._placed(self.ground.module_leanings, self.ground.module_written, home, home >= 0)

    @cached_property
    def _at_home(self) -> Sides:
        """Of each module, the side on which all models of its app or package are; -1 where they part, or there are none."""
        homes, of_module = self.ground.homes
        inside = homes.of(self.models)
        found = np.where(inside == homes.whole, 1, np.where(inside == 0, 0, -1)).astype(np.int8)
        return np.concatenate([found, np.full((1, self.count), -1, np.int8)])[of_module]

    @property
    def of_functions(self) -> Sides:
        """Of each function."""
        return self.of_alike[self.ground.alike[1]]

    @cached_property
    def of_alike(self) -> Sides:
        """Of each function that stands for those like it: a method of a row with its model, others by what they write and read, in doubt by their module.

        What only reads leaves its module when that is at home on neither side and it needs nothing there.
        """
        ground = self.ground
        modules = np.concatenate([self.of_modules, np.zeros((1, self.count), np.int8)])
        home = np.maximum(modules[ground.module_of_function], 0)
        held = np.concatenate([self._at_home, np.full((1, self.count), -1, np.int8)])[ground.module_of_function] >= 0
        found = self._placed(ground.function_leanings, ground.function_written, home, held)
        used = ground.function_models
        inside = used.of(self.models)
        is_both = (inside > 0) & (inside < used.whole)
        is_reading = (ground.function_written.whole == 0) & is_both
        found = np.where(is_reading, home, found)
        rows = ground.row_of_function
        at = np.flatnonzero(rows >= 0)
        found[at] = self.models[rows[at]]
        return found.astype(np.int8)

    def _placed(self, leanings: Rows, written: Rows, home: Sides, held: Flags) -> Sides:
        """It stays where it writes, and goes elsewhere only if it works for the other side, and hardly for its own.

        Where the app or package is whole on one side (*held*), only what writes elsewhere is code of somebody else: what
        reads there asks.
        """
        take = leanings.of(self.models)
        keep = np.round(leanings.whole - take, DIGITS)
        mine = written.of(self.models)
        writes_home = np.where(home == 1, mine > 0, written.whole - mine > 0)
        may_leave = ~writes_home & ((written.whole > 0) | ~held)
        without = np.where(take == keep, -1, np.where(take > keep, 1, 0))
        own, other = np.where(home == 1, take, keep), np.where(home == 1, keep, take)
        leaves = (other > HARDLY * own) & may_leave
        return np.where(home < 0, without, np.where(leaves, 1 - home, home)).astype(np.int8)

    @cached_property
    def of_all_models(self) -> Flags:
        """Whether each model is taken; third-party ones, after ours, are where most relations and functions need them."""
        ground = self.ground
        ours = self.models > 0
        if not ground.thirds:
            return ours
        votes = np.zeros((len(ground.thirds), self.count))
        whole = np.zeros((len(ground.thirds), 1))
        ends, others, _ = ground.links
        used = ground.use_ends[0]
        for by, to, sides in ((ends, others, ours), (used[:, 0], used[:, 1], self.of_alike > 0)):
            at = np.flatnonzero(to >= len(ours))
            pairs = np.unique(np.stack([by[at], to[at]], axis=1), axis=0) if len(at) else np.zeros((0, 2), np.int64)
            third = pairs[:, 1] - len(ours)
            np.add.at(votes, third, sides[pairs[:, 0]].astype(np.float64))
            np.add.at(whole, third, 1.0)
        return np.concatenate([ours, 2 * votes > whole])

    # What is near the cut, and what crosses it.

    @cached_property
    def uses(self) -> tuple[Flags, Flags]:
        """Of each different use, whether it is near (of a taken model, or by code that goes along), and whether it crosses.

        A join crosses also when it leaves the side of its statement.
        """
        doers, models, bases = self.ground.use_ends[0].T
        sides = self.of_all_models
        takes, goes = sides[models], self.of_alike[doers] > 0
        crosses = takes != goes
        at = np.flatnonzero(bases >= 0)
        crosses[at] = takes[at] != sides[bases[at]]
        return takes | goes | crosses, crosses

    @cached_property
    def sums_of_uses(self) -> dict[str, tuple[Floats, Floats]]:
        """By kind, how much is near, and how much of it crosses."""
        weights = self.ground.weights_of_uses
        near, crossing = (np.round(weights @ flags, DIGITS) for flags in self.uses)
        return {kind: (near[at], crossing[at]) for at, kind in enumerate(USE_KINDS)}

    @property
    def each_use(self) -> tuple[Flags, Flags]:
        """The same of each use."""
        near, crossing = self.uses
        which = self.ground.use_ends[1]
        return near[which], crossing[which]

    @cached_property
    def links(self) -> tuple[Flags, Flags]:
        """The same of each relation."""
        models, others, _ = self.ground.links
        sides = self.of_all_models
        return sides[models] | sides[others], sides[models] != sides[others]

    @cached_property
    def extents(self) -> tuple[Flags, Flags]:
        """The same of each transaction, by what code names."""
        inside = self.ground.extents.of(self.models)
        return inside > 0, (inside > 0) & (inside < self.ground.extents.whole)

    @cached_property
    def imports(self) -> tuple[Flags, Flags]:
        """The same of each import; what has no side is library code, and may be imported by both."""
        importers, imported = self.ground.imports
        one, other = self.of_modules[importers], self.of_modules[imported]
        near = (one >= 0) & (other >= 0) & ((one == 1) | (other == 1))
        return near, near & (one != other)

    @cached_property
    def inward(self) -> Floats:
        """(models, cuts): of what is taken, how much ties each model to the rest of it; 0 of what stays."""
        return self.ground.ties.of(self.models) * self.models

    @cached_property
    def volumes(self) -> Floats:
        """(models, cuts): of what is taken, how much ties each model to anything; 0 of what stays."""
        return self.ground.degrees * self.models
