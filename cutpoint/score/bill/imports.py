"""An import across: a module loads one that will be in the other service."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "import"


def items(parting: Parting) -> Iterator[Item]:
    """One for each pair of modules."""
    found: defaultdict[tuple[str, str], set[Evidence]] = defaultdict(set)
    for each in parting.crossing_imports:
        found[each.importer, each.imported].add(Evidence(each.path, each.line))
    for (importer, imported), places in sorted(found.items()):
        yield Item(KIND, f"{importer} imports {imported}", float(len(places)), tuple(sorted(places)))
