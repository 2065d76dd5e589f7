"""The settings module's names after static execution -> Settings, and the installed apps with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.catalog import Settings
from cutpoint.domain.objects import Bound, Class, Instance, Module
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import Either, Guess, Mapping, Place, Sequence, Unknown, Unlikely, Value
from cutpoint.resolve.execution.attributes import MISSING, attribute_of
from cutpoint.resolve.execution.doubts import why_unknown
from cutpoint.resolve.execution.targets import iterate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.settings_choice import Choice


def _as_value(said: object) -> Value:
    """A setting that the user gives, as static execution has values."""
    if isinstance(said, tuple) and any(isinstance(item, tuple) for item in said):
        return Mapping(dict(said))
    return Sequence(list(said), [None] * len(said)) if isinstance(said, tuple) else said


_VENDORS = (
    ("sqlite", "sqlite"),
    ("spatialite", "sqlite"),
    ("postg", "postgresql"),
    ("mysql", "mysql"),
    ("oracle", "oracle"),
)


class Entry(msgspec.Struct, frozen=True):
    """One item of INSTALLED_APPS."""

    name: str
    path: str
    line: int
    conditional: bool
    unlikely: bool = False
    """Only installed on a branch that the settings' defaults do not take."""


class SettingsReading:
    """What the settings say; look names up with `lookup`, also while the settings are still running."""

    def __init__(
        self, run: Interpreter, module: str | None, holder: str | None = None, given: Iterable[tuple[str, object]] = ()
    ) -> None:
        """Hand *run* its settings, those of the class *holder* if one is named; *given* ones win. Nothing runs yet."""
        self._run = run
        self._module = module
        self._named = holder
        self._given = {name: _as_value(said) for name, said in given}
        self._holder: Class | None = None
        self.endings: list[tuple[Place, str]] = []
        """Where what the settings run ends before its last line, and the words for it."""
        self.handed: list[tuple[Value, str, Place]] = []
        """What the settings hand to code that isn't here, the name of that code, and where."""
        self.blind_spots: list[BlindSpot] = []
        run.setting = self.lookup

    def read(self) -> None:
        """Run the settings module, and find the class that holds the settings where classes do."""
        if self._module is None:
            return
        endings, self._run.handed = len(self._run.endings), self.handed
        module = self._run.import_module(self._module, None)
        if type(module) is not Module:
            return
        self._run.run_module(module)
        self.endings, self._run.handed = self._run.endings[endings:], None
        named = self._run.plain(module.env.get(self._named)) if self._named else None
        if type(named) is Class:
            self._holder = named
        elif "INSTALLED_APPS" not in module.env:
            self._holder = self._settings_class(module)

    def _settings_class(self, module: Module) -> Class | None:
        """The class with the longest INSTALLED_APPS, as django-configurations has them."""
        found: list[tuple[int, int, Class]] = []
        for index, value in enumerate(module.env.values()):
            cls = self._run.plain(value)
            if type(cls) is Class:
                apps = self._of_holder(cls, "INSTALLED_APPS")
                if apps is not MISSING and type(self._run.plain(apps)) in (Sequence, tuple):
                    found.append((-len(iterate(self._run, apps, None)[0]), index, cls))
        return min(found, key=lambda item: item[:2])[2] if found else None

    def _of_holder(self, cls: Class, name: str) -> Value:
        """A setting that a class holds, as an attribute or as a property."""
        value = attribute_of(self._run, Instance(cls, [], {}, Place(cls.path, cls.line)), name)
        return MISSING if type(value) is Bound else value

    def lookup(self, name: str) -> tuple[bool, Value]:
        """(said, value) of a setting: the project's, or Django's default."""
        if name in self._given:
            return True, self._given[name]
        own = self.own(name)
        if own is not MISSING:
            return True, own
        if name in self._run.added_settings:
            return True, self._run.added_settings[name]
        defaults = self._run.import_module("django.conf.global_settings", None)
        if type(defaults) is Module:
            self._run.run_module(defaults)
            if name in defaults.env:
                return True, defaults.env[name]
        return False, None

    def is_given(self, name: str) -> bool:
        """Whether the user says the setting."""
        return name in self._given

    @property
    def module(self) -> Module | None:
        """The settings module, once it was looked for."""
        return self._run.modules.get(self._module) if self._module else None

    def own(self, name: str) -> Value:
        """What the project's own settings say, or MISSING."""
        if self._holder is not None:
            value = self._of_holder(self._holder, name)
            if value is not MISSING:
                return value
        value = self.module.env.get(name, MISSING) if self.module is not None else MISSING
        return MISSING if type(value) is Unlikely else value

    def problems(self) -> list[BlindSpot]:
        """Why files of the settings could not be read, if any could not."""
        files = self._run.index.files_at
        facts = [(path, self._run.read(file)) for path in self.chain() for file in files(path)]
        return [BlindSpot(path, *problem) for path, found in facts if found.failed for problem in found.problems]

    def installed_apps(self) -> list[Entry]:
        """The readable items of INSTALLED_APPS in order, once each; the others are blind spots."""
        found, value = self.lookup("INSTALLED_APPS")
        entries: dict[str, Entry] = {}
        if not found or (self._module is None and "INSTALLED_APPS" not in self._given):
            return []
        self._add_entries(value, entries)
        return list(entries.values())

    def note_unreadable_apps(self) -> None:
        """Say that no item of INSTALLED_APPS could be read, unless the file could not be parsed: that is said already."""
        module = self.module
        file = module.found.file if module is not None else None
        if file is not None and self._run.read(file).failed:
            return
        place = self.place_of("INSTALLED_APPS")
        reason = "INSTALLED_APPS could not be read: every package with models or an AppConfig is taken for an app"
        self.blind_spots.append(BlindSpot(place.path, place.line, "unreadable-setting", reason))

    def _add_entries(self, value: Value, entries: dict[str, Entry]) -> None:
        items, places = iterate(self._run, value, None)
        if type(self._run.plain(value)) is tuple:
            places = self._tuple_places(len(items)) or places
        for item, place in zip(items, places, strict=True):
            name = self._run.plain(item)
            if isinstance(name, str):
                at = place or self.place_of("INSTALLED_APPS")
                entry = Entry(name, at.path, at.line, at.conditional, at.unlikely)
                known = entries.get(name)
                if known is None or (known.conditional, known.unlikely) > (entry.conditional, entry.unlikely):
                    entries[name] = entry
                continue
            origin = place or (name.place if type(name) is Unknown else None) or self.place_of("INSTALLED_APPS")
            reason = why_unknown(name)
            self.blind_spots.append(
                BlindSpot(origin.path, origin.line, "unreadable-setting", f"an item of INSTALLED_APPS: {reason}")
            )

    def database_vendor(self) -> Value:
        """What `connection.vendor` says of the default database, a guess where the settings only have a default."""
        databases = self._value("DATABASES")
        default = self._run.plain(databases.items.get("default")) if type(databases) is Mapping else None
        engine = self._run.force(default.items.get("ENGINE")) if type(default) is Mapping else None
        name = self._run.plain(engine)
        if not isinstance(name, str):
            return Unknown("the vendor of the database")
        last = name.rpartition(".")[2]
        vendor = next((vendor for word, vendor in _VENDORS if word in last), last)
        return Guess(vendor) if engine is not name else vendor

    def alternative_labels(self) -> frozenset[str]:
        """Labels of apps whose models some branch puts in the place of others: `AUTH_USER_MODEL = "other.User"`."""
        module = self.module
        if module is None:
            return frozenset()
        labels: set[str] = set()
        for name, value in module.env.items():
            if name.endswith("_MODEL") and name.isupper():
                others = value.options[1:] if type(value) is Either else (value,) if type(value) is Unlikely else ()
                texts = [text for text in map(self._run.plain, others) if isinstance(text, str)]
                labels.update(text.partition(".")[0] for text in texts if text.count(".") == 1)
        return frozenset(labels)

    def _tuple_places(self, length: int) -> list[Place | None] | None:
        """The places of the items of a tuple of that *length* that some module of the chain assigns."""
        for module in self._run.modules.values():
            lines = module.lines.get("INSTALLED_APPS", ())
            if len(lines) == length and module.found.ours:
                return [Place(module.path, line) for line in lines]
        return None

    def place_of(self, name: str) -> Place:
        """Where the settings first assign INSTALLED_APPS, or the file that has *name*: the place of what has none of its own."""
        module = self.module
        chain = [m for m in self._run.modules.values() if m.found.ours and m.found.file and name in m.env]
        for candidate in [module, *chain]:
            file = candidate.found.file if candidate is not None else None
            clues = self._run.read(file).clues if file is not None else ()
            line = next((line for kind, _, line in clues if kind == "assigns-apps" and name == "INSTALLED_APPS"), None)
            if file is not None and line is not None:
                return Place(file.path, line)
        return Place(module.path if module else "", 0)

    def chain(self) -> tuple[str, ...]:
        """Paths of the settings files that were read, in the order of reading."""
        modules = [module for module in self._run.modules.values() if module.found.ours and module.state == "done"]
        return tuple(
            dict.fromkeys([*(module.path for module in modules if "settings" in module.name), *self._run.included])
        )

    def summary(self, choice: Choice, apps: list[Entry], apps_from: str) -> Settings:
        """The settings that matter for reading a project."""
        text = self._text
        return Settings(
            module=choice.settings,
            chain=self.chain(),
            found_by=choice.found_by,
            candidates=tuple(c for c in choice.candidates if c != choice.settings),
            installed_apps=tuple(entry.name for entry in apps),
            auth_user_model=text("AUTH_USER_MODEL") or "auth.User",
            swappable=(),
            databases=tuple(self._keys("DATABASES")),
            database_routers=tuple(self._texts("DATABASE_ROUTERS")),
            middleware=tuple(self._texts("MIDDLEWARE")),
            root_urlconf=text("ROOT_URLCONF"),
            atomic_requests=tuple(self._atomic_databases()),
            apps_from=apps_from,
        )

    def _value(self, name: str) -> Value:
        found, value = self.lookup(name)
        return self._run.plain(value) if found else None

    def _text(self, name: str) -> str | None:
        value = self._value(name)
        return str(value) if isinstance(value, str) else None

    def _texts(self, name: str) -> list[str]:
        value = self._value(name)
        if type(value) not in (Sequence, tuple):
            return []
        return [str(item) for item in map(self._run.plain, iterate(self._run, value, None)[0]) if isinstance(item, str)]

    def _keys(self, name: str) -> list[str]:
        value = self._value(name)
        return [str(key) for key in value.items if isinstance(key, str)] if type(value) is Mapping else []

    def _atomic_databases(self) -> list[str]:
        value = self._value("DATABASES")
        if type(value) is not Mapping:
            return []
        aliases = []
        for alias, database in value.items.items():
            options = self._run.plain(database)
            if type(options) is Mapping and isinstance(alias, str):
                decided, likely = self._run.truth(options.items.get("ATOMIC_REQUESTS", False))
                if likely if decided is None else decided:
                    aliases.append(alias)
        return aliases
