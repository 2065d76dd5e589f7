"""`book.isbn` of `Book.objects.only("title")` reads the row's table again: the column was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import model_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row,)
KIND = "lacking"
NAMES = None


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Of a multi-table child, a column of its parent's is read by way of its own table."""
    label = model_of(use)
    yield Touch("read", label, "instance")
    field = space.fields(label).get(use.name)
    for link in space.parents(label) if field is not None and field[0] != label else ():
        yield Touch("read", link.target, "inheritance", cause=(link.relation.path, link.relation.line))
