"""Each reader of cutpoint: an example of what it reads, how it is made odd, and what reads it."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from fuzzing.commanding import command
from fuzzing.documents import odd_json, odd_lines, odd_toml, odd_words
from fuzzing.examples import (
    CONFIGURATION,
    INI,
    LEDGER,
    MANIFEST,
    PATTERNS,
    PENDING,
    SOURCE,
    SPOTS,
    SQL_WORDS,
    SUBMODULES,
    TEMPLATE,
)
from fuzzing.mutating import damaged
from fuzzing.settings import (
    SETTINGS_JSON,
    SETTINGS_TOML,
    SETTINGS_YAML,
    odd_dynaconf,
    odd_yaml,
    read_dynaconf,
    read_settings,
)

from cutpoint.baseline_folder import finish_baseline, read_baseline, write_baseline
from cutpoint.config import Asked, load_cuts, load_gate, load_options
from cutpoint.discover.project import discover
from cutpoint.domain.errors import CutpointError
from cutpoint.domain.project import Options
from cutpoint.domain.source import Role
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.pipeline import facts_of
from cutpoint.proposal_folder import write_proposal
from cutpoint.resolve.entry_points import EntryPoints


class Reader(NamedTuple):
    """*odd* makes a document by chance, *read* reads it, with a folder to put it in that has a small project in it."""

    odd: Callable[[random.Random], bytes]
    read: Callable[[bytes, Path], None]
    cost: int = 1
    """How many times as long it takes as the quick ones: it gets as many times fewer documents."""


def readers() -> Mapping[str, Reader]:
    """All of them by name."""
    return {
        "raw SQL": Reader(_odd_sql, _read_sql),
        "configuration": Reader(lambda chance: odd_toml(CONFIGURATION, chance), _read_configuration),
        "INI files": Reader(lambda chance: odd_lines(INI, chance, ()), _read_ini),
        "patterns": Reader(lambda chance: odd_lines(PATTERNS, chance, (_odd_pattern,)), _read_patterns),
        "submodules": Reader(lambda chance: odd_lines(SUBMODULES, chance, ()), _read_submodules),
        "baseline": Reader(lambda chance: _odd_ledger(LEDGER, chance), _read_ledger("billing/tables/a.jsonl")),
        "blind spots of the baseline": Reader(
            lambda chance: _odd_ledger(SPOTS, chance), _read_ledger("shop/blind-spots.jsonl")
        ),
        "half-written baseline": Reader(lambda chance: odd_json(PENDING, chance), _read_pending),
        "manifest of a proposal": Reader(lambda chance: odd_json(MANIFEST, chance), _read_manifest),
        "suppressions": Reader(lambda chance: odd_lines(SOURCE, chance, (_odd_comment,)), _read_suppressions, 50),
        "gate with a baseline": Reader(lambda chance: _odd_ledger(LEDGER, chance), _judge, 50),
        "reports by the configuration": Reader(lambda chance: odd_toml(CONFIGURATION, chance), _report, 50),
        "settings in TOML": Reader(lambda chance: odd_toml(SETTINGS_TOML, chance), read_settings("toml")),
        "settings in YAML": Reader(lambda chance: odd_yaml(SETTINGS_YAML, chance), read_settings("yaml")),
        "settings in JSON": Reader(lambda chance: odd_json(SETTINGS_JSON, chance), read_settings("json")),
        "settings of dynaconf": Reader(odd_dynaconf, read_dynaconf),
        "templates": Reader(lambda chance: odd_lines(TEMPLATE, chance, ()), _read_template),
        "sources": Reader(lambda chance: damaged(SOURCE.encode(), chance), _read_source),
    }


def small_project(folder: Path) -> None:
    """Put the project there around which documents are read."""
    files = {
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config")\n',
        "config.py": 'INSTALLED_APPS = ["shop", "billing"]\n',
        "shop/__init__.py": "",
        "shop/models.py": "from django.db import models\nclass Order(models.Model): pass\n",
        "shop/views.py": SOURCE,
        "billing/__init__.py": "",
        "billing/models.py": "from django.db import models\nclass Invoice(models.Model):\n    state = models.TextField()\n",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def _odd_sql(chance: random.Random) -> bytes:
    return odd_words(tuple(SQL_WORDS.replace("\n", " ").split(" ")), chance).encode("utf-8", "surrogatepass")


def _odd_pattern(line: str, chance: random.Random) -> str:
    return (
        odd_words(
            ("*", "**", "/", "!", "\\", "[", "]", "a", "?", " ", "[!", "-", "#", "{", "(", "\\d", ".*", "z"), chance
        )[:200]
        or line
    )


def _odd_comment(line: str, chance: random.Random) -> str:
    words = (
        "#",
        "cutpoint:",
        "ignore",
        "[",
        "]",
        "cross-write",
        "cross-read",
        ",",
        "--",
        "why",
        "\t",
        "é",
        "\u202e",
        "nothing",
        "(",
        '"""',
    )
    return f"{line}  # cutpoint: {odd_words(words, chance)[:300]}".replace("\n", " ")


