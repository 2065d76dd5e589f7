"""A link: one way from a model to another, as an accessor on its rows and as a word of its queries."""

import msgspec

from cutpoint.domain.catalog import Field, Model, Relation, RelationKind


class Link(msgspec.Struct, frozen=True):
    """One side of a relation."""

    name: str
    """The accessor on an instance: `order`, `order_set`; one with a `+` is hidden, and no code can write it."""
    query_name: str
    """The word for `filter(...)`; empty when there is none, as for hidden links and generic foreign keys."""
    model: str
    """Label of the model that has the accessor."""
    target: str | None
    """Label of the model it leads to; None for a generic foreign key, and where only run time knows."""
    kind: RelationKind
    forward: bool
    many: bool
    """Whether the accessor gives a related manager, and not a row."""
    through: str | None
    """Label of the model between, for many-to-many."""
    relation: Relation
    declared_by: str
    """Label of the model whose field this is: *model* when forward, *target* when not."""
    null: bool
    """Whether the column behind it may be empty; false where there is none."""


_ONE = frozenset({RelationKind.ONE_TO_ONE, RelationKind.PARENT})
_MANY = frozenset({RelationKind.MANY_TO_MANY, RelationKind.GENERIC_RELATION})


def forward_link(model: Model, relation: Relation, target: str | None, through: str | None) -> Link:
    """The side on which *relation* is declared."""
    return Link(
        name=relation.name,
        query_name="" if relation.kind is RelationKind.GENERIC else relation.name,
        model=model.label,
        target=target,
        kind=relation.kind,
        forward=True,
        many=relation.kind in _MANY,
        through=through,
        relation=relation,
        declared_by=model.label,
        null=_is_null(model.fields, relation.name),
    )


def reverse_link(model: Model, relation: Relation, target: str, through: str | None) -> Link:
    """The side on *target*, at which the *relation* of *model* points, by the naming rules of ForeignObjectRel."""
    name = model.name.lower()
    is_one = relation.kind in _ONE
    given = relation.related_name
    return Link(
        name=given or (name if is_one else f"{name}_set"),
        query_name=relation.related_query_name or ("" if given is not None and given.endswith("+") else given or name),
        model=target,
        target=model.label,
        kind=relation.kind,
        forward=False,
        many=not is_one,
        through=through,
        relation=relation,
        declared_by=model.label,
        null=_is_null(model.fields, relation.name),
    )


def _is_null(fields: tuple[Field, ...], name: str) -> bool:
    return any(field.null for field in fields if field.name == name)
