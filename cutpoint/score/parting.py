"""Facts + what is taken out → what crosses: every factor and every item of a bill asks here."""

from __future__ import annotations

import itertools
from functools import cached_property
from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.cut import Side
from cutpoint.score.placing import Placing
from cutpoint.score.rows import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.catalog import Import
    from cutpoint.score.ground import Ground
    from cutpoint.score.observations import Call, Extent, Link, Use

_SIDES = {1: Side.TAKE, 0: Side.KEEP}


class Parting:
    """Two sides of a monolith: models, the functions that go along with them, and all that crosses."""

    def __init__(self, ground: Ground, taken: Iterable[str]) -> None:
        self.facts = ground.facts
        self.graph = ground.graph
        self.taken = frozenset(taken)
        self.placing = Placing(ground, ground.taking([self.taken]))

    @cached_property
    def _moved(self) -> frozenset[str]:
        """What is taken, and third-party models that go along."""
        return frozenset(itertools.compress(self.placing.ground.number, self.placing.of_all_models[:, 0].tolist()))

    def side_of(self, model: str) -> Side:
        """The side of a model, of ours or third-party."""
        return Side.TAKE if model in self._moved else Side.KEEP

    @cached_property
    def side_of_module(self) -> dict[str, Side]:
        """Of each module that declares or uses models, or lies in an app or package whose models are all on one side."""
        sides = self.placing.of_modules[:, 0].tolist()
        return {
            module: _SIDES[side] for module, side in zip(self.placing.ground.modules, sides, strict=True) if side >= 0
        }

    @cached_property
    def side_of_function(self) -> dict[str, Side]:
        """Of each function that uses models."""
        sides = self.placing.of_functions[:, 0].tolist()
        return {function: _SIDES[side] for function, side in zip(self.placing.ground.functions, sides, strict=True)}

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
    def crossing(self) -> tuple[Use, ...]:
        """Uses whose code is on one side and the table on the other; joins also when they leave their statement's side."""
        return tuple(itertools.compress(self.facts.uses, self.placing.each_use[1][:, 0].tolist()))

    @cached_property
    def crossing_writes(self) -> tuple[Use, ...]:
        """Writes across."""
        return tuple(use for use in self.crossing if use.writes)

    @cached_property
    def crossing_reads(self) -> tuple[Use, ...]:
        """Reads across, joins not included."""
        return tuple(use for use in self.crossing if use.action == "read")

    @cached_property
    def crossing_joins(self) -> tuple[Use, ...]:
        """Statements that read tables of both sides."""
        return tuple(use for use in self.crossing if use.action == "join")

    @cached_property
    def crossing_calls(self) -> tuple[Call, ...]:
        """Calls of functions of the other side that work with tables there."""
        sides = self.side_of_function
        return tuple(
            call
            for call in self.facts.calls
            if self.side_of_caller(call) is sides[call.callee].other
            and any(self.side_of(use.model) is sides[call.callee] for use in self.facts.touched_by(call.callee))
        )

    def side_of_caller(self, call: Call) -> Side | None:
        """The side of its own tables, else that of its module."""
        if self.facts.leanings_of_function.get(call.caller):
            return self.side_of_function[call.caller]
        return self.side_of_module.get(call.module)

    @cached_property
    def crossing_links(self) -> tuple[Link, ...]:
        """Relations across, those to third-party models among them."""
        return tuple(itertools.compress(self.facts.links, self.placing.links[1][:, 0].tolist()))

    @cached_property
    def cascades(self) -> tuple[Link, ...]:
        """Relations across by which deleting on one side deletes on the other."""
        return tuple(
            link
            for link in self.crossing_links
            if link.relation.on_delete == "CASCADE" and link.relation.kind is not RelationKind.MANY_TO_MANY
        )

    @cached_property
    def crossing_extents(self) -> tuple[Extent, ...]:
        """Transactions that write models of both sides by name."""
        return tuple(itertools.compress(self.facts.extents, self.placing.extents[1][:, 0].tolist()))

    @cached_property
    def following_extents(self) -> tuple[Extent, ...]:
        """Transactions that write models of both sides only with what follows, by cascades and receivers."""
        return tuple(
            extent
            for extent, named in zip(self.facts.extents, self.placing.extents[1][:, 0].tolist(), strict=True)
            if not named and 0 < len(self.taken.intersection(extent.writes)) < len(extent.writes)
        )

    @cached_property
    def crossing_imports(self) -> tuple[Import, ...]:
        """Imports across; what has no side is library code, and may be imported by both."""
        return tuple(itertools.compress(self.placing.ground.sided_imports, self.placing.imports[1][:, 0].tolist()))

    @cached_property
    def ties_cut(self) -> tuple[float, float, float]:
        """The weight of ties between the sides, of all ties of the side that has fewer, and of all ties of both."""
        volume, whole = float(self.placing.volumes.sum()), float(self.placing.ground.degrees.sum())
        return round(volume - float(self.placing.inward.sum()), DIGITS), min(volume, whole - volume), whole