def _odd_ledger(text: str, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return odd_lines(text, chance, ())
    lines = text.rstrip("\n").split("\n")
    number = chance.randrange(len(lines))
    changed = odd_json(lines[number], chance)
    return b"\n".join(changed if n == number else line.encode() for n, line in enumerate(lines)) + b"\n"


def _read_sql(data: bytes, _folder: Path) -> None:
    statements_of.__wrapped__(data.decode("utf-8", "replace"))


def _read_configuration(data: bytes, folder: Path) -> None:
    (folder / "pyproject.toml").write_bytes(data)
    EntryPoints(str(folder), ()).all()
    _try(lambda: discover(Options(root=str(folder))))
    for load in (
        lambda: load_options(str(folder), Asked()),
        lambda: load_gate(str(folder)),
        lambda: load_cuts(str(folder)),
    ):
        _try(load)


def _read_ini(data: bytes, folder: Path) -> None:
    for name in ("setup.cfg", "pytest.ini", "tox.ini", ".env", "a.egg-info/entry_points.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    EntryPoints(str(folder), ()).all()
    _try(lambda: discover(Options(root=str(folder))))


def _read_patterns(data: bytes, folder: Path) -> None:
    (folder / "shop" / ".gitignore").write_bytes(data)
    lines = tuple(data.decode("utf-8", "replace").splitlines())[:50]
    _try(lambda: discover(Options(root=str(folder), exclude=lines)))
    _try(lambda: discover(Options(root=str(folder), test_patterns=lines)))


def _read_submodules(data: bytes, folder: Path) -> None:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / ".gitmodules").write_bytes(data)
    _try(lambda: discover(Options(root=str(folder))))


def _read_ledger(path: str) -> Callable[[bytes, Path], None]:
    def read(data: bytes, folder: Path) -> None:
        _put(folder / "cutpoint-baseline" / path, data)
        place = str(folder / "cutpoint-baseline")
        # What can be read can be written, and read again.
        _try(lambda: write_baseline(read_baseline(place, "b"), place, "b"))
        _try(lambda: read_baseline(place, "b"))

    return read


def _read_pending(data: bytes, folder: Path) -> None:
    _put(folder / "cutpoint-baseline" / ".pending.json", data)
    _put(folder / "cutpoint-baseline" / "shop" / "imports.jsonl", LEDGER.encode())
    place = str(folder / "cutpoint-baseline")
    for act in (
        lambda: read_baseline(place, "b"),
        lambda: finish_baseline(place, "b"),
        lambda: read_baseline(place, "b"),
    ):
        _try(act)


def _read_manifest(data: bytes, folder: Path) -> None:
    _put(folder / "proposal" / "manifest.json", data)
    for force in (False, True):
        _try(lambda: write_proposal({"README.md": "new\n"}, str(folder / "proposal"), "p", force=force))  # noqa: B023


def _read_suppressions(data: bytes, folder: Path) -> None:
    (folder / "shop" / "views.py").write_bytes(data)
    _run(["check", str(folder), "--baseline", str(folder / "none"), "--format", "sarif"], folder)
    _run(["baseline", "create", str(folder)], folder)
    _run(["check", str(folder)], folder)


def _judge(data: bytes, folder: Path) -> None:
    _put(folder / "cutpoint-baseline" / "billing" / "tables" / "billing_invoice.jsonl", data)
    _run(["check", str(folder), "--format", "junit"], folder)
    _run(["baseline", "update", str(folder)], folder)
    assert command(["baseline", "show", str(folder)]).wrong == ""


def _report(data: bytes, folder: Path) -> None:
    (folder / "pyproject.toml").write_bytes(data)
    _run(["check", str(folder), "--since", "HEAD"], folder)
    _run(["cuts", "list", str(folder)], folder)
    _run(["graph", str(folder), "--level", "service", "--format", "dot"], folder)


def _read_template(data: bytes, _folder: Path) -> None:
    facts_of(data, "a.html", Role.TEMPLATE)


def _read_source(data: bytes, _folder: Path) -> None:
    facts_of(data, "a.py", Role.CODE)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _try(act: Callable[[], object]) -> None:
    try:
        act()
    except CutpointError as error:
        if not str(error):
            raise AssertionError("an error without a word") from error


def _run(arguments: list[str], folder: Path) -> None:
    ended = command([*arguments, "--workers", "1", "--cache-dir", str(folder.parent / "cache")])
    assert ended.wrong == "", f"{arguments[0]}: {ended.wrong}"
