"""Tokens of a statement that is no query itself → notes of what it does to rows, and of the query that it holds."""

from collections.abc import Callable

from cutpoint.domain.access import Action
from cutpoint.interpret.sql.common_form import end_of_parentheses, word
from cutpoint.interpret.sql.read_query import read_query
from cutpoint.interpret.sql.reading import DYNAMIC, NOT_SQL, PROCEDURE_CALL, UNKNOWN_QUERY, UNKNOWN_STATEMENT, Notes
from cutpoint.interpret.sql.sql_words import DML_HEADS, QUIET_HEADS, words_of
from cutpoint.interpret.sql.table_names import note_table, table_name
from cutpoint.interpret.sql.tokens import UNKNOWN, Kind, Token, Tokens, key_at

# `CREATE VIEW ... WITH CHECK OPTION`, `CREATE TABLE ... WITH NO DATA`.
_TAILS = ({"WITH", "NO", "DATA"}, {"WITH", "LOCAL", "CASCADED", "CHECK", "OPTION"}, {"WITH", "READ", "ONLY"})

_KINDS = words_of("TABLE VIEW INDEX TRIGGER FUNCTION PROCEDURE PROC PACKAGE EVENT RULE SEQUENCE TYPE SCHEMA")
_BEFORE_KIND = words_of(
    """
    OR REPLACE ALTER TEMP TEMPORARY GLOBAL LOCAL UNLOGGED MATERIALIZED RECURSIVE FORCE EDITIONABLE NONEDITIONABLE UNIQUE
    CONSTRAINT DEFINER ALGORITHM SQL SECURITY INVOKER AGGREGATE IF NOT EXISTS COLUMN ROW TRANSIENT FOREIGN
    """
)
# What a COPY may come from or go to.
_PLACES = frozenset({Kind.STRING, Kind.NAME, Kind.PLACEHOLDER, Kind.HOLE})


def read_command(tokens: Tokens, notes: Notes) -> bool:
    """Note what a statement other than a query touches; False when it begins like none."""
    reader = _READERS.get(tokens[0].key)
    if reader is not None:
        reader(tokens, notes)
        return True
    return tokens[0].key in QUIET_HEADS


def kind_of_object(tokens: Tokens) -> int:
    """Where a CREATE or ALTER says what it makes: at TABLE, VIEW, TRIGGER …; 0 when it doesn't."""
    for position, token in enumerate(tokens[1:], 1):
        if token.key in _KINDS:
            return position
        # MySQL: `CREATE DEFINER = 'root'@localhost TRIGGER`
        is_value = tokens[position - 1].key in {"=", "@"} or token.kind in {Kind.STRING, Kind.NAME, Kind.OPERATOR}
        if token.key not in _BEFORE_KIND and not is_value:
            break
    return 0


def _truncate(tokens: Tokens, notes: Notes) -> None:
    position = _after(tokens, 1, ("TABLE", "IF", "EXISTS", "ONLY"))
    while (table := table_name(tokens, position)) is not None:
        note_table(notes, Action.DELETE, table)
        position = table.end + (key_at(tokens, table.end) == "*")
        if key_at(tokens, position) != ",":
            return
        position = _after(tokens, position + 1, ("ONLY",))


def _copy(tokens: Tokens, notes: Notes) -> None:
    if key_at(tokens, 1) == "(":
        read_query(tokens[2 : end_of_parentheses(tokens, 1) - 1], notes)
        return
    table = table_name(tokens, _after(tokens, 1, ("INTO", "BINARY")))
    if table is None:
        return
    end, columns = table.end, None
    if key_at(tokens, end) == "(":
        end = end_of_parentheses(tokens, end)
        columns = _columns(tokens[table.end : end])
    place = tokens[end + 1] if end + 1 < len(tokens) else None
    if place is None or not (place.key in {"STDIN", "STDOUT", "PROGRAM"} or place.kind in _PLACES):
        # Prose: `Copy configuration from`.
        notes.opaque(NOT_SQL)
    elif key_at(tokens, end) == "FROM":
        note_table(notes, Action.INSERT, table, columns)
    elif key_at(tokens, end) == "TO":
        note_table(notes, Action.READ, table)
    else:
        notes.opaque(UNKNOWN_STATEMENT)


def _columns(tokens: Tokens) -> tuple[str, ...] | None:
    named = [token for token in tokens if token.kind is not Kind.OPERATOR]
    if any(token.kind not in {Kind.WORD, Kind.NAME} or UNKNOWN.search(token.text) for token in named):
        return None
    return tuple(sorted({token.text if token.kind is Kind.NAME else token.text.lower() for token in named})) or None


def _load(tokens: Tokens, notes: Notes) -> None:
    # `LOAD DATA INFILE 'rows.csv' INTO TABLE shop_order`
    for position, token in enumerate(tokens):
        if token.key == "INTO" and key_at(tokens, position + 1) == "TABLE":
            table = table_name(tokens, position + 2)
            if table is not None:
                note_table(notes, Action.INSERT, table)
            return


def _explain(tokens: Tokens, notes: Notes) -> None:
    position = 1
    if key_at(tokens, 1) == "(" and key_at(tokens, 2) not in DML_HEADS:
        position = end_of_parentheses(tokens, 1)
    while position < len(tokens) and tokens[position].key not in DML_HEADS and tokens[position].key != "(":
        if tokens[position].kind is Kind.HOLE:
            notes.opaque(UNKNOWN_STATEMENT)
        position += 1
    if position == len(tokens):
        return
    explained = notes.fresh()
    read_query(tokens[position:], explained)
    # Only ANALYZE runs what it explains.
    runs = any(token.key in {"ANALYZE", "ANALYSE"} for token in tokens[:position])
    notes.take(explained, only_reads=not runs)


