"""Facts + graph + weights → Weighing: the numbers by which a page comes to the same scores and bills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import Role
from cutpoint.domain.weighing import Weighing
from cutpoint.score.join_classes import class_of_join
from cutpoint.score.placing import HARDLY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cutpoint.domain.catalog import Import
    from cutpoint.score.cutting import Cutting
    from cutpoint.score.facts import Facts
    from cutpoint.score.observations import Extent, Link, Use

    Numbers = Mapping[str, int]


def weighing_of(cutting: Cutting) -> Weighing:
    """Everything in the order in which `Parting` and the factors go through it."""
    facts, graph, subjects = cutting.facts, cutting.graph, cutting.subjects
    models = cutting.ground.number
    known = {**facts.third_parties, **subjects.models}
    groups = {group: at for at, group in enumerate(facts.models_of_group)}
    apps = {app: at for at, app in enumerate(facts.models_of_app)}
    modules = {module: at for at, module in enumerate(facts.app_of_module)}
    functions = {function: at for at, function in enumerate(facts.leanings_of_function)}
    migrations = [each for each in subjects.analysis.catalog.modules if each.role is Role.MIGRATION]
    homes, home_of_module = _homes(facts, models)
    return Weighing(
        models=tuple(models),
        ours=len(subjects.labels),
        groups=tuple(groups),
        group_of_model=tuple(groups[facts.group_of[label]] for label in subjects.labels),
        is_blind=facts.blind,
        apps=tuple(apps),
        app_of_model=tuple(apps[subjects.models[label].app] for label in subjects.labels),
        columns=tuple(len(known[label].fields) for label in models),
        sensitive=tuple(int(count) for count in cutting.ground.columns[1]),
        modules=tuple(modules),
        app_of_module=tuple(apps.get(app or "", -1) for app in facts.app_of_module.values()),
        module_leanings=tuple(_flat(facts.leanings_of_module.get(module, ()), models) for module in modules),
        homes=homes,
        home_of_module=home_of_module,
        hardly=HARDLY,
        functions=tuple(functions),
        module_of_function=tuple(modules.get(facts.uses_of_function[name][0].module, -1) for name in functions),
        row_model=tuple(models.get(subjects.row_classes.get(name.rpartition(".")[0], ""), -1) for name in functions),
        function_leanings=tuple(_flat(facts.leanings_of_function[name], models) for name in functions),
        written=tuple(_written(facts, name, models) for name in functions),
        module_written=tuple(_written(facts, module, models) for module in modules),
        alike=tuple(cutting.ground.alike[1].tolist()),
        rarities=tuple(facts.rarity_of_function[name] for name in functions),
        uses=tuple(_use(use, functions, models) for use in facts.uses),
        links=tuple(_link(link, models) for link in facts.links),
        extents=tuple(_extent(extent, models) for extent in facts.extents),
        calls=tuple(_calls(facts, functions, modules)),
        imports=tuple(_imports(facts.imports, modules)),
        test_imports=tuple(_imports(_of_tests(facts), modules)),
        migrations=tuple((modules[each.name], apps.get(each.app or "", -1)) for each in migrations),
        migration_paths=tuple(each.path for each in migrations),
        neighbors=tuple(
            tuple(part for other, weight in found for part in (float(other), weight)) for found in graph.neighbors
        ),
        degrees=tuple(graph.degrees),
        weights=tuple(sorted(cutting.weights.items())),
    )


def _of_tests(facts: Facts) -> Iterator[Import]:
    roles = facts.role_of_module
    return (each for each in sorted(facts.subjects.analysis.catalog.imports) if roles.get(each.importer) is Role.TEST)


def _calls(facts: Facts, functions: Numbers, modules: Numbers) -> Iterator[tuple[int | str, ...]]:
    for call in facts.calls:
        caller, module = functions.get(call.caller, -1), modules.get(call.module, -1)
        yield call.caller, caller, module, functions[call.callee], call.path, call.line


def _homes(facts: Facts, models: Numbers) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    known: dict[tuple[str, ...], int] = {}
    found: list[int] = []
    for module, app in facts.app_of_module.items():
        held = facts.home_of(module, app)
        found.append(known.setdefault(held, len(known)) if held else -1)
    return tuple(_numbers(held, models) for held in known), tuple(found)


def _written(facts: Facts, name: str, models: Numbers) -> tuple[int, ...]:
    return _numbers(sorted(facts.written_by.get(name, ())), models)


def _use(use: Use, functions: Numbers, models: Numbers) -> tuple[int | str, ...]:
    asked = str(class_of_join(use)) if use.action == "join" else ""
    head = (functions[use.function], models[use.model], use.action, use.via, int(use.in_loop))
    return (*head, use.path, use.line, models.get(use.base, -1), asked)


def _link(link: Link, models: Numbers) -> tuple[int | str, ...]:
    relation = link.relation
    ends = (models[link.model], models[link.to])
    return (*ends, relation.name, str(relation.kind), relation.on_delete or "", relation.path, relation.line)


def _extent(extent: Extent, models: Numbers) -> tuple[tuple[int, ...], str, str, int]:
    return _numbers(extent.named, models), extent.transaction.function, extent.place.path, extent.place.line


def _imports(imports: Iterable[Import], modules: Numbers) -> Iterator[tuple[int | str, ...]]:
    for each in imports:
        if each.importer in modules and each.imported in modules:
            yield modules[each.importer], modules[each.imported], each.path, each.line


def _numbers(labels: Iterable[str], models: Numbers) -> tuple[int, ...]:
    return tuple(models[label] for label in labels)


def _flat(leanings: Iterable[tuple[str, float]], models: Numbers) -> tuple[float, ...]:
    return tuple(part for label, weight in leanings for part in (float(models[label]), weight))
