"""Analysis → what can be cut: the models of ours with rows, and which of them each table and each model belongs to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.access import Access
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.catalog import Model


class Subjects:
    """The models that take a side, asked by label or table; what comes out is sorted."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        concrete = [
            model for model in analysis.catalog.models if model.ours and not model.abstract and not model.swapped
        ]
        self.models: dict[str, Model] = {
            model.label: model for model in sorted(concrete, key=_by_label) if not model.auto_created
        }

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Those that take a side by themselves, sorted."""
        return tuple(self.models)

    @cached_property
    def followed(self) -> dict[str, str]:
        """The model whose side an automatic many-to-many model takes: the one that declares the field."""
        found: dict[str, str] = {}
        for model in self.models.values():
            for relation in model.relations:
                if relation.through in self.automatic:
                    found.setdefault(relation.through, model.label)
        return found

    @cached_property
    def automatic(self) -> dict[str, Model]:
        """Automatic many-to-many models of ours, by label."""
        return {model.label: model for model in self.analysis.catalog.models if model.auto_created and model.ours}

    @cached_property
    def of_table(self) -> dict[str, str]:
        """The model that takes a side for each table."""
        found: dict[str, str] = {}
        for model in self.models.values():
            if model.table is not None and not model.proxy:
                found.setdefault(model.table, model.label)
        for model in self.automatic.values():
            owner = self.followed.get(model.label)
            if model.table is not None and owner is not None:
                found.setdefault(model.table, owner)
        return found

    @cached_property
    def accesses(self) -> tuple[Access, ...]:
        """Those that count: what is only possible makes nobody a user."""
        return tuple(access for access in self.analysis.accesses if access.certainty is not Certainty.POSSIBLE)

    def touched(self, access: Access) -> Iterator[str]:
        """The models of the tables that *access* touches; one may come twice."""
        if access.table in self.of_table:
            yield self.of_table[access.table]
        for join in access.joins:
            if join.table in self.of_table:
                yield self.of_table[join.table]


def _by_label(model: Model) -> str:
    return model.label
