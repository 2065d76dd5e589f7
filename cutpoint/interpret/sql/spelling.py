"""Tokens of one statement → texts that a parser can read: plain values, one way to quote, and guesses for unknown parts."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cutpoint.interpret.sql.sql_words import CLAUSE_WORDS, WANTS_OPERAND, words_of
from cutpoint.interpret.sql.tokens import UNKNOWN, Kind, Token, Tokens, key_at

# Stands for an unknown part. A text that holds this itself only loses the tables whose names it is in.
MARK = "unknown0part"
# Of a value that comes with the call, where a table may not be: told from the above in a list of columns.
VALUE_MARK = f"{MARK}0value"

_QUERY = "SELECT 1"
_NAME = f" {MARK} "
_STRING = f" '{MARK}' "
_PLAIN_STRING = re.compile(r"[\w .,:-]{0,60}")
# Operators that every parser knows; all others only mean that two values meet.
_COMMON_OPERATORS = words_of("( ) , . ; [ ] { } = < > <= >= <> != + - * / % || :: : @ ~ & | ^ !")
_MANY = 24
# What an INSERT may go on with after its columns, and what stands before it when it is known.
_ROWS = (_QUERY, "", _NAME)
_BEFORE_TABLE = frozenset({"FROM", "JOIN", "INTO", "UPDATE", "TABLE", "ONLY", "USING", "DELETE", "INSERT", ",", "."})
_BEFORE_ROWS = frozenset({"SELECT", "VALUES", "DEFAULT", "SET", "TABLE", "WITH"})


class Spelling(NamedTuple):
    """One way to write the unknown parts of a statement, in the order of its tokens."""

    fills: tuple[str, ...]

    @property
    def assumes_a_query(self) -> bool:
        """Whether an unknown part is only read as something that may read or write any table."""
        return any(_QUERY in fill for fill in self.fills)


def spellings(tokens: Tokens) -> Iterator[Spelling]:
    """Ways to write the unknown parts, likeliest first: all as their neighbors suggest, then one otherwise, and so on."""
    rows = _start_of_rows(tokens)
    choices = [
        _ROWS if position < rows and _wants_rows(tokens, position) else _choices(tokens, position)
        for position in _unknown_positions(tokens)
    ]
    yield Spelling(tuple(choice[0] for choice in choices))
    yield from islice(_deviations(choices), _MANY)


def _start_of_rows(tokens: Tokens) -> int:
    """Where an INSERT says what it inserts; 0 for other statements."""
    if not tokens or tokens[0].key != "INSERT":
        return 0
    return next((at for at, token in enumerate(tokens) if token.key in _BEFORE_ROWS), len(tokens))


def _wants_rows(tokens: Tokens, position: int) -> bool:
    """Whether `INSERT INTO name` or its list of columns is complete."""
    before = tokens[position - 1]
    is_listed = before.key == ")" or before.kind in {Kind.WORD, Kind.NAME}
    return position > 2 and is_listed and before.key != "INTO"


def _deviations(choices: list[tuple[str, ...]]) -> Iterator[Spelling]:
    likeliest = [choice[0] for choice in choices]
    for rank in range(1, max(map(len, choices), default=1)):
        # From the last: a mistake shows where a parser stops, and most texts become less certain towards their end.
        for position in reversed(range(len(choices))):
            if rank < len(choices[position]):
                yield Spelling((*likeliest[:position], choices[position][rank], *likeliest[position + 1 :]))
    if len(choices) > 1:
        yield Spelling(("",) * len(choices))
        yield Spelling((_NAME,) * len(choices))


def written(tokens: Tokens, spelling: Spelling, quote: str) -> str:
    """The text of *tokens* with names in *quote* and the unknown parts as in *spelling*."""
    fills = iter(spelling.fills)
    return "".join((" " if token.spaced else "") + _written(token, fills, quote) for token in tokens)


def _unknown_positions(tokens: Tokens) -> list[int]:
    return [position for position, token in enumerate(tokens) if token.kind in {Kind.HOLE, Kind.PLACEHOLDER}]


def _written(token: Token, fills: Iterator[str], quote: str) -> str:
    match token.kind:
        case Kind.HOLE:
            return next(fills)
        case Kind.PLACEHOLDER:
            return next(fills).replace(MARK, VALUE_MARK)
        case Kind.WORD:
            return UNKNOWN.sub(MARK, token.text)
        case Kind.NAME:
            text = UNKNOWN.sub(MARK, token.text) or MARK
            return f"{quote}{text.replace(quote, quote * 2)}{quote}"
        case Kind.STRING:
            return f"'{token.text}'" if _PLAIN_STRING.fullmatch(token.text) else "'x'"
        case Kind.BODY:
            return "'x'"
        case Kind.NUMBER:
            return "1"
        case Kind.OPERATOR:
            return token.text if token.text in _COMMON_OPERATORS else " = "


def _choices(tokens: Tokens, position: int) -> tuple[str, ...]:
    """What may stand at *position*, likeliest first."""
    before = tokens[position - 1] if position else None
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    key = before.key if before else ""
    if key == "VALUES":
        return " (1) ", _NAME
    if key == "SET" and (after is None or after.key not in {"=", ",", "."}):
        return f" {MARK} = 1 ", _NAME
    if key in {"UNION", "EXCEPT", "INTERSECT", "MINUS"} or (key == "ALL" and key_at(tokens, position - 2) == "UNION"):
        return _QUERY, _NAME
    if key == "(" and key_at(tokens, position - 2) in {"AS", "EXISTS", "MATERIALIZED"}:
        return (_QUERY, _NAME) if after is not None and after.key == ")" else (_NAME, _QUERY)
    if key == "WITH":
        return f" {MARK} AS ({_QUERY}) ", f" {MARK} AS ({_QUERY}), "
    if _may_be_table(tokens, position):
        return _NAME, _STRING, _QUERY
    if before is None or key in WANTS_OPERAND or _wants_operand(tokens, position - 1):
        return _NAME, _STRING, "", " (1) ", _QUERY
    if after is not None and _begins_operand(after):
        return " = ", "", " , ", _NAME, " = 1 AND "
    return "", " = 1 ", f" {_QUERY}", _NAME, f" {MARK} = 1 ", " VALUES (1) "


def _may_be_table(tokens: Tokens, position: int) -> bool:
    """Whether the name that follows could be taken for a table if nothing stood at *position*."""
    before = key_at(tokens, position - 1)
    return before in _BEFORE_TABLE or (before == "(" and key_at(tokens, position - 2) in _BEFORE_TABLE)


def _wants_operand(tokens: Tokens, position: int) -> bool:
    token = tokens[position]
    if token.key == "*" and position:
        # A product, unless it is the star of `SELECT *`, `count(*)`, `a.*`.
        factor = tokens[position - 1]
        return factor.key in {")", "]"} or (factor.kind is not Kind.OPERATOR and factor.key not in WANTS_OPERAND)
    return token.kind is Kind.OPERATOR and token.key not in {")", "]", "*"}


def _begins_operand(token: Token) -> bool:
    if token.kind is Kind.OPERATOR:
        return token.key == "("
    return token.key not in CLAUSE_WORDS
