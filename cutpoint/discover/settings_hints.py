"""Configuration files beside the code go in, the settings modules that they name come out."""

import os
import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from cutpoint.discover.small_files import read_small_text

HINT_FILES = (
    "pytest.ini",
    ".pytest.ini",
    "tox.ini",
    "setup.cfg",
    "pyproject.toml",
    ".env",
    ".env.*",
    "*.env",
    "*.ini",
    "Dockerfile*",
    "docker-compose*.y*ml",
    "compose*.y*ml",
    "Procfile*",
    "Makefile",
    "justfile",
    "*.sh",
)
"""In the order in which hints are listed."""

_DOTTED = r"([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?![\w.\-/(])"
_HINT = re.compile(
    # NAME = x, NAME: x, setdefault("NAME", "x"), ${NAME:-x}
    rf"""DJANGO_SETTINGS_MODULE["']?\s*(?::?[-=]|[:,])\s*["']?{_DOTTED}"""
    # ENV NAME x
    rf"|\bENV\s+DJANGO_SETTINGS_MODULE\s+{_DOTTED}"
    # addopts = --ds=x
    rf"""|--ds[=\s]["']?{_DOTTED}""",
    re.IGNORECASE,
)
_LONGEST_LINE = 10_000


def settings_hints_of(root: str, django_roots: Iterable[str]) -> tuple[tuple[str, str, int], ...]:
    """(settings module, path relative to *root*, line) for every hint in *root* and in the folders *django_roots*.

    The root comes first, then the Django roots as given; in each of them pytest's files, other configuration,
    environments, containers, scripts.
    """
    folders = dict.fromkeys([".", *django_roots])
    return tuple(hint for folder in folders for hint in _hints_in(root, folder))


def _hints_in(root: str, folder: str) -> Iterator[tuple[str, str, int]]:
    try:
        names = sorted(os.listdir(os.path.join(root, folder)))
    except OSError:
        return
    ranked = sorted((_rank(name), name) for name in names)
    for rank, name in ranked:
        if rank == len(HINT_FILES):
            return
        text = read_small_text(os.path.join(root, folder, name))
        if text is None:
            continue
        path = name if folder == "." else f"{folder}/{name}"
        for line, module in _hints_in_text(text):
            yield module, path, line


def _rank(name: str) -> int:
    return next((rank for rank, pattern in enumerate(HINT_FILES) if fnmatchcase(name, pattern)), len(HINT_FILES))


def _hints_in_text(text: str) -> Iterator[tuple[int, str]]:
    lowered = text.lower()
    if "django_settings_module" not in lowered and "--ds" not in lowered:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > _LONGEST_LINE or line.lstrip().startswith(("#", ";")):
            continue
        for found in _HINT.finditer(line):
            yield number, found[1] or found[2] or found[3]
