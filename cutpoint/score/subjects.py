"""Analysis → what can be cut: the models of ours with rows, and which of them each table and each model belongs to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.lookups.followers import followers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.access import Access
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.catalog import Model


class Subjects:
    """The models that take a side, asked by label or table; what comes out is sorted."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        concrete = sorted(
            (model for model in analysis.catalog.models if model.ours and not model.abstract and not model.swapped),
            key=_by_label,
        )
        self.followed = followers_of(concrete)
        """Proxies and automatic many-to-many models, by label: the model whose side they take."""
        self.models: dict[str, Model] = {
            model.label: model for model in concrete if not (model.auto_created or model.label in self.followed)
        }
        self._concrete = concrete

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Those that take a side by themselves, sorted."""
        return tuple(self.models)

    @cached_property
    def followers(self) -> tuple[Model, ...]:
        """Those that take the side of another one, and automatic ones that nobody declares; sorted."""
        return tuple(model for model in self._concrete if model.label not in self.models)

    def standing_for(self, label: str | None) -> str | None:
        """The model that takes a side for the one called *label*; None when none of ours does."""
        return label if label in self.models else self.followed.get(label or "")

    @cached_property
    def of_table(self) -> dict[str, str]:
        """The model that takes a side for each table."""
        found: dict[str, str] = {}
        for model in self.models.values():
            if model.table is not None and not model.proxy:
                found.setdefault(model.table, model.label)
        for model in self.followers:
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
