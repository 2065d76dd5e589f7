"""Entry points by group: those that packaging files of the project declare, and those of installed packages."""

from __future__ import annotations

import configparser
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from cutpoint.disk.reading import read_inside, read_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LARGEST = 1 << 20


class EntryPoints:
    """Reads packaging files when a group is first asked for: most projects never do."""

    def __init__(self, root: str, packages: Iterable[str]) -> None:
        """Look in *root* and in folders of installed *packages*."""
        self._root = root
        self._packages = tuple(packages)
        self._groups: dict[str, list[tuple[str, str]]] | None = None

    def of(self, group: str) -> list[tuple[str, str]]:
        """(name, value) of the group's entry points, sorted by name; the project's own count even when not installed."""
        return sorted(set(self._known().get(group, ())))

    def all(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """(group, what `of` says of it), sorted."""
        return [(group, self.of(group)) for group in sorted(self._known())]

    def _known(self) -> dict[str, list[tuple[str, str]]]:
        if self._groups is None:
            self._groups = {}
            for name, pairs in self._read():
                self._groups.setdefault(name, []).extend(pairs)
        return self._groups

    def _read(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        for folder in (self._root, *self._packages):
            for pattern in ("*.dist-info/entry_points.txt", "*.egg-info/entry_points.txt"):
                for path in sorted(Path(folder).glob(pattern)):
                    yield from _of_ini(self._own(path) if folder == self._root else _installed(path))
        yield from _of_setup_cfg(self._own(Path(self._root, "setup.cfg")))
        yield from _of_pyproject(self._own(Path(self._root, "pyproject.toml")))

    def _own(self, path: Path) -> str:
        try:
            return read_inside(self._root, str(path.relative_to(self._root)), _LARGEST).decode("utf-8", "replace")
        except OSError:
            return ""


def _installed(path: Path) -> str:
    # Some installers make links to files that several environments share.
    try:
        return read_regular(str(path), _LARGEST, through_links=True).decode("utf-8", "replace")
    except OSError:
        return ""


def _of_ini(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    parser = configparser.RawConfigParser(delimiters=("=",), strict=False, allow_no_value=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names of entry points keep their case
    try:
        parser.read_string(text)
    except (configparser.Error, AttributeError):
        # The latter is how some Pythons say that a name without a value is followed by a line that is indented.
        return
    for section in parser.sections():
        yield section, [(name, value) for name, value in parser.items(section) if value]


def _of_setup_cfg(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for section, pairs in _of_ini(text):
        if section == "options.entry_points":
            for group, lines in pairs:
                named = [line.partition("=") for line in lines.splitlines() if "=" in line]
                yield group, [(name.strip(), value.strip()) for name, _, value in named]


def _of_pyproject(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError):
        # Not only errors of its own: a number of thousands of digits, and what is nested too deeply, are others.
        return
    groups: dict[str, object] = {}
    project, tool = data.get("project"), data.get("tool")
    if isinstance(project, dict) and isinstance(project.get("entry-points"), dict):
        groups.update(project["entry-points"])
    poetry = tool.get("poetry") if isinstance(tool, dict) else None
    if isinstance(poetry, dict) and isinstance(poetry.get("plugins"), dict):
        groups.update(poetry["plugins"])
    for group, pairs in groups.items():
        if isinstance(pairs, dict):
            yield group, [(str(name), value) for name, value in pairs.items() if isinstance(value, str)]
