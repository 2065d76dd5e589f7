"""Facts + what is taken out → what crosses: every factor and every item of a bill asks here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.cut import Side
from cutpoint.score.surroundings import and_around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.catalog import Import
    from cutpoint.score.facts import Extent, Facts, Link, Use
    from cutpoint.score.model_graph import ModelGraph

# Code leaves its home when what it does across weighs so many times what it does there: a report that writes a log, or an
# import of parcels that reads a customer, goes; a view that writes its own row and tags of somebody else stays.
_HARDLY = 3.0


class Parting:
    """Two sides of a monolith: models, the functions that go along with them, and all that crosses."""

    def __init__(self, facts: Facts, graph: ModelGraph, taken: Iterable[str], stability: float = 0.0) -> None:
        """*stability* is that of the candidate, from 0 to 1."""
        self.facts = facts
        self.graph = graph
        self.taken = frozenset(taken)
        self.stability = stability

    def side_of(self, model: str) -> Side:
        """The side of a model."""
        return Side.TAKE if model in self.taken else Side.KEEP

    def _side_for(self, name: str, leanings: Iterable[tuple[str, float]], home: Side | None) -> Side | None:
        """Where the function or module *name* goes, which lies at *home*.

        It stays where it writes, and goes elsewhere only if it works for the other side, and hardly for its own.
        """
        if home is not None and any(self.side_of(model) is home for model in self.facts.written_by.get(name, ())):
            return home
        weights = {Side.TAKE: 0.0, Side.KEEP: 0.0}
        for model, weight in leanings:
            weights[self.side_of(model)] += weight
        if home is None:
            return None if weights[Side.TAKE] == weights[Side.KEEP] else max(weights, key=weights.__getitem__)
        return home.other if weights[home.other] > _HARDLY * weights[home] else home

    @cached_property
    def side_of_module(self) -> dict[str, Side]:
        """Of each module that declares or uses models, or lies in an app or package whose models are all on one side."""
        found: dict[str, Side] = {}
        for module, app in self.facts.app_of_module.items():
            side = self._side_for(module, self.facts.leanings_of_module.get(module, ()), self._home_of(module, app))
            if side is not None:
                found[module] = side
        return found

    def _home_of(self, module: str, app: str | None) -> Side | None:
        """Where all models of its app are, or all of the nearest package around it that holds any."""
        held = self.facts.models_of_app.get(app or "", ())
        if not held and not self.facts.blind:
            packages = self.facts.models_of_package
            held = next((packages[package] for package in and_around(module) if package in packages), ())
        if not held:
            return None
        if self.taken.issuperset(held):
            return Side.TAKE
        return Side.KEEP if self.taken.isdisjoint(held) else None

    @cached_property
    def side_of_function(self) -> dict[str, Side]:
        """Of each function that uses models: a method of a row with its model, others by what they write and read.

        In doubt, by its module. What only reads leaves its module when it needs nothing there: a report over both sides
        may as well stay.
        """
        found: dict[str, Side] = {}
        classes = self.facts.subjects.row_classes
        for function, leanings in self.facts.leanings_of_function.items():
            model = classes.get(function.rpartition(".")[0])
            if model is not None:
                found[function] = self.side_of(model)
                continue
            module = self.facts.uses_of_function[function][0].module
            home = self.side_of_module.get(module, Side.KEEP)
            sides = {self.side_of(model) for model, _ in leanings}
            if function not in self.facts.written_by and len(sides) > 1:
                found[function] = home
                continue
            found[function] = self._side_for(function, leanings, home) or home
        return found

    @cached_property
    def modules(self) -> tuple[str, ...]:
        """Code and more that goes along, sorted."""
        return tuple(sorted(module for module, side in self.side_of_module.items() if side is Side.TAKE))

    @cached_property
    def functions(self) -> tuple[str, ...]:
        """Those that go along out of modules that stay, sorted."""
        going = set(self.modules)
        return tuple(
            function
            for function, side in self.side_of_function.items()
            if side is Side.TAKE and self.facts.uses_of_function[function][0].module not in going
        )

    @cached_property
    def near(self) -> tuple[Use, ...]:
        """Uses that this cut could matter to: of a taken model, or by code that goes along."""
        sides, taken = self.side_of_function, self.taken
        return tuple(use for use in self.facts.uses if use.model in taken or sides[use.function] is Side.TAKE)

    def crosses(self, use: Use) -> bool:
        """Whether the code is on one side and the table on the other; a join also when it leaves its statement's side."""
        side = self.side_of(use.model)
        if use.action == "join" and use.base:
            return side is not self.side_of(use.base)
        return self.side_of_function[use.function] is not side

    @cached_property
    def crossing(self) -> tuple[Use, ...]:
        """Uses across."""
        return tuple(use for use in self.near if self.crosses(use))

    @cached_property
    def near_writes(self) -> tuple[Use, ...]:
        """Writes that this cut could matter to."""
        return tuple(use for use in self.near if use.writes)

    @cached_property
    def crossing_writes(self) -> tuple[Use, ...]:
        """Writes across."""
        return tuple(use for use in self.crossing if use.writes)

    @cached_property
    def crossing_reads(self) -> tuple[Use, ...]:
        """Reads across, joins not included."""
        return tuple(use for use in self.crossing if use.action == "read")

    @cached_property
    def near_joins(self) -> tuple[Use, ...]:
        """Joins that a taken table has part in."""
        return tuple(use for use in self.near if use.action == "join")

    @cached_property
    def crossing_joins(self) -> tuple[Use, ...]:
        """Statements that read tables of both sides."""
        return tuple(use for use in self.crossing if use.action == "join")

    @cached_property
    def near_links(self) -> tuple[Link, ...]:
        """Relations with an end that is taken."""
        return tuple(link for link in self.facts.links if link.model in self.taken or link.to in self.taken)

    @cached_property
    def crossing_links(self) -> tuple[Link, ...]:
        """Relations across."""
        return tuple(link for link in self.near_links if (link.model in self.taken) is not (link.to in self.taken))

    @cached_property
    def cascades(self) -> tuple[Link, ...]:
        """Relations across by which deleting on one side deletes on the other."""
        return tuple(
            link
            for link in self.crossing_links
            if link.relation.on_delete == "CASCADE" and link.relation.kind is not RelationKind.MANY_TO_MANY
        )

    @cached_property
    def near_extents(self) -> tuple[Extent, ...]:
        """Transactions that write a taken model."""
        return tuple(extent for extent in self.facts.extents if self.taken.intersection(extent.writes))

    @cached_property
    def crossing_extents(self) -> tuple[Extent, ...]:
        """Transactions that write models of both sides."""
        return tuple(extent for extent in self.near_extents if not self.taken.issuperset(extent.writes))

    @cached_property
    def near_imports(self) -> tuple[Import, ...]:
        """Imports between modules that have a side, at least one of them taken."""
        sides = self.side_of_module
        return tuple(
            each
            for each in self.facts.imports
            if each.importer in sides
            and each.imported in sides
            and Side.TAKE in (sides[each.importer], sides[each.imported])
        )

    @cached_property
    def crossing_imports(self) -> tuple[Import, ...]:
        """Imports across; what has no side is library code, and may be imported by both."""
        sides = self.side_of_module
        return tuple(each for each in self.near_imports if sides[each.importer] is not sides[each.imported])

    @cached_property
    def ties_cut(self) -> tuple[float, float, float]:
        """The weight of ties between the sides, of all ties of the side that has fewer, and of all ties of both."""
        index = self.graph.index
        inside = {index[label] for label in self.taken}
        cut = sum(weight for at in sorted(inside) for other, weight in self.graph.neighbors[at] if other not in inside)
        volume = sum(self.graph.degrees[at] for at in sorted(inside))
        whole = sum(self.graph.degrees)
        return cut, min(volume, whole - volume), whole
