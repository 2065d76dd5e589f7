"""django-pgtrigger: `AddTrigger(model_name="order", trigger=Trigger(name="log", sql=UpsertTriggerSql(…)))` in a migration -> its SQL.

A model declares its triggers in `Meta.triggers`, and `makemigrations` writes what becomes of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.declared_schema import SchemaText
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

_ADD, _REMOVE = "pgtrigger.migrations.AddTrigger", "pgtrigger.migrations.RemoveTrigger"


def trigger_texts(run: Interpreter, operation: Instance, package: str) -> Iterator[SchemaText]:
    """What an operation of the library's gives to the database; nothing for any other. *package* is that of the migration."""
    called = _name_of(run.plain(operation.callee))
    if called not in (_ADD, _REMOVE):
        return
    model, second = (_given(run, operation, *place) for place in (("model_name", 0), ("trigger", 1)))
    place = operation.place
    if called == _REMOVE:
        name = _given(run, operation, "name", 1)
        if isinstance(model, str) and isinstance(name, str):
            yield SchemaText(place.path, place.line, f"DROP TRIGGER {_identity(package, model, name)}")
    elif type(second) is Instance and isinstance(model, str):
        sql = _given(run, second, "sql", 1)
        name = _given(run, second, "name", 0)
        if type(sql) is Instance and isinstance(name, str):
            yield from _added(run, sql, _identity(package, model, name))


def _added(run: Interpreter, sql: Instance, identity: str) -> Iterator[SchemaText]:
    words = {key: run.plain(value) for key, value in sql.keywords.items()}
    texts = {key: value for key, value in words.items() if isinstance(value, str)}
    if not {"func", "operation", "table", "when"} <= texts.keys():
        return
    declare, level = texts.get("declare", ""), texts.get("level", "ROW")
    yield SchemaText(
        sql.place.path,
        sql.place.line,
        f"CREATE FUNCTION {identity}() RETURNS TRIGGER AS $$ {declare} BEGIN {texts['func']} END; $$ LANGUAGE plpgsql;\n"
        f'CREATE TRIGGER {identity} {texts["when"]} {texts["operation"]} ON "{texts["table"]}" FOR EACH {level} '
        f"EXECUTE PROCEDURE {identity}();",
    )


def _identity(package: str, model: str, name: str) -> str:
    """A name by which what is removed later is known again; the library's own has a digest in it."""
    return "_".join(["pgtrigger", *package.split("."), model, name]).lower().replace("-", "_")


def _given(run: Interpreter, made: Instance, name: str, position: int) -> Value:
    value = made.keywords.get(name, made.arguments[position] if len(made.arguments) > position else None)
    return run.plain(value)


def _name_of(callee: Value) -> str:
    return callee.dotted if type(callee) is Class else callee.name if type(callee) is Symbol else ""
