"""Relations that cross → columns without a constraint, and what does the work of on_delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import ForeignKeyPlan
from cutpoint.domain.catalog import RelationKind
from cutpoint.propose.words import model_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cutpoint.domain.catalog import Model
    from cutpoint.domain.crossing import Crossing, CrossingLink

_DELETED = {
    "CASCADE": "event {event}: the rows that have its id are deleted by their own side",
    "SET_NULL": "event {event}: the column is emptied by its own side",
    "SET_DEFAULT": "event {event}: the column gets its default from its own side",
    "SET": "event {event}: the column gets its value from its own side",
    "PROTECT": "guard: before any {word} is deleted, this side is asked whether anything points at it; a reconciliation query finds what slipped through",
    "RESTRICT": "guard: before any {word} is deleted, this side is asked whether anything points at it; a reconciliation query finds what slipped through",
    "DO_NOTHING": "reconciliation query: nothing was done before, and nothing is done now but to look",
}
_OTHER = "event {event}: the project's own function decides, on its own side"


def foreign_keys(crossing: Crossing) -> tuple[ForeignKeyPlan, ...]:
    """Sorted by model and field."""
    models = {model.label: model for model in crossing.models}
    return tuple(
        sorted((_plan(link, models) for link in crossing.links), key=lambda plan: (plan.model, plan.field, plan.to))
    )


def _plan(link: CrossingLink, models: Mapping[str, Model]) -> ForeignKeyPlan:
    relation = link.relation
    word = model_word(link.to)
    said = _DELETED.get(relation.on_delete or "", _OTHER)
    return ForeignKeyPlan(
        model=link.model,
        field=relation.name,
        to=link.to,
        kind=str(relation.kind),
        on_delete=relation.on_delete,
        becomes=_becomes(link, word),
        replaced_by=_through_table(link) if _is_many(link) else said.format(event=f"{word}_deleted", word=word),
        path=relation.path,
        line=relation.line,
        column=_column(models.get(link.model), relation.name),
        key=_key(models.get(link.to), relation.to_field),
    )


def _column(model: Model | None, field: str) -> str | None:
    return next((each.column for each in model.fields if each.name == field), None) if model is not None else None


def _key(model: Model | None, field: str | None) -> str | None:
    if field is not None:
        return _column(model, field)
    return next((each.column for each in model.fields if each.primary_key), None) if model is not None else None


def _is_many(link: CrossingLink) -> bool:
    return link.relation.kind in {RelationKind.MANY_TO_MANY, RelationKind.GENERIC_RELATION}


def _becomes(link: CrossingLink, word: str) -> str:
    relation = link.relation
    match relation.kind:
        case RelationKind.MANY_TO_MANY:
            return f"a table of pairs on the side of {link.model}, with the bare id of each {word}"
        case RelationKind.PARENT:
            return f"the shared key alone: {link.model} keeps its own columns, and a copy of those of {link.to} that it needs"
        case RelationKind.GENERIC | RelationKind.GENERIC_RELATION:
            return "the label of the model as text, and the bare id"
        case _:
            return f"{relation.name}_id, a column with an index and without a constraint (db_constraint=False first)"


def _through_table(link: CrossingLink) -> str:
    return f"event {model_word(link.to)}_deleted: pairs with its id are deleted by their own side"
