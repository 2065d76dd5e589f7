"""A Revision and the files of today go in, the files that were renamed since come out, as git pairs them.

git's own pairing needs two trees; the work tree is none, and making it one would write into the repository. So its
measure is taken here: files that are the same, then those that share half of their bytes in whole lines.
"""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Mapping

from cutpoint.disk.reading import read_inside
from cutpoint.domain.revision import Revision
from cutpoint.unpack.history import Files

_LEAST_ALIKE = 0.5
"""Of the larger file's bytes; git's own default."""
_MOST_HOLDERS = 50
"""A line that more files hold says nothing of where one came from."""
_MOST_COMPARED = 8
"""Files to which one is compared in full: those with which it shares most of its rare lines."""
_LARGEST = 4 << 20
"""Bytes; larger files are paired only when they are the same."""

_LARGEST_READ = 16 << 20
"""Bytes; of a larger file the past isn't known whole either."""


def renamed_files(revision: Revision, root: str, paths: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(old path, new path) of the Python files of *revision* that have other names now, sorted; each file occurs once.

    *paths* are the files of today relative to *root*, whether they are committed or not. Empty files aren't paired.
    """
    files = Files(revision)
    hashes = files.hashes()
    come = _read(root, sorted(path for path in set(paths) if path not in hashes))
    gone = sorted(
        path for path in hashes if come and path.endswith(".py") and not os.path.lexists(os.path.join(root, path))
    )
    pairs = _same({path: hashes[path] for path in gone}, come)
    old = files.contents([path for path in gone if path not in pairs])
    new = {path: content for path, content in come.items() if path not in pairs.values()}
    pairs.update(_alike(_texts(old), _texts(new)))
    return tuple(sorted(pairs.items()))


def _read(root: str, paths: Iterable[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for path in paths:
        try:
            content = read_inside(root, path, _LARGEST_READ)
        except OSError:
            continue
        if content:
            found[path] = content
    return found


def _same(gone: Mapping[str, str], come: Mapping[str, bytes]) -> dict[str, str]:
    """Old path → new path of files with one content; of several, those with one name belong together first."""
    kind = "sha256" if any(len(name) == 64 for name in gone.values()) else "sha1"
    new: dict[str, list[str]] = {}
    for path, content in come.items():
        blob = hashlib.new(kind, b"blob %d\0" % len(content), usedforsecurity=False)
        blob.update(content)
        new.setdefault(blob.hexdigest(), []).append(path)
    pairs: dict[str, str] = {}
    for by_name in (True, False):
        for path, blob_name in gone.items():
            there = new.get(blob_name, [])
            fitting = [other for other in there if not by_name or os.path.basename(other) == os.path.basename(path)]
            if path not in pairs and fitting:
                pairs[path] = fitting[0]
                there.remove(fitting[0])
    return pairs


def _texts(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those that are neither empty nor too large, with one kind of line end: a checkout may have changed it."""
    return {path: content.replace(b"\r\n", b"\n") for path, content in contents.items() if 0 < len(content) <= _LARGEST}


def _alike(gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> dict[str, str]:
    """Old path → new path of files that share enough of their lines, those that share most of them first."""
    old = {path: _lines(content) for path, content in gone.items()}
    holders: dict[bytes, list[str]] = {}
    for path, lines in old.items():
        for line in lines:
            holders.setdefault(line, []).append(path)
    ranked: list[tuple[float, bool, str, str]] = []
    for path, content in come.items():
        lines = _lines(content)
        for other in _likely(lines, holders):
            alike = _shared(old[other], lines) / max(len(gone[other]), len(content))
            if alike >= _LEAST_ALIKE:
                ranked.append((-alike, os.path.basename(other) != os.path.basename(path), other, path))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, before, after in sorted(ranked):
        if before not in pairs and after not in taken:
            pairs[before] = after
            taken.add(after)
    return pairs


def _likely(lines: Iterable[bytes], holders: Mapping[bytes, list[str]]) -> list[str]:
    """The old files that share most of the rare ones among *lines*."""
    votes: Counter[str] = Counter()
    for line in lines:
        known = holders.get(line, ())
        if len(known) <= _MOST_HOLDERS:
            for path in known:
                votes[path] += len(line)
    return sorted(votes, key=lambda path: (-votes[path], path))[:_MOST_COMPARED]


def _lines(content: bytes) -> Counter[bytes]:
    return Counter(content.splitlines(keepends=True))


def _shared(one: Counter[bytes], other: Counter[bytes]) -> int:
    """Bytes in the lines that both have, each as often as both have it."""
    return sum(len(line) * min(count, other[line]) for line, count in one.items() if line in other)
