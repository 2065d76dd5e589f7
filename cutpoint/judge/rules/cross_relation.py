"""A model of one service has a foreign key, a many-to-many field or a parent link to a model of another service.

The database holds the two together: constraints and cascades reach across, and so do the lookups that follow the relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

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
            if other is None or services.of_model(other.label) == source:
                continue
            target = services.of_model(other.label)
            kind = "the parent of" if relation.kind == "parent" else "by a constraint" if relation.db_constraint else ""
            related = (
                (Place(other.path, other.line, other.line, f"{other.label} is declared here"),) if other.ours else ()
            )
            yield Finding(
                key=Key(
                    RULE.name,
                    source,
                    target,
                    other.table or other.label,
                    relation.kind.value,
                    model.module,
                    model.name,
                    relation.name,
                ),
                place=Place(relation.path, relation.line, relation.line),
                severity=Severity.OFF,
                evidence=f"{model.label}.{relation.name} ({relation.kind.value}) points at {other.label}",
                meaning=f"The rows of {source} and {target} are tied together"
                + (" by a constraint of the database." if kind == "by a constraint" else "."),
                move=f"Keep the id alone ({relation.name}_id), and ask {target} for the rest.",
                related=related,
            )
