"""Documents of the project that its settings come out of: TOML, YAML and JSON below the root."""

import errno
import os

from cutpoint.disk.reading import read_inside
from cutpoint.domain.values import Unread

_LARGEST = 1 << 20
"""Bytes: settings have a few thousand."""
_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR})


class Documents:
    """What the documents hold, and which were asked for."""

    def __init__(self, root: str) -> None:
        """Read below the absolute folder *root*, and nowhere else."""
        self._root = root
        self._asked: dict[str, bytes | Unread] = {}

    def of(self, path: str) -> bytes | Unread:
        """What the file at *path* below the root holds, or why it was not read."""
        if path not in self._asked:
            try:
                self._asked[path] = read_inside(self._root, path, _LARGEST)
            except OSError as error:
                self._asked[path] = _unread(path, error)
        return self._asked[path]

    def consulted(self) -> list[str]:
        """The files that were found, and the folders of those that were not: what answers depend on."""
        return sorted(
            {
                os.path.join(self._root, path if type(held) is bytes else os.path.dirname(path)).rstrip("/")
                for path, held in self._asked.items()
            }
        )


def _unread(path: str, error: OSError) -> Unread:
    if error.errno in _ABSENT:
        return Unread(f"{path} is not in the tree", is_there=False)
    return Unread(f"{path} was not read: {error.strerror or error}", is_there=True)
