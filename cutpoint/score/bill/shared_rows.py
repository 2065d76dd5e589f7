"""A row that would be cut through: a model is a kind of another one, and its row lies in the tables of both.

The columns of the parent are copied into the child's table, and whoever asked for all rows of the parent asks both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.cut import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "shared-row"


def items(parting: Parting) -> Iterator[Item]:
    """One for each link to a multi-table parent."""
    facts = parting.facts
    columns = {label: len(model.fields) for label, model in {**facts.third_parties, **facts.subjects.models}.items()}
    for link in parting.crossing_links:
        if link.relation.kind is RelationKind.PARENT:
            count = columns[link.to]
            what = (
                f"{link.model} is a kind of {link.to}, one row in two tables: {link.model} gets a copy of "
                f"{count} column{'' if count == 1 else 's'}, and who asks for every {link.to} asks both sides"
            )
            yield Item(KIND, what, 1.0, (link.place,))
