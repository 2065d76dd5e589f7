"""`invoice.order.user.email` loads a row from the table of each relation on the way; `invoice.order_id` loads none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import model_of, whole_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Row,)
KIND = "load"
NAMES = None


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """What has been fetched on every way that leads to the line is not seen again; see `infer/fetched`."""
    label = model_of(use)
    link = space.links(label).get(use.name)
    if link is None:
        if use.name == "user":
            # `request.user` is a row of the user model that middleware loads when it is looked at.
            yield Touch("read", label, "request")
        return
    if link.kind is RelationKind.GENERIC:
        yield Touch("read", CONTENT_TYPE, "generic")
    if link.target is None or link.many:
        return
    if link.kind is RelationKind.PARENT and link.forward:
        # A row of the child has all columns of the parent.
        return
    yield from whole_rows(space, link.target, "related")
