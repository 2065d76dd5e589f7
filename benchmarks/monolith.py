"""A seed and sizes go in, a Django monolith of that size comes out: apps with everything that a grown one has.

Models with relations across apps, services that call each other, views, serializers, forms, signals, tasks, admin, urls,
raw SQL, migrations and tests. The same seed and sizes give the same bytes.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from monolith_texts import ALTERED, BLOCKS, HANDLER, HEADS, MIGRATION, MODEL, PLAIN

_AREAS = (  # noqa: SIM905
    "billing orders catalog shipping customers accounts payments stock pricing reviews "
    "support loyalty returns contracts ledger campaigns search reports audit messaging"
).split()
_PARTS = ("", "_archive", "_partner", "_internal", "_online")
_NOUNS = (  # noqa: SIM905
    "Account Address Agreement Batch Booking Bundle Carrier Charge Claim Contact Credit Delivery Device Discount Document "
    "Entry Event Fee Group Item Label Line Link Member Note Notice Offer Parcel Period Plan Policy Quote Rate Record Refund "
    "Region Inquiry Route Rule Segment Session Slot Source Stage Task Ticket Token Transfer Unit Voucher"
).split()
_KINDS = ("", "Draft", "Open", "Daily", "Shared", "Past")
_SHARES = {
    "models": 4,
    "services": 13,
    "views": 8,
    "serializers": 5,
    "selectors": 4,
    "tasks": 3,
    "forms": 2,
    "signals": 1,
    "admin": 2,
    "queries": 2,
    "migrations": 10,
    "tests": 46,
}
"""Of 100 files of an app, how many are of a kind; in six real projects, 42 to 76 % of the lines are tests and migrations."""
_TEXTS = ("title", "label", "code", "remark", "city", "reference", "channel", "language")
_NUMBERS = ("amount", "quantity", "weight", "position", "score", "balance")
_FLAGS = ("is_closed", "is_hidden", "is_paid", "is_old", "is_checked")
_MORE = (
    "details = models.JSONField(default=dict, blank=True)",
    "starts_on = models.DateField(null=True, blank=True)",
    "ends_on = models.DateField(null=True, blank=True)",
    "price = models.DecimalField(max_digits=12, decimal_places=2, default=0)",
    'email = models.EmailField(blank=True, default="")',
    'slug = models.SlugField(max_length=60, blank=True, default="")',
    'description = models.TextField(blank=True, default="")',
    "share = models.FloatField(default=0.0)",
    "uid = models.UUIDField(null=True, editable=False)",
)
_VIEW = re.compile(r"\n(?:def (close_\w+)|class (\w+)\((?:ListView|UpdateView|View)\))")
_LOGGER = "\nlogger = logging.getLogger(__name__)\n"


@dataclass(eq=False)
class Model:
    """One of the models of an app: a column of each type has a name that is drawn."""

    app: "App"
    name: str
    module: str
    text: str
    number: str
    flag: str
    to: list[tuple[str, "Model"]] = field(default_factory=list)
    """Foreign keys, the first of which every template may use."""
    many: list[str] = field(default_factory=list)

    @property
    def table(self) -> str:
        """Where its rows lie."""
        return f"{self.app.name}_{self.name.lower()}"


@dataclass(eq=False)
class App:
    """An app, its models, those that it knows, and the names of its files by kind."""

    name: str
    models: list[Model] = field(default_factory=list)
    known: list["App"] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)


def write_monolith(folder: Path, files: int, lines: int, apps: int, seed: int) -> tuple[int, int]:
    """Write *files* files with *lines* lines or a few more, spread over *apps* apps; how many they became."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    every = _apps(apps, chance)
    # Every app has a package for each kind, and one file of urls.
    left = files - 4 - len(every) * (len(_SHARES) + 2)
    for number, app in enumerate(every):
        _name_files(app, left // len(every) + (number < left % len(every)), chance)
    _relate(every, chance)
    written = total = 0
    for path, text in _texts(every, files, lines, chance):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        written, total = written + 1, total + text.count("\n")
    return written, total


def _apps(count: int, chance: random.Random) -> list[App]:
    every = [App(f"{area}{part}") for part in _PARTS for area in _AREAS][:count]
    for number, app in enumerate(every):
        # Mostly those that were there before, and a few in circles.
        app.known = chance.sample(every[: number + 1], min(number + 1, 4)) + chance.sample(every, 1)
    return every


def _name_files(app: App, count: int, chance: random.Random) -> None:
    named = 0
    for number, (kind, share) in enumerate(_SHARES.items()):
        wanted = count - named if number == len(_SHARES) - 1 else count * share // 100
        named += wanted
        start = {"tests": "test_", "migrations": ""}.get(kind, "")
        nouns = [chance.choice(_NOUNS).lower() for _ in range(wanted)]
        app.files[kind] = [
            f"{each:04}_{noun}" if kind == "migrations" else f"{start}{noun}_{each}"
            for each, noun in enumerate(nouns, 1)
        ]
    names = chance.sample([f"{kind}{noun}" for kind in _KINDS for noun in _NOUNS], 2 * len(app.files["models"]))
    columns = (_TEXTS, _NUMBERS, _FLAGS)
    app.models = [
        Model(app, name, app.files["models"][number // 2], *(chance.choice(each) for each in columns))
        for number, name in enumerate(names)
    ]


def _relate(every: list[App], chance: random.Random) -> None:
    for app in every:
        for number, model in enumerate(app.models):
            # In a ring, so that every one has another that leads back to it.
            targets = [app.models[(number + 1) % len(app.models)]]
            targets += [chance.choice(chance.choice(app.known).models) for _ in range(chance.choice((0, 0, 1, 2)))]
            for place, target in enumerate(targets):
                model.to.append((f"{target.name.lower()}_{place}", target))
                target.many.append(_name_back(model, place))


def _name_back(model: Model, place: int) -> str:
    return f"{model.app.name}_{model.name.lower()}_{place}s"


def _texts(every: list[App], files: int, lines: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    installed = "".join(f'    "{app.name}",\n' for app in every)
    yield "manage.py", "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'project.settings')\n"
    yield "project/__init__.py", ""
    yield "project/settings.py", _SETTINGS.format(installed=installed)
    yield (
        "project/urls.py",
        _ROOT_URLS + "".join(f'    path("{a.name}/", include("{a.name}.urls")),\n' for a in every) + "]\n",
    )
    # What has no code makes up for by the others.
    length = lines / (files - len(every) * (len(_SHARES) + 1))
    for app in every:
        yield f"{app.name}/__init__.py", ""
        viewed: list[str] = []
        for kind, names in app.files.items():
            yield f"{app.name}/{kind}/__init__.py", _face(app) if kind == "models" else ""
            for number, name in enumerate(names):
                target = length * chance.uniform(0.4, 1.5)
                match kind:
                    case "models":
                        text = _models(app, name, chance)
                    case "migrations":
                        text = _migration(app, names[:number], target, chance)
                    case _:
                        text = _File(app, kind, name, chance, viewed).text(target)
                yield f"{app.name}/{kind}/{name}.py", text
        yield f"{app.name}/urls.py", "".join(_urls(app, viewed))


class _File:
    """One file of code, which grows block by block and imports what it uses."""

    def __init__(self, app: App, kind: str, name: str, chance: random.Random, viewed: list[str]) -> None:
        self.app, self.kind, self.name = app, kind, name
        self.chance = chance
        self.viewed = viewed
        self.imports: set[str] = set()

    def text(self, length: float) -> str:
        """At least *length* lines of it."""
        blocks: list[str] = []
        if self.kind == "services":
            after = f"{self._call()}({{v}}.pk)" if self.chance.random() < 0.3 else "{v}"
            values = self._values("")
            blocks.append(HANDLER.format_map({**values, "name": self.name, "after": after.format_map(values)}))
        lines = 20
        while lines < length or not blocks:
            values = self._values(f"{self.name}_{len(blocks)}")
            is_plain = self.kind != "tests" and blocks and self.chance.random() < 0.5
            block = self.chance.choice(PLAIN if is_plain else BLOCKS[self.kind]).format_map(values)
            if self.kind == "views" and (found := _VIEW.match(block)):
                self.viewed.append(f"{self.name}.{found[1] or found[2] + '.as_view()'}")
            blocks.append(block)
            lines += block.count("\n") + 1
        head = HEADS[self.kind] + "\n" + "".join(sorted(self.imports))
        logger = _LOGGER if "logging" in head else ""
        return head + logger + "\n" + "\n".join(blocks)

    def _values(self, unique: str) -> dict[str, str]:
        model, other = self.chance.choice(self.app.models), self._other()
        relation, target = model.to[0]
        return {
            "f": unique,
            "app": self.app.name,
            "m": self._import(model),
            "v": model.name.lower(),
            "table": model.table,
            "text": model.text,
            "number": model.number,
            "flag": model.flag,
            "to": relation,
            "one": self._import(target),
            "t_text": target.text,
            "t_flag": target.flag,
            "many": self.chance.choice(model.many),
            "other": self._import(other),
            "o_text": other.text,
            "o_number": other.number,
            "o_flag": other.flag,
            "o_table": other.table,
            "call": self._call(),
        }

    def _other(self) -> Model:
        app = self.app if self.chance.random() < 0.7 else self.chance.choice(self.app.known)
        return self.chance.choice(app.models)

    def _import(self, model: Model) -> str:
        if model.app is self.app:
            self.imports.add(f"from {self.app.name}.models import {model.name}\n")
            return model.name
        name = f"{model.app.name.title().replace('_', '')}{model.name}"
        self.imports.add(f"from {model.app.name}.models import {model.name} as {name}\n")
        return name

    def _call(self) -> str:
        """A service of this app or of one that it knows: mostly one that stands before, so that few run in circles."""
        app = self.app if self.chance.random() < 0.8 else self.chance.choice(self.app.known)
        names = app.files["services"]
        place = names.index(self.name) if app is self.app and self.name in names else len(names)
        name = self.chance.choice(names[:place] if place and self.chance.random() < 0.95 else names)
        called = f"handle_{name}" if app is self.app else f"{app.name}_handle_{name}"
        if (app, name) != (self.app, self.name):
            renamed = "" if app is self.app else f" as {called}"
            self.imports.add(f"from {app.name}.services.{name} import handle_{name}{renamed}\n")
        return called


def _models(app: App, module: str, chance: random.Random) -> str:
    parts = ["from django.db import models\n"]
    for model in app.models:
        if model.module == module:
            more = chance.sample(_MORE, chance.randint(2, 6))
            for number, (name, target) in enumerate(model.to):
                on_delete = chance.choice(("CASCADE", "PROTECT", "SET_NULL"))
                back = _name_back(model, number)
                more.append(
                    f'{name} = models.ForeignKey("{target.app.name}.{target.name}", models.{on_delete}, null=True, '
                    f'related_name="{back}")'
                )
            values = {"m": model.name, "text": model.text, "number": model.number, "flag": model.flag}
            parts.append(MODEL.format_map({**values, "more": "".join(f"    {line}\n" for line in more)}))
    return "".join(parts)


def _migration(app: App, before: list[str], length: float, chance: random.Random) -> str:
    model = chance.choice(app.models)
    values = {"m": model.name, "v": model.name.lower(), "text": model.text, "number": model.number, "flag": model.flag}
    last = f'("{app.name}", "{before[-1]}")' if before else ""
    text = HEADS["migrations"] + MIGRATION.format_map({**values, "app": app.name, "before": last})
    while text.count("\n") < length:
        other = chance.choice(app.models)
        values = {"low": other.name.lower(), "text": other.text, "number": other.number, "flag": other.flag}
        text += ALTERED.format_map({**values, "size": text.count("\n") + 60})
    return text + "    ]\n"


def _urls(app: App, viewed: list[str]) -> Iterator[str]:
    yield "from django.urls import path\n\n"
    yield from sorted({f"from {app.name}.views import {each.partition('.')[0]}\n" for each in viewed})
    yield "\nurlpatterns = [\n"
    yield from (f'    path("{number}/<int:pk>/", {each}),\n' for number, each in enumerate(viewed))
    yield "]\n"


_SETTINGS = """SECRET_KEY = "x"
ROOT_URLCONF = "project.urls"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.admin",
    "rest_framework",
{installed}]
"""
_ROOT_URLS = "from django.urls import include, path\n\nurlpatterns = [\n"


def _face(app: App) -> str:
    return "".join(f"from .{model.module} import {model.name}\n" for model in app.models)
