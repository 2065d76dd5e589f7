"""Fields of models → the plain Python types that cross a boundary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.catalog import Field, Model, Relation

_BY_ENDING = (
    ("BigAutoField", "int"),
    ("AutoField", "int"),
    ("IntegerField", "int"),
    ("DecimalField", "Decimal"),
    ("MoneyField", "Decimal"),
    ("FloatField", "float"),
    ("BooleanField", "bool"),
    ("DateTimeField", "datetime"),
    ("DateField", "date"),
    ("TimeField", "time"),
    ("DurationField", "timedelta"),
    ("UUIDField", "UUID"),
    ("BinaryField", "bytes"),
    ("JSONField", "Json"),
    ("HStoreField", "Json"),
    ("ArrayField", "Json"),
)
"""The first ending that fits counts; whatever else there is in a column crosses as text."""
TEXT = "str"
JSON = "Json"
_IN_A_COLUMN = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE, RelationKind.PARENT})
_MOST_HOPS = 8


class PythonTypes:
    """Types of the columns of some models, asked by label."""

    def __init__(self, models: Iterable[Model]) -> None:
        self._models = {model.label: model for model in models}
        self._pointing: dict[tuple[str, str], str] = {}
        """(model, word of a query) → the model that points at it."""
        for model in self._models.values():
            for relation in model.relations:
                words = (relation.related_query_name, relation.related_name, model.name.lower())
                word = next((word for word in words if word), "")
                self._pointing.setdefault((relation.to or "", word), model.label)

    def model(self, label: str) -> Model | None:
        """The model with this label."""
        return self._models.get(label)

    def relation(self, label: str, name: str) -> Relation | None:
        """The relation of a model with this name, when a column has it; `order_id` is that of `order`."""
        model = self._models.get(label)
        if model is None:
            return None
        for relation in model.relations:
            if relation.kind in _IN_A_COLUMN and name in (relation.name, f"{relation.name}_id"):
                return relation
        return next((found for base in _parents(model) if (found := self.relation(base, name)) is not None), None)

    def to_many(self, label: str, name: str) -> str | None:
        """The model that a many-to-many relation of a model leads to, or that points back under this word."""
        model = self._models.get(label)
        if model is None:
            return None
        own = [relation.to for relation in model.relations if relation.name == name]
        return own[0] if own else self._pointing.get((label, name))

    def field(self, label: str, name: str) -> Field | None:
        """The column of a model by the name of its field; `pk` is the primary key's."""
        model = self._models.get(label)
        if model is None:
            return None
        if name == "pk":
            return next((field for field in model.fields if field.primary_key), None)
        own = next((field for field in model.fields if name in {field.name, f"{field.name}_id"}), None)
        if own is not None:
            return own
        return next((found for base in _parents(model) if (found := self.field(base, name)) is not None), None)

    def of_key(self, label: str, hops: int = 0) -> str:
        """Of the primary key: of one that is a relation, that of what it points at."""
        key = self.field(label, "pk")
        if key is None:
            # A model of another package, or one of whose base there is no source: Django's own default.
            return "int"
        relation = self.relation(label, key.name)
        if relation is not None and relation.to is not None and hops < _MOST_HOPS:
            return self.of_key(relation.to, hops + 1)
        return plain_type(key)

    def of_any_field(self, name: str) -> str | None:
        """What fields of this name hold, when those of all models that have one hold the same."""
        found = {
            required(plain_type(field))
            for model in self._models.values()
            for field in model.fields
            if field.name == name
        }
        return found.pop() if len(found) == 1 and self.of_any_relation(name) is None else None

    def of_any_relation(self, name: str) -> str | None:
        """The model that relations of this name lead to, when those of all models that have one lead to the same."""
        found = {
            relation.to
            for model in self._models.values()
            for relation in model.relations
            if relation.kind in _IN_A_COLUMN and relation.name == name
        }
        return found.pop() if len(found) == 1 else None

    def of_field(self, label: str, name: str) -> str | None:
        """Of a column, with `| None` where it may be empty; None when there is no such column."""
        if name == "pk":
            return self.of_key(label)
        field = self.field(label, name)
        if field is None:
            return None
        relation = self.relation(label, field.name)
        if relation is not None and relation.to is not None:
            found = self.of_key(relation.to)
        else:
            found = self.of_key(label) if field.primary_key else plain_type(field)
        return f"{found} | None" if field.null else found


def _parents(model: Model) -> tuple[str, ...]:
    return tuple(
        relation.to for relation in model.relations if relation.kind is RelationKind.PARENT and relation.to is not None
    )


def plain_type(field: Field) -> str:
    """By the class of a field."""
    return next((found for ending, found in _BY_ENDING if field.type.endswith(ending)), TEXT)


def required(annotation: str) -> str:
    """*annotation* without None."""
    return annotation.removesuffix(" | None")


def optional(annotation: str) -> str:
    """*annotation* or None."""
    return annotation if annotation.endswith("None") else f"{annotation} | None"
