"""What Django REST framework asks permissions about: `has_object_permission(request, view, obj)` gets rows of the views that list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, NOTHING, STORED, Object, Query, Row, Type, atom, join, one
from cutpoint.infer.frameworks.library_bases import extends
from cutpoint.infer.frameworks.model_of import query_of_view

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

_METHOD = "has_object_permission"
_BASES = ("BasePermission",)


def permitted_rows(frame: Frame, receiver: Atom, method: str) -> Type | None:
    """The rows that *method* of a permission is asked about; None when *receiver* is none, or no view lists it."""
    if method != _METHOD or type(receiver) is not Object or not extends(frame, receiver, _BASES):
        return None
    result = NOTHING
    for view in frame.engine.world.permissioned_views.of(receiver.cls) if type(receiver.cls) is Class else ():
        for each in query_of_view(frame, atom(Object, view, INFERRED)):
            if type(each) is Query and each.shape != "values":
                result = join(result, one(Row, each.label, max(each.level & 3, INFERRED) | each.level & ~3, STORED))
    return result or None
