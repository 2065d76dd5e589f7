"""Django's start, rehearsed: settings, apps, models modules, `ready()` — in that order, on static execution."""

from __future__ import annotations

import importlib.machinery
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from cutpoint.disk.reading import read_regular
from cutpoint.domain.objects import Bound, Class, Function, Instance, Module
from cutpoint.domain.source import Role
from cutpoint.domain.values import Place, Symbol
from cutpoint.resolve.documents import Documents
from cutpoint.resolve.entry_points import EntryPoints
from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.execution.interpreter import Interpreter
from cutpoint.resolve.execution.opaque import package_of
from cutpoint.resolve.execution.scripts import run_main
from cutpoint.resolve.installed_apps import InstalledApps
from cutpoint.resolve.models.libraries import FIELD_CONSTRUCTS
from cutpoint.resolve.models.meta import Meta
from cutpoint.resolve.module_index import ModuleIndex
from cutpoint.resolve.settings_doubts import unknown_as_a_whole
from cutpoint.resolve.settings_reading import Entry, SettingsReading

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.project import Project
    from cutpoint.domain.source import SourceFile
    from cutpoint.resolve.settings_choice import Choice

STAND_INS = str(Path(__file__).resolve().parent.parent / "stand_ins")


class Setup:
    """A monolith after its rehearsed start."""

    def __init__(
        self,
        project: Project,
        choice: Choice,
        read: Callable[[SourceFile], FileFacts],
        python_path: tuple[str, ...],
        outside: tuple[str, ...] = (),
        given: tuple[tuple[str, object], ...] = (),
        minor: frozenset[str] = frozenset(),
    ) -> None:
        """Start with *python_path*, of which *minor* entries give second names, and *outside* the root.

        `missing_folders` tells when more of it is needed, `misnaming` when other entries should be minor.
        """
        self._project = project
        self._choice = choice
        packages = [*outside, *project.packages]
        home = django_home(project.packages)
        self.index = ModuleIndex(project.files, python_path, packages, STAND_INS, minor, home)
        self.run = Interpreter(self.index, read)
        self.documents = Documents(project.root)
        self.run.document = self.documents.of
        self.run.entry_points = EntryPoints(project.root, project.packages).of
        self.run.is_abstract = lambda cls: Meta(self.run, cls).abstract
        self.run.option = lambda cls, name: Meta(self.run, cls).value(name)
        self.run.boundaries = frozenset(FIELD_CONSTRUCTS)
        self.run.constants.update(_django_constants(self.index))
        self.settings = SettingsReading(self.run, choice.settings, choice.holder, given)
        self.apps = InstalledApps(self.run)
        self.entries: list[Entry] = []
        self.apps_from = "configuration" if "INSTALLED_APPS" in dict(given) else "settings"
        self._configs: dict[str, Instance | None] = {}
        self.run.config_of = self._config_of

    def start(self) -> None:
        """Do what `django.setup()` does up to the loading of all models."""
        run = self.run
        self._enter()
        self.settings.read()
        run.constants["django.db.connection.vendor"] = self.settings.database_vendor()
        self.entries = self.settings.installed_apps()
        if not self.entries and not self._has_no_apps():
            # Whoever goes on without them is told of the apps that the folders show.
            if self._choice.settings is not None:
                self.settings.note_unreadable_apps()
            self.entries, self.apps_from = _assumed_entries(self._project, self.index), "folders"
        assumed = self.apps_from == "folders"
        run.constants["cutpoint.installed_apps"] = tuple(entry.name for entry in self.entries)
        run.app_label_of = self._label_of
        self.apps.alternatives = self.settings.alternative_labels()
        self.apps.install(self.entries, assumed=assumed)
        run.constants["cutpoint.installed_apps"] = tuple(
            dict.fromkeys([*(e.name for e in self.entries), *(i.app.name for i in self.apps.apps)])
        )
        run.constants["cutpoint.app_labels"] = tuple(installed.app.label for installed in self.apps.apps)
        run.eager_packages = {package_of(installed.app.name) for installed in self.apps.apps if not installed.app.ours}
        for installed in self.apps.apps:
            package = run.import_module(installed.app.name, None)
            importer = package if type(package) is Module else None
            if self.index.find(f"{installed.app.name}.models") is not None:
                run.import_module(f"{installed.app.name}.models", importer)

    def _has_no_apps(self) -> bool:
        """Whether INSTALLED_APPS is known and empty."""
        is_said = self._choice.settings is not None and self.settings.own("INSTALLED_APPS") is not MISSING
        return is_said and unknown_as_a_whole(self.run, self.settings, "INSTALLED_APPS") is None

    def get_ready(self) -> None:
        """Run `ready()` of every app of ours, once all models are there, and load the URLs."""
        for installed in self.apps.apps:
            self._ready(installed.config, installed.app.name, installed.app.label)
        # A Django that serves requests has loaded its URLs, and whatever their views import.
        found, value = self.settings.lookup("ROOT_URLCONF")
        name = self.run.plain(value) if found else None
        if isinstance(name, str) and self.index.is_ours(name):
            with self.run.routing_share():
                self.run.import_module(name, None)

    def _enter(self) -> None:
        """Run what starts Django, manage.py or the file that names the settings: it may put folders on the Python path."""
        root = self._choice.django_root
        starters = [f"{root}/manage.py".removeprefix("./")] if root is not None else []
        for path in dict.fromkeys([*starters, *([self._choice.named_in] if self._choice.named_in else [])]):
            name = self.index.names.get(path)
            found = self.index.find(name) if name else None
            if found is not None and found.file is not None and found.file.path == path:
                run_main(self.run, found)

    def _label_of(self, cls: Class) -> str | None:
        meta = self.run.plain(cls.attributes.get("Meta"))
        if type(meta) is Class:
            label = self.run.plain(meta.attributes.get("app_label"))
            if isinstance(label, str):
                return label
        return self.apps.label_of_module(cls.module.name)

    def _ready(self, config: Class | None, name: str, label: str) -> None:
        if name == "django.contrib.admin":
            for app in self.apps.apps:
                if self.index.is_ours(f"{app.app.name}.admin"):
                    self.run.import_module(f"{app.app.name}.admin", None)
            return
        if config is None or not config.module.found.ours:
            return
        ready = of_class(self.run, config, "ready")
        function = self.run.plain(ready) if ready is not MISSING else None
        instance = self._config_of(label)
        if type(function) is Function and instance is not None:
            with self.run.ready_share():
                self.run.call(Bound(function, instance), [], {}, Place(config.path, config.line))

    def _config_of(self, label: str) -> Instance | None:
        """The configuration of an app, made when it is first asked for; None when no app has this label."""
        if label not in self._configs:
            installed = next((each for each in self.apps.apps if each.app.label == label), None)
            self._configs[label] = None
            if installed is not None:
                name, config = installed.app.name, installed.config
                package = self.run.import_module(name, None)
                place = Place(config.path, config.line) if config is not None else Place(installed.app.path, 0)
                instance = Instance(config or Symbol("django.apps.AppConfig"), [name, package], {}, place)
                instance.attributes.update(name=name, label=label, module=package)
                instance.attributes["models_module"] = self.run.modules.get(f"{name}.models")
                self._configs[label] = instance
        return self._configs[label]

    def missing_folders(self) -> list[str]:
        """Folders that would have to be on the Python path for every installed app of ours to be found."""
        folders = [
            entry
            for entry in self.run.path_inserts
            if entry not in self.index.python_path and self._holds_python(entry)
        ]
        for entry in self.apps.missing:
            parts = entry.name.split(".")
            parts = parts[:-1] if parts[-1][:1].isupper() and len(parts) > 1 else parts
            top = parts[0]
            known = self.index.find(top)
            if known is not None and not known.ours:
                # A library that is described here: a package of ours may have its name somewhere below.
                continue
            homes = {
                file.path[: -len(f"/{top}/__init__.py")]
                for file in self._project.files
                if file.path.endswith(f"/{top}/__init__.py") and _holds(self._project, file.path, parts)
            }
            homes = {home for home in homes if not self.index.is_package(home) or self._may_be_app(home, parts)}
            if len(homes) == 1:
                folders += [home for home in homes if home not in self.index.python_path and home not in folders]
        return folders

    def misnaming(self) -> str | None:
        """An entry of the Python path that gives apps other names than INSTALLED_APPS has: a package on the path, mostly."""
        votes: Counter[str] = Counter()
        for entry in self.entries:
            found = self.index.find(entry.name) or self.index.find(entry.name.rpartition(".")[0])
            if found is None or not found.ours or found.file is None:
                continue
            is_named_so = entry.name.startswith(found.name)
            for each in self.index.python_path:
                if self.index.is_package(each) and found.file.path.startswith(f"{each}/"):
                    votes[each] += -1 if is_named_so else 1
        return next((each for each in self.index.python_path if votes[each] > 0), None)

    def _may_be_app(self, home: str, parts: list[str]) -> bool:
        """Whether *parts* below the package *home* are an app of ours that INSTALLED_APPS has under no longer name."""
        folder = "/".join([home, *parts])
        names = [self.index.names.get(f"{folder}/{last}.py", "") for last in ("models", "apps")]
        longer = [f"{entry.name}." for entry in self.entries if "." in entry.name]
        return any(names) and not any(name.startswith(each) for name in names for each in longer)

    def _holds_python(self, folder: str) -> bool:
        return any(file.path.startswith(f"{folder}/") for file in self._project.files)


