"""Runs every kind of planted write under Django, in a small project on SQLite, and tells which tables the SQL really wrote.

    python -m benchmarks.planted_writes.execute [KIND ...]

It needs the packages that the kinds are about (those of the tests).  A kind whose table isn't among the written ones fails the run.
Of what may write nothing, a lock (`select_for_update`) is run as well: it must be silent.
"""

import importlib
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from gzip import open as open_zipped
from pathlib import Path
from textwrap import indent
from typing import Any

import django
from asgiref.sync import async_to_sync
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.backends.utils import CursorWrapper
from django.db.models.base import ModelBase
from django.http import HttpRequest

from benchmarks.planted_writes.kind import Kind, Place, Target, targets_of
from benchmarks.planted_writes.kinds import ALL
from benchmarks.planted_writes.sources import Source
from benchmarks.planted_writes.truth import Model, Truth
from benchmarks.planted_writes.writing import declared, table_of, written

_WRITE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
_MODELS = "from django.db import models\n"
_CLASS = '\n\nclass {}(models.Model):\n    word = models.CharField(max_length=9, default="")\n'
_OWN = _MODELS + _CLASS.format("Invoice") + '    order = models.ForeignKey("orders.Order", models.CASCADE, null=True)\n'
_OTHERS = (
    (_MODELS + _CLASS.format("Tag") + _CLASS.format("Customer"))
    + "    tags = models.ManyToManyField(Tag)\n"
    + _CLASS.format("Order")
    + '    customer = models.ForeignKey(Customer, models.SET_NULL, null=True, related_name="orders")\n'
)
_PLAIN = "django.db.models.fields"
_WORD = {"n": "word", "c": f"{_PLAIN}.CharField"}
_TAGS = {"n": "tags", "c": f"{_PLAIN}.related.ManyToManyField", "kind": "m2m", "to": "orders.Tag"}
_CUSTOMER = {"n": "customer", "c": f"{_PLAIN}.related.ForeignKey", "kind": "fk", "to": "orders.Customer", "null": True}
_ORDER = {**_CUSTOMER, "n": "order", "to": "orders.Order"}
_LIBRARIES = (
    *("auditlog", "reversion", "simple_history", "safedelete", "import_export", "rest_framework", "graphene_django"),
    *("tastypie", "channels"),
)
_LOCK = Kind(
    "lock",
    "select_for_update",
    "",
    "with $transaction.atomic():\n    list($rows.select_for_update())",
    needs=("django.db:transaction",),
)
"""Not of the kinds: a look at a row of the list that writes nothing."""


class _Case:
    """A kind, its number, what it writes, and the module that holds it."""

    def __init__(self, number: int, kind: Kind, truth: Truth) -> None:
        self.number = str(number)
        self.kind = kind
        self.row, self.target = next(_first(kind, truth))
        self.module = f"planted_{number}"
        self.source = Source(f"billing/{self.module}.py", f"billing.{self.module}", "billing", "")
        self.words = {"n": self.number, "S": "Invoice"}

    @property
    def text(self) -> str:
        """Of the module."""
        imports, text = written(self.kind, self.source, self.row, self.target, self.words)
        if self.kind.place is Place.BODY:
            text = f"def planted():\n{indent(text, '    ')}"
        return f"from billing.models import Invoice\n{imports}\n\n\n{text}\n"

    @property
    def run(self) -> str:
        """What sets it going."""
        run = self.kind._replace(text=self.kind.run or "planted()")
        return written(run, self.source, self.row, self.target, self.words)[1]


def main() -> None:
    """Run the kinds that the command line names, or all, and print a line each."""
    wanted = set(sys.argv[1:]) or {kind.name for kind in (*ALL, _LOCK)}
    with tempfile.TemporaryDirectory(prefix="cutpoint-executed-") as folder:
        root = Path(folder)
        truth = Truth(_said_in(root / "said.json.gz"), root)
        texts = {"billing": _OWN, "orders": _OTHERS}
        for app, text in texts.items():
            (root / app).mkdir()
            (root / app / "__init__.py").touch()
            (root / app / "models.py").write_text(text)
        cases = [_Case(number, kind, truth) for number, kind in enumerate((*ALL, _LOCK), 1) if kind.name in wanted]
        models = Source("orders/models.py", "orders.models", "orders", _OTHERS)
        beside = (declared(case.kind, models, case.target, case.words) for case in cases if case.kind.beside)
        (root / "orders/models.py").write_text("".join((_OTHERS, *beside)))
        for case in cases:
            (root / case.source.path).write_text(case.text)
        _set_up(root)
        failed = [case.kind.name for case in cases if not _is_as_expected(case)]
    sys.exit(f"not as expected: {', '.join(failed)}" if failed else 0)


