"""Project + FileFacts -> Catalog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.catalog import Catalog, Module
from cutpoint.domain.pythons import STANDARD_MODULES
from cutpoint.domain.source import BlindSpot, Role
from cutpoint.resolve.import_edges import ImportEdges
from cutpoint.resolve.models.builder import ModelBuilder
from cutpoint.resolve.models.finish import ModelFinisher
from cutpoint.resolve.program import ResolvedProgram
from cutpoint.resolve.routing.routes import Routes
from cutpoint.resolve.schedules import schedules
from cutpoint.resolve.schema_texts import migration_packages, schema_texts
from cutpoint.resolve.settings_choice import choose, is_inside
from cutpoint.resolve.settings_doubts import doubtful_settings
from cutpoint.resolve.setup import Setup
from cutpoint.resolve.templates import Templates
from cutpoint.resolve.unknown_settings import refuse_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cutpoint.domain.catalog import App
    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.project import Options, Project
    from cutpoint.domain.source import SourceFile
    from cutpoint.resolve.settings_choice import Choice

# Each start may find more folders for the Python path; hand-made paths are settled after one or two.
_MOST_STARTS = 6


class Resolution(msgspec.Struct, frozen=True):
    """The catalog, the files and folders outside the project that it depends on, and the program behind it.

    `consulted` is asked at the end: whoever asks the program for more modules makes it grow.
    """

    catalog: Catalog
    consulted: Callable[[], tuple[str, ...]]
    program: ResolvedProgram


def resolve(
    project: Project, options: Options, facts: Mapping[str, FileFacts], read: Callable[[SourceFile], FileFacts]
) -> Resolution:
    """Everything in *project* that has a name. *read* gives the facts of files of theirs, *facts* holds those of ours."""
    choice = choose(project, options, facts)

    def facts_of(file: SourceFile) -> FileFacts:
        return facts[file.path] if file.ours and file.role is not Role.TEMPLATE else read(file)

    outside = tuple(entry for entry in options.python_path if not is_inside(project.root, entry))
    setup = _started(project, choice, facts_of, outside, options.given)
    refuse_unknown(setup.run, setup.settings, choice, options)
    builder = ModelBuilder(setup.run, setup.apps.label_of_module, lambda label: _auto_field(setup, label))
    builder.build_all()
    setup.get_ready()
    builder.build_late()
    routes = Routes(setup.run, lambda name: setup.settings.lookup(name)[1])
    routed = routes.all()
    clocks = schedules(setup.run, project.files, facts)
    builder.build_late()
    finisher = ModelFinisher(builder)
    models = finisher.finish()
    edges = ImportEdges(setup.index)
    imports = edges.resolve(project.files, facts)
    modules = _modules(project, setup, edges)
    blind_spots = {*routes.blind_spots, *setup.run.blind_spots, *setup.settings.blind_spots, *setup.apps.blind_spots}
    blind_spots |= {*_package_as_root(project), *doubtful_settings(setup.run, setup.settings)}
    blind_spots |= {*builder.blind_spots, *finisher.blind_spots, *_missing_apps(setup)}
    missing = [(name, count) for name, count in edges.missing.items() if not _is_known(setup, name)]
    absent = _without_source(setup, edges)
    catalog = Catalog(
        settings=msgspec.structs.replace(
            setup.settings.summary(choice, setup.entries, setup.apps_from), swappable=tuple(sorted(builder.swappable))
        ),
        apps=_apps(setup, {model.app for model in models}),
        models=models,
        modules=tuple(sorted(modules, key=lambda module: (module.name, module.path))),
        imports=imports,
        python_path=setup.index.python_path,
        missing_packages=_most_used_first(missing),
        without_source=_most_used_first(absent),
        blind_spots=tuple(sorted(blind_spots)),
        schema_texts=schema_texts(setup.run, project.files, facts, migration_packages(setup)),
        django=str(setup.run.constants["django.__version__"]),
    )
    program = ResolvedProgram(setup.run, builder, routed, clocks, Templates(setup, project.templates))
    return Resolution(catalog, lambda: tuple(sorted({*setup.index.consulted(), *setup.documents.consulted()})), program)


def _modules(project: Project, setup: Setup, edges: ImportEdges) -> list[Module]:
    """The files of ours under each name by which they are imported."""
    roles = {file.path: file.role for file in project.files}
    names = [(name, path) for path, name in setup.index.names.items() if path in roles] + [*edges.aliases.items()]
    return [
        Module(name, path, setup.apps.label_of_module(setup.index.names[path]), roles[path]) for name, path in names
    ]


def _started(
    project: Project,
    choice: Choice,
    facts_of: Callable[[SourceFile], FileFacts],
    outside: tuple[str, ...],
    given: tuple[tuple[str, object], ...],
) -> Setup:
    python_path = choice.python_path
    # A package that somebody puts on the path gives second names to what lies in it, unless the apps are called by them.
    packages = {file.path.rpartition("/")[0] for file in project.files if file.path.endswith("/__init__.py")}
    turned: set[str] = set()
    for _ in range(_MOST_STARTS):
        minor = (packages & {*python_path} - {choice.django_root}) ^ turned
        setup = Setup(project, choice, facts_of, python_path, outside, given, frozenset(minor))
        setup.start()
        more, wrong = setup.missing_folders(), setup.misnaming()
        if wrong is not None and wrong not in turned:
            turned.add(wrong)
        elif not more:
            break
        python_path = tuple(dict.fromkeys([*python_path, *more]))
    return setup


def _apps(setup: Setup, with_models: set[str]) -> tuple[App, ...]:
    apps = [installed.app for installed in setup.apps.apps]
    if setup.entries and apps and apps[-1].installed == "assumed":
        apps = [app for app in apps if not app.ours or app.label in with_models or _has_config(setup, app.name)]
    alternatives = [msgspec.structs.replace(app, installed="alternative") for app in setup.apps.alternative_apps]
    return tuple(sorted([*apps, *alternatives], key=lambda app: (app.label, app.name)))


def _has_config(setup: Setup, name: str) -> bool:
    return any(installed.config is not None for installed in setup.apps.apps if installed.app.name == name)


def _auto_field(setup: Setup, label: str) -> str:
    for installed in setup.apps.apps:
        if installed.app.label == label and installed.config is not None:
            value = setup.run.plain(setup.run.attribute(installed.config, "default_auto_field"))
            if isinstance(value, str):
                return value.rpartition(".")[2]
    found, value = setup.settings.lookup("DEFAULT_AUTO_FIELD")
    value = setup.run.plain(value) if found else None
    return value.rpartition(".")[2] if isinstance(value, str) else "AutoField"


def _missing_apps(setup: Setup) -> list[BlindSpot]:
    return [
        BlindSpot(entry.path, entry.line, "app-without-source", f"{entry.name} is installed and has no source here")
        for entry in setup.apps.missing
        if not any(spot.reason.startswith(entry.name) for spot in setup.apps.blind_spots)
    ]


def _package_as_root(project: Project) -> list[BlindSpot]:
    """A package without a manage.py inside was most likely meant to be read from the folder above it."""
    paths = {file.path for file in project.files}
    if "__init__.py" not in paths or project.django_roots:
        return []
    reason = "the analyzed folder is a package itself: analyze the folder above it, so that its own name is known"
    return [BlindSpot("__init__.py", 0, "root-is-package", reason)]


def _most_used_first(counted: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))


def _without_source(setup: Setup, edges: ImportEdges) -> list[tuple[str, int]]:
    apps = {entry.name.partition(".")[0] for entry in setup.apps.missing}
    found = {name for name in {*edges.missing, *apps} if not setup.index.has_source_of_the_project(name)}
    return [(name, edges.missing[name]) for name in found - STANDARD_MODULES]


def _is_known(setup: Setup, name: str) -> bool:
    return name in STANDARD_MODULES or setup.index.find(name) is not None
