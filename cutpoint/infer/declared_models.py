"""What a framework hands to the methods of a class that speaks of one model: rows and querysets of that model.

`FilterSet.filter_paid(self, queryset, name, value)`, `Serializer.update(self, instance, data)`, `ModelAdmin.ship(self,
request, queryset)`, `Table.render_total(self, record)`: told by the lineage of `self` and the parameter's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, NOTHING, STORED, ClassOf, ModelClass, Object, Query, Row, Type, join, one
from cutpoint.infer.frameworks.model_of import meta_model, models_of

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

_ROWS = frozenset({"instance", "obj", "record", "row"})
_QUERIES = frozenset({"queryset", "qs"})

# Bare name of a library's class -> names of parameters that hold rows or querysets of its model.
_KINDS: dict[str, frozenset[str]] = {
    "BaseFilterSet": _QUERIES,
    "FilterSet": _QUERIES,
    "BaseSerializer": _ROWS,
    "Serializer": _ROWS,
    "ModelSerializer": _ROWS,
    "ModelAdmin": _ROWS | _QUERIES,
    "BaseModelAdmin": _ROWS | _QUERIES,
    "Table": _ROWS,
    "Resource": _ROWS | _QUERIES,
    "ModelResource": _ROWS | _QUERIES,
    "DjangoObjectType": frozenset({"root", "parent", "queryset"}),
}


def declared_parameter(frame: Frame, receiver: Atom | None, name: str) -> Type | None:
    """The type of the parameter *name* of a method of *receiver*'s class; None when no framework says."""
    if type(receiver) not in (Object, ClassOf) or (
        name not in _ROWS and name not in _QUERIES and name not in ("root", "parent")
    ):
        return None
    cls = receiver.cls  # type: ignore[union-attr]  # one of the two kinds above
    if type(cls) is not Class:
        return None
    world = frame.engine.world
    bases = {base.rpartition(".")[2] for base in world.lineage(cls)}
    if not any(name in _KINDS[base] for base in bases & _KINDS.keys()):
        return None
    assert receiver is not None  # noqa: S101 - its type was tested above
    models = meta_model(frame, receiver) or models_of(frame, receiver, ("model",)) or world.registered_models(cls)
    result = NOTHING
    for each in models:
        if type(each) is ModelClass:
            level = max(each.level & 3, INFERRED) | (each.level & ~3)
            if name in _QUERIES:
                result = join(result, one(Query, each.label, level, "rows", None, None, ()))
            else:
                result = join(result, one(Row, each.label, level, STORED))
    return result or None
