"""A text that the interpreter's grammar refuses goes in, one that it may accept comes out, with the same lines.

libcst reads newer grammar than the interpreter does, at a tenth of its speed and dying on deep nesting, so it is asked
late, and never about texts that would kill it.
"""

import re

_LARGEST = 2 << 20
_DEEPEST_BRACKETS = 200
_DEEPEST_INDENT = 400
"""Columns; Python itself gives up at 100 levels."""
_MOST_ELIFS = 2_000
_LONGEST_CHAIN = 5_000
"""Operators and the like in one line, each of which is one level of a tree."""

_SKIPPED_OR_BRACKET = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|#[^\n]*"
    r"|(?P<open>[(\[{])"
    r"|(?P<close>[)\]}])",
    re.DOTALL,
)
_CHAIN_LINK = re.compile(r"[-+*/%|&^~@.]|\b(?:not|and|or|if|lambda|await)\b")


def lower_grammar(text: str) -> str | None:
    """*text* in the grammar of Python 3.11, every statement on the line where it was; None when that isn't possible.

    Type parameters are dropped, `type X = ...` becomes an assignment, strings inside f-strings get quotes (and lose
    characters) that older f-strings accept, `except A, B:` gets parentheses, t-strings become f-strings, and lazy
    imports ordinary ones.
    """
    if _would_kill_libcst(text):
        return None
    from cutpoint.parse.lowering import lower_module

    return lower_module(text)


def _would_kill_libcst(text: str) -> bool:
    if len(text) > _LARGEST or text.count("elif") > _MOST_ELIFS:
        return True
    for line in text.split("\n"):
        if len(line) > _DEEPEST_INDENT and not line[:_DEEPEST_INDENT].strip():
            return True
        if len(line) > _LONGEST_CHAIN and len(_CHAIN_LINK.findall(line)) > _LONGEST_CHAIN:
            return True
    depth = 0
    for token in _SKIPPED_OR_BRACKET.finditer(text):
        if token["open"]:
            depth += 1
            if depth > _DEEPEST_BRACKETS:
                return True
        elif token["close"]:
            depth = max(0, depth - 1)
    return False
