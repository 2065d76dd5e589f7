"""Subjects → what every cut is measured by, gathered once: uses of models by functions, relations, transactions, imports."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.flow import unpack_flow
from cutpoint.domain.source import Role
from cutpoint.score.commits import Commits
from cutpoint.score.grouping import groups_of
from cutpoint.score.observations import Call, Extent, Link, Use
from cutpoint.score.surroundings import and_around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.catalog import Import, Model
    from cutpoint.score.subjects import Subjects


# Code goes where it writes: what it only reads can be asked for.
WRITE, READ, JOIN, DECLARE = 3.0, 1.0, 0.5, 5.0


class Facts:
    """Everything that factors and bills look at; tuples are sorted by place."""

    def __init__(self, subjects: Subjects, *, blind: bool = False, group_by: str = "") -> None:
        """*group_by* is one of GROUPINGS, by default whatever says most."""
        self.subjects = subjects
        self.blind = blind
        """Whether apps are hidden."""
        self._group_by = group_by

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Of every access that counts, one for its table and one for each table that it joins."""
        found: set[Use] = set()
        tables = {**self.third_tables, **self.subjects.of_table}
        for access, function, module, place in self.subjects.doings:
            base = tables.get(access.table or "", "")
            if base in self.third_parties and (access.is_consequence or access.via == "admin"):
                # A log of what was done to ours is no need of it.
                continue
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
    def third_parties(self) -> dict[str, Model]:
        """Models of packages that models or code of ours need: they take a side, though nobody can choose to move them."""
        catalog, subjects = self.subjects.analysis.catalog, self.subjects
        known = {
            model.label: model
            for model in catalog.models
            if not (model.ours or model.abstract or model.swapped or model.proxy)
            and subjects.standing_for(model.label) is None
        }
        needed = {relation.to for model in subjects.models.values() for relation in model.relations}
        needed |= {access.model for access in subjects.accesses if access.model and not access.is_consequence}
        return {label: known[label] for label in sorted(known) if label in needed}

    @cached_property
    def third_tables(self) -> dict[str, str]:
        """The third-party model of each of their tables."""
        return {model.table: label for label, model in self.third_parties.items() if model.table is not None}

    @cached_property
    def rarity_of_function(self) -> dict[str, float]:
        """ln(n / m) / ln(n), where it touches m of n models by itself: general code works for whoever asks.

        Inverse document frequency, Spärck Jones 1972.
        """
        count = max(len(self.subjects.labels), 2)
        found: dict[str, float] = {}
        for function, uses in self.uses_of_function.items():
            touched = {use.model for use in uses if not use.follows and use.model in self.subjects.models}
            found[function] = log(count / min(max(len(touched), 1), count)) / log(count)
        return found

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
            if use.writes and not use.follows and use.model in self.subjects.models:
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
            if (to := subjects.standing_for(relation.to) or self._third(relation.to)) is not None
            and to != model.label
            and relation.kind is not RelationKind.GENERIC
        ]
        return tuple(
            sorted(found, key=lambda link: (link.relation.path, link.relation.line, link.model, link.relation.name))
        )

    def _third(self, label: str | None) -> str | None:
        return label if label in self.third_parties else None

    @cached_property
    def leanings_of_function(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """By function, how strongly it goes where each model goes that it uses."""
        found: dict[str, tuple[tuple[str, float], ...]] = {}
        for function, uses in self.uses_of_function.items():
            weights: defaultdict[str, float] = defaultdict(float)
            for use in uses:
                if use.model not in self.subjects.models:
                    continue
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
        commits = Commits(self.subjects)
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
                named = commits.named(each)
                found.append(Extent(each, *(tuple(sorted(labels)) for labels in (written, read, named))))
        return tuple(sorted(found, key=lambda extent: (extent.place, extent.transaction.end_line)))

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """Calls of functions that touch tables of ours by themselves, sorted by place; what calls itself is left out."""
        flow = unpack_flow(self.subjects.analysis.flow)
        modules = self.subjects.module_of_path
        found: set[Call] = set()
        for body, calls in enumerate(flow.calls):
            caller = flow.functions[flow.bodies[body]]
            head = (caller.name, modules.get(caller.path, ""))
            for at in range(0, len(calls), 3):
                number, line, when = calls[at : at + 3]
                callee = flow.functions[flow.bodies[number]]
                if callee.name != caller.name and self.touched_by(callee.name):
                    found.add(Call(caller.path, line, *head, callee.name, callee.path, callee.line, when))
        return tuple(sorted(found))

    def touched_by(self, function: str) -> tuple[Use, ...]:
        """What *function* reads and writes of ours by itself; what only joins is left out."""
        ours = self.subjects.models
        return tuple(
            use for use in self.uses_of_function.get(function, ()) if use.action != "join" and use.model in ours
        )

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
    def group_of(self) -> dict[str, str]:
        """The group of each model; blind, nobody knows of groups, and all are in one."""
        return dict.fromkeys(self.subjects.labels, "") if self.blind else groups_of(self.subjects, self._group_by)

    @cached_property
    def models_of_group(self) -> dict[str, tuple[str, ...]]:
        """Labels by group, both sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for label, group in self.group_of.items():
            found[group].append(label)
        return {group: tuple(found[group]) for group in sorted(found)}

    @cached_property
    def models_of_package(self) -> dict[str, tuple[str, ...]]:
        """Labels by package and module, of all that hold models, whatever lies between; both sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for label, model in self.subjects.models.items():
            for package in and_around(model.module):
                found[package].append(label)
        return {package: tuple(found[package]) for package in sorted(found)}

    def home_of(self, module: str, app: str | None) -> tuple[str, ...]:
        """The models of a module's app, or of the nearest package around it that holds any; blind, nobody knows of packages."""
        held = self.models_of_app.get(app or "", ())
        if held or self.blind:
            return held
        packages = self.models_of_package
        return next((packages[package] for package in and_around(module) if package in packages), ())
