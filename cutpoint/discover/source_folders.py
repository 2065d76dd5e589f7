"""Packaging files go in, the folders that they put on the Python path come out."""

import configparser
import os
import tomllib
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from cutpoint.discover.small_files import read_small_text
from cutpoint.domain.source import BlindSpot, SourceFile

# What tomllib returns, and what is left when a key is missing or has another shape than expected.
_Toml: TypeAlias = object


def source_folders_of(root: str, files: Iterable[SourceFile]) -> tuple[tuple[str, ...], tuple[BlindSpot, ...]]:
    """Folders relative to *root*, those of packaging files first, `src` last, and what could not be read."""
    spots: list[BlindSpot] = []
    named = [*_from_pyproject(root, spots), *_from_ini_files(root, spots)]
    if _holds_packages("src", files):
        named.append("src")
    found: dict[str, None] = {}
    for name in named:
        folder = os.path.normpath(name).replace(os.sep, "/")
        is_inside = folder != "." and not folder.startswith("../") and folder != ".." and not os.path.isabs(folder)
        if is_inside and os.path.isdir(os.path.join(root, folder)):
            found[folder] = None
    return tuple(found), tuple(spots)


def _holds_packages(folder: str, files: Iterable[SourceFile]) -> bool:
    start = f"{folder}/"
    # An __init__.py of its own would make it a package, and then its parent is on the path.
    below = {file.path.removeprefix(start) for file in files if file.path.startswith(start)}
    return bool(below) and "__init__.py" not in below


def _from_pyproject(root: str, spots: list[BlindSpot]) -> list[str]:
    text = read_small_text(os.path.join(root, "pyproject.toml"))
    if text is None:
        return []
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        spots.append(BlindSpot("pyproject.toml", 0, "unreadable-config", f"it is not valid TOML: {error}"))
        return []
    return list(_from_toml(document))


def _from_toml(document: _Toml) -> Iterator[str]:
    setuptools = _at(document, "tool", "setuptools")
    yield from _package_dir(_at(setuptools, "package-dir"))
    yield from _texts(_at(setuptools, "packages", "find", "where"))
    for package in _items(_at(document, "tool", "poetry", "packages")):
        yield from _texts(_at(package, "from"))
    build = _at(document, "tool", "hatch", "build")
    for target in (_at(build), _at(build, "targets", "wheel")):
        for package in _texts(_at(target, "packages")):
            yield os.path.dirname(package)
        yield from _texts(_at(target, "sources"))
    yield from _texts(_at(document, "tool", "pdm", "build", "package-dir"))
    yield from _texts(_at(document, "tool", "uv", "build-backend", "module-root"))
    for table in (_at(document, "tool", "pytest", "ini_options"), _at(document, "tool", "pytest")):
        for value in _texts(_at(table, "pythonpath")):
            yield from value.split()


def _package_dir(mapping: _Toml) -> Iterator[str]:
    if isinstance(mapping, dict):
        for package, folder in mapping.items():
            if isinstance(folder, str) and isinstance(package, str):
                # `"shop" = "lib/shop"` puts lib on the path.
                tail = "/" + package.replace(".", "/")
                yield folder.removesuffix(tail) if package else folder


def _from_ini_files(root: str, spots: list[BlindSpot]) -> Iterator[str]:
    for name, section in (("setup.cfg", "tool:pytest"), ("pytest.ini", "pytest"), ("tox.ini", "pytest")):
        text = read_small_text(os.path.join(root, name))
        if text is None:
            continue
        parser = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            parser.read_string(text)
        except configparser.Error as error:
            reason = f"it is not a valid INI file: {str(error).splitlines()[0]}"
            spots.append(BlindSpot(name, 0, "unreadable-config", reason))
            continue
        yield from parser.get(section, "pythonpath", fallback="").split()
        if name == "setup.cfg":
            yield from parser.get("options.packages.find", "where", fallback="").split()
            lines = parser.get("options", "package_dir", fallback="").splitlines()
            pairs = [line.partition("=") for line in lines if "=" in line]
            yield from _package_dir({package.strip(): folder.strip() for package, _, folder in pairs})


def _at(value: _Toml, *keys: str) -> _Toml:
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _items(value: _Toml) -> list[object]:
    return value if isinstance(value, list) else []


def _texts(value: _Toml) -> list[str]:
    texts = [value] if isinstance(value, str) else _items(value)
    return [text for text in texts if isinstance(text, str)]
