"""Tokens of SQL → the names that would be routines in it, if such were declared."""

from collections.abc import Iterator
from functools import lru_cache

from cutpoint.interpret.sql.tokens import Kind, Tokens, key_at, tokens_of

_CALLS = frozenset({"CALL", "EXEC", "EXECUTE"})
_AFTER_CALL = frozenset({"FUNCTION", "PROCEDURE"})


def called_in(tokens: Tokens) -> tuple[str, ...]:
    """Names in *tokens* that stand where a routine is called, in lower case, sorted; those in the bodies of routines, too."""
    return tuple(sorted(set(_called(tokens, with_bodies=True))))


@lru_cache(maxsize=1024)
def called_by(sql: str) -> tuple[str, ...]:
    """The same for a text."""
    return tuple(sorted(set(_called(tokens_of(sql), with_bodies=False))))


@lru_cache(maxsize=1024)
def procedures_called(sql: str) -> tuple[str, ...]:
    """What *sql* calls by `CALL` and the like, in lower case, sorted."""
    tokens = tokens_of(sql)
    return tuple(sorted({_name(tokens, at + 1) for at, token in enumerate(tokens) if token.key in _CALLS} - {""}))


def _called(tokens: Tokens, *, with_bodies: bool) -> Iterator[str]:
    for position, token in enumerate(tokens):
        if token.key in _CALLS:
            yield _name(tokens, position + 1)
        elif token.kind in {Kind.WORD, Kind.NAME} and key_at(tokens, position + 1) == "(":
            yield token.text.lower()
        elif with_bodies and token.kind in {Kind.BODY, Kind.STRING}:
            yield from _called(tokens_of(token.text), with_bodies=False)


def _name(tokens: Tokens, position: int) -> str:
    """The name that begins at *position*, without its schema: `EXECUTE FUNCTION public.note_order()`."""
    while key_at(tokens, position) in _AFTER_CALL:
        position += 1
    while key_at(tokens, position + 1) == ".":
        position += 2
    if position < len(tokens) and tokens[position].kind in {Kind.WORD, Kind.NAME}:
        return tokens[position].text.lower()
    return ""
