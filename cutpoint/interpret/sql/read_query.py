"""Tokens of one statement that reads or writes rows → notes of what it touches, from its tree or else its tokens."""

from itertools import product
from typing import TYPE_CHECKING

from cutpoint.interpret.sql.common_form import CommonForm, common_form
from cutpoint.interpret.sql.reading import NOT_SQL, TOO_DEEP, TOO_LONG, UNKNOWN_QUERY, UNPARSED, Notes
from cutpoint.interpret.sql.spelling import Spelling, spellings, written
from cutpoint.interpret.sql.token_touches import note_likely_touches
from cutpoint.interpret.sql.tokens import Kind, Tokens

if TYPE_CHECKING:
    from sqlglot import exp

# Unknown parts are written in other ways for the dialects that most statements are read with.
_DIALECTS_FOR_GUESSES = 2
_NEEDED_WORDS = {"WITH": "AS", "DELETE": "FROM", "UPDATE": "SET", "INSERT": "INTO", "REPLACE": "INTO", "MERGE": "USING"}


def read_query(tokens: Tokens, notes: Notes) -> None:
    """Note what a SELECT, INSERT, UPDATE, DELETE or MERGE touches."""
    # Here and not above: these load sqlglot, and most projects hold no SQL.
    from cutpoint.interpret.sql.parse_tree import MAX_LENGTH, max_nesting, nesting
    from cutpoint.interpret.sql.tree_touches import note_touches

    form = common_form(tokens)
    length = len(written(form.tokens, next(spellings(form.tokens)), '"'))
    if length > min(MAX_LENGTH, notes.parse_at_most):
        _read_tokens(form, notes, TOO_LONG)
    elif nesting(form.tokens) > max_nesting():
        _read_tokens(form, notes, TOO_DEEP)
    elif (parsed := _parsed(form.tokens, notes)) is not None:
        tree, spelling = parsed
        note_touches(tree, notes, replaces=form.replaces)
        if spelling.assumes_a_query:
            notes.opaque(UNKNOWN_QUERY)
    else:
        _read_tokens(form, notes, UNPARSED)


def _parsed(tokens: Tokens, notes: Notes) -> "tuple[exp.Expr, Spelling] | None":
    from cutpoint.interpret.sql.parse_tree import DIALECTS, parse_tree, quote_of
    from cutpoint.interpret.sql.tree_touches import is_plausible

    likeliest, *others = spellings(tokens)
    attempts = [(likeliest, dialect) for dialect in DIALECTS]
    attempts += product(others, DIALECTS[:_DIALECTS_FOR_GUESSES])
    for spelling, dialect in attempts:
        text = written(tokens, spelling, quote_of(dialect))
        notes.parse_at_most -= len(text)
        if notes.parse_at_most < 0:
            break
        tree = parse_tree(text, dialect)
        if tree is not None and is_plausible(tree):
            return tree, spelling
    return None


def _read_tokens(form: CommonForm, notes: Notes, reason: str) -> None:
    has_found = note_likely_touches(form.tokens, notes, replaces=form.replaces)
    is_sql = has_found or reason != UNPARSED or _looks_like_sql(form.tokens)
    notes.opaque(reason if is_sql else NOT_SQL)


def _looks_like_sql(tokens: Tokens) -> bool:
    """Whether a text without tables is more than prose: `Select your country`, `With love`, `Update the page`."""
    needed = _NEEDED_WORDS.get(tokens[0].key) if tokens else None
    if needed and not any(token.key == needed for token in tokens):
        return False
    if tokens[1:2] and tokens[1].key == "*":
        return True
    return any(token.kind is Kind.HOLE or (token.key == "(" and not token.spaced) for token in tokens)
