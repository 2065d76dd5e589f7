"""Shared library code: modules without tables that both sides import are to be a package, and never count against a cut."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence
from cutpoint.score.measured import Measured, some

if TYPE_CHECKING:
    from cutpoint.domain.cut import Side
    from cutpoint.score.parting import Parting

NAME = "shared-code"
WEIGHT = 0.0


def measure(parting: Parting) -> Measured:
    """The share of modules without a side that both sides import; it is told, and weighs nothing."""
    sides = parting.side_of_module
    importers: defaultdict[str, set[Side]] = defaultdict(set)
    places: list[Evidence] = []
    for each in parting.facts.imports:
        if each.imported not in sides and each.importer in sides:
            importers[each.imported].add(sides[each.importer])
    shared = {module for module, found in importers.items() if len(found) > 1}
    places = [Evidence(each.path, each.line) for each in parting.facts.imports if each.imported in shared]
    value = len(shared) / len(importers) if importers else 0.0
    return Measured(value, f"{len(shared):,} modules without tables are to be a package for both sides", some(places))
