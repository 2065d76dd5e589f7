"""django-model-utils: `Vehicle.objects.select_subclasses()` joins the tables of children, and gives rows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.types import Manager, Query, Text, join, one
from cutpoint.infer.dispatch import attribute as attribute_of
from cutpoint.infer.dispatch import call_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"select_subclasses", "get_subclass"})
_BASES = ("InheritanceManager", "InheritanceManagerMixin", "InheritanceQuerySet", "InheritanceQuerySetMixin")
_PACKAGE = "model_utils."
_DEEPEST = 8


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing of its own."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """The children are told by the links that lead down to them, unless the call names some."""
    if not isinstance(receiver, (Manager, Query)) or not _is_of_library(frame, receiver):
        return None
    given = arguments if name == "select_subclasses" else ()
    named = given or tuple(one(Text, path) for path in _ways_down(frame, receiver.label, "", 0))
    query = call_type(frame, attribute_of(frame, receiver, "select_related", None), named, (), node)
    if name == "select_subclasses":
        return query
    found: Type = ()
    for each in query:
        found = join(found, call_type(frame, attribute_of(frame, each, "get", None), arguments, keywords, node))
    return found


def _is_of_library(frame: Frame, receiver: Manager | Query) -> bool:
    cls = receiver.cls
    return cls is not None and frame.engine.world.derives(cls, _BASES, _PACKAGE)


def _ways_down(frame: Frame, label: str, before: str, depth: int) -> Iterator[str]:
    """`car`, `car__van`: as lookups name the children."""
    for name, link in frame.engine.world.space.query_links(label).items():
        if link.kind is RelationKind.PARENT and not link.forward and link.target is not None and depth < _DEEPEST:
            yield f"{before}{name}"
            yield from _ways_down(frame, link.target, f"{before}{name}__", depth + 1)
