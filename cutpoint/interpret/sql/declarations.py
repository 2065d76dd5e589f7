"""SQL of migrations, in their order -> the routines, triggers and views that are there in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Action
from cutpoint.domain.declared_schema import DeclaredSchema, Deed, Routine, Trigger, View
from cutpoint.interpret.sql.called import called_in
from cutpoint.interpret.sql.commands import kind_of_object
from cutpoint.interpret.sql.read_sql import read_statement
from cutpoint.interpret.sql.reading import NOT_SQL, PROCEDURAL, PROCEDURE_CALL, Notes
from cutpoint.interpret.sql.split_statements import split_statements
from cutpoint.interpret.sql.table_names import table_name
from cutpoint.interpret.sql.tokens import Tokens, key_at, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.declared_schema import SchemaText
    from cutpoint.interpret.sql.table_names import TableName

_ROUTINES = frozenset({"FUNCTION", "PROCEDURE", "PROC"})
_KINDS = _ROUTINES | {"TRIGGER", "VIEW"}
_BEFORE_NAME = frozenset({"IF", "NOT", "EXISTS", "CONCURRENTLY"})
# Words that end what a trigger says about when it runs.
_END_OF_HEAD = frozenset({"EXECUTE", "BEGIN", "AS", "EACH", "WHEN", "REFERENCING"})
_EVENTS = {
    "INSERT": Action.INSERT,
    "UPDATE": Action.UPDATE,
    "DELETE": Action.DELETE,
    "TRUNCATE": Action.DELETE,
}
# What a declared routine needs no excuse for: its statements are read, and what it calls is looked up.
_EXCUSED = frozenset({PROCEDURAL, NOT_SQL, PROCEDURE_CALL})


class _Declaring:
    """What is declared so far: a later statement replaces or drops what an earlier one made."""

    def __init__(self) -> None:
        self.routines: dict[str, Routine] = {}
        self.triggers: dict[tuple[str, str], Trigger] = {}
        self.views: dict[str, View] = {}

    def statement(self, tokens: Tokens, text: SchemaText) -> None:
        """Note one statement of *text*."""
        head = tokens[0].key
        kind = kind_of_object(tokens) if head in {"CREATE", "ALTER", "DROP"} else 0
        if not kind or tokens[kind].key not in _KINDS:
            return
        name = _name_after(tokens, kind + 1)
        if name is None or not name.known:
            return
        if head == "DROP":
            self._drop(tokens, tokens[kind].key, name)
        elif head == "CREATE" or (tokens[kind].key == "VIEW" and any(token.key == "AS" for token in tokens)):
            self._create(tokens, kind, name, text)

    def _create(self, tokens: Tokens, kind: int, name: TableName, text: SchemaText) -> None:
        key = name.name.lower()
        routine = _routine(tokens, key, text)
        match tokens[kind].key:
            case "TRIGGER":
                trigger = _trigger(tokens, name.end, routine)
                if trigger is not None:
                    self.triggers[key, trigger.table.lower()] = trigger
            case "VIEW":
                self.views[key] = View(routine, any(token.key == "MATERIALIZED" for token in tokens[:kind]))
            case _:
                self.routines[key] = routine

    def _drop(self, tokens: Tokens, kind: str, name: TableName) -> None:
        key = name.name.lower()
        if kind == "VIEW":
            self.views.pop(key, None)
        elif kind == "TRIGGER":
            on = table_name(tokens, name.end + 1) if key_at(tokens, name.end) == "ON" else None
            for known in list(self.triggers):
                if known[0] == key and (on is None or known[1] == on.name.lower()):
                    del self.triggers[known]
        else:
            self.routines.pop(key, None)


def declarations_in(texts: Iterable[SchemaText]) -> DeclaredSchema:
    """What is declared once all of *texts* have run, in their order."""
    declaring = _Declaring()
    for text in texts:
        for statement in split_statements(tokens_of(text.sql)):
            declaring.statement(statement, text)
    return DeclaredSchema(declaring.routines.values(), declaring.triggers.values(), declaring.views.values())


def _name_after(tokens: Tokens, position: int) -> TableName | None:
    while key_at(tokens, position) in _BEFORE_NAME:
        position += 1
    return table_name(tokens, position)


def _routine(tokens: Tokens, name: str, text: SchemaText) -> Routine:
    notes = Notes()
    read_statement(tokens, notes)
    reading = notes.reading()
    deeds = tuple(Deed(touch.action, touch.table, touch.columns) for touch in reading.touches)
    opaque = tuple(reason for reason in reading.opaque if reason not in _EXCUSED)
    return Routine(name, text.path, text.line, deeds, called_in(tokens), opaque)


def _trigger(tokens: Tokens, position: int, routine: Routine) -> Trigger | None:
    """`AFTER INSERT OR UPDATE OF paid ON shop_order …`; SQL Server has the table first."""
    table: TableName | None = None
    actions: set[Action] = set()
    columns: set[str] = set()
    in_columns = False
    while position < len(tokens) and tokens[position].key not in _END_OF_HEAD:
        key = tokens[position].key
        if key == "ON" and table is None:
            table = table_name(tokens, position + 1)
            position = table.end if table is not None else position + 1
            in_columns = False
            continue
        if key in _EVENTS:
            actions.add(_EVENTS[key])
        in_columns = (in_columns or key == "OF") and key not in {"OR", "ON"}
        column = table_name(tokens, position) if in_columns and key not in {"OF", ","} else None
        columns |= {column.name} if column is not None else set()
        position += 1
    if table is None or not table.known or not actions:
        return None
    return Trigger(table.name, frozenset(actions), frozenset(columns), routine)
