"""Which kind of field a class is, told from its ancestors: Django's by name, a library's by what its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Bound, Class, Instance
from cutpoint.domain.values import Symbol, Value

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter

_RELATIONS = {
    "ForeignKey": RelationKind.FOREIGN_KEY,
    "OneToOneField": RelationKind.ONE_TO_ONE,
    "ManyToManyField": RelationKind.MANY_TO_MANY,
    "GenericForeignKey": RelationKind.GENERIC,
    "GenericRelation": RelationKind.GENERIC_RELATION,
}
# Classes of Django's that have no column, though their ancestors are fields.
_COLUMNLESS = {"ForeignObject", "CompositePrimaryKey", "Field.creation_counter"}
# Libraries name their relations after Django's: TreeForeignKey, ParentalKey, SortedManyToManyField …
_SUFFIXES = (
    ("ManyToManyField", RelationKind.MANY_TO_MANY),
    ("ManyToMany", RelationKind.MANY_TO_MANY),
    ("OneToOneField", RelationKind.ONE_TO_ONE),
    ("ForeignKey", RelationKind.FOREIGN_KEY),
    ("ForeignKeyField", RelationKind.FOREIGN_KEY),
    ("ParentalKey", RelationKind.FOREIGN_KEY),
    ("GenericRelation", RelationKind.GENERIC_RELATION),
)
_NOT_MODEL_FIELDS = (
    "forms",
    "serializers",
    "graphene",
    "wtforms",
    "rest_framework",
    "django_filters",
    "import_export",
    "marshmallow",
)


class FieldClass:
    """What is known of a field's class: its bare name, its kind (None for a plain column), and whether it has a column."""

    __slots__ = ("certain", "columnless", "kind", "name")

    def __init__(self, name: str, kind: RelationKind | None, *, columnless: bool = False, certain: bool = True) -> None:
        """*certain* when Django's own field class was found among the ancestors."""
        self.name = name
        self.kind = kind
        self.columnless = columnless
        self.certain = certain


def field_class(run: Interpreter, instance: Instance) -> FieldClass | None:
    """The field class that *instance* was made of; None when it is no model field."""
    callee = run.plain(instance.callee)
    if type(callee) is Symbol:
        return _of_symbol(callee.name, callee.last)
    if type(callee) is Bound and type(callee.function) is Symbol:
        return None
    if type(callee) is not Class:
        return None
    order = run.linear(callee)
    for base in order:
        found = _of_base(base, callee.name)
        if found is not None:
            return found
    return None


def _of_base(base: Value, name: str) -> FieldClass | None:
    if type(base) is Symbol:
        return _of_symbol(base.name, name)
    if type(base) is Class and base.module.name.startswith("django.contrib.contenttypes") and base.name in _RELATIONS:
        return FieldClass(name, _RELATIONS[base.name])
    return None


def _of_symbol(dotted: str, name: str) -> FieldClass | None:
    last = dotted.rpartition(".")[2]
    if dotted.startswith("django."):
        if ".db.models" not in dotted and not dotted.startswith(
            ("django.contrib.postgres", "django.contrib.contenttypes")
        ):
            return None
        if last in _RELATIONS:
            return FieldClass(name, _RELATIONS[last])
        if last in _COLUMNLESS:
            return FieldClass(name, None, columnless=True)
        if last == "Field" or last.endswith("Field") or last == "OrderWrt":
            return FieldClass(name, None)
        return None
    if any(part in _NOT_MODEL_FIELDS for part in dotted.split(".")) or dotted.startswith("builtins."):
        return None
    for suffix, kind in _SUFFIXES:
        if last.endswith(suffix):
            return FieldClass(name, kind, certain=False)
    return FieldClass(name, None, certain=False) if last.endswith("Field") and "." in dotted else None
