"""Analysis → the relations between models: who has the column needs whom it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence
from cutpoint.draw.needs import Need, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.analysis import Analysis


def needs(analysis: Analysis) -> Iterator[Need]:
    """One for each relation of a model that has rows; those of tables that Django makes by itself are their owner's."""
    tables = {model.label: model.table for model in analysis.catalog.models}
    for model in analysis.catalog.models:
        if model.abstract or model.swapped or model.auto_created:
            continue
        for relation in model.relations:
            if relation.to in tables:
                yield Need(
                    Rows(model.label, model.table),
                    Rows(relation.to, tables[relation.to]),
                    str(relation.kind),
                    Evidence(relation.path, relation.line),
                )
