"""What a file says about the project as a whole: which settings it names, whether it looks like settings, what to ignore."""

import io
import re
import tokenize
from collections.abc import Iterator

# os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings") and its kin.
_SETTINGS_MODULE = re.compile(r"""DJANGO_SETTINGS_MODULE["']?\s*\]?\s*[,=:]+\s*["']([A-Za-z_][\w.]*)["']""")
_CONFIGURATION = re.compile(r"""DJANGO_CONFIGURATION["']?\s*\]?\s*[,=:]+\s*["']([A-Za-z_]\w*)["']""")
_ASSIGNS_APPS = re.compile(r"^(?:    )?INSTALLED_APPS\s*(?:\+?=|:)", re.MULTILINE)
_IGNORE = re.compile(r"#\s*cutpoint:\s*ignore\b")
_DECLARES_SQL = re.compile(r"\b(?:TRIGGER|VIEW|FUNCTION|PROCEDURE)\b", re.IGNORECASE)
_APP_CONFIG = re.compile(r"^class\s+\w+\([^)]*(?:AppConfig|Config)\b", re.MULTILINE)


def clues_of(text: str) -> tuple[tuple[str, str, int], ...]:
    """(kind, text, line): `settings-module` and `settings-class` with the name, `assigns-apps`, `defines-app-config`, `declares-sql`, `ignore` with the comment.

    The comment is preceded by the lines of the statement that it speaks of: `12-14 # cutpoint: ignore[…]`. That is the one
    which it stands in or behind, else the one below; of a statement with a block only the head, with its decorators.
    """
    return tuple(_clues(text))


def _clues(text: str) -> Iterator[tuple[str, str, int]]:
    if "DJANGO_SETTINGS_MODULE" in text:
        for found in _SETTINGS_MODULE.finditer(text):
            yield "settings-module", found[1], _line(text, found.start())
    if "DJANGO_CONFIGURATION" in text:
        for found in _CONFIGURATION.finditer(text):
            yield "settings-class", found[1], _line(text, found.start())
    if "INSTALLED_APPS" in text:
        assignment = _ASSIGNS_APPS.search(text)
        if assignment is not None:
            yield "assigns-apps", "", _line(text, assignment.start())
    if "Config" in text:
        config = _APP_CONFIG.search(text)
        if config is not None:
            yield "defines-app-config", "", _line(text, config.start())
    if "RunSQL" in text or "RunPython" in text or "AddTrigger" in text:
        declared = _DECLARES_SQL.search(text)
        if declared is not None:
            yield "declares-sql", "", _line(text, declared.start())
    if _IGNORE.search(text):
        yield from _ignores(text)


def _ignores(text: str) -> Iterator[tuple[str, str, int]]:
    """Real comments only: texts and docstrings that show one don't count."""
    comments: list[tuple[str, int]] = []
    first, is_new, is_decorator = 0, True, False
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                if _IGNORE.search(token.string):
                    comments.append((token.string, token.start[0]))
            elif token.type == tokenize.NEWLINE:
                is_new = True
                if not is_decorator:
                    yield from _spoken(comments, first, token.start[0])
                    comments, first = [], 0
            elif is_new and token.type not in _BLANK:
                # Decorators and the head below them are one.
                first = first or token.start[0]
                is_new, is_decorator = False, token.string == "@"
    except (tokenize.TokenError, SyntaxError):
        # What the parser has lowered may be beyond this tokenizer; then nothing more is ignored in the file.
        return
    yield from _spoken(comments, 0, 0)


_BLANK = frozenset({tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER})


def _spoken(comments: list[tuple[str, int]], first: int, last: int) -> Iterator[tuple[str, str, int]]:
    for comment, line in comments:
        yield "ignore", f"{first}-{last} {comment}", line


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
