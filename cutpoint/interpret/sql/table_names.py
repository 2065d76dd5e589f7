"""Tokens → the table that is named at a place among them."""

from typing import NamedTuple

from cutpoint.domain.access import Action
from cutpoint.interpret.sql.reading import UNKNOWN_TABLE, Notes
from cutpoint.interpret.sql.sql_words import RESERVED
from cutpoint.interpret.sql.tokens import UNKNOWN, Kind, Token, Tokens, key_at


class TableName(NamedTuple):
    """A table as it is written, and where it ends."""

    name: str
    schema: str
    known: bool
    end: int


def table_name(tokens: Tokens, position: int) -> TableName | None:
    """The table whose name begins at *position*: `shop.order`, `"shop"."Order"`; None for anything else."""
    schema = ""
    while position < len(tokens):
        token = tokens[position]
        if not may_be_name(token):
            return None
        if key_at(tokens, position + 1) == "." and position + 2 < len(tokens):
            schema, position = token.text, position + 2
            continue
        known = token.kind in {Kind.WORD, Kind.NAME} and not UNKNOWN.search(token.text)
        name = token.text if token.kind is Kind.NAME else token.text.lower()
        return TableName(name, schema, known, position + 1)
    return None


def note_table(notes: Notes, action: Action, table: TableName, columns: tuple[str, ...] | None = None) -> None:
    """Put *action* on *table* into *notes*, or that it isn't known."""
    if table.known:
        notes.touch(action, table.name, columns, schema=table.schema)
    else:
        notes.opaque(UNKNOWN_TABLE)


def may_be_name(token: Token) -> bool:
    """Whether *token* can stand for a table, a column or an alias."""
    if token.kind is Kind.WORD:
        return token.key not in RESERVED
    return token.kind in {Kind.NAME, Kind.HOLE, Kind.PLACEHOLDER}
