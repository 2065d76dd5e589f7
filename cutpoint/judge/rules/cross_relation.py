"""A model of one service points at a model of another service.

Judged: foreign keys, one-to-one and many-to-many fields, and the link to a parent whose rows a model shares, of each model
with rows of its own. What an abstract model declares is found once for every model that inherits it.

Evidence: the field, and where the other model is declared.

Why: the database holds both tables together by constraints and cascades, and code follows the relation without a thought:
most reads and joins across begin with one.

To mend: keep the id as a plain value, and ask the other service for what belongs to it.

    [tool.cutpoint.rules]
    cross-relation = "warning"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.catalog import Model, Relation
    from cutpoint.judge.case import Case

RULE = Rule("cross-relation", "A model of one service points at a model of another service.", Severity.NOTE)


def findings(case: Case) -> Iterator[Finding]:
    """One for each relation between models of ours, or from one of ours to one of others, that crosses."""
    services = case.services
    for model in case.analysis.catalog.models:
        if model.abstract or model.auto_created or not model.ours:
            continue
        source = services.of_model(model.label)
        for relation in model.relations:
            other = case.model_named.get(relation.to) if relation.to is not None else None
            if other is not None and services.of_model(other.label) != source:
                yield _finding(case, model, relation, other, source)


def _finding(case: Case, model: Model, relation: Relation, other: Model, source: str) -> Finding:
    target = case.services.of_model(other.label)
    subject = other.table or other.label
    tie = (
        " by a constraint of the database" if relation.db_constraint and relation.kind in _HELD_BY_A_CONSTRAINT else ""
    )
    related = (Place(other.path, other.line, other.line, f"{other.label} is declared here"),) if other.ours else ()
    return Finding(
        key=Key(
            rule=RULE.name,
            source=source,
            target=target,
            subject=subject,
            action=relation.kind.value,
            module=model.module,
            function=model.name,
            expression=relation.name,
        ),
        place=Place(relation.path, relation.line, relation.line),
        severity=Severity.OFF,
        evidence=_evidence(model, relation, other),
        meaning=f"Rows of {source} and {target} are tied together{tie}: neither can leave the database alone.",
        move=_MOVES.get(relation.kind, _KEEP_THE_ID).format(
            name=relation.name, facade=case.whom_to_ask(target, subject)
        ),
        related=related,
    )


def _evidence(model: Model, relation: Relation, other: Model) -> str:
    if relation.kind is RelationKind.PARENT:
        return f"{model.label} inherits from {other.label}, and shares its rows"
    return f"{model.label}.{relation.name}, a {_KINDS[relation.kind]}, points at {other.label}"


_HELD_BY_A_CONSTRAINT = {
    RelationKind.FOREIGN_KEY,
    RelationKind.ONE_TO_ONE,
    RelationKind.MANY_TO_MANY,
    RelationKind.PARENT,
}
_KINDS = {
    RelationKind.FOREIGN_KEY: "foreign key",
    RelationKind.ONE_TO_ONE: "one-to-one field",
    RelationKind.MANY_TO_MANY: "many-to-many field",
    RelationKind.GENERIC: "generic foreign key",
    RelationKind.GENERIC_RELATION: "generic relation",
}
_KEEP_THE_ID = "Keep {name}_id as a plain value, and ask {facade} for the rest."
_MOVES = {
    RelationKind.PARENT: "Make it a model of its own that keeps the id of the other.",
    RelationKind.MANY_TO_MANY: "Keep the pairs in a model of its own that holds the id of the other side as a plain value.",
    RelationKind.GENERIC_RELATION: "Ask {facade} for them, by the id.",
}
