"""What Django REST framework hands to methods of views: `perform_create(serializer)`, `perform_destroy(instance)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, NEW, NOTHING, STORED, ClassOf, Object, Query, Row, Type, join, one
from cutpoint.infer.dispatch import call_method
from cutpoint.infer.frameworks.library_bases import is_rest_view
from cutpoint.infer.frameworks.model_of import declared, query_of_view
from cutpoint.infer.row_states import in_state

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

_ROWS = frozenset({"instance", "obj"})
_QUERIES = frozenset({"queryset", "qs"})
NAMES = _ROWS | _QUERIES | {"serializer"}


# A method that gives one of more classes looks into a registry: which of them, the view says better.
_MOST_CHOSEN = 8
_STATES = {"perform_create": NEW, "perform_update": STORED}


def view_parameter(frame: Frame, receiver: Atom, name: str, method: str = "") -> Type | None:
    """The type of the parameter *name* of a *method* of a view; None when *receiver* is none, or says nothing."""
    if name not in NAMES or type(receiver) is not Object or not is_rest_view(frame, receiver):
        return None
    if name == "serializer":
        return in_state(frame, serializers_of(frame, receiver), _STATES.get(method, ANY)) or None
    result = NOTHING
    for each in query_of_view(frame, receiver):
        if type(each) is Query and name in _QUERIES:
            result = join(result, (each,))
        elif type(each) is Query and each.shape != "values":
            result = join(result, one(Row, each.label, each.level, STORED))
    return result or None


def serializer_classes_of(frame: Frame, receiver: Atom) -> Type:
    """What `get_serializer_class` of a view gives: the project's own, or what `serializer_class` says."""
    cls = getattr(receiver, "cls", None)
    found = frame.engine.world.member(cls, "get_serializer_class") if type(cls) is Class else None
    result = NOTHING
    if found is not None and type(found[0]) is Class and found[0].module.found.ours:
        result = _classes_in(call_method(frame, receiver, "get_serializer_class"))
    said = _classes_in(declared(frame, receiver, "serializer_class"))
    return said if said and (not result or len(result) > _MOST_CHOSEN) else result


def serializers_of(frame: Frame, receiver: Atom) -> Type:
    """Instances of them."""
    result = NOTHING
    for each in serializer_classes_of(frame, receiver):
        if type(each) is ClassOf:
            result = join(result, one(Object, each.cls, each.level))
    return result


def _classes_in(value: Type) -> Type:
    result = NOTHING
    for each in value:
        result = join(result, (each,) if type(each) is ClassOf else NOTHING)
    return result
