"""Several releases of one library → the one whose files lie there, if its RECORD tells.

`pip install --target` into a folder that isn't empty leaves old files as they are, and puts the new release's metadata
beside them; unpacking one environment over another does the opposite.
"""

import base64
import hashlib
import os
from collections.abc import Sequence

from cutpoint.discover.libraries.distributions import Distribution
from cutpoint.disk.reading import read_regular

_LARGEST = 16 << 20
"""Bytes of a RECORD."""
_LARGEST_FILE = 4 << 20
_MOST_FILES = 50
"""Files that are compared; one that differs tells as much as a thousand."""


def release_of_files(releases: Sequence[Distribution]) -> Distribution | None:
    """Of *releases* of one library in one folder, the one whose files lie there; None where that isn't told, or of both."""
    records = [_record(release) for release in releases]
    if not all(records):
        return None
    telling = sorted({path for path in set().union(*records) if len({record.get(path) for record in records}) > 1})
    supported: set[int] = set()
    for path in _most_telling(telling, records):
        digest = _digest(os.path.join(releases[0].folder, path))
        supported.update(index for index, record in enumerate(records) if digest and record.get(path) == digest)
    return releases[supported.pop()] if len(supported) == 1 else None


def _most_telling(paths: Sequence[str], records: Sequence[dict[str, str]]) -> list[str]:
    """Those first that every release has, each with other content."""
    return sorted(paths, key=lambda path: (sum(path not in record for record in records), path))[:_MOST_FILES]


def _record(release: Distribution) -> dict[str, str]:
    """The digests of its Python files by path, `sha256=…` as written."""
    try:
        data = read_regular(os.path.join(release.folder, release.metadata, "RECORD"), _LARGEST, through_links=True)
    except OSError:
        return {}
    found: dict[str, str] = {}
    for line in data.decode("utf-8", "replace").splitlines():
        path, _, rest = line.rpartition(",")[0].rpartition(",")
        if path.endswith(".py") and rest.startswith("sha256=") and ".." not in path.split("/") and path[:1] != "/":
            found[path] = rest
    return found


def _digest(place: str) -> str:
    try:
        data = read_regular(place, _LARGEST_FILE, through_links=True)
    except OSError:
        return ""
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
