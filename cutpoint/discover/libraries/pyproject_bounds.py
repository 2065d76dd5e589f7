"""pyproject.toml, Pipfile and setup.cfg → what they ask for, and for which Python."""

import configparser
import re
import tomllib
from collections.abc import Generator, Iterable, Iterator
from typing import TypeAlias

from cutpoint.discover.libraries.bounds import Bound, address_bound, bound_of_requirement, range_bound
from cutpoint.discover.libraries.lock_files import line_in
from cutpoint.discover.libraries.poetry_bounds import allowed_by
from cutpoint.discover.libraries.requirement_lines import Misread

_Read: TypeAlias = Iterator[Bound | Misread]
# What tomllib returns, and what is left when a key is missing or has another shape than expected.
_Toml: TypeAlias = object


def of_pyproject(text: str, path: str) -> _Read:
    """The tables of PEP 621 and PEP 735, Poetry's, and those of uv and PDM for development."""
    document = yield from _document(text)
    lines = _without_build_system(text.splitlines())
    project, tool = _table(document, "project"), _table(document, "tool")
    lists = [_list(project, "dependencies"), *_lists(_table(project, "optional-dependencies"))]
    lists += _lists(_table(document, "dependency-groups"))
    lists += [_list(_table(tool, "uv"), key) for key in ("dev-dependencies", "constraint-dependencies")]
    lists += _lists(_table(_table(tool, "pdm"), "dev-dependencies"))
    for requirement in (text for texts in lists for text in texts):
        yield from _requirement(requirement, path, _line_with(lines, requirement))
    asked = project.get("requires-python")
    if isinstance(asked, str):
        yield range_bound("python", asked, allowed_by(asked), path, _line_of_key(lines, "requires-python"))
    poetry = _table(tool, "poetry")
    groups = [_table(group, "dependencies") for group in _table(poetry, "group").values()]
    for table in (_table(poetry, "dependencies"), _table(poetry, "dev-dependencies"), *groups):
        yield from _named(table, lines, path)


def of_pipfile(text: str, path: str) -> _Read:
    """The tables `packages` and `dev-packages`."""
    document = yield from _document(text)
    lines = text.splitlines()
    for key in ("packages", "dev-packages"):
        yield from _named(_table(document, key), lines, path)


def of_setup_cfg(text: str, path: str) -> _Read:
    """`install_requires` and `extras_require` of setuptools."""
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        parser.read_string(text)
    except (configparser.Error, AttributeError) as error:
        reason = f"it is not a valid INI file: {str(error).splitlines()[0]}"
        yield Misread(getattr(error, "lineno", 0) or 0, reason)
        return
    values = [parser.get("options", "install_requires", fallback="")]
    if parser.has_section("options.extras_require"):
        values += [value or "" for _, value in parser.items("options.extras_require")]
    lines = text.splitlines()
    for value in values:
        for part in value.splitlines():
            requirement = part.partition(" #")[0].strip()
            if requirement and not requirement.startswith(("#", "file:")):
                yield from _requirement(requirement, path, _line_with(lines, requirement))


def _document(text: str) -> Generator[Misread, None, _Toml]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        yield Misread(line_in(str(error)), f"it is not valid TOML: {error}")
        return {}


def _requirement(text: str, path: str, line: int) -> _Read:
    try:
        yield bound_of_requirement(text, path, line)
    except ValueError as error:
        yield Misread(line, f"it is no requirement: {error}")


def _named(table: dict[str, _Toml], lines: list[str], path: str) -> _Read:
    """Poetry's tables and Pipenv's: a text, a table with `version` or a place, or a list of tables with markers."""
    for name, value in table.items():
        line = _line_of_key(lines, name)
        for each in value if isinstance(value, list) else (value,):
            asked = each.get("version") if isinstance(each, dict) else each
            if isinstance(asked, str):
                text = asked.strip()
                yield range_bound(name, text, allowed_by(text), path, line)
            elif isinstance(each, dict):
                place = next(
                    (each[key] for key in ("git", "url", "path", "file") if isinstance(each.get(key), str)), ""
                )
                yield address_bound(name, place, path, line)


def _table(value: _Toml, key: str) -> dict[str, _Toml]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _list(table: dict[str, _Toml], key: str) -> list[str]:
    return _texts(table.get(key))


def _lists(table: dict[str, _Toml]) -> list[list[str]]:
    return [_texts(value) for value in table.values()]


def _texts(value: _Toml) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _without_build_system(lines: Iterable[str]) -> list[str]:
    """*lines* with those empty that say what the project is built with: the same names stand there."""
    kept: list[str] = []
    is_build = False
    for line in lines:
        is_build = line.strip() == "[build-system]" if line.startswith("[") else is_build
        kept.append("" if is_build else line)
    return kept


def _line_with(lines: Iterable[str], text: str) -> int:
    """The first line that holds *text* in quotes, or by itself; 0 where it is written otherwise."""
    forms = (f'"{text}"', f"'{text}'", '"{}"'.format(text.replace('"', '\\"')))
    return next(
        (number for number, line in enumerate(lines, 1) if any(form in line for form in forms) or line.strip() == text),
        0,
    )


def _line_of_key(lines: Iterable[str], key: str) -> int:
    starts = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]|\s*\[[^\]]*\.["']?{re.escape(key)}["']?\s*\]""")
    return next((number for number, line in enumerate(lines, 1) if starts.match(line)), 0)
