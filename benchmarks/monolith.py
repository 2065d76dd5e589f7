"""A seed and sizes go in, a Django monolith of that size comes out: apps with everything that a grown one has.

Models with relations across apps, services that call each other, views, serializers, forms, signals, tasks, admin, urls,
raw SQL, migrations and tests. The same seed and sizes give the same bytes.
"""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from monolith_files import (
    App,
    File,
    Model,
    name_back,
    text_of_face,
    text_of_migration,
    text_of_models,
    text_of_urls,
)

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


def write_monolith(folder: Path, files: int, lines: int, apps: int, seed: int) -> tuple[int, int]:
    """Write *files* files with *lines* lines or a few more, spread over *apps* apps; how many they became."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    every = _apps(apps, chance)
    # Every app has a package for each kind, and one file of urls.
    left = files - 4 - len(every) * (len(_SHARES) + 2)
    for number, app in enumerate(every):
        _name_files(app, left // len(every) + (number < left % len(every)), chance)
    _relate(every, chance)
    done = _write(folder, _project(every))
    for number, app in enumerate(every):
        # What others have too much or too little is made up for.
        length = (lines * (number + 1) / len(every) - done[1]) / sum(map(len, app.files.values()))
        more = _write(folder, _texts(app, length, chance))
        done = (done[0] + more[0], done[1] + more[1])
    return done


def _write(folder: Path, texts: Iterable[tuple[str, str]]) -> tuple[int, int]:
    files = lines = 0
    for path, text in texts:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        files, lines = files + 1, lines + text.count("\n")
    return files, lines


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
                target.many.append(name_back(model, place))


def _project(every: list[App]) -> Iterator[tuple[str, str]]:
    included = "".join(f'    path("{app.name}/", include("{app.name}.urls")),\n' for app in every)
    yield "manage.py", "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'project.settings')\n"
    yield "project/__init__.py", ""
    yield "project/settings.py", _SETTINGS.format(installed="".join(f'    "{app.name}",\n' for app in every))
    yield "project/urls.py", f"{_ROOT_URLS}{included}]\n"


def _texts(app: App, length: float, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield f"{app.name}/__init__.py", ""
    viewed: list[str] = []
    for kind, names in app.files.items():
        yield f"{app.name}/{kind}/__init__.py", text_of_face(app) if kind == "models" else ""
        for number, name in enumerate(names):
            target = length * chance.uniform(0.5, 1.5)
            match kind:
                case "models":
                    text = text_of_models(app, name, chance)
                case "migrations":
                    text = text_of_migration(app, names[:number], target, chance)
                case _:
                    text = File(app, kind, name, chance, viewed).text(target)
            yield f"{app.name}/{kind}/{name}.py", text
    yield f"{app.name}/urls.py", "".join(text_of_urls(app, viewed))


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
