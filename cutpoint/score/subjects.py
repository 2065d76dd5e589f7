"""Analysis → what can be cut: the models of ours with rows, and which of them each table and each model belongs to."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.access import Certainty
from cutpoint.domain.lookups.followers import followers_of
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.access import Access
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.catalog import Model


class Doing(NamedTuple):
    """An access, and the code that decided on it: its own, or what handed the table to general code."""

    access: Access
    function: str
    module: str
    place: Evidence


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

    @cached_property
    def doings(self) -> tuple[Doing, ...]:
        """Accesses that count, by who decided on them: general code does what others ask for, and is no party itself."""
        return tuple(doing for access in self.accesses for doing in self._doings_of(access))

    def _doings_of(self, access: Access) -> Iterator[Doing]:
        heads = {way[0] for way in access.ways if way}
        deciding = [head for head in sorted(heads) if head.path in self.module_of_path]
        for head in deciding:
            yield Doing(access, head.function, self.module_of_path[head.path], Evidence(head.path, head.line))
        if not deciding or not all(access.ways):
            yield Doing(access, access.function, access.module, Evidence(access.path, access.line))

    @cached_property
    def module_of_path(self) -> dict[str, str]:
        """The name of each module of ours by its path."""
        return {module.path: module.name for module in self.analysis.catalog.modules}

    @cached_property
    def row_classes(self) -> dict[str, str]:
        """Dotted names of classes of rows, and the model that takes a side for each: of an abstract one, if all agree."""
        models = self.analysis.catalog.models
        bases = {f"{model.module}.{model.name}": model.bases for model in models}
        abstract = {f"{model.module}.{model.name}" for model in models if model.abstract}
        found: dict[str, str] = {}
        of_base: defaultdict[str, set[str]] = defaultdict(set)
        for model in models:
            label = self.standing_for(model.label)
            if model.abstract or label is None:
                continue
            found[f"{model.module}.{model.name}"] = label
            stack = [*model.bases]
            met: set[str] = set()
            while stack:
                base = stack.pop()
                if base in abstract and base not in met:
                    met.add(base)
                    of_base[base].add(label)
                    stack.extend(bases[base])
        found.update((name, min(labels)) for name, labels in of_base.items() if len(labels) == 1)
        return dict(sorted(found.items()))

    def touched(self, access: Access) -> Iterator[str]:
        """The models of the tables that *access* touches; one may come twice."""
        if access.table in self.of_table:
            yield self.of_table[access.table]
        for join in access.joins:
            if join.table in self.of_table:
                yield self.of_table[join.table]


def _by_label(model: Model) -> str:
    return model.label
