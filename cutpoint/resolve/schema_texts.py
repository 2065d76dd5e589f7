"""Migrations with `RunSQL("CREATE TRIGGER …")`, or with `RunPython` of a function that executes it -> the SQL that they run forward, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.declared_schema import SchemaText
from cutpoint.domain.objects import Class, Function, Instance, Module
from cutpoint.domain.source import Role
from cutpoint.domain.values import Mapping, Place, Sequence, Symbol
from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.execution.targets import first_of, iterate
from cutpoint.resolve.trigger_operations import trigger_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as FactsBy

    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.source import SourceFile
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.setup import Setup

# Operations inside of operations.
_DEEPEST = 8


def migration_packages(setup: Setup) -> frozenset[str]:
    """The packages whose migrations Django runs: those of installed apps, and those that MIGRATION_MODULES names."""
    found, value = setup.settings.lookup("MIGRATION_MODULES")
    named = setup.run.plain(value) if found else None
    elsewhere = [setup.run.plain(each) for each in named.items.values()] if type(named) is Mapping else []
    return frozenset(
        [
            *(f"{each.app.name}.migrations" for each in setup.apps.apps),
            *(each for each in elsewhere if isinstance(each, str)),
        ]
    )


def schema_texts(
    run: Interpreter, files: Iterable[SourceFile], facts: FactsBy[str, FileFacts], packages: frozenset[str]
) -> tuple[SchemaText, ...]:
    """What the migrations among *files* give to the database as SQL, by path and then as each of them says.

    Only those in *packages* run that have a word of triggers, views and routines in their text.
    """
    found: list[SchemaText] = []
    for file in sorted(files, key=lambda file: file.path):
        name = run.index.names.get(file.path)
        speaks = file.path in facts and any(kind == "declares-sql" for kind, *_ in facts[file.path].clues)
        if file.role is Role.MIGRATION and name is not None and name.rpartition(".")[0] in packages and speaks:
            found += _of_migration(run, name)
    return tuple(found)


def _of_migration(run: Interpreter, name: str) -> Iterator[SchemaText]:
    module = run.import_module(name, None)
    if type(module) is not Module:
        return
    run.run_module(module)
    migration = run.plain(module.env.get("Migration"))
    operations = of_class(run, migration, "operations") if type(migration) is Class else MISSING
    if operations is not MISSING:
        yield from _of_operations(run, operations, Place(module.path, 1), name.rpartition(".")[0])


def _of_operations(run: Interpreter, value: Value, place: Place, package: str, depth: int = 0) -> Iterator[SchemaText]:
    for item in iterate(run, value, place)[0]:
        operation = run.plain(item)
        if type(operation) is not Instance or depth > _DEEPEST:
            continue
        yield from trigger_texts(run, operation, package)
        called = _name_of(run, operation)
        if called == "RunSQL":
            sql = operation.arguments[0] if operation.arguments else operation.keywords.get("sql")
            yield from _texts(run, sql, operation.place)
        elif called == "RunPython":
            code = run.plain(operation.arguments[0] if operation.arguments else operation.keywords.get("code"))
            yield from _executed_by(code) if type(code) is Function else ()
        elif called == "SeparateDatabaseAndState":
            inner = operation.arguments[0] if operation.arguments else operation.keywords.get("database_operations")
            yield from _of_operations(run, inner, place, package, depth + 1)


def _executed_by(function: Function) -> Iterator[SchemaText]:
    """`cursor.execute("CREATE …")` in a function, as far as the text stands there."""
    waiting = [sk.unpack_body(function.body)] if type(function.body) is bytes else []
    while waiting:
        node = waiting.pop()
        match node:
            case [sk.CALL, [sk.ATTRIBUTE, _, "execute", *_], [str() as sql, *_], _, int() as line, *_]:
                yield SchemaText(function.place.path, line, sql)
            case list():
                # From the back, so that what stands first comes first.
                waiting += [part for part in reversed(node) if type(part) is list]


def _name_of(run: Interpreter, operation: Instance) -> str:
    """The bare name of the operation of Django that *operation* is, or inherits from."""
    callee = run.plain(operation.callee)
    for each in run.linear(callee) if type(callee) is Class else [callee]:
        name = each.dotted if type(each) is Class else each.name if type(each) is Symbol else ""
        if name.startswith("django.db.migrations."):
            return name.rpartition(".")[2]
    return ""


def _texts(run: Interpreter, value: Value, place: Place) -> Iterator[SchemaText]:
    """One text, or a list of texts and of pairs of a text and its parameters."""
    plain = run.plain(value)
    if isinstance(plain, str):
        yield SchemaText(place.path, place.line, plain)
    elif type(plain) in (Sequence, tuple):
        for item, where in zip(*iterate(run, plain, place), strict=True):
            first = first_of(run, run.plain(item))
            if isinstance(first, str):
                yield SchemaText(place.path, (where or place).line, first)
