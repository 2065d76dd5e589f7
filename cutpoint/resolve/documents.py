"""Documents of the project that its settings come out of: TOML, YAML and JSON below the root."""

import os

from cutpoint.disk.reading import read_inside

_LARGEST = 1 << 20
"""Bytes: settings have a few thousand."""


class Documents:
    """What the documents hold, and which were asked for."""

    def __init__(self, root: str) -> None:
        """Read below the absolute folder *root*, and nowhere else."""
        self._root = root
        self._asked: dict[str, bytes | None] = {}

    def of(self, path: str) -> bytes | None:
        """What the file at *path* below the root holds; None where there is none, or none that may be read."""
        if path not in self._asked:
            try:
                self._asked[path] = read_inside(self._root, path, _LARGEST)
            except OSError:
                self._asked[path] = None
        return self._asked[path]

    def consulted(self) -> list[str]:
        """The files that were found, and the folders of those that were not: what answers depend on."""
        return sorted(
            {
                os.path.join(self._root, path if held is not None else os.path.dirname(path)).rstrip("/")
                for path, held in self._asked.items()
            }
        )
