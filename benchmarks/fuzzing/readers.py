"""Each reader of cutpoint: an example of what it reads, how it is made odd, and what reads it."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from fuzzing.commanding import command
from fuzzing.documents import odd_json, odd_lines, odd_toml, odd_words
from fuzzing.mutating import damaged

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


_CONFIGURATION = """\
[project]
name = "shop"
[project.entry-points."shop.plugins"]
one = "shop.plugins:One"
[tool.pytest.ini_options]
pythonpath = ["src", "lib"]
DJANGO_SETTINGS_MODULE = "config"
[tool.setuptools.packages.find]
where = ["src"]
[tool.poetry]
packages = [{include = "shop", from = "src"}]
[tool.poetry.plugins."a"]
b = "c:d"
[tool.cutpoint]
settings = "config"
root = "."
path = ["shop"]
exclude = ["legacy/", "*.bak", "!keep.py"]
tests = ["qa/"]
include-tests = true
workers = 1
cache-dir = ".cache"
baseline = "accepted"
[tool.cutpoint.services.orders]
apps = ["shop"]
models = ["billing.Invoice"]
modules = ["shop.views.*"]
facade = "shop.api"
[tool.cutpoint.rules]
cross-read = "warning"
[tool.cutpoint.rules."shop -> *"]
cross-join = "off"
[tool.cutpoint.cuts]
goal = "security"
weights = {writes-across = 30}
[tool.cutpoint.cuts.accounts]
take = ["shop"]
keep = ["billing.Invoice"]
[[tool.cutpoint.hints.writes]]
call = "legacy.db.bulk_upsert"
table = "orders_order"
action = "insert"
[[tool.cutpoint.hints.returns]]
call = "factories.order_for"
model = "shop.Order"
as = "instance"
"""
_INI = """\
[options]
package_dir =
    = src
    shop = lib/shop
[options.packages.find]
where = src
[options.entry_points]
shop.plugins =
    one = shop:One
[tool:pytest]
pythonpath = src lib
addopts = --ds=config
[pytest]
DJANGO_SETTINGS_MODULE = config
[entry points]
one = shop.plugins:One
alone
"""
_PATTERNS = (
    "# comment\n*.pyc\n/build/\n!keep.py\n**/cache/**\n[a-z]?.py\nfoo\\ bar\\ \n\\#x\na/**/b\n*[!x]*\n[]\n[[:alpha:]]\n"
)
_SUBMODULES = '[submodule "lib"]\n\tpath = lib/other\n\turl = ../other\n[submodule "b"]\n path = "c d"\n'
_LEDGER = """\
{"cutpoint-baseline":1,"tool":"0.1.0"}
{"rule":"cross-write","from":"shop","to":"billing","subject":"billing_invoice","action":"update","module":"shop.views","function":"pay","expression":"invoice.save()","count":2,"reason":"later","owner":"us","expires":"2027-01-31","link":"https://x.example","body":"abc"}
{"rule":"cross-import","from":"shop","to":"billing","subject":"billing.models","action":"import","module":"shop.views"}
"""
_SPOTS = """\
{"cutpoint-baseline":1,"tool":"0.1.0"}
{"service":"shop","module":"shop.views","kind":"query","reason":"unknown","count":3}
"""
_PENDING = '{"cutpoint-pending":1,"written":{"billing/tables/a.jsonl":"x"},"removed":["shop/imports.jsonl"]}'
_MANIFEST = '{"format":1,"files":{"README.md":["00112233445566778899aabbccddeeff"],"a/b.py":[]}}'
_SOURCE = """\
from shop.models import Order
from billing.models import Invoice
def pay(pk):  # cutpoint: ignore[cross-write] -- until July
    # cutpoint: ignore[cross-write, cross-read] -- both
    Invoice.objects.filter(pk=pk).update(state="paid")  # cutpoint: ignore[cross-write] -- why
    Order.objects.create(  # cutpoint:ignore
        pk=pk,  # cutpoint: ignore[]
    )  # cutpoint: ignore[nothing] --
    x = "# cutpoint: ignore[cross-write] -- a text"
