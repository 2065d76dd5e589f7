"""A relation across: the foreign key becomes an id column, and what its on_delete meant must be done by somebody.

One to a model of a package, such as a user, costs what one to a model of ours does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.cut import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.observations import Link
    from cutpoint.score.parting import Parting

KIND = "relation"

_MEANT = {
    "CASCADE": "its rows were deleted with it",
    "PROTECT": "it forbade the delete",
    "RESTRICT": "it forbade the delete",
    "SET_NULL": "it was emptied on delete",
    "SET_DEFAULT": "it was reset on delete",
    "DO_NOTHING": "the database alone looked after it",
}


def items(parting: Parting) -> Iterator[Item]:
    """One for each relation; a link to a multi-table parent is a row that is shared, and has an item of its own."""
    for link in parting.crossing_links:
        if link.relation.kind is not RelationKind.PARENT:
            yield Item(KIND, _what(link), 1.0, (link.place,))


def _what(link: Link) -> str:
    relation = link.relation
    if relation.kind is RelationKind.MANY_TO_MANY:
        return f"{link.model}.{relation.name} to {link.to}: a table of pairs, of which each side needs its half"
    meant = _MEANT.get(relation.on_delete or "", "what happens on delete is the project's own")
    return f"{link.model}.{relation.name} to {link.to} becomes an id column; {relation.on_delete or 'no on_delete'}: {meant}"
