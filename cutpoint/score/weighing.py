"""Facts + graph + weights → Weighing: the numbers by which a page comes to the same scores and bills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.sensitivity import is_sensitive
from cutpoint.domain.source import Role
from cutpoint.domain.weighing import Weighing
from cutpoint.score.join_classes import class_of_join

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cutpoint.score.cutting import Cutting


def weighing_of(cutting: Cutting) -> Weighing:
    """Everything in the order in which `Parting` and the factors go through it."""
    facts, graph, subjects = cutting.facts, cutting.graph, cutting.subjects
    models = {label: at for at, label in enumerate(subjects.labels)}
    apps = {app: at for at, app in enumerate(facts.models_of_app)}
    modules = {module: at for at, module in enumerate(facts.app_of_module)}
    functions = {function: at for at, function in enumerate(facts.leanings_of_function)}
    catalog = subjects.analysis.catalog
    migrations = [each for each in catalog.modules if each.role is Role.MIGRATION]
    roles = facts.role_of_module
    return Weighing(
        models=tuple(models),
        apps=tuple(apps),
        app_of_model=tuple(apps[subjects.models[label].app] for label in models),
        columns=tuple(len(subjects.models[label].fields) for label in models),
        sensitive=tuple(sum(is_sensitive(field.name) for field in subjects.models[label].fields) for label in models),
        modules=tuple(modules),
        app_of_module=tuple(apps.get(app or "", -1) for app in facts.app_of_module.values()),
        module_leanings=tuple(_flat(facts.leanings_of_module.get(module, ()), models) for module in modules),
        functions=tuple(functions),
        module_of_function=tuple(modules.get(facts.uses_of_function[name][0].module, -1) for name in functions),
        row_model=tuple(models.get(subjects.row_classes.get(name.rpartition(".")[0], ""), -1) for name in functions),
        function_leanings=tuple(_flat(facts.leanings_of_function[name], models) for name in functions),
        uses=tuple(
            (
                functions[use.function],
                models[use.model],
                use.action,
                use.via,
                int(use.in_loop),
                use.path,
                use.line,
                models.get(use.base, -1),
                str(class_of_join(use)) if use.action == "join" else "",
            )
            for use in facts.uses
        ),
        links=tuple(
            (
                models[link.model],
                models[link.to],
                link.relation.name,
                str(link.relation.kind),
                link.relation.on_delete or "",
                link.relation.path,
                link.relation.line,
            )
            for link in facts.links
        ),
        extents=tuple(
            (
                tuple(models[label] for label in extent.writes),
                tuple(models[label] for label in extent.reads),
                extent.transaction.function,
                extent.place.path,
                extent.place.line,
            )
            for extent in facts.extents
        ),
        imports=tuple(
            (modules[each.importer], modules[each.imported], each.path, each.line)
            for each in facts.imports
            if each.importer in modules and each.imported in modules
        ),
        test_imports=tuple(
            (modules[each.importer], modules[each.imported], each.path, each.line)
            for each in sorted(catalog.imports)
            if roles.get(each.importer) is Role.TEST and each.imported in modules
        ),
        migrations=tuple((modules[each.name], apps.get(each.app or "", -1)) for each in migrations),
        migration_paths=tuple(each.path for each in migrations),
        neighbors=tuple(
            tuple(part for other, weight in found for part in (float(other), weight)) for found in graph.neighbors
        ),
        degrees=tuple(graph.degrees),
        weights=tuple(sorted(cutting.weights.items())),
    )


def _flat(leanings: Iterable[tuple[str, float]], models: Mapping[str, int]) -> tuple[float, ...]:
    return tuple(part for label, weight in leanings for part in (float(models[label]), weight))
