"""Files that pin releases → for each library what counts, and what of these files can't be read."""

import hashlib
import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from cutpoint.discover.libraries.bounds import Bound
from cutpoint.discover.libraries.lock_files import of_pipfile_lock, of_toml_lock
from cutpoint.discover.libraries.pin_files import (
    included_path,
    is_requirements,
    pin_paths_of,
    read_pin_file,
)
from cutpoint.discover.libraries.pyproject_bounds import of_pipfile, of_pyproject, of_setup_cfg
from cutpoint.discover.libraries.requirement_lines import Misread, decoded, includes_of, requirements_of
from cutpoint.domain.source import BlindSpot

_READERS: dict[str, Callable[[str, str], Iterator[Bound | Misread]]] = {
    "uv.lock": of_toml_lock,
    "poetry.lock": of_toml_lock,
    "pdm.lock": of_toml_lock,
    "pylock.toml": of_toml_lock,
    "Pipfile.lock": of_pipfile_lock,
    "pyproject.toml": of_pyproject,
    "Pipfile": of_pipfile,
    "setup.cfg": of_setup_cfg,
}
_SHARED = ("pyproject.toml", "setup.cfg")
_MOST_OF_A_FILE = 3

Bounds = dict[str, tuple[Bound, ...]]
"""Normalized name → what counts: one bound, or several of one file between which markers decide."""


def pin_files_of(root: str, django_roots: Iterable[str], chosen: str | None = None) -> tuple[tuple[str, bytes], ...]:
    """(path, digest) of the files that `pin_paths_of` finds; the digest is empty for what can't be read.

    It is that of the content, and where other things stand in the file as well, that of what counts here; such a file is
    left out where nothing does.
    """
    found = ((path, _digest(root, path)) for path in pin_paths_of(root, django_roots, chosen))
    return tuple((path, digest) for path, digest in found if digest is not None)


def bounds_of(root: str, paths: Iterable[str]) -> tuple[Bounds, tuple[BlindSpot, ...]]:
    """What the files at *paths* below *root* say, the first of them first, and what could not be read of them.

    A lock wins over a version, a version over a range, and a range over a bare name; then the earlier file wins.
    """
    found: defaultdict[str, list[tuple[int, int, Bound]]] = defaultdict(list)
    spots: list[BlindSpot] = []
    for index, path in enumerate(paths):
        misread: list[Misread] = []
        for each in _read(root, path):
            if isinstance(each, Misread):
                misread.append(each)
            else:
                found[each.pin.name].append((each.rank, index, each))
        spots.extend(_told(path, misread))
    bounds: Bounds = {}
    for name, ranked in found.items():
        best = min((rank, index) for rank, index, _ in ranked)
        bounds[name] = tuple(bound for rank, index, bound in ranked if (rank, index) == best)
    return bounds, tuple(spots)


def _digest(root: str, path: str) -> bytes | None:
    try:
        data = read_pin_file(root, path)
    except OSError:
        return b""
    if posixpath.basename(path) in _SHARED:
        said = [(each.pin, each.rank) if isinstance(each, Bound) else each for each in _read(root, path)]
        if not said:
            return None
        data = repr(said).encode()
    return hashlib.blake2b(data, digest_size=16).digest()


def _read(root: str, path: str) -> Iterator[Bound | Misread]:
    try:
        text = decoded(read_pin_file(root, path))
    except OSError as error:
        yield Misread(0, f"it can't be read: {error.strerror}")
        return
    if not is_requirements(path):
        yield from _READERS[posixpath.basename(path)](text, path)
        return
    yield from requirements_of(text, path)
    for included in includes_of(text):
        if included_path(path, included.path) is None:
            yield Misread(included.line, f"it includes {included.path}, which is no file of the analyzed folder")


def _told(path: str, misread: list[Misread]) -> Iterator[BlindSpot]:
    for each in misread[:_MOST_OF_A_FILE]:
        yield BlindSpot(path, each.line, "unreadable-pins", each.reason)
    rest = misread[_MOST_OF_A_FILE:]
    if rest:
        more = f"and {len(rest):,} more lines from here on that can't be read"
        yield BlindSpot(path, rest[0].line, "unreadable-pins", more)
