"""Names of relations, one after the other -> the rows at their end, each loaded on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NOTHING, Manager, Row, Type, join
from cutpoint.infer.dispatch import attribute, call_type, item_type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame


def followed(frame: Frame, rows: Type, path: list[str], node: Node, *, to_end: bool) -> Type:
    """The rows at the end of *path*; the last step is a column unless it leads *to_end*."""
    for name in path if to_end else path[:-1]:
        found = NOTHING
        for row in rows:
            links = frame.engine.world.space.links(row.label) if type(row) is Row else {}
            for each in attribute(frame, row, name, node) if name in links else ():
                if type(each) is Manager:
                    query = call_type(frame, attribute(frame, each, "all", None), (), (), node)
                    found = join(found, item_type(frame, query, node))
                elif type(each) is Row:
                    found = join(found, (each,))
        rows = found
    return rows
