"""`self.context[...]` of serializers and their fields: what the views of the project say in `get_serializer_context`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import INFERRED, NOTHING, Container, Object, Text, Type, atom, join, one
from cutpoint.infer.conventions import REQUEST
from cutpoint.infer.dispatch import call_method
from cutpoint.infer.frameworks.library_bases import extends, is_rest_view, is_serializer
from cutpoint.infer.targets import put

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

_NAME = "get_serializer_context"
_FIELDS = ("rest_framework.fields.Field", "rest_framework.serializers.Field")


def has_context(frame: Frame, receiver: Atom) -> bool:
    """Whether *receiver* is a serializer or one of its fields."""
    return is_serializer(frame, receiver) or extends(frame, receiver, _FIELDS)


def made_by_view(frame: Frame, view: Atom, node: Node) -> Type:
    """The dict that the framework's own `get_serializer_context` gives, for the project's to fill."""
    context = atom(Container, frame.site(node), "dict")
    put(frame, context, one(Text, "request"), one(Object, REQUEST, INFERRED))
    put(frame, context, one(Text, "view"), (view,))
    return (context,)


def context_of(frame: Frame, receiver: Atom) -> Type:
    """What such a thing may find in its context; which view uses it is known to nobody but run time."""
    engine = frame.engine
    result = engine.read(("attribute", getattr(receiver, "cls", None), "context"), frame)
    for function in engine.known.by_name(engine.defined, _NAME):
        if function.owner is not None:
            view = atom(Object, function.owner, INFERRED)
            result = join(result, call_method(frame, view, _NAME) if is_rest_view(frame, view) else NOTHING)
    return result
