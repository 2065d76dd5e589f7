"""Tokens of one statement → the same statement with the peculiarities taken out that hide a table from parsers."""

from collections.abc import Iterator
from typing import NamedTuple

from cutpoint.interpret.sql.tokens import Kind, Token, Tokens, key_at

_MODIFIERS = {
    "INSERT": frozenset({"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE"}),
    "REPLACE": frozenset({"LOW_PRIORITY", "DELAYED"}),
    "UPDATE": frozenset({"LOW_PRIORITY", "IGNORE"}),
    "DELETE": frozenset({"LOW_PRIORITY", "QUICK", "IGNORE"}),
    "SELECT": frozenset({"STRAIGHT_JOIN", "SQL_NO_CACHE", "SQL_CACHE", "SQL_CALC_FOUND_ROWS", "SQL_SMALL_RESULT"}),
}
_CONFLICT_WORDS = frozenset({"REPLACE", "IGNORE", "ABORT", "FAIL", "ROLLBACK"})
_LITERALS = frozenset({Kind.STRING, Kind.NUMBER, Kind.PLACEHOLDER})
_LITERAL_KEYS = frozenset({"NULL", "TRUE", "FALSE", "DEFAULT", "-", "+", ","})
# A list that is longer than this says no more than its first value.
_LONG_LIST = 16


class CommonForm(NamedTuple):
    """A statement that any parser of its dialect should read."""

    tokens: list[Token]
    replaces: bool
    """Whether an insert also deletes the rows that are in its way."""


def common_form(tokens: Tokens) -> CommonForm:
    """*tokens* without modifiers, `TOP`, variables that take results, and long lists of plain values."""
    kept = list(_without_modifiers(list(_without_result_variables(_without_stars(tokens)))))
    replaces = False
    for position, token in enumerate(kept):
        following = kept[position + 1].key if position + 1 < len(kept) else ""
        if token.key == "REPLACE" and not position and following == "INTO":
            replaces = True
            kept[position] = word("INSERT")
        elif token.key == "INSERT" and following == "OVERWRITE":
            replaces = True
            kept[position + 1] = word("INTO")
        elif token.key == "STRAIGHT_JOIN":
            kept[position] = word("JOIN")
        elif token.key == "MATCH" and following != "(":
            # SQLite's full text search: `WHERE document MATCH 'word'`
            kept[position] = word("LIKE")
    keys = [token.key for token in tokens]
    replaces = replaces or ("INSERT", "OR", "REPLACE") in zip(keys, keys[1:], keys[2:], strict=False)
    return CommonForm(_without_long_lists(kept), replaces)


def word(text: str) -> Token:
    """A keyword that stands by itself."""
    return Token(Kind.WORD, text, text, spaced=True)


def _without_modifiers(tokens: Tokens) -> Iterator[Token]:
    position, size = 0, len(tokens)
    verb = ""
    while position < size:
        key = tokens[position].key
        if verb and key in _MODIFIERS[verb]:
            position += 1
            continue
        if verb in {"INSERT", "UPDATE"} and key == "OR" and key_at(tokens, position + 1) in _CONFLICT_WORDS:
            position += 2
            continue
        if verb and key == "TOP" and (end := _end_of_top(tokens, position)):
            position = end
            continue
        if key == "CURRENT" and key_at(tokens, position + 1) == "OF":
            # `WHERE CURRENT OF cursor`: a condition that parsers don't know.
            yield Token(Kind.NUMBER, "1", "", spaced=True)
            position += 3
            continue
        # `REPLACE(text, ...)` and `INSERT(text, ...)` are functions, `ON UPDATE` and `FOR UPDATE` are no statements,
        # but neither is followed by a modifier.
        verb = key if key in _MODIFIERS else "SELECT" if verb == "SELECT" and key in {"DISTINCT", "ALL"} else ""
        yield tokens[position]
        position += 1


def _without_stars(tokens: Tokens) -> Tokens:
    """`DELETE a.*, b.* FROM ...`, as MySQL also lets it be written, without the stars."""
    end = (
        next((at for at, token in enumerate(tokens) if token.key == "FROM"), 0) if key_at(tokens, 0) == "DELETE" else 0
    )
    return [token for at, token in enumerate(tokens) if at >= end or not _is_star(tokens, at)] if end else tokens


def _is_star(tokens: Tokens, position: int) -> bool:
    return (key_at(tokens, position), key_at(tokens, position + 1)) == (".", "*") or (
        (key_at(tokens, position - 1), key_at(tokens, position)) == (".", "*")
    )


def _end_of_top(tokens: Tokens, start: int) -> int:
    """Where `TOP 5`, `TOP (5) PERCENT WITH TIES` ends, 0 when it is a name."""
    position = start + 1
    if position >= len(tokens):
        return 0
    if tokens[position].kind in _LITERALS or tokens[position].kind is Kind.HOLE:
        position += 1
    elif tokens[position].key == "(":
        position = end_of_parentheses(tokens, position)
    else:
        return 0
    position += key_at(tokens, position) == "PERCENT"
    if key_at(tokens, position) == "WITH" and key_at(tokens, position + 1) == "TIES":
        position += 2
    return position


def _without_result_variables(tokens: Tokens) -> Iterator[Token]:
    """Without `INTO variable` after RETURNING, which is no table in any dialect."""
    returning, position = False, 0
    while position < len(tokens):
        key = tokens[position].key
        if key in {"RETURNING", "RETURN"}:
            returning = True
        elif key in {"SELECT", "INSERT", "MERGE"}:
            # A later part of a statement whose first part returns rows.
            returning = False
        elif returning and key == "INTO":
            position = end_of_names(tokens, position + 1)
            continue
        yield tokens[position]
        position += 1


def end_of_names(tokens: Tokens, position: int) -> int:
    """Where the list of variables that begins at *position* ends: `STRICT a, b.c`."""
    position += key_at(tokens, position) == "STRICT"
    while position < len(tokens) and tokens[position].kind is not Kind.OPERATOR:
        position += 1
        while key_at(tokens, position) == "." and position + 1 < len(tokens):
            position += 2
        if key_at(tokens, position) != ",":
            return position
        position += 1
    return position


def end_of_parentheses(tokens: Tokens, position: int) -> int:
    """The position after the parenthesis that closes the one at *position*; the end when nothing closes it."""
    depth = 0
    for index in range(position, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[index].key, 0)
        if not depth:
            return index + 1
    return len(tokens)


def _without_long_lists(tokens: Tokens) -> list[Token]:
    """Rows of plain values after the first are left out, and of a long list of them all but the first value.

    A data migration writes its rows into the statement; they say nothing about tables.
    """
    kept: list[Token] = []
    opened: int | None = None
    row_before = -1
    for token in tokens:
        kept.append(token)
        if token.key == "(":
            opened = len(kept) - 1
        elif token.key == ")" and opened is not None:
            if row_before == opened - 2 and row_before >= 0 and kept[opened - 1].key == ",":
                del kept[opened - 1 :]
            elif len(kept) - opened > _LONG_LIST:
                kept[opened + 1 : -1] = [Token(Kind.NUMBER, "1", "", spaced=False)]
            row_before = len(kept) - 1
            opened = None
        elif token.kind not in _LITERALS and token.key not in _LITERAL_KEYS:
            opened = None
    return kept
