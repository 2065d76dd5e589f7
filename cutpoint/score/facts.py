"""Subjects → what every cut is measured by, gathered once: uses of models by functions, relations, transactions, imports."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import CONSEQUENCES, WRITES, Certainty
from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.source import Evidence, Role
from cutpoint.score.surroundings import and_around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.catalog import Import, Model, Relation
    from cutpoint.domain.transaction import Transaction
    from cutpoint.score.subjects import Subjects


# Code goes where it writes: what it only reads can be asked for.
WRITE, READ, JOIN, DECLARE = 3.0, 1.0, 0.5, 5.0


class Use(msgspec.Struct, frozen=True, order=True):
    """Code touches the table of a model."""

    path: str
    line: int
    function: str
    module: str
    model: str
    action: str
    """read, insert, update, delete or join."""
    via: str
    in_loop: bool
    through: str = ""
    """Of a join, the lookup."""
    kind: str = ""
    """Of a join, its class."""
    base: str = ""
    """Of a join, the model whose table the statement is about."""
    columns: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether it changes rows."""
        return self.action in WRITES

    @property
    def follows(self) -> bool:
        """Whether it follows from another write by itself."""
        return self.via in CONSEQUENCES

    @property
    def place(self) -> Evidence:
        """Where."""
        return Evidence(self.path, self.line)


class Link(msgspec.Struct, frozen=True):
    """A relation between two models that take sides."""

    model: str
    to: str
    relation: Relation

    @property
    def place(self) -> Evidence:
        """Where it is declared."""
        return Evidence(self.relation.path, self.relation.line)


class Extent(msgspec.Struct, frozen=True):
    """A transaction with the models that it writes and reads."""

    transaction: Transaction
    writes: tuple[str, ...]
    reads: tuple[str, ...]

    @property
    def place(self) -> Evidence:
        """Where it is opened."""
        return Evidence(self.transaction.path, self.transaction.line)