def _holds(project: Project, init: str, parts: list[str]) -> bool:
    stem = init.removesuffix("/__init__.py").rpartition("/")[0] + "/" + "/".join(parts)
    wanted = {f"{stem}.py", f"{stem}/__init__.py"}
    return any(file.path in wanted for file in project.files)


def _assumed_entries(project: Project, index: ModuleIndex) -> list[Entry]:
    """Without settings, every package with models or an AppConfig is an app; Django's own two basic ones come along."""
    names: dict[str, str] = {}
    for file in project.files:
        found = re.search(r"^(?:(.*)/)?(?:models|apps)(?:/__init__)?\.py$", file.path)
        if found is None or file.role is Role.MIGRATION:
            continue
        module = index.names.get(file.path, "")
        package = module.rpartition(".")[0]
        if package and index.is_ours(package) and not package.endswith((".models", ".apps")):
            names.setdefault(package, file.path)
    basic = ["django.contrib.contenttypes", "django.contrib.auth"]
    entries = [Entry(name, "", 0, conditional=False) for name in basic if name not in names]
    return entries + [Entry(name, path, 1, conditional=False) for name, path in sorted(names.items())]


def django_home(packages: tuple[str, ...]) -> str | None:
    """Where to read Django's own apps: cutpoint's Django, unless the project's packages hold one. Nothing is imported."""
    if any((Path(folder) / "django" / "__init__.py").is_file() for folder in packages):
        return None
    spec = importlib.machinery.PathFinder.find_spec("django", [entry for entry in sys.path if entry])
    return str(Path(spec.origin).parent.parent) if spec is not None and spec.origin else None


def _django_constants(index: ModuleIndex) -> dict[str, object]:
    version = _django_version(index)
    return {"django.VERSION": version, "django.__version__": ".".join(map(str, version[:3]))}


_LARGEST_INIT = 1 << 20
_VERSION = re.compile(r"^VERSION\s*=\s*\((\d+),\s*(\d+),\s*(\d+)", re.MULTILINE)


def _django_version(index: ModuleIndex) -> tuple[object, ...]:
    found = index.find("django")
    if found is not None and found.file is not None:
        try:
            data = read_regular(found.file.location, _LARGEST_INIT, through_links=True)
            text = data.decode("utf-8", "replace")
        except OSError:
            text = ""
        version = _VERSION.search(text)
        if version:
            return (int(version[1]), int(version[2]), int(version[3]), "final", 0)
    return (5, 2, 0, "final", 0)
