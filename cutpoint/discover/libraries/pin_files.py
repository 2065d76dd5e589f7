"""A root goes in, the files in it that say which releases of libraries the project wants come out."""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from cutpoint.discover.libraries.requirement_lines import decoded, includes_of
from cutpoint.disk.reading import read_inside

LARGEST = 16 << 20
"""Bytes; a lock of a thousand libraries has one or two million."""
NAMED = ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "pyproject.toml", "Pipfile", "setup.cfg")
"""Files with a name of their own, in the order in which they count where they say the same kind of thing."""
_LOCKS = 5
_MOST = 200
"""Files; nobody has so many by hand."""
_REQUIREMENTS = re.compile(r"(?:[\w.-]*[._-])?requirements?(?:[._-][\w.-]*)?\.(?:txt|in|pip)")
_IN_FOLDER = re.compile(r"[\w.-]+\.(?:txt|in|pip)")
_FOLDERS = ("requirements", "requirement", "reqs")
_ASIDE = re.compile(
    r"(?:^|[/._-])(?:dev|devel|develop|development|tests?|testing|docs?|lint|ci|local|migrations?|tox|tools?)(?:[/._-])"
)


def is_pin_file(path: str) -> bool:
    """Whether the file at *path*, relative to the root, is one of them or may be included by one."""
    folder, _, name = path.rpartition("/")
    return name in NAMED or _REQUIREMENTS.fullmatch(name) is not None or _is_in_folder(folder, name)


def pin_paths_of(root: str, django_roots: Iterable[str], chosen: str | None = None) -> tuple[str, ...]:
    """Paths relative to *root* in the order in which the files count, those included that they include.

    Folders come in this order: *chosen*, each of the *django_roots* with those around it, and *root* itself.
    """
    found: dict[str, None] = {}
    waiting = [path for folder in _folders(django_roots, chosen) for path in _in(root, folder)][::-1]
    while waiting and len(found) < _MOST:
        path = waiting.pop()
        if path in found:
            continue
        found[path] = None
        if is_requirements(path):
            with suppress(OSError):
                included = includes_of(decoded(read_pin_file(root, path)))
                inside = [included_path(path, each.path) for each in included]
                waiting.extend(each for each in reversed(inside) if each is not None)
    return tuple(found)


def is_requirements(path: str) -> bool:
    """Whether the pin file at *path* is a list of requirements, and not a file with a name of its own."""
    return posixpath.basename(path) not in NAMED


def included_path(path: str, included: str) -> str | None:
    """Where the file at *path* finds the one that it calls *included*; None outside of the root, or elsewhere than on the disk."""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), included))
    outside = place.startswith("../") or place == ".." or posixpath.isabs(place) or "://" in included or "$" in included
    return None if outside else place


def read_pin_file(root: str, path: str) -> bytes:
    """The content of the file at *path*; raises OSError for what can't be read or is too large."""
    return read_inside(root, path, LARGEST)


def _folders(django_roots: Iterable[str], chosen: str | None) -> list[str]:
    folders: dict[str, None] = {}
    for start in (*((chosen,) if chosen else ()), *django_roots):
        folder = start
        while folder not in {"", "."}:
            folders[folder] = None
            folder = posixpath.dirname(folder)
    return [*folders, "."]


def _in(root: str, folder: str) -> Iterator[str]:
    names = _names(root, folder)
    yield from (_join(folder, name) for name in NAMED[:_LOCKS] if name in names)
    inside: list[str] = [name for name in names if _REQUIREMENTS.fullmatch(name)]
    for outer in (name for name in names if name in _FOLDERS):
        for name in _names(root, _join(folder, outer)):
            if "." not in name:
                deeper = _names(root, _join(folder, f"{outer}/{name}"))
                inside += [f"{outer}/{name}/{each}" for each in deeper if _IN_FOLDER.fullmatch(each)]
            elif _IN_FOLDER.fullmatch(name):
                inside.append(f"{outer}/{name}")
    yield from (_join(folder, name) for name in sorted(inside, key=_order))
    yield from (_join(folder, name) for name in NAMED[_LOCKS:] if name in names)


def _order(path: str) -> tuple[bool, bool, bool, int, str]:
    is_first = path == "requirements.txt"
    return path.endswith(".in"), _ASIDE.search(path) is not None, not is_first, path.count("/"), path


def _is_in_folder(folder: str, name: str) -> bool:
    return _IN_FOLDER.fullmatch(name) is not None and not set(folder.split("/")[-2:]).isdisjoint(_FOLDERS)


def _names(root: str, folder: str) -> list[str]:
    try:
        return sorted(os.listdir(os.path.join(root, folder)))
    except (OSError, ValueError):
        return []


def _join(folder: str, name: str) -> str:
    return name if folder == "." else f"{folder}/{name}"
