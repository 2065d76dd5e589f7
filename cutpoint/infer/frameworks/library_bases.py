"""Classes of frameworks and of what extends them, told by their names: their source is often not at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ClassOf, Object
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

# Extensions keep these endings: `WritableNestedModelSerializer`, `NestedViewSetMixin`.
_VIEWS = ("APIView", "ViewSet", "ViewSetMixin")
_SERIALIZERS = ("Serializer",)


def is_rest_view(frame: Frame, receiver: Atom) -> bool:
    """Whether *receiver* is a view of the framework."""
    return extends(frame, receiver, _VIEWS)


def is_serializer(frame: Frame, receiver: Atom) -> bool:
    """Whether *receiver* is a serializer."""
    return extends(frame, receiver, _SERIALIZERS)


def extends(frame: Frame, receiver: Atom, ends: tuple[str, ...]) -> bool:
    """Whether *receiver*'s class inherits from one of a library beside Django whose name ends in one of *ends*."""
    if not isinstance(receiver, (Object, ClassOf)) or type(receiver.cls) is not Class:
        return False
    world = frame.engine.world
    # Most classes have no such name at all: their lineage is kept, and asked first.
    if not any(name.endswith(ends) for name in world.lineage(receiver.cls)):
        return False
    for base in world.program.linear(receiver.cls):
        name = base.name if type(base) is Symbol else ""
        if type(base) is Class and not base.module.found.ours:
            name = base.dotted
        if name.endswith(ends) and not name.startswith("django."):
            return True
    return False
