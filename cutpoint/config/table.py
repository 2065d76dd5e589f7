"""PATH/pyproject.toml or PATH/cutpoint.toml → what it says to cutpoint, checked; what it says to others is not our matter."""

import difflib
import os
import re
import tomllib
from collections.abc import Callable

import msgspec

from cutpoint.config import values
from cutpoint.config.cuts import checked_cuts
from cutpoint.config.given import GIVEN
from cutpoint.config.hints import checked_hints
from cutpoint.config.judging import checked_rules, checked_services, places_of_services
from cutpoint.disk.reading import read_inside
from cutpoint.domain.cut_settings import CutSettings
from cutpoint.domain.errors import ConfigError
from cutpoint.domain.gate import Said
from cutpoint.domain.project import Hint
from cutpoint.domain.service import Service

CONFIG_FILE = "pyproject.toml"
OWN_FILE = "cutpoint.toml"
"""Says without `[tool.cutpoint]` what the other one says below it."""

LARGEST_FILE = 4 << 20
"""Bytes: a pyproject.toml has a few thousand; one of megabytes is not ours to parse."""

CHECKS: dict[str, Callable[[str, object], object]] = {
    "root": values.folder_inside,
    "settings": values.settings,
    "path": values.folders,
    "packages": values.folders,
    "exclude": values.texts,
    "tests": values.texts,
    "include-tests": values.yes_or_no,
    "include-migrations": values.yes_or_no,
    "cache-dir": values.place_inside,
    "workers": values.workers,
    "baseline": values.place_inside,
    **{key: check for key, (_, check) in GIVEN.items()},
}
"""Every key with the check of its value, but for those of `TABLES`; underscores do for hyphens."""

TABLES = ("hints", "services", "rules", "cuts")
"""Keys that hold tables with keys of their own."""


class Table(msgspec.Struct, frozen=True):
    """`[tool.cutpoint]`, checked: folders absolute."""

    root: str | None = None
    settings: str | None = None
    given: tuple[tuple[str, object], ...] = ()
    """Django's settings that are said instead of read, by their names there."""
    path: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    include_tests: bool = False
    include_migrations: bool = False
    hints: tuple[Hint, ...] = ()
    cache_dir: str | None = None
    workers: int | None = None
    baseline: str | None = None
    services: tuple[Service, ...] = ()
    rules: tuple[Said, ...] = ()
    cuts: CutSettings = CutSettings()
    mistakes: tuple[str, ...] = ()
    """Those in `services` and `rules`, which are told with what only the project shows to be wrong about them."""
    places: dict[tuple[str, str], str] = {}
    """(service, key) → how mistakes about it begin."""


def read_table(root: str) -> Table:
    """What the configuration in the folder *root* says; raises ConfigError with everything that is wrong with it."""
    text, own = _text_of(root, CONFIG_FILE), _text_of(root, OWN_FILE)
    # The file belongs to the project, so what is wrong with it is only our matter when it speaks to us.
    document = _parsed(text, CONFIG_FILE) if text is not None and "cutpoint" in text else {}
    tool = document.get("tool")
    table = tool.get("cutpoint") if isinstance(tool, dict) else None
    if own is not None:
        if table is not None:
            raise ConfigError([f"{OWN_FILE} and {CONFIG_FILE} both configure cutpoint: keep one of them"])
        return _checked(root, OWN_FILE, _below_tool(own), _parsed(own, OWN_FILE))
    if table is None or text is None:
        return Table()
    if not isinstance(table, dict):
        raise ConfigError([f"{CONFIG_FILE}: tool.cutpoint must be a table: write [tool.cutpoint] above its keys"])
    return _checked(root, CONFIG_FILE, text, table)


def _text_of(root: str, file: str) -> str | None:
    try:
        os.lstat(os.path.join(root, file))
    except OSError:
        # It isn't there; or the folder may not be entered, and that is discover's to speak of.
        return None
    try:
        return read_inside(root, file, LARGEST_FILE).decode("utf-8-sig", errors="surrogateescape")
    except IsADirectoryError:
        return None
    except OSError as error:
        raise ConfigError([f"{file} cannot be read: {error.strerror}"]) from error


def _parsed(text: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError([f"{file} is not valid TOML: {str(error) or 'nested too deeply'}"]) from error


def _below_tool(text: str) -> str:
    """*text* with heads as they would be below `[tool.cutpoint]`, line by line: where mistakes are is looked up there."""
    return re.sub(r"^(\s*\[\[?)", r"\1tool.cutpoint.", text, flags=re.MULTILINE)


def _checked(root: str, file: str, text: str, table: dict[str, object]) -> Table:
    mistakes: list[str] = []
    of_gate: list[str] = []
    found: dict[str, object] = {}
    for key, value in table.items():
        if key in _CHECKED_TABLES:
            found[key] = _CHECKED_TABLES[key](value, file, text, of_gate if key in _OF_GATE else mistakes)
            continue
        place = f"{file}:{_line_of(key, text, is_inside=file == OWN_FILE)}: {key}"
        check = CHECKS.get(key.replace("_", "-"))
        if check is None:
            nearest = difflib.get_close_matches(key, [*CHECKS, *TABLES], n=1, cutoff=0.5)
            advice = f"did you mean {nearest[0]}?" if nearest else f"there are {', '.join([*CHECKS, *TABLES])}"
            mistakes.append(f"{place} is no key of [tool.cutpoint]; {advice}")
            continue
        name = key.replace("-", "_")
        if name in found:
            mistakes.append(f"{place} is there twice, with a hyphen and with an underscore; keep one")
            continue
        try:
            checked_value = check(root, value)
            if name.replace("_", "-") in GIVEN:
                said = (GIVEN[name.replace("_", "-")][0], checked_value)
                found["given"] = (*found.get("given", ()), said)  # type: ignore[misc] # it is a tuple of pairs
            else:
                found[name] = checked_value
        except ValueError as error:
            mistakes.append(f"{place} {error}")
    if mistakes:
        raise ConfigError([*mistakes, *of_gate])
    checked = Table(**found)  # type: ignore[arg-type] # each was made by the check of its key
    places = places_of_services(checked.services, file, text)
    return msgspec.structs.replace(checked, mistakes=tuple(of_gate), places=places)


_OF_GATE = ("services", "rules")
_CHECKED_TABLES: dict[str, Callable[[object, str, str, list[str]], object]] = {
    "hints": checked_hints,
    "services": checked_services,
    "rules": checked_rules,
    "cuts": checked_cuts,
}


def _line_of(key: str, text: str, *, is_inside: bool) -> int:
    in_table = is_inside
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            in_table = stripped.replace(" ", "").startswith("[tool.cutpoint")
        elif in_table and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*[.=]", stripped):
            return number
    return 1
