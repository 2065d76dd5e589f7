"""Foreign text → a quoted string of Context Mapper and Structurizr, which know no escapes that both agree on."""

from __future__ import annotations

from cutpoint.emit.safe import safe

_LONGEST = 300
_REPLACED = str.maketrans({'"': "'", "\\": "/", "$": "§"})
"""A backslash would take the quote after it along, and `${x}` is replaced by what the machine has under that name."""


def quoted(text: str) -> str:
    """*text* between double quotes on one line; what could end it, or reach beyond it, is replaced."""
    found = safe(text).translate(_REPLACED)
    short = found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…"
    return f'"{short}"'