"""
_TEMPLATE = """\
{% extends "a.html" %}{% load shop static %}{% block x %}{% for o in orders.all|dictsort:"pk" %}
{{ o.customer.name|default:"-" }}{% if o.lines.count > 3 and not o.paid %}{% include "l.html" with x=o only %}{% endif %}
{% empty %}{% url "shop:order" pk=o.pk as u %}{% endfor %}{% endblock %}{% verbatim %}{{ raw }}{% endverbatim %}{# c #}
{% comment %}{% for %}{% endcomment %}{% with a=b.c d=e.f %}{{ a.0.x }}{% endwith %}{% regroup a by b as c %}
"""
_SQL = tuple(
    ["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "FROM", "INTO", "SET", "WHERE", "JOIN", "USING", "VALUES", "WITH", "AS", "ON", "RETURNING", "TRUNCATE", "TABLE", "CREATE", "DROP", "ALTER", "VIEW", "TRIGGER", "FUNCTION", "BEGIN", "END", "CASE", "WHEN", "THEN", "ELSE", "UNION", "ALL", "EXCEPT", "LATERAL", "UNNEST", "COPY", "CALL", "DO", "EXECUTE", "PREPARE", "EXPLAIN", "LOCK", "REPLACE", "ONLY", "TOP", "LIMIT", "OUTPUT", "DECLARE", "LANGUAGE", "plpgsql", "RETURN", "LOOP", "IF", "NOT", "EXISTS", "a", "b.c", "shop_order", '"Q"', "'x'", "`b`", "[r]", "(", ")", ",", ";", ".", "*", "=", "::", "->", "%s", "%(x)s", "?", ":n", "@v", "$1", "$$", "$x$", "--", "/*", "*/", "'", '"', "`", "\\", "\x00", "é", "\u2028", "�", "0x1", "1e9", "E'\\'", "N'x'", "{%", "{{", "#t", "##", "@@x", ":=", ".."]
)


def readers() -> Mapping[str, Reader]:
    """All of them by name."""
    return {
        "raw SQL": Reader(_odd_sql, _read_sql),
        "configuration": Reader(lambda chance: odd_toml(_CONFIGURATION, chance), _read_configuration),
        "INI files": Reader(lambda chance: odd_lines(_INI, chance, ()), _read_ini),
        "patterns": Reader(lambda chance: odd_lines(_PATTERNS, chance, (_odd_pattern,)), _read_patterns),
        "submodules": Reader(lambda chance: odd_lines(_SUBMODULES, chance, ()), _read_submodules),
        "baseline": Reader(lambda chance: _odd_ledger(_LEDGER, chance), _read_ledger("billing/tables/a.jsonl")),
        "blind spots of the baseline": Reader(
            lambda chance: _odd_ledger(_SPOTS, chance), _read_ledger("shop/blind-spots.jsonl")
        ),
        "half-written baseline": Reader(lambda chance: odd_json(_PENDING, chance), _read_pending),
        "manifest of a proposal": Reader(lambda chance: odd_json(_MANIFEST, chance), _read_manifest),
        "suppressions": Reader(lambda chance: odd_lines(_SOURCE, chance, (_odd_comment,)), _read_suppressions, 50),
        "gate with a baseline": Reader(lambda chance: _odd_ledger(_LEDGER, chance), _judge, 50),
        "reports by the configuration": Reader(lambda chance: odd_toml(_CONFIGURATION, chance), _report, 50),
        "templates": Reader(lambda chance: odd_lines(_TEMPLATE, chance, ()), _read_template),
        "sources": Reader(lambda chance: damaged(_SOURCE.encode(), chance), _read_source),
    }


def small_project(folder: Path) -> None:
    """Put the project there around which documents are read."""
    files = {
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config")\n',
        "config.py": 'INSTALLED_APPS = ["shop", "billing"]\n',
        "shop/__init__.py": "",
        "shop/models.py": "from django.db import models\nclass Order(models.Model): pass\n",
        "shop/views.py": _SOURCE,
        "billing/__init__.py": "",
        "billing/models.py": "from django.db import models\nclass Invoice(models.Model):\n    state = models.TextField()\n",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def _odd_sql(chance: random.Random) -> bytes:
    return odd_words(_SQL, chance).encode("utf-8", "surrogatepass")


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
    _put(folder / "cutpoint-baseline" / "shop" / "imports.jsonl", _LEDGER.encode())
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
