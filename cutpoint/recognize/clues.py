"""What a file says about the project as a whole: which settings it names, whether it looks like settings, what to ignore."""

import io
import re
import tokenize
from collections.abc import Iterator

# os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings") and its kin.
_SETTINGS_MODULE = re.compile(r"""DJANGO_SETTINGS_MODULE["']?\s*\]?\s*[,=:]+\s*["']([A-Za-z_][\w.]*)["']""")
_ASSIGNS_APPS = re.compile(r"^(?:    )?INSTALLED_APPS\s*(?:\+?=|:)", re.MULTILINE)
_IGNORE = re.compile(r"#\s*cutpoint:\s*ignore\b")
_APP_CONFIG = re.compile(r"^class\s+\w+\([^)]*(?:AppConfig|Config)\b", re.MULTILINE)


def clues_of(text: str) -> tuple[tuple[str, str, int], ...]:
    """(kind, text, line): `settings-module` with the name, `assigns-apps`, `defines-app-config`, `ignore` with the comment.

    The comment is preceded by the line of the statement that it stands above, or by 0: `12 # cutpoint: ignore[…]`.
    """
    return tuple(_clues(text))


def _clues(text: str) -> Iterator[tuple[str, str, int]]:
    if "DJANGO_SETTINGS_MODULE" in text:
        for found in _SETTINGS_MODULE.finditer(text):
            yield "settings-module", found[1], _line(text, found.start())
    if "INSTALLED_APPS" in text:
        assignment = _ASSIGNS_APPS.search(text)
        if assignment is not None:
            yield "assigns-apps", "", _line(text, assignment.start())
    if "Config" in text:
        config = _APP_CONFIG.search(text)
        if config is not None:
            yield "defines-app-config", "", _line(text, config.start())
    if _IGNORE.search(text):
        yield from _ignores(text)


def _ignores(text: str) -> Iterator[tuple[str, str, int]]:
    """Real comments only: texts and docstrings that show one don't count."""
    lines = text.splitlines()
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT and _IGNORE.search(token.string):
                line = token.start[0]
                below = 0
                if not token.line[: token.start[1]].strip():
                    below = next((n for n, code in enumerate(lines[line:], line + 1) if _is_code(code)), 0)
                yield "ignore", f"{below} {token.string}", line
    except (tokenize.TokenError, SyntaxError):
        # What the parser has lowered may be beyond this tokenizer; then nothing more is ignored in the file.
        return


def _is_code(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
