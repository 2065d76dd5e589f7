"""SQL text → tokens, whatever the dialect: comments gone, quotes undone, values and unknown parts told apart."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from cutpoint.interpret.sql.sql_words import WANTS_OPERAND

# Chr 0 is a part that static analysis doesn't know; `{}` is one that `str.format` or `psycopg2.sql` would fill.
HOLE = r"(?:\0|\{[\w.\[\]]*(?:![rsa])?\})"
# `%%s` is what a text looks like that Python formats once before the database driver does.
_FILLED_BY_DRIVER = r"%%?(?:\(\w+\))?[sdif](?![A-Za-z])"
_UNKNOWN = rf"(?:{HOLE}|{_FILLED_BY_DRIVER})"
UNKNOWN = re.compile(_UNKNOWN)
_ALL_UNKNOWN = re.compile(rf"{_UNKNOWN}+")


class Kind(Enum):
    """What a token is, once the dialect's way to write it is taken off."""

    WORD = "a keyword or a name without quotes"
    NAME = "a quoted name; in MySQL it may be a string"
    STRING = "a string"
    NUMBER = "a number"
    PLACEHOLDER = "a value that comes with the call"
    HOLE = "a part of the text that is not known"
    BODY = "a dollar-quoted string, mostly the body of a function"
    OPERATOR = "anything else"


class Token(NamedTuple):
    """One token; what was quoted is told without its quotes."""

    kind: Kind
    text: str
    key: str
    """What to compare with: a word in upper case, an operator as it is, nothing for the rest."""
    spaced: bool
    """Whether white space or a comment stands before it."""


Tokens = Sequence[Token]


def key_at(tokens: Tokens, position: int) -> str:
    """The key of the token at *position*, nothing outside of *tokens*."""
    return tokens[position].key if 0 <= position < len(tokens) else ""


def tokens_of(sql: str) -> list[Token]:
    """The tokens of *sql*; every text has some reading, in time that grows with its length only."""
    plain, doubtful = _tokens(sql, _PLAIN)
    if doubtful and "\\" in sql:
        # In MySQL a backslash escapes a quote, in standard SQL it doesn't. No text says which it is meant for.
        escaped, doubtful = _tokens(sql, _ESCAPED)
        return plain if doubtful else escaped
    return plain


