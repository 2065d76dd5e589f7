"""INSTALLED_APPS -> apps, by the rules of Django's AppConfig.create."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.catalog import App
from cutpoint.domain.objects import Class, Module
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.values import Symbol, Value
from cutpoint.resolve.execution.attributes import MISSING, of_class

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.settings_reading import Entry


class InstalledApp:
    """An app and the class that configures it, if there is one."""

    def __init__(self, app: App, config: Class | None) -> None:
        """Hold both."""
        self.app = app
        self.config = config


class InstalledApps:
    """All apps in the order in which they are installed."""

    def __init__(self, run: Interpreter) -> None:
        """No apps yet."""
        self._run = run
        self.apps: list[InstalledApp] = []
        self.missing: list[Entry] = []
        """Entries of which no source was found."""
        self.alternatives: frozenset[str] = frozenset()
        """Labels of apps that are only installed to put their models in the place of others."""
        self.alternative_apps: list[App] = []
        self.blind_spots: list[BlindSpot] = []
        self._by_name: dict[str, InstalledApp] = {}
        self._labels: dict[str, InstalledApp] = {}
        self._cache: dict[str, str | None] = {}

    def install(self, entries: Iterable[Entry], *, assumed: bool = False) -> None:
        """Make an app of each entry; a second app with a label is a blind spot, as Django would refuse it."""
        for entry in entries:
            installed = self._app(entry, assumed=assumed)
            if entry.unlikely and installed.app.label in self.alternatives:
                self.alternative_apps.append(installed.app)
                continue
            known = self._labels.get(installed.app.label)
            if known is not None and (
                known.app.name == installed.app.name or not self._relabeled(known, installed, entry)
            ):
                continue
            self._labels[installed.app.label] = installed
            self._by_name[installed.app.name] = installed
            self._by_name.setdefault(_package_of(installed.app.name, installed.config), installed)
            self.apps.append(installed)
        self._cache.clear()

    def _relabeled(self, known: InstalledApp, installed: InstalledApp, entry: Entry) -> bool:
        """Whether *installed* stays beside the app *known* of the same label: where one has no source, its label is only guessed."""
        label = installed.app.label
        other = next((each for each in (known, installed) if self._is_guessed(each)), None)
        if other is None:
            reason = (
                f"two apps have the label {label}: {known.app.name} and {installed.app.name}; the second is left out"
            )
            self.blind_spots.append(BlindSpot(entry.path, entry.line, "duplicate-label", reason))
            return False
        reason = f"{known.app.name} and {installed.app.name} would have the label {label}; that of {other.app.name}, of which there is no source, is not known"
        self.blind_spots.append(BlindSpot(entry.path, entry.line, "duplicate-label", reason))
        unlike = other.app.name
        while unlike in self._labels:
            unlike += "?"
        other.app = msgspec.structs.replace(other.app, label=unlike)
        self._labels[unlike] = other
        return True

    def _is_guessed(self, installed: InstalledApp) -> bool:
        """Whether the label of an app is the last part of its name only because there is no config to ask."""
        found = self._run.index.find(installed.app.name)
        return installed.config is None and (found is None or found.stand_in)

    def app_of_module(self, module: str) -> App | None:
        """The innermost app around the module."""
        name = module
        while name:
            installed = self._by_name.get(name)
            if installed is not None:
                return installed.app
            name = name.rpartition(".")[0]
        return None

    def label_of_module(self, module: str) -> str | None:
        """The label of the innermost app around the module."""
        if module not in self._cache:
            app = self.app_of_module(module)
            self._cache[module] = app.label if app else None
        return self._cache[module]

    def _app(self, entry: Entry, *, assumed: bool) -> InstalledApp:
        config = self._config(entry.name)
        name = self._config_text(config, "name") or self._name_without_config(entry.name)
        found = self._run.index.find(name)
        label = self._config_text(config, "label") or name.rpartition(".")[2]
        if found is None or found.stand_in:
            self.missing.append(entry)
        ours = found is not None and found.ours
        found = self._run.index.find(_package_of(name, config)) or found
        file = found.file if found and not found.stand_in else None
        path = (
            str(PurePosixPath(file.path).parent) if file and found and found.is_package else file.path if file else ""
        )
        if ours and file is None:
            path = self._folder_of(name)
        installed = "assumed" if assumed else "conditional" if entry.conditional else "yes"
        evidence = Evidence(entry.path, entry.line) if entry.path else None
        app = App(label=label, name=name, path=path, ours=ours, installed=installed, evidence=evidence)
        return InstalledApp(app, config)

    def _folder_of(self, name: str) -> str:
        prefix = f"{name}."
        inside = sorted(path for path, module in self._run.index.names.items() if module.startswith(prefix))
        if not inside:
            return ""
        depth = self._run.index.names[inside[0]].count(".") - name.count(".")
        folder = PurePosixPath(inside[0])
        for _ in range(depth + (1 if inside[0].endswith("__init__.py") else 0)):
            folder = folder.parent
        return str(folder)

    def _name_without_config(self, entry: str) -> str:
        """`shop.apps.ShopConfig` whose class has no readable name is most likely the app `shop`."""
        if self._run.index.find(entry) is not None:
            return entry
        parts = entry.split(".")
        if parts[-1][:1].isupper() and len(parts) > 1:
            parts = parts[:-1]
            if parts[-1] in ("apps", "app", "config", "application") and len(parts) > 1:
                parts = parts[:-1]
        return ".".join(parts)

    def _config(self, entry: str) -> Class | None:
        run = self._run
        found = run.index.find(entry)
        if found is None:
            module, _, name = entry.rpartition(".")
            if not module or run.index.find(module) is None:
                return None
            value = run.force(run.member(module, name))
            cls = run.plain(value)
            return cls if type(cls) is Class else None
        package = run.import_module(entry, None)
        return self._default_config(entry, package)

    def _default_config(self, entry: str, package: Value) -> Class | None:
        run = self._run
        named = run.plain(run.member(entry, "default_app_config")) if type(package) is Module else None
        automatic = run.constants.get("django.VERSION", (5,)) >= (3, 2)
        if automatic and run.index.find(f"{entry}.apps") is not None:
            configs = self._configs_in(f"{entry}.apps")
            if len(configs) == 1 and self._is_default(configs[0]) is not False:
                return configs[0]
            default = [config for config in configs if self._is_default(config)]
            if len(default) == 1:
                return default[0]
        if isinstance(named, str) and "." in named:
            module, _, name = named.rpartition(".")
            cls = run.plain(run.member(module, name))
            return cls if type(cls) is Class else None
        return None

    def _configs_in(self, module_name: str) -> list[Class]:
        module = self._run.import_module(module_name, None)
        if type(module) is not Module:
            return []
        self._run.run_module(module)
        values = (self._run.plain(value) for value in list(module.env.values()))
        return [value for value in dict.fromkeys(v for v in values if type(v) is Class) if self._is_config(value)]

    def _is_config(self, cls: Class) -> bool:
        if self._is_default(cls) is False:
            return False
        # Without the source of a library's own AppConfig, its name is as good a sign.
        return any(type(base) is Symbol and base.last.endswith("Config") for base in self._run.linear(cls))

    def _is_default(self, cls: Class) -> bool | None:
        value = self._run.plain(cls.attributes.get("default"))
        return value if isinstance(value, bool) else None

    def _config_text(self, config: Class | None, name: str) -> str | None:
        if config is None:
            return None
        value = of_class(self._run, config, name)
        text = None if value is MISSING else self._run.plain(value)
        return str(text) if isinstance(text, str) else None


def _package_of(name: str, config: Class | None) -> str:
    """Where the app *name* has its code: around the module of a config that is called like it, `name = __name__` in `shop/apps.py`."""
    is_module = config is not None and config.module.name == name and not config.module.found.is_package
    return (name.rpartition(".")[0] or name) if is_module else name
