"""Run by real Django in a process of its own: executes the cases and prints what each did, as JSON.

Which tables a statement touches is told by SQLite itself: its authorizer is asked for every table and column while a
statement is compiled. No SQL is parsed here. What a statement reads of the table that it writes is part of the write.

    python -m tests.conformance.queries.run_django creating.get_or_create_finds     what one case does, to read
"""

import inspect
import json
import os
import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tests.conformance.queries.cases import QUERIES, Case, Suite, all_cases, clauses_for

ACTIONS = {
    sqlite3.SQLITE_READ: "read",
    sqlite3.SQLITE_INSERT: "insert",
    sqlite3.SQLITE_UPDATE: "update",
    sqlite3.SQLITE_DELETE: "delete",
}
QUERY_API = (
    "db/models/query.py",
    "db/models/manager.py",
    "db/models/base.py",
    "related_descriptors.py",
    "contenttypes/fields.py",
)
"""The files of Django whose methods are the query API."""


class Recorder:
    """What SQLite says of each statement, and which functions were entered meanwhile."""

    def __init__(self, tables: set[str], snippets: Path) -> None:
        self._snippets = snippets
        self.tables = tables
        self.statements: list[dict[str, Any]] = []
        self.entered: set[str] = set()
        """Functions of the snippets."""
        self.api: set[str] = set()
        """Methods of Django that the snippets themselves have called, in any case."""
        self.opened: set[int] = set()
        """Lines of the case in which Django, or the case itself, has opened a transaction."""
        self._case: Case
        self._coroutine: Any = None
        self._asked: list[tuple[str, str]] = []
        self._names: dict[CodeType, tuple[str, str]] = {}

    def watch(self, case: Case, call: Callable[[], Any], coroutine: Any) -> None:
        """Run *call*, the body of *case*, or the loop that drives its *coroutine*."""
        from django.db import connection

        self._case, self._coroutine, self.statements = case, coroutine, []
        self.entered, self.opened = set(), set()
        sys.setprofile(self._profile)
        threading.setprofile(self._profile)
        try:
            with redirect_stdout(StringIO()), connection.execute_wrapper(self._execute):
                call()
        finally:
            sys.setprofile(None)
            threading.setprofile(None)

    def authorize(self, action: int, table: str | None, *_: Any) -> int:
        """SQLite asks whether a statement may do this."""
        if action in ACTIONS and table in self.tables:
            self._asked.append((ACTIONS[action], table))
        return sqlite3.SQLITE_OK

    def _execute(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Every statement of Django goes through here."""
        self._asked = []
        try:
            return execute(sql, params, many, context)
        finally:
            written = {table for action, table in self._asked if action != "read"}
            touched = {(action, table) for action, table in self._asked if action != "read" or table not in written}
            if touched:
                self.statements.append({"line": self._line(), "sql": sql, "touched": sorted(touched)})

    def _line(self) -> int | None:
        """Where in the case we are: in its innermost frame, or where its innermost coroutine waits."""
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the stack is what we ask for
        while frame is not None:
            if (line := self._line_of(frame)) is not None:
                return line
            frame = frame.f_back
        found, waiting = None, self._coroutine
        while waiting is not None:
            line = self._line_of(getattr(waiting, "cr_frame", None))
            found = found if line is None else line
            waiting = getattr(waiting, "cr_await", None)
        return self._case.first if found is None and self._case.is_class else found

    def _line_of(self, frame: FrameType | None) -> int | None:
        if frame is None or frame.f_code.co_filename != str(self._case.suite.path_of(self._case.group)):
            return None
        return frame.f_lineno if self._case.first <= frame.f_lineno <= self._case.last else None

    def _innermost(self, frame: FrameType | None) -> int | None:
        """The line of the case, unless a helper that it calls is nearer to *frame*."""
        while frame is not None:
            if frame.f_code.co_filename.startswith(str(self._snippets)):
                return self._line_of(frame)
            frame = frame.f_back
        return self._line() if self._coroutine is not None or self._case.is_class else None

    def _profile(self, frame: FrameType, event: str, _: Any) -> None:
        """Every call of Python passes by."""
        if event != "call":
            return
        code = frame.f_code
        if code not in self._names:
            self._names[code] = _name_of(code, self._snippets)
        kind, name = self._names[code]
        if kind == "snippets":
            self.entered.add(name)
        elif kind == "atomic" and (line := self._innermost(frame)) is not None:
            self.opened.add(line)
        elif kind == "django" and _is_called_by(frame, self._snippets):
            self.api.add(name)


def _name_of(code: CodeType, snippets: Path) -> tuple[str, str]:
    path, name = Path(code.co_filename), code.co_qualname
    if path.is_relative_to(snippets):
        module = ".".join(path.relative_to(snippets).with_suffix("").parts)
        return "snippets", ".".join([module, *(part for part in name.split(".") if not part.startswith("<"))])
    if name == "Atomic.__enter__":
        return "atomic", name
    if path.as_posix().endswith(QUERY_API):
        return "django", name.rpartition("<locals>.")[2]
    return "other", name


def _is_called_by(frame: FrameType, snippets: Path) -> bool:
    caller = frame.f_back
    # Managers hand their calls on to a queryset.
    if caller is not None and caller.f_code.co_name == "manager_method":
        caller = caller.f_back
    return caller is not None and caller.f_code.co_filename.startswith(str(snippets))


def set_up(suite: Suite) -> Recorder:
    """Django on an empty database with a row or two in every table."""
    sys.path.insert(0, str(suite.snippets))
    os.environ["DJANGO_SETTINGS_MODULE"] = "monolith.settings"
    import django
    from django.conf import settings

    # SQLite is to compile every statement, each time.
    settings.DATABASES["default"]["OPTIONS"] = {"cached_statements": 0}
    django.setup()
    from django.apps import apps
    from django.contrib.auth.management import create_permissions
    from django.contrib.contenttypes.management import create_contenttypes
    from django.db import connection

    connection.disable_constraint_checking()
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if not model._meta.proxy:  # noqa: SLF001 - Django's own word
                editor.create_model(model)
    # With foreign keys, switched on again by the editor, SQLite would look into the tables that they point at.
    connection.disable_constraint_checking()
    for config in apps.get_app_configs():
        create_contenttypes(config, verbosity=0)
        create_permissions(config, verbosity=0)
    import_module(suite.rows).make_rows()
    recorder = Recorder(set(connection.introspection.table_names()), suite.snippets)
    connection.connection.set_authorizer(recorder.authorize)
    return recorder


def run(case: Case, recorder: Recorder) -> dict[str, Any]:
    """What happened: the statements with lines and tables, the functions of the snippets that were entered, the error."""
    from asgiref.sync import async_to_sync
    from django.contrib.contenttypes.models import ContentType
    from django.db import transaction

    rows = import_module(case.suite.rows)
    module = import_module(case.group)
    function = rows.DRIVERS[case.id] if case.is_class else getattr(module, case.name)
    error = ""
    with transaction.atomic():
        arguments = {name: rows.value_for(annotation, vars(module)) for name, annotation in case.parameters.items()}
        ContentType.objects.clear_cache()
        try:
            if inspect.iscoroutinefunction(function):
                coroutine = function(**arguments)
                recorder.watch(case, lambda: async_to_sync(_awaiting)(coroutine), coroutine)
            else:
                recorder.watch(case, lambda: function(**arguments), None)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it is told
            error = f"{type(failure).__name__}: {failure}"
        transaction.set_rollback(True)
    return {
        "statements": recorder.statements,
        "entered": sorted(recorder.entered),
        "opened": sorted(recorder.opened),
        "error": error,
    }


async def _awaiting(coroutine: Any) -> Any:
    return await coroutine


def query_api() -> set[str]:
    """Public methods of querysets, managers, rows and the three kinds of related managers, by class and name."""
    from django.db.models import Model, QuerySet
    from django.db.models.manager import BaseManager
    from django.db.models.query import RawQuerySet

    order = import_module("shop.models").Order(pk=1)
    related = [type(order.lines), type(order.products), type(order.notes)]
    return {
        f"{cls.__name__}.{name}"
        for cls in [QuerySet, RawQuerySet, BaseManager, Model, *related]
        for name, value in vars(cls).items()
        if not name.startswith("_") and (callable(value) or isinstance(value, property | classmethod))
    }


def _shown(case: Case, done: dict[str, Any]) -> str:
    lines = [f"{case.id} ({case.suite.path_of(case.group).name}:{case.first}) {done['error']}"]
    for statement in done["statements"]:
        touched = clauses_for({(action, table) for action, table in statement["touched"]})
        lines += [f"  {statement['line']}: {touched}", f"      {statement['sql']}"]
    return "\n".join(lines)


def main(wanted: list[str], suite: Suite = QUERIES) -> None:
    """Print everything as JSON, or the wanted cases and groups to be read."""
    recorder = set_up(suite)
    chosen = [case for case in all_cases(suite) if not wanted or {case.id, case.group} & set(wanted)]
    done = {case.id: run(case, recorder) for case in chosen}
    if wanted:
        sys.stdout.write("\n\n".join(_shown(case, done[case.id]) for case in chosen) + "\n")
        return
    result = {"cases": done, "called": sorted(recorder.api), "tables": sorted(recorder.tables)}
    if suite is QUERIES:
        result["callable"] = sorted(query_api())
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