class Facts:
    """Everything that factors and bills look at; tuples are sorted by place."""

    def __init__(self, subjects: Subjects, *, blind: bool = False) -> None:
        self.subjects = subjects
        self.blind = blind
        """Whether apps are hidden."""

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Of every access that counts, one for its table and one for each table that it joins."""
        found: set[Use] = set()
        tables = self.subjects.of_table
        for access, function, module, place in self.subjects.doings:
            base = tables.get(access.table or "", "")
            head = (place.path, place.line, function, module)
            if base:
                found.add(
                    Use(*head, base, str(access.action), access.via, access.in_loop, columns=access.columns or ())
                )
            for join in access.joins:
                model = tables.get(join.table, "")
                if model and model != base:
                    found.add(Use(*head, model, "join", access.via, access.in_loop, join.through, join.kind, base))
        return tuple(sorted(found))

    @cached_property
    def uses_of_function(self) -> dict[str, tuple[Use, ...]]:
        """By function, sorted by its name."""
        found: defaultdict[str, list[Use]] = defaultdict(list)
        for use in self.uses:
            found[use.function].append(use)
        return {function: tuple(found[function]) for function in sorted(found)}

    @cached_property
    def written_by(self) -> dict[str, frozenset[str]]:
        """By function, and by module, the models that code there writes by itself."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for use in self.uses:
            if use.writes and not use.follows:
                found[use.function].add(use.model)
                found[use.module].add(use.model)
        return {name: frozenset(models) for name, models in found.items()}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Relations between models of ours, sorted by place; those to a model itself are inside of any cut."""
        subjects = self.subjects
        found = [
            Link(model.label, to, relation)
            for model in subjects.models.values()
            for relation in model.relations
            if (to := subjects.standing_for(relation.to)) is not None
            and to != model.label
            and relation.kind is not RelationKind.GENERIC
        ]
        return tuple(
            sorted(found, key=lambda link: (link.relation.path, link.relation.line, link.model, link.relation.name))
        )

    @cached_property
    def leanings_of_function(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """By function, how strongly it goes where each model goes that it uses."""
        found: dict[str, tuple[tuple[str, float], ...]] = {}
        for function, uses in self.uses_of_function.items():
            weights: defaultdict[str, float] = defaultdict(float)
            for use in uses:
                # What a cascade or a receiver does is no reason for code that deletes or saves to go there.
                weight = 0.0 if use.follows else WRITE if use.writes else JOIN if use.action == "join" else READ
                weights[use.model] += weight
            found[function] = tuple(weights.items())
        return found

    @cached_property
    def leanings_of_module(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """The same by module, by what its functions use and what it declares."""
        weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for module, models in self.models_of_module.items():
            for model in models:
                weights[module][model.label] += DECLARE
        for function, leanings in self.leanings_of_function.items():
            for model_used, weight in leanings:
                weights[self.uses_of_function[function][0].module][model_used] += weight
        return {module: tuple(found.items()) for module, found in weights.items()}

    def heaviest_first(self, labels: Iterable[str]) -> tuple[str, ...]:
        """*labels*, those first that most relations point at."""
        pointing = Counter(link.to for link in self.links)
        return tuple(sorted(labels, key=lambda label: (-pointing[label], label)))

    @cached_property
    def extents(self) -> tuple[Extent, ...]:
        """Transactions that write models of ours, sorted by place; generic ones are told by those who use them."""
        tables = self.subjects.of_table
        found: list[Extent] = []
        for each in self.subjects.analysis.transactions:
            if each.is_generic or each.is_nested:
                continue
            written = {
                tables[touched.table]
                for touched in each.written
                if touched.table in tables and touched.certainty is not Certainty.POSSIBLE
            }
            read = {
                tables[touched.table]
                for touched in each.read
                if touched.table in tables and touched.certainty is not Certainty.POSSIBLE
            }
            if written:
                found.append(Extent(each, tuple(sorted(written)), tuple(sorted(read))))
        return tuple(sorted(found, key=lambda extent: (extent.place, extent.transaction.end_line)))

    @cached_property
    def role_of_module(self) -> dict[str, Role]:
        """What each module of ours is for."""
        return {module.name: module.role for module in self.subjects.analysis.catalog.modules}

    @cached_property
    def app_of_module(self) -> dict[str, str | None]:
        """The app that each module lies in."""
        return {module.name: module.app for module in self.subjects.analysis.catalog.modules}

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Imports of code by code that run: not those of tests, migrations and annotations."""
        roles = self.role_of_module
        return tuple(
            each
            for each in sorted(self.subjects.analysis.catalog.imports)
            if each.scope != "typing"
            and roles.get(each.importer) is Role.CODE
            and roles.get(each.imported) is Role.CODE
        )

    @cached_property
    def models_of_module(self) -> dict[str, tuple[Model, ...]]:
        """The models that each module declares."""
        found: defaultdict[str, list[Model]] = defaultdict(list)
        for model in self.subjects.models.values():
            found[model.module].append(model)
        return {module: tuple(models) for module, models in found.items()}

    @cached_property
    def models_of_app(self) -> dict[str, tuple[str, ...]]:
        """Labels by app, both sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for label, model in self.subjects.models.items():
            found[model.app].append(label)
        return {app: tuple(found[app]) for app in sorted(found)}

    @cached_property
    def models_of_package(self) -> dict[str, tuple[str, ...]]:
        """Labels by package and module, of all that hold models, whatever lies between; both sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for label, model in self.subjects.models.items():
            for package in and_around(model.module):
                found[package].append(label)
        return {package: tuple(found[package]) for package in sorted(found)}

    @cached_property
    def packages_of_apps(self) -> dict[str, tuple[str, ...]]:
        """Labels by package, of packages that hold models of several apps, but not all models."""
        models = self.subjects.models
        return {
            package: held
            for package, held in self.models_of_package.items()
            if len(held) < len(models) and len({models[label].app for label in held}) > 1
        }
