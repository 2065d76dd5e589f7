"""Text of one statement → sqlglot's tree, from the first dialect that reads it, with bounded work and no output."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import cast

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import SqlglotError
from sqlglot.parser import Parser

from cutpoint.interpret.sql.tokens import Tokens

DIALECTS = (
    "postgres",
    "mysql",
    "sqlite",
    "tsql",
    "oracle",
    "snowflake",
    "bigquery",
    "clickhouse",
    "duckdb",
    "spark",
    "redshift",
    "",
)
"""Likeliest first; the last is sqlglot's own, the most permissive."""

MAX_LENGTH = 100_000
MAX_NESTING = 32
# Each JOIN that has no ON yet doubles the ways to read a FROM.
_DEPTH_OF_OPEN_JOIN = 4
_PREFIXES = frozenset({"NOT", "-", "+", "~"})
# sqlglot goes back and tries again: each `STRUCT(` in another takes it twice as long.
# An everyday statement takes 1 to 2 steps a token.
_STEPS_PER_TOKEN = 32
_STEPS_AT_LEAST = 2_000
# The compiled parser of `sqlglot[c]` can't be held, so it is only given what can't take it long.
_MAX_NESTING_UNHELD = 8
_STEPS_LEFT = "steps_left"


def quote_of(dialect: str) -> str:
    """What a name is put in to be a name for *dialect*."""
    return "`" if dialect in {"mysql", "bigquery", "spark"} else '"'


def nesting(tokens: Tokens) -> int:
    """How deep the tree of *tokens* gets: by parentheses, by operators before operators, by what sqlglot tries twice."""
    depth = deepest = prefixes = subscripts = joins = 0
    before = ""
    for token in tokens:
        if token.key in {"(", "[", "CASE"}:
            depth += 1
            # `x[1][2]`: the whole of it is copied for each bracket.
            subscripts += before == "]"
        elif token.key in {")", "]", "END"}:
            depth = max(0, depth - 1)
        elif token.key == "JOIN" and before not in {"CROSS", "NATURAL"}:
            joins += 1
        elif token.key in {"ON", "USING", "WHERE", "SELECT"}:
            joins = max(0, joins - 1) if token.key in {"ON", "USING"} else 0
        # `NOT NOT NOT x` is a tree as deep as it is long.
        prefixes = prefixes + 1 if token.key in _PREFIXES or (before and token.key == before) else 0
        before = token.key
        deepest = max(deepest, depth, prefixes, subscripts, joins * _DEPTH_OF_OPEN_JOIN)
    return deepest


def max_nesting() -> int:
    """The deepest nesting that sqlglot is given."""
    return MAX_NESTING if _can_be_held() else _MAX_NESTING_UNHELD


def parse_tree(text: str, dialect: str) -> exp.Expr | None:
    """The tree of the one statement in *text*, None when *dialect* can't read it or only in part."""
    with _silence():
        try:
            return _parse(text, dialect)
        except RecursionError:
            # The caller may be deep in a recursion of its own, and what a text says must not depend on that.
            return _parse_on_own_stack(text, dialect)


def _parse_on_own_stack(text: str, dialect: str) -> exp.Expr | None:
    trees: list[exp.Expr | None] = []

    def parse() -> None:
        try:
            trees.append(_parse(text, dialect))
        except RecursionError:
            trees.append(None)

    thread = threading.Thread(target=parse)
    thread.start()
    thread.join()
    return trees[0] if trees else None


def _parse(text: str, dialect: str) -> exp.Expr | None:
    spoken = _spoken(dialect)
    try:
        words = spoken.tokenize(text)
        trees = _parser(spoken, _STEPS_AT_LEAST + _STEPS_PER_TOKEN * len(words)).parse(words, text)
    except (SqlglotError, _TooLong):
        return None
    except RecursionError:
        raise
    except Exception:  # noqa: BLE001 - on odd input sqlglot also fails with errors of Python's own
        return None
    if len(trees) != 1 or not isinstance(trees[0], exp.Expr) or isinstance(trees[0], exp.Command):
        return None
    return trees[0]


class _TooLong(Exception):  # noqa: N818 - not an error: a way out of a parser
    """A parser has gone back too often."""


@cache
def _spoken(dialect: str) -> Dialect:
    return Dialect.get_or_raise(dialect)


def _parser(spoken: Dialect, steps: int) -> Parser:
    parser_class = _held_class(spoken) if _can_be_held() else spoken.parser_class
    parser = parser_class(dialect=spoken)
    if _can_be_held():
        setattr(parser, _STEPS_LEFT, steps)
    return parser


@cache
def _held_class(spoken: Dialect) -> type[Parser]:
    """The dialect's parser, counting how often it goes forth and back."""
    free = spoken.parser_class

    def _advance(self: Parser, times: int = 1) -> None:
        left = getattr(self, _STEPS_LEFT) - 1
        if left < 0:
            raise _TooLong
        setattr(self, _STEPS_LEFT, left)
        free._advance(self, times)  # noqa: SLF001 - the one method that every step goes through

    return cast("type[Parser]", type("Held", (free,), {"_advance": _advance, _STEPS_LEFT: _STEPS_AT_LEAST}))


@cache
def _can_be_held() -> bool:
    spoken = _spoken("")
    try:
        _held_class(spoken)(dialect=spoken)
    except TypeError:
        # "interpreted classes cannot inherit from compiled"
        return False
    return True


@contextmanager
def _silence() -> Iterator[None]:
    """Without sqlglot's warnings about syntax that it leaves alone, which are ours to tell."""
    logger = logging.getLogger("sqlglot")
    disabled = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = disabled
