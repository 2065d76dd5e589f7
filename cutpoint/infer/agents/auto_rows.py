"""`user.profile` of a one-to-one field that makes its row when it is first asked for (django-annoying's `AutoOneToOneField`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import CERTAINTY_BITS, INFERRED, NEW, Row, atom
from cutpoint.infer.agents.acting import acting
from cutpoint.infer.dispatch import attribute, call_type

if TYPE_CHECKING:
    from cutpoint.domain.link import Link
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

_MAKING = frozenset({"AutoOneToOneField"})


def make_when_missing(frame: Frame, link: Link, level: int, node: Node) -> None:
    """Insert the row that following *link* may have to make."""
    if link.forward or link.target is None:
        return
    declared = frame.engine.world.space.fields(link.target).get(link.relation.name)
    if declared is None or declared[1].type not in _MAKING:
        return
    # Whether it is there already only run time knows.
    row = atom(Row, link.target, max(level & CERTAINTY_BITS, INFERRED) | level & ~CERTAINTY_BITS, NEW)
    with acting(frame, "library", (link.relation.path, link.relation.line, f"{link.target}.{link.relation.name}")):
        call_type(frame, attribute(frame, row, "save", None), (), (), node)
