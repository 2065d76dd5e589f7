"""Tests and migrations that move along; only tests of both sides have to change."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item, Side
from cutpoint.domain.source import Evidence, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "moving-file"


def items(parting: Parting) -> Iterator[Item]:
    """One for each module of tests, and one for each migration of an app that goes as a whole."""
    facts, sides = parting.facts, parting.side_of_module
    seen: defaultdict[str, set[Side]] = defaultdict(set)
    places: dict[str, Evidence] = {}
    for each in sorted(facts.subjects.analysis.catalog.imports):
        if facts.role_of_module.get(each.importer) is Role.TEST and each.imported in sides:
            seen[each.importer].add(sides[each.imported])
            if sides[each.imported] is Side.TAKE:
                places.setdefault(each.importer, Evidence(each.path, each.line))
    for module, found in sorted(seen.items()):
        if Side.TAKE in found:
            both = len(found) > 1
            what = (
                f"{module} tests span both sides: split them"
                if both
                else f"{module} tests what is taken: moves with the service"
            )
            yield Item(KIND, what, 1.0 if both else 0.0, (places[module],))
    whole = {app for app, models in facts.models_of_app.items() if parting.taken.issuperset(models)}
    for moved in facts.subjects.analysis.catalog.modules:
        if moved.role is Role.MIGRATION and moved.app in whole:
            yield Item(KIND, f"{moved.name} moves with the service", 0.0, (Evidence(moved.path, 1),))
