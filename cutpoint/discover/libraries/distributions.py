"""Folders with installed packages → the distributions that lie in them, by what their metadata says: nothing else is opened."""

import os
import re
from collections.abc import Iterable, Iterator

import msgspec
from packaging.utils import canonicalize_name

from cutpoint.disk.reading import open_regular
from cutpoint.domain.source import BlindSpot

_HEADERS = 64 << 10
"""Bytes; the name and the version stand at the start, and whole manuals behind them."""
_FOLDER_NAME = re.compile(r"(?P<name>.+?)(?:-(?P<version>[^-]+)(?:-py\d[\w.]*)?)?\.(?:dist|egg)-info")
_INSIDE = {"dist": "METADATA", "egg": "PKG-INFO"}


class Distribution(msgspec.Struct, frozen=True):
    """One release of one library, as a folder `NAME-VERSION.dist-info` (or `.egg-info`) tells of it."""

    key: str
    """Normalized name."""
    name: str
    version: str | None
    folder: str
    """Absolute: the folder with installed packages."""
    metadata: str
    """The name of the folder (or file) in it that tells."""
    tags: tuple[str, ...] = ()
    """Of its wheel: `cp38-cp38-win_amd64`."""


def distributions_in(folders: Iterable[str]) -> tuple[tuple[Distribution, ...], tuple[BlindSpot, ...], tuple[str, ...]]:
    """Distributions by folder and name, metadata that can't be read, and all paths that were looked at."""
    found: list[Distribution] = []
    spots: list[BlindSpot] = []
    looked_at: list[str] = []
    for folder in folders:
        looked_at.append(folder)
        for entry in _listed(folder):
            named = _FOLDER_NAME.fullmatch(entry)
            if named is None or entry.startswith("~"):
                # `~ame-1.0.dist-info` is what pip has not managed to remove.
                continue
            kind = "dist" if entry.endswith(".dist-info") else "egg"
            path = os.path.join(folder, entry)
            place = path if kind == "egg" and os.path.isfile(path) else os.path.join(path, _INSIDE[kind])
            looked_at.append(place)
            headers = _headers(place)
            name, version = headers.get("name") or named["name"], headers.get("version") or named["version"]
            if not {"name", "version"} <= headers.keys():
                told = f"its name and version are not told there, and taken from the folder's name: {name} {version}"
                spots.append(BlindSpot(os.path.relpath(place, folder), 0, "unreadable-metadata", told))
            tags = tuple(_tags(os.path.join(path, "WHEEL"))) if kind == "dist" else ()
            found.append(Distribution(canonicalize_name(name), name, version, folder, entry, tags))
    return tuple(found), tuple(spots), tuple(looked_at)


def _listed(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    except OSError:
        return []


def _headers(place: str) -> dict[str, str]:
    """The headers `name` and `version`; the first of each counts."""
    headers: dict[str, str] = {}
    for line in _lines(place):
        if not line.strip():
            break
        key, _, value = line.partition(":")
        if key.lower() in {"name", "version"} and value.strip():
            headers.setdefault(key.lower(), value.strip())
    return headers


def _tags(place: str) -> Iterator[str]:
    for line in _lines(place):
        key, _, value = line.partition(":")
        if key.lower() == "tag":
            yield value.strip()


def _lines(place: str) -> list[str]:
    # Some installers make links to files that several environments share.
    try:
        with open_regular(place, through_links=True) as file:
            return file.read(_HEADERS).decode("utf-8-sig", "replace").splitlines()
    except OSError:
        return []