def _create(tokens: Tokens, notes: Notes) -> None:
    """Note what the query of `CREATE TABLE ... AS` or of a view reads."""
    kind = kind_of_object(tokens)
    if tokens[kind].key not in {"TABLE", "VIEW"} or (tokens[0].key == "ALTER" and tokens[kind].key == "TABLE"):
        return
    table = table_name(tokens, _after(tokens, kind + 1, ("IF", "NOT", "EXISTS")))
    start = _start_of_query(tokens, kind)
    if start is not None and tokens[start].kind is Kind.HOLE:
        notes.opaque(UNKNOWN_QUERY)
    elif start is not None:
        _read_inner(_without_tail(tokens[start:]), notes)
    if table is None or tokens[kind].key == "VIEW":
        return
    if any(token.key in {"TEMP", "TEMPORARY"} for token in tokens[:kind]):
        notes.hidden.add(table.name.lower())
    elif start is not None:
        note_table(notes, Action.INSERT, table)


def _start_of_query(tokens: Tokens, kind: int) -> int | None:
    depth = 0
    for position in range(kind + 1, len(tokens)):
        key = tokens[position].key
        depth += {"(": 1, ")": -1}.get(key, 0)
        if depth:
            continue
        if key == "SELECT":
            return position
        if key == "AS" and position + 1 < len(tokens):
            return position + 1
    return None


def _without_tail(tokens: Tokens) -> Tokens:
    for back in range(2, 6):
        tail = [token.key for token in tokens[-back:]]
        if len(tokens) > back and tail[0] == "WITH" and any(tail_words.issuperset(tail) for tail_words in _TAILS):
            return tokens[:-back]
    return tokens


def _read_inner(tokens: Tokens, notes: Notes) -> None:
    if tokens and tokens[0].key == "TABLE":
        _table(tokens, notes)
    elif next((token.key for token in tokens if token.key != "("), "") in DML_HEADS:
        read_query(tokens, notes)
    elif tokens:
        # Only by its first word: a command in a command in a command would be as deep as the text is long.
        read_command(tokens[:1], notes)


def _table(tokens: Tokens, notes: Notes) -> None:
    # `TABLE shop_order` is a whole query.
    read_query([word("SELECT"), Token(Kind.OPERATOR, "*", "*", spaced=True), word("FROM"), *tokens[1:]], notes)


def _refresh(tokens: Tokens, notes: Notes) -> None:
    # `REFRESH MATERIALIZED VIEW CONCURRENTLY shop_totals`: rows of a view are stored, as those of a table are.
    if key_at(tokens, 2) == "VIEW":
        table = table_name(tokens, _after(tokens, 3, ("CONCURRENTLY",)))
        if table is not None:
            note_table(notes, Action.INSERT, table)


def _prepare(tokens: Tokens, notes: Notes) -> None:
    for position, token in enumerate(tokens):
        if token.key == "AS":
            _read_inner(tokens[position + 1 :], notes)
            return
    notes.opaque(DYNAMIC)


def _execute(tokens: Tokens, notes: Notes) -> None:
    called = key_at(tokens, 1)
    is_dynamic = called in {"(", "IMMEDIATE", "SP_EXECUTESQL"} or (len(tokens) > 1 and tokens[1].kind is Kind.STRING)
    notes.opaque(DYNAMIC if is_dynamic else PROCEDURE_CALL)


def _call(tokens: Tokens, notes: Notes) -> None:
    called = table_name(tokens, 1)
    is_call = called is not None and (called.end == len(tokens) or key_at(tokens, called.end) == "(")
    notes.opaque(PROCEDURE_CALL if is_call else NOT_SQL)


def _declare(tokens: Tokens, notes: Notes) -> None:
    # `DECLARE rows CURSOR FOR SELECT ...`
    has_cursor = False
    for position, token in enumerate(tokens):
        has_cursor = has_cursor or token.key == "CURSOR"
        if has_cursor and token.key in {"FOR", "IS"}:
            _read_inner(tokens[position + 1 :], notes)
            return


def _brace(tokens: Tokens, notes: Notes) -> None:
    # ODBC: `{call refresh_totals(?)}`, `{? = call total(?)}`
    notes.opaque(PROCEDURE_CALL if any(token.key == "CALL" for token in tokens[:5]) else UNKNOWN_STATEMENT)


_READERS: dict[str, Callable[[Tokens, Notes], None]] = {
    "ALTER": _create,
    "CALL": _call,
    "COPY": _copy,
    "CREATE": _create,
    "DECLARE": _declare,
    "EXEC": _execute,
    "EXECUTE": _execute,
    "EXPLAIN": _explain,
    "DESC": _explain,
    "DESCRIBE": _explain,
    "LOAD": _load,
    "PREPARE": _prepare,
    "REFRESH": _refresh,
    "TABLE": _table,
    "TRUNCATE": _truncate,
    "{": _brace,
}


def _after(tokens: Tokens, position: int, words: tuple[str, ...]) -> int:
    """The first position from *position* on that is none of *words*."""
    while key_at(tokens, position) in words:
        position += 1
    return position
