"""Paths outside a project go in, their state comes out: what tells whether an answer that depends on them still counts."""

import hashlib
import os
from collections.abc import Iterable

import msgspec

from cutpoint.disk.reading import read_regular

_NOBODY_READS = "__pycache__"
_LARGEST = 64 << 20
"""Bytes; no file of which more than its size counts is larger."""


class State(msgspec.Struct, frozen=True, array_like=True):
    """A file or folder that was looked at, or that was looked for in vain."""

    path: str
    size: int
    mtime_ns: int
    digest: bytes
    """Of a file's content, or of the names in a folder; empty for what isn't there."""


def states_of(paths: Iterable[str]) -> tuple[State, ...]:
    """The states of *paths*, sorted."""
    return tuple(State(path, *_times(path), _digest(path)) for path in sorted(set(paths)))


def is_unchanged(state: State) -> bool:
    """Whether what *state* tells of is still so: by its times, or by its content where it was written anew since."""
    return (state.size, state.mtime_ns) == _times(state.path) or state.digest == _digest(state.path)


def _times(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return (-1, -1)
    return (status.st_size, status.st_mtime_ns)


def _digest(path: str) -> bytes:
    try:
        if os.path.isdir(path):
            with os.scandir(path) as entries:
                names = sorted((entry.name, entry.is_dir()) for entry in entries if entry.name != _NOBODY_READS)
            content = repr(names).encode("utf-8", "surrogateescape")
        else:
            content = read_regular(path, _LARGEST, through_links=True)
    except OSError:
        return b""
    return hashlib.blake2b(content, digest_size=16).digest()
