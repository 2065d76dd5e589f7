"""Objects of `class Sold(NamedTuple)`, and classes that `namedtuple("Sold", …)` makes: tuples with names for their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import PROVED, ClassOf, Group, Object, Type, atom, one, unknown
from cutpoint.domain.values import Place, Symbol
from cutpoint.infer.bodies import fields_of
from cutpoint.infer.dispatch import attribute

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.domain.values import Value
    from cutpoint.infer.dispatch import Keywords
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


def named_tuple_by_call(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
    """The class that `namedtuple("Sold", "wish number")` makes inside a function; the same in each run of the frame's body."""
    match node:
        case [sk.CALL, _, [str(name), given, *_], _, int(line), *_]:
            fields = _names(given)
        case _:
            return unknown("value")
    if fields is None:
        return unknown("value")
    engine = frame.engine
    cls = engine.local_classes.get(id(node))
    if cls is None:
        bases: list[Value] = [Symbol("typing.NamedTuple")]
        cls = Class(name, frame.module, f"{frame.qualname}.<locals>.{name}", bases, Place(frame.module.path, line))
        cls.declared = dict.fromkeys(fields)
        engine.local_classes[id(node)] = cls
        engine.keep.append(node)
    return one(ClassOf, cls, PROVED)


def _names(given: Node) -> list[str] | None:
    """Names in one text, in a list of texts, or in pairs of name and type, as they are written."""
    match given:
        case str():
            return given.replace(",", " ").split()
        case [(sk.LIST | sk.TUPLE), items, *_]:
            firsts = [each[1][0] if type(each) is list and each[0] == sk.TUPLE and each[1] else each for each in items]
            names = [each for each in firsts if isinstance(each, str)]
            return names if len(names) == len(items) else None
    return None
