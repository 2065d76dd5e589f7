"""A text that Python 3 refuses goes in, whether it is Python 2 comes out."""

import re

_MESSAGES = (
    "Missing parentheses in call to 'print'",
    "Missing parentheses in call to 'exec'",
    "leading zeros in decimal integer literals",
    "inconsistent use of tabs",
)
"""Python 3's own way of saying that it looks at Python 2."""

# `except ValueError, error:`; a capital letter after the comma would be a second class, as Python 3.14 allows it.
_EXCEPT = r"^[ \t]*except[ \t]+[\w.() \t,]+,[ \t]*[a-z_]\w*[ \t]*:"
_PRINT = r"^[ \t]*print[ \t]+(?:[urb]{0,2}[\"']|>>)"
_RAISE = r"^[ \t]*raise[ \t]+[\w.]+[ \t]*,[ \t]*[^\s=]"

_ON_REFUSED_LINE = re.compile(
    rf"{_EXCEPT}|{_PRINT}|{_RAISE}"
    r"|^[ \t]*(?:print|exec)[ \t]+[\w(\"'`\[{%]"
    r"|\b[uU][rR][\"']"
    r"|<>"
    r"|`[^`\n]+`"
    r"|\b(?:0[xX][0-9a-fA-F]+|\d+)[lL]\b"
    r"|\b0[0-7]+\b"
    r"|\bdef[ \t]+\w+[ \t]*\([^)]*\([ \t]*\w+[ \t]*,"
    r"|\blambda[ \t]*\("
)
_ANYWHERE = re.compile(rf"{_EXCEPT}|{_PRINT}|{_RAISE}", re.MULTILINE)


def line_is_python_two(text: str, line: int, message: str) -> bool:
    """Whether *line* of *text*, which was refused with *message*, is Python 2."""
    if any(known in message for known in _MESSAGES):
        return True
    lines = text.split("\n", line)
    return 0 < line <= len(lines) and _ON_REFUSED_LINE.search(lines[line - 1][:2_000]) is not None


def text_is_python_two(text: str) -> bool:
    """Whether any line of *text*, which no grammar accepts, starts as only Python 2 lines do."""
    return _ANYWHERE.search(text) is not None
