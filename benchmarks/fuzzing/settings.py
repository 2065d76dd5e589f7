"""Documents that settings come out of: examples, how they are made odd, and settings that read them."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec
from fuzzing.documents import odd_json, odd_lines, odd_toml

from cutpoint.discover.project import discover
from cutpoint.domain.errors import CutpointError
from cutpoint.domain.facts import FileFacts
from cutpoint.domain.project import Options
from cutpoint.domain.source import SourceFile
from cutpoint.pipeline import facts_of
from cutpoint.resolve.resolve import resolve

SETTINGS_TOML = """\
[default]
INSTALLED_APPS = ["shop"]
ROOT_URLCONF = "config"
DEBUG = false
[default.DATABASES.default]
ENGINE = "django.db.backends.postgresql"
[development]
installed_apps = ["billing", "dynaconf_merge"]
AUTH_USER_MODEL = "shop.Order"
[global.MIGRATION_MODULES]
dynaconf_merge = ["shop"]
shop = "shop.migrations"
"""
SETTINGS_YAML = """\
default: &default
  INSTALLED_APPS: &apps
    - shop
    - "billing"
  ROOT_URLCONF: config
  DATABASES: {default: {ENGINE: django.db.backends.sqlite3}}
development:
  <<: *default
  INSTALLED_APPS: [*apps, shop, dynaconf_merge]
  AUTH_USER_MODEL: shop.Order
  SINCE: 2020-01-01
  TIME: 12:30:45
  TEXT: |
    several lines
  DATA: !!binary aGVsbG8=
global:
  MIGRATION_MODULES: {shop: null}
"""
SETTINGS_JSON = """\
{"default": {"INSTALLED_APPS": ["shop", "billing"], "ROOT_URLCONF": "config", "DEBUG": false,
 "DATABASES": {"default": {"ENGINE": "django.db.backends.mysql"}}},
 "development": {"AUTH_USER_MODEL": "shop.Order", "MIGRATION_MODULES": {"shop": null}}}
"""
_LOADS = {
    "toml": "import tomllib\ngiven = tomllib.load(open('given.toml', 'rb'))\n",
    "yaml": "import yaml\ngiven = yaml.safe_load(open('given.yaml'))\n",
    "json": "import json\ngiven = json.load(open('given.json'))\n",
}
_USES = """\
INSTALLED_APPS = ["shop"] + given["default"]["INSTALLED_APPS"]
for name, value in given["development"].items():
    globals()[name] = value
globals().update(given.get("global", {}))
for name in given["default"]:
    DATABASES = given["default"].get("DATABASES")
"""
_DYNACONF = "import dynaconf\nINSTALLED_APPS = ['shop']\ndynaconf.DjangoDynaconf(__name__)\n"
_ODD_YAML = (
    "", "~", "null", "[]", "{}", "- a", "? b", "*apps", "&apps [*apps]", "&x {<<: *x}", "<<: [*default, *default]", "!!python/object:os.system x",
    "!!set {a, b}", "!!omap [a: 1]", "!!binary '!'", "!!int x", "!!float x", "!!timestamp x", "2020-99-99", "0o9", "1_000", ".inf", ".nan", "=", "<<",
    "9" * 5_000, ":".join(["59"] * 3_000), "[" * 800, "{a: " * 800, "&a " * 50, "'", '"\\x00"', '"\\ud800"', "%YAML 9.9", "--- a", "...", "\t", "@x", "`x`",
    "[[shop]]", "{shop: billing}", "[null, 1, 2.5, true, shop]", "[dynaconf_merge]", "shop", "a" * 3_000,
)  # fmt: skip


def odd_yaml(text: str, chance: random.Random) -> bytes:
    """*text*, which is YAML, with values exchanged, aliases that lead back or multiply, and lines changed."""
    if chance.random() < 0.1:
        return _multiplied(chance)
    return odd_lines(text, chance, (_other_value, _other_value, _other_indentation))


def odd_dynaconf(chance: random.Random) -> bytes:
    """A letter for the format, and an odd document of that format."""
    kind = chance.choice("tyj")
    made = {
        "t": lambda: odd_toml(SETTINGS_TOML, chance),
        "y": lambda: odd_yaml(SETTINGS_YAML, chance),
        "j": lambda: odd_json(SETTINGS_JSON, chance),
    }[kind]()
    return kind.encode() + made


def read_settings(ending: str) -> Callable[[bytes, Path], None]:
    """Reads a project whose settings read a document of that format as data."""

    def read(data: bytes, folder: Path) -> None:
        (folder / f"given.{ending}").write_bytes(data)
        _resolve(folder, _LOADS[ending] + _USES)

    return read


def read_dynaconf(data: bytes, folder: Path) -> None:
    """Reads a project whose settings are laid over with a document by dynaconf; its first byte names the format."""
    ending = {b"t": "toml", b"y": "yaml", b"j": "json"}.get(data[:1], "yaml")
    (folder / f"settings.{ending}").write_bytes(data[1:])
    _resolve(folder, _DYNACONF)


def _resolve(folder: Path, settings: str) -> None:
    (folder / "config.py").write_text(settings)
    wanted = Options(root=str(folder))
    project = discover(wanted)
    facts = {file.path: _facts_of(file) for file in project.files}
    try:
        catalog = resolve(project, wanted, facts, _facts_of).catalog
    except CutpointError as error:
        if not str(error):
            raise AssertionError("an error without a word") from error
        return
    # Every place lies in the project, and every name of an app is a text.
    assert all(not spot.path.startswith(("/", "..")) for spot in catalog.blind_spots)
    assert all(isinstance(name, str) for name in catalog.settings.installed_apps)


def _facts_of(file: SourceFile) -> FileFacts:
    return _facts_at(Path(file.location).read_bytes(), file.path, file.role.value)


@cache
def _facts_at(data: bytes, path: str, role: str) -> FileFacts:
    return msgspec.msgpack.decode(facts_of(data, path, role), type=FileFacts)


def _multiplied(chance: random.Random) -> bytes:
    """A document of a few lines that holds very many values, or mappings that are merged very often."""
    width, depth = chance.randint(2, 12), chance.randint(2, 14)
    form = chance.choice(("[{}]", "{{<<: [{}], k{}: v}}"))
    lines = ["a0: &a0 {k: v}" if "<<" in form else "a0: &a0 [shop]"]
    lines += [
        f"a{level}: &a{level} " + form.format(", ".join([f"*a{level - 1}"] * width), level) for level in range(1, depth)
    ]
    return "\n".join([*lines, f"default: {{INSTALLED_APPS: *a{depth - 1}}}", f"development: *a{depth - 1}"]).encode()


def _other_value(line: str, chance: random.Random) -> str:
    key, sign, _ = line.partition(":")
    return f"{key}: {chance.choice(_ODD_YAML)}" if sign else f"{line}{chance.choice(_ODD_YAML)}"


def _other_indentation(line: str, chance: random.Random) -> str:
    return " " * chance.randint(0, 8) + line.lstrip()
