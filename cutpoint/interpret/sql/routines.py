"""Tokens of a function, a trigger or a block → notes of what the statements in its body touch."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from cutpoint.interpret.sql.commands import kind_of_object
from cutpoint.interpret.sql.common_form import end_of_names, word
from cutpoint.interpret.sql.reading import DYNAMIC, FOREIGN_LANGUAGE, NOT_SQL, PROCEDURAL, Notes
from cutpoint.interpret.sql.sql_words import DML_HEADS
from cutpoint.interpret.sql.token_touches import note_likely_touches
from cutpoint.interpret.sql.tokens import Kind, Token, Tokens, tokens_of

_ROUTINES = frozenset({"TRIGGER", "FUNCTION", "PROCEDURE", "PROC", "PACKAGE", "EVENT", "RULE"})
_LANGUAGES = frozenset({"SQL", "PLPGSQL", "PLSQL"})
# The row that a trigger runs for is in these, as if they were tables.
_ROWS_OF_TRIGGER = frozenset({"new", "old", "inserted", "deleted"})
# Words before the name of a statement that say when a trigger runs.
_BEFORE_EVENT = frozenset({"AFTER", "BEFORE", "OR", "OF", "FOR", "ON", ","})
_STATEMENTS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH"})

Read = Callable[[Tokens, Notes], None]


def is_routine(tokens: Tokens) -> bool:
    """Whether a statement declares or is code that runs statements."""
    match tokens[0].key:
        case "CREATE" | "ALTER":
            is_one = tokens[kind_of_object(tokens)].key in _ROUTINES
            return is_one and (tokens[0].key == "CREATE" or any(True for _ in _bodies(tokens)))
        case "DO":
            return any(token.kind in {Kind.BODY, Kind.STRING} for token in tokens[1:4])
        case "BEGIN" | "IF" | "WHILE":
            return any(token.key in DML_HEADS | {"END", "EXEC", "EXECUTE", "CALL"} for token in tokens)
        case _:
            return False


def read_routine(tokens: Tokens, notes: Notes, read: Read) -> None:
    """Note what the body of a routine touches; *read* reads one statement of it."""
    language = _language(tokens)
    if language not in _LANGUAGES:
        notes.opaque(FOREIGN_LANGUAGE)
        return
    notes.opaque(PROCEDURAL)
    if notes.is_body:
        # Code that makes code is told of, not followed: it could be as deep as the text is long.
        return
    inner = notes.fresh(hidden=_ROWS_OF_TRIGGER, is_body=True)
    for body in _bodies(tokens):
        for piece in _pieces(body):
            _read_piece(piece, inner, read)
    notes.take(inner, but=frozenset({NOT_SQL}))


def _language(tokens: Tokens) -> str:
    for token, following in pairwise(tokens):
        if token.key == "LANGUAGE":
            return following.text.upper()
    return "SQL"


def _bodies(tokens: Tokens) -> Iterator[Tokens]:
    """What a routine runs: between dollars, in quotes after AS, or written out."""
    has_quoted = False
    for position, token in enumerate(tokens):
        before = tokens[position - 1].key if position else ""
        if token.kind is Kind.BODY or (token.kind is Kind.STRING and before in {"AS", "DO"}):
            has_quoted = True
            yield tokens_of(token.text)
    if has_quoted:
        return
    for position, token in enumerate(tokens):
        before = tokens[position - 1].key if position else ""
        # `CREATE TRIGGER IF NOT EXISTS`, `AFTER INSERT OR UPDATE` are no statements yet.
        is_block = token.key in {"BEGIN", "IF", "WHILE"} and before not in _ROUTINES
        if is_block or (token.key in _STATEMENTS and position and before not in _BEFORE_EVENT):
            yield tokens[position:]
            return


def _pieces(tokens: Tokens) -> Iterator[Tokens]:
    """The statements of a body, and what is between them."""
    start, cases = 0, 0
    for position, token in enumerate(tokens):
        if token.key == "CASE":
            cases += 1
        elif token.key == "END" and cases:
            cases -= 1
        elif token.key == ";":
            yield tokens[start:position]
            start, cases = position + 1, 0
        elif token.key in {"BEGIN", "LOOP", "THEN", "ELSE"} and not cases and tokens[start].key != "MERGE":
            # An `ELSE` of an expression is inside CASE; this one has statements behind it.
            yield tokens[start:position]
            start = position + 1
    yield tokens[start:]


def _read_piece(piece: Tokens, notes: Notes, read: Read) -> None:
    if not piece:
        return
    statement = _statement_in(piece)
    if statement:
        read(list(_without_variables(statement)), notes)
        return
    if any(token.key == "EXECUTE" for token in piece):
        notes.opaque(DYNAMIC)
    else:
        # `IF EXISTS (SELECT ...)`, `total := (SELECT ...)`
        note_likely_touches(piece, notes)


def _statement_in(piece: Tokens) -> Tokens:
    """The statement that *piece* is or ends with, nothing when it has none."""
    match piece[0].key:
        case "PERFORM":
            return [word("SELECT"), *piece[1:]]
        case key if key in DML_HEADS | {"TRUNCATE", "COPY", "CREATE", "EXEC", "CALL", "DO"}:
            return piece
        case _:
            pass
    for position, token in enumerate(piece[:-1]):
        # `FOR row IN SELECT`, `OPEN rows FOR SELECT`, `RETURN QUERY SELECT`
        if token.key in {"IN", "FOR", "QUERY", "IS", "ATOMIC"} and piece[position + 1].key in DML_HEADS:
            return piece[position + 1 :]
        if token.key == "(":
            break
    return ()


def _without_variables(statement: Tokens) -> Iterator[Token]:
    """Without `INTO variable` of a SELECT, where a query outside of a body would have a new table."""
    position, before = 0, ""
    while position < len(statement):
        key = statement[position].key
        if key == "INTO" and before not in {"INSERT", "REPLACE", "MERGE", "IGNORE", "DELAYED", "COPY"}:
            position = end_of_names(statement, position + 1)
            continue
        yield statement[position]
        before = key
        position += 1
