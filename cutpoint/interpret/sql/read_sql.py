"""SQL text → what it touches: the one door to this room."""

from functools import lru_cache

from cutpoint.interpret.sql.commands import read_command
from cutpoint.interpret.sql.common_form import word
from cutpoint.interpret.sql.read_query import read_query
from cutpoint.interpret.sql.reading import NOT_SQL, UNKNOWN_STATEMENT, Notes, SqlReading
from cutpoint.interpret.sql.routines import is_routine, read_routine
from cutpoint.interpret.sql.split_statements import split_statements
from cutpoint.interpret.sql.sql_words import DML_HEADS
from cutpoint.interpret.sql.token_touches import note_likely_touches
from cutpoint.interpret.sql.tokens import UNKNOWN, Kind, Tokens, tokens_of


# A project writes some SQL in many places and asks for it once for each; longer texts are few.
@lru_cache(maxsize=4096)
def statements_of(sql: str) -> SqlReading:
    """What the statements of *sql* touch, in any dialect, and why parts of it could not be understood.

    Chr 0 in *sql* stands for a part of the text that is not known.
    It does no harm where a value, a column or a condition is; where a table is, the table is told to be unknown.
    """
    notes = Notes()
    for statement in split_statements(tokens_of(sql)):
        read_statement(statement, notes)
    return notes.reading()


def read_statement(tokens: Tokens, notes: Notes) -> None:
    """Note what one statement touches."""
    first = tokens[0]
    if is_routine(tokens):
        read_routine(tokens, notes, read_statement)
    elif next((token.key for token in tokens if token.key != "("), "") in DML_HEADS:
        read_query(tokens, notes)
    elif first.kind in {Kind.HOLE, Kind.PLACEHOLDER}:
        _read_after_unknown(tokens, notes)
    elif not read_command(tokens, notes):
        notes.opaque(UNKNOWN_STATEMENT if UNKNOWN.search(first.text) else NOT_SQL)


def _read_after_unknown(tokens: Tokens, notes: Notes) -> None:
    """A statement whose first words are unknown: it may be any, but the tables that it names later are told."""
    notes.opaque(UNKNOWN_STATEMENT)
    start = next(
        (at for at, token in enumerate(tokens) if token.kind not in {Kind.HOLE, Kind.PLACEHOLDER}), len(tokens)
    )
    rest = tokens[start:]
    if rest and rest[0].key in DML_HEADS:
        read_query(rest, notes)
    elif rest:
        note_likely_touches([word("SELECT"), *rest], notes)
