"""Objects of `class Sold(NamedTuple)`: taken apart like tuples, in the order of what the class declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import Group, Object, atom
from cutpoint.infer.bodies import fields_of
from cutpoint.infer.dispatch import attribute

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame


def as_group(frame: Frame, each: Atom) -> Atom:
    """The tuple that *each* is, or *each* itself when it is none."""
    if type(each) is not Object or type(each.cls) is not Class:
        return each
    engine = frame.engine
    cls = engine.makings.plain(each.cls)
    if not engine.world.derives(cls, ("NamedTuple",), "typing"):
        return each
    return atom(Group, tuple(attribute(frame, each, name, None) for name in fields_of(engine, cls)))
