"""A relation: `order = ForeignKey(Order, CASCADE)` ties its model to the one that it points at.

A row that is deleted with another one is a part of it; one that only loses its link is less so. A multi-table parent
shares rows, so it is tied most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.cut import Channel, Tie, tie
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.catalog import Model, Relation
    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.RELATION

_OF_KIND = {
    RelationKind.PARENT: 4.0,
    RelationKind.ONE_TO_ONE: 2.0,
    RelationKind.FOREIGN_KEY: 1.0,
    RelationKind.MANY_TO_MANY: 1.0,
    RelationKind.GENERIC_RELATION: 0.5,
}
_OF_ON_DELETE = {"SET_NULL": 0.6, "SET_DEFAULT": 0.6, "SET": 0.6, "DO_NOTHING": 0.4}
_OPTIONAL = 0.7
"""Of a column that may be empty: a row can do without."""


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each relation between models of ours."""
    for model, relation, to, weight in weighed_relations(subjects):
        why = f"{model.label}.{relation.name} points at {to}"
        yield tie(model.label, to, CHANNEL, weight, why, Evidence(relation.path, relation.line))


def weighed_relations(subjects: Subjects) -> Iterator[tuple[Model, Relation, str, float]]:
    """Each relation between models of ours: who declares it, where it points, and how much it ties."""
    for model in subjects.models.values():
        optional = {field.name for field in model.fields if field.null}
        for relation in model.relations:
            to = subjects.standing_for(relation.to)
            if to is None or to == model.label or relation.kind not in _OF_KIND:
                continue
            if relation.through in subjects.models:
                # The model in between has its own relations to both.
                continue
            weight = _OF_KIND[relation.kind] * _OF_ON_DELETE.get(relation.on_delete or "", 1.0)
            yield model, relation, to, weight * (_OPTIONAL if relation.name in optional else 1.0)
