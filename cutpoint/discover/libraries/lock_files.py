"""Lock files → the one release of each library that they name.

Locks in TOML are read line by line: tools write them, always in one form, and what a merge has damaged still tells of the
rest; whether it is TOML at all is asked beside that.
"""

import json
import re
import tomllib
from collections.abc import Iterator

from cutpoint.discover.libraries.bounds import Bound, locked_bound, range_bound
from cutpoint.discover.libraries.poetry_bounds import allowed_by
from cutpoint.discover.libraries.requirement_lines import Misread

_PACKAGE = re.compile(r"\[\[\s*packages?\s*\]\]")
_KEY = re.compile(r"""\s*["']?(name|version|source|requires-python)["']?\s*=\s*(?:["']([^"']*)["']|(\{.*))""")
# The project itself is among its packages.
_OURS = re.compile(r"\b(?:virtual|editable)\s*=")
_AT_LINE = re.compile(r"at line (\d+)")


def of_toml_lock(text: str, path: str) -> Iterator[Bound | Misread]:
    """What uv.lock, poetry.lock, pdm.lock and pylock.toml say: an entry for each `[[package]]` that has a version."""
    yield from misread_toml(text)
    entry: dict[str, str] = {}
    line_of_version, is_top, is_package = 0, True, False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            yield from _locked(entry, path, line_of_version)
            entry, is_top, is_package = {}, False, _PACKAGE.match(line) is not None
            continue
        found = _KEY.match(line) if is_package or is_top else None
        if found is None:
            continue
        key, value = found[1], found[2] if found[2] is not None else found[3]
        if is_package and key not in entry:
            entry[key] = value
            line_of_version = number if key == "version" else line_of_version
        elif is_top and key == "requires-python":
            yield range_bound("python", value, allowed_by(value), path, number)
    yield from _locked(entry, path, line_of_version)


def _locked(entry: dict[str, str], path: str, line: int) -> Iterator[Bound]:
    if "name" in entry and "version" in entry and not _OURS.search(entry.get("source", "")):
        yield locked_bound(entry["name"], entry["version"], path, line)


def misread_toml(text: str) -> Iterator[Misread]:
    """Where *text* is no TOML, if it isn't."""
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        yield Misread(line_in(str(error)), f"it is not valid TOML: {error}")


def line_in(message: str) -> int:
    """The line that the *message* of an error of tomllib names, or 0."""
    found = _AT_LINE.search(message)
    return int(found[1]) if found else 0


def of_pipfile_lock(text: str, path: str) -> Iterator[Bound | Misread]:
    """What Pipfile.lock says."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Misread(getattr(error, "lineno", 0), f"it is not valid JSON: {error}")
        return
    sections = document if isinstance(document, dict) else {}
    lines = _lines_of_keys(text)
    for section in sorted(set(sections) - {"_meta"}, key=lambda name: (name != "default", name)):
        entries = sections[section]
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            version = entry.get("version") if isinstance(entry, dict) else None
            if isinstance(version, str) and version.startswith("=="):
                yield locked_bound(name, version.lstrip("="), path, lines.get(name, 0))


def _lines_of_keys(text: str) -> dict[str, int]:
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        key, colon, _ = line.strip().partition(":")
        if colon and len(key) > 2 and key[0] == key[-1] == '"':
            lines.setdefault(key[1:-1], number)
    return lines