def _first(kind: Kind, truth: Truth) -> Iterator[tuple[Model, Target]]:
    return ((model, target) for model in truth.models.values() for target in targets_of(kind, model, truth))


def _is_as_expected(case: _Case) -> bool:
    tables = _tables_of(case)
    expected = "" if case.kind is _LOCK else table_of(case.kind, case.target, case.number)
    print(f"{case.kind.name}\t{case.kind.channel}\t{' '.join(tables) or 'nothing'}", flush=True)
    return expected in tables if expected else not tables


def _tables_of(case: _Case) -> list[str]:
    """The tables that the SQL of *case* wrote."""
    from django.contrib.auth.models import User

    call_command("flush", verbosity=0, interactive=False)
    _fill(case, User)
    names = vars(importlib.import_module(case.source.module))
    told: list[str] = []
    execute = CursorWrapper.execute

    def tell(cursor: CursorWrapper, sql: str, params: object = None) -> object:
        told.append(str(sql))
        return execute(cursor, sql, params)

    CursorWrapper.execute = tell
    try:
        exec(case.run, {**_given(User), **names})  # noqa: S102 (kinds are our own)
    finally:
        CursorWrapper.execute = execute
    return sorted({found[1] for sql in told if (found := _WRITE.match(sql))})


def _fill(case: _Case, user: ModelBase) -> None:
    """Rows for the kinds to find."""
    user.objects.create(pk=1, username="planted")
    for name in ("Tag", "Customer", "Order"):
        for key in (1, 2, 3):
            apps.get_model("orders", name).objects.create(pk=key, **({"customer_id": 1} if name == "Order" else {}))
    if "OneToOneField" in case.kind.beside:
        apps.get_model("orders", f"Planted{case.number}").objects.create(pk=1, owner_id=1)
    elif "get(pk=1)" in case.kind.text and "$P" in case.kind.text:
        apps.get_model("orders", f"Planted{case.number}").objects.create(pk=1)


def _given(user: ModelBase) -> dict[str, Any]:
    import strawberry
    from django.contrib import admin
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import RequestFactory
    from tablib import Dataset

    def with_session(request: HttpRequest) -> HttpRequest:
        request.session = SessionStore()
        request.user = user.objects.get(pk=1)
        return request

    return {
        "post": RequestFactory().post,
        "async_to_sync": async_to_sync,
        "admin": admin,
        "strawberry": strawberry,
        "Dataset": Dataset,
        "User": user,
        "with_session": with_session,
    }


def _said_in(path: Path) -> Path:
    said = {
        "name": "executed",
        "settings_module": "",
        "commit": "-",
        "path": [],
        "settings": {"AUTH_USER_MODEL": "auth.User"},
        "apps": [{"label": app, "path": app, "first": True} for app in ("orders", "billing")],
        "models": [
            _model("orders", "Tag", _WORD),
            _model("orders", "Customer", _WORD, {**_TAGS, "m2m_table": "orders_customer_tags", "through_auto": True}),
            _model("orders", "Order", _WORD, {**_CUSTOMER, "col": "customer_id", "related_name": "orders"}),
            _model("billing", "Invoice", _WORD, {**_ORDER, "col": "order_id", "on_delete": "CASCADE"}),
            {
                **_model("auth", "User", {**_WORD, "n": "password"}),
                "module": "django.contrib.auth.models",
                "first": False,
            },
        ],
    }
    with open_zipped(path, "wt") as file:
        json.dump(said, file)
    return path


def _model(app: str, name: str, *fields: dict[str, Any]) -> dict[str, Any]:
    place = {"module": f"{app}.models", "file": f"{app}/models.py", "table": f"{app}_{name.lower()}"}
    return {
        "label": f"{app}.{name}",
        "app": app,
        "cls": name,
        **place,
        "first": True,
        "managed": True,
        "proxy": False,
        "fields": [*fields],
    }


def _set_up(root: Path) -> None:
    sys.path.insert(0, str(root))
    contrib = ("contenttypes", "auth", "sessions", "messages", "admin")
    settings.configure(
        INSTALLED_APPS=[*(f"django.contrib.{each}" for each in contrib), *_LIBRARIES, "orders", "billing"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(root / "db")}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        SECRET_KEY="planted",  # noqa: S106 (nobody is let in by it)
        ROOT_URLCONF="billing",
        USE_TZ=True,
    )
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0, skip_checks=True)


if __name__ == "__main__":
    main()
