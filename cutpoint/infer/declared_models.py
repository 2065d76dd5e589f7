"""What a framework hands to the methods of a class that speaks of one model: rows and querysets of that model.

`FilterSet.filter_paid(self, queryset, name, value)`, `Serializer.update(self, instance, data)`, `ModelAdmin.ship(self,
request, queryset)`, `Table.render_total(self, record)`: told by the lineage of `self` and the parameter's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    INFERRED,
    NOTHING,
    STORED,
    ClassOf,
    ModelClass,
    Object,
    Query,
    Record,
    Row,
    Type,
    join,
    one,
)
from cutpoint.infer.dispatch import attribute
from cutpoint.infer.frameworks.form_wizards import NAMES as WIZARD_NAMES
from cutpoint.infer.frameworks.form_wizards import wizard_parameter
from cutpoint.infer.frameworks.library_bases import extends, is_serializer
from cutpoint.infer.frameworks.login_backends import USERS, is_backend, stored_user
from cutpoint.infer.frameworks.model_of import meta_model, models_of
from cutpoint.infer.frameworks.rest_parameters import NAMES as VIEW_NAMES
from cutpoint.infer.frameworks.rest_parameters import view_parameter
from cutpoint.infer.frameworks.rest_permissions import permitted_rows

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

_ROWS = frozenset({"instance", "obj", "record", "row"})
_QUERIES = frozenset({"queryset", "qs"})

# (package, bare names of its classes) -> names of parameters that hold rows or querysets of the class's model.
# Classes of other packages that extend them keep these names as their endings.
_KINDS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("django_filters.", frozenset({"BaseFilterSet", "FilterSet"}), _QUERIES),
    ("rest_framework.", frozenset({"BaseSerializer", "Serializer", "ModelSerializer"}), _ROWS),
    ("django.contrib.admin.", frozenset({"ModelAdmin", "BaseModelAdmin"}), _ROWS | _QUERIES),
    ("django_tables2.", frozenset({"Table"}), _ROWS),
    ("import_export.", frozenset({"Resource", "ModelResource"}), _ROWS | _QUERIES),
    ("django.forms.", frozenset({"ModelForm", "BaseModelForm"}), frozenset({"instance"})),
    ("graphene_django.", frozenset({"DjangoObjectType"}), frozenset({"root", "parent", "queryset"})),
)
_TOO_SHORT = frozenset({"Table", "Resource"})
_NAMES = frozenset(name for _, _, names in _KINDS for name in names)
HANDED = _NAMES | VIEW_NAMES | WIZARD_NAMES
"""Names of parameters whose types a class may declare."""


def _endings(classes: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(classes - _TOO_SHORT))


def declared_parameter(frame: Frame, receiver: Atom | None, name: str, method: str = "") -> Type | None:
    """The type of the parameter *name* of a *method* of *receiver*'s class; None when no framework says."""
    if name in VIEW_NAMES and receiver is not None:
        known = view_parameter(frame, receiver, name, method)
        if known is not None:
            return known
    if name in WIZARD_NAMES and (known := wizard_parameter(frame, receiver, name, method)) is not None:
        return known
    if name in USERS and receiver is not None and is_backend(frame, receiver):
        return stored_user(frame)
    if isinstance(receiver, Object):
        checked = _asked_about(frame, receiver, name, method) or _checked(frame, receiver, name, method)
        if checked is not None:
            return checked
    if name not in _NAMES or not isinstance(receiver, Object | ClassOf) or not isinstance(receiver.cls, Class):
        return None
    world, cls = frame.engine.world, receiver.cls
    # A project's own class of the same name promises nothing.
    if not any(
        name in names and (world.derives(cls, classes, package) or extends(frame, receiver, _endings(classes)))
        for package, classes, names in _KINDS
    ):
        return None
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


def _asked_about(frame: Frame, receiver: Object, name: str, method: str) -> Type | None:
    """Rows about which a permission is asked, or the label of a choice."""
    if name not in _ROWS:
        return None
    if method == "label_from_instance":
        return _labelled(frame, receiver)
    return permitted_rows(frame, receiver, method)


def _labelled(frame: Frame, receiver: Object) -> Type | None:
    """The rows among which a field of a form lets choose: `OrderField(queryset=Order.objects.all())`."""
    result = NOTHING
    for each in attribute(frame, receiver, "queryset", None):
        if type(each) is Query and each.shape != "values":
            result = join(result, one(Row, each.label, max(each.level & 3, INFERRED) | (each.level & ~3), STORED))
    return result or None


_OF_FIELD = "validate_"


def _checked(frame: Frame, receiver: Object, name: str, method: str) -> Type | None:
    """What a serializer hands to its own methods: `create(validated_data)`, `validate(attrs)`, `validate_order(value)`."""
    is_of_field = method.startswith(_OF_FIELD)
    if not (is_of_field or name == "validated_data" or method == "validate") or not is_serializer(frame, receiver):
        return None
    values = attribute(frame, receiver, "validated_data", None)
    if not is_of_field:
        return values
    field = method.removeprefix(_OF_FIELD)
    return next((item for each in values if type(each) is Record for key, item in each.items if key == field), None)
