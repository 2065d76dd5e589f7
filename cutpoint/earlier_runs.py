"""Answers of earlier runs: an analysis is read back whole when nothing that it depends on has changed."""

import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from cutpoint import __version__
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.project import Options, Project
from cutpoint.parse.cache import Cache

# A file that changed this shortly before it was read may change again without its time of change showing it.
_RACY_NS = 2_000_000_000


class _Answer(msgspec.Struct, array_like=True):
    outside: tuple[tuple[str, int, int], ...]
    """(path, size, time of change) of files and folders outside the project that were looked at."""
    analysis: Analysis


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Answer)


def tool_stamp() -> str:
    """What tells this cutpoint from any other: its version and the state of its own files."""
    home = Path(__file__).parent
    stamp = hashlib.blake2b(__version__.encode(), digest_size=16)
    for folder, folders, files in os.walk(home):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                status = os.stat(f"{folder}/{name}")
                stamp.update(f"{name}:{status.st_size}:{status.st_mtime_ns};".encode())
    return f"{__version__}-{stamp.hexdigest()}"


def key_of(options: Options, project: Project) -> str:
    """The name under which the answer for *project* is kept: every file with its size and time of change is in it."""
    asked = msgspec.structs.replace(options, cache_dir=None, workers=None)
    return "analysis-" + hashlib.blake2b(_encoder.encode((asked, project)), digest_size=20).hexdigest()


def recall(cache: Cache, key: str) -> Analysis | None:
    """The answer kept under *key*, unless something outside the project has changed since."""
    blob = cache.get(key)
    if blob is None:
        return None
    try:
        answer = _decoder.decode(blob)
    except msgspec.MsgspecError:
        return None
    return answer.analysis if all(_stat(path) == (size, changed) for path, size, changed in answer.outside) else None


def remember(cache: Cache, key: str, project: Project, analysis: Analysis, outside: Iterable[str]) -> None:
    """Keep *analysis*, with the state of all that was looked at *outside* the project's own files."""
    states = tuple((path, *_stat(path)) for path in sorted(set(outside)))
    newest = max([file.mtime_ns for file in project.files] + [changed for _, _, changed in states], default=0)
    if newest > time.time_ns() - _RACY_NS:
        return
    cache.put(key, _encoder.encode(_Answer(states, analysis)))


def _stat(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return (-1, -1)
    return (status.st_size, status.st_mtime_ns)
