"""What a file says about the project as a whole: which settings it names, whether it looks like settings."""

import re
from collections.abc import Iterator

# os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings") and its kin.
_SETTINGS_MODULE = re.compile(r"""DJANGO_SETTINGS_MODULE["']?\s*\]?\s*[,=:]+\s*["']([A-Za-z_][\w.]*)["']""")
_ASSIGNS_APPS = re.compile(r"^(?:    )?INSTALLED_APPS\s*(?:\+?=|:)", re.MULTILINE)
_APP_CONFIG = re.compile(r"^class\s+\w+\([^)]*(?:AppConfig|Config)\b", re.MULTILINE)


def clues_of(text: str) -> tuple[tuple[str, str, int], ...]:
    """(kind, text, line) in file order: `settings-module` with the name, `assigns-apps`, `defines-app-config`."""
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


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