def _pattern(single: str, double: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
          (?P<space> \s+ )
        | (?P<dashes> --[^\n]*+ )
        | (?P<block> /\* )
        | (?P<string> [eE]'(?:[^'\\]|\\.|'')*+' | (?:[nNbBxX]|[uU]&)?'{single}' )
        | (?P<body> \$(?:[^\W\d]\w*+)?\$ )
        | (?P<backtick> `(?:[^`]|``)*+` )
        | (?P<double> "{double}" )
        | (?P<bracket> \[ (?:[^\W\d]|[#]|{_UNKNOWN}) (?:[\w\ $#.-]|{_UNKNOWN})*+ \] )
        | (?P<unterminated> ['"`] )
        | (?P<batch> ^[ \t]*GO[ \t]*(?=\r?$) )
        | (?P<word> (?:[^\W\d]|{_UNKNOWN}) (?:[\w$]|{_UNKNOWN})*+ )
        | (?P<number> 0[xX][0-9a-fA-F]+ | \d+(?:\.(?!\.)\d*)?(?:[eE][-+]?\d+)? | (?<![\w.])\.\d+ )
        | (?P<placeholder> \?(?![|&#]) | (?<![\w:\])]) :\w+ | \$\d+ )
        | (?P<local> (?<!\w)@@?\w+ )
        | (?P<operator> <=> | <-> | <<= | >>= | <\#> | <<\| | \|>> | -\|- | !~~\*? | !~\*? | ~~\*? | ~\* | ->>? | \#>>? | \#-(?!-)
            | <= | >= | <> | != | == | \|\| | @> | <@ | @\? | @@ | && | &< | &> | << | >> | \?[|&#] | %> | <%(?!\w|\()
            | \^@ | := | => | :: | \*\* | %% )
        | (?P<hash> \#\#?\w* )
        | (?P<other> . )
        """,
        re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
    )


_PLAIN = _pattern(r"(?:[^']|'')*+", r'(?:[^"]|"")*+')
_ESCAPED = _pattern(r"(?:[^'\\]|\\.|'')*+", r'(?:[^"\\]|\\.|"")*+')
_COMMENT_EDGE = re.compile(r"/\*|\*/")


def _tokens(sql: str, pattern: re.Pattern[str]) -> tuple[list[Token], bool]:
    """The tokens, and whether the quotes don't add up."""
    tokens: list[Token] = []
    position, spaced, doubtful = 0, False, False
    while match := pattern.match(sql, position):
        position = match.end()
        group = match.lastgroup or ""
        if group == "hash":
            # A temporary table of SQL Server where a name may stand, elsewhere a comment of MySQL.
            is_name = len(match.group()) > 1 and tokens and _wants_name(tokens[-1])
            group = "local" if is_name else "comment"
        if group in _SKIPPED:
            position = _end_of_space(sql, match, group)
            spaced = True
            continue
        if group == "bracket" and not spaced and _is_operand(tokens):
            # `names[index]`: the bracket opens a subscript.
            group, position = "other", match.start() + 1
        if group == "body":
            token, position = _body(sql, match)
        elif group == "unterminated":
            token, position, doubtful = (Kind.STRING, sql[position:], ""), len(sql), True
        else:
            token = _token(group, sql[match.start() : position])
        doubtful = doubtful or (group == "string" and _ends_at_escape(sql, position))
        tokens.append(Token(*token, spaced))
        spaced = False
    return tokens, doubtful


_SKIPPED = frozenset({"space", "dashes", "block", "comment"})


def _end_of_space(sql: str, match: re.Match[str], group: str) -> int:
    if group == "comment":
        end = sql.find("\n", match.start())
        return len(sql) if end < 0 else end
    if group != "block":
        return match.end()
    depth = 0
    # PostgreSQL nests comments; the others never have an opening inside.
    for edge in _COMMENT_EDGE.finditer(sql, match.start()):
        depth += 1 if edge.group() == "/*" else -1
        if not depth:
            return edge.end()
    return len(sql)


def _is_operand(tokens: list[Token]) -> bool:
    return bool(tokens) and (tokens[-1].kind is not Kind.OPERATOR or tokens[-1].key in {"]", ")"})


def _wants_name(token: Token) -> bool:
    if token.kind is Kind.OPERATOR:
        return token.key not in {")", "]", "*", ";"}
    return token.key in WANTS_OPERAND


def _ends_at_escape(sql: str, end: int) -> bool:
    # `'it\'s'`: in standard SQL no word can follow a string without a space.
    return sql[end - 2] == "\\" and (sql[end : end + 1].isalnum() or sql[end : end + 1] == "_")


def _body(sql: str, match: re.Match[str]) -> tuple[tuple[Kind, str, str], int]:
    tag = match.group()
    end = sql.find(tag, match.end())
    # A body that isn't closed takes the rest, so that many of them are not looked for again and again.
    end = len(sql) if end < 0 else end
    return (Kind.BODY, sql[match.end() : end], ""), end + len(tag)


def _token(group: str, text: str) -> tuple[Kind, str, str]:
    match group:
        case "string":
            start = text.index("'") + 1
            return Kind.STRING, text[start:-1].replace("''", "'"), ""
        case "backtick" | "double":
            return Kind.NAME, text[1:-1].replace(text[0] * 2, text[0]), ""
        case "bracket":
            return Kind.NAME, text[1:-1], ""
        case "local":
            return Kind.NAME, text, ""
        case "batch":
            return Kind.OPERATOR, ";", ";"
        case "number":
            return Kind.NUMBER, text, ""
        case "placeholder":
            return Kind.PLACEHOLDER, text, ""
        case "word":
            return _word(text)
        case _:
            return Kind.OPERATOR, text, text


def _word(text: str) -> tuple[Kind, str, str]:
    if _ALL_UNKNOWN.fullmatch(text):
        return (Kind.PLACEHOLDER if text.startswith("%") else Kind.HOLE), text, ""
    return Kind.WORD, text, text.upper()
