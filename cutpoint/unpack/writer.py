"""Paths and contents go in, files below one folder come out; what can't be written becomes a blind spot."""

import errno
import os
from collections.abc import Iterable

from cutpoint.domain.errors import ShortageError
from cutpoint.domain.source import BlindSpot

_OF_THE_NAME = frozenset(
    (
        errno.ENAMETOOLONG,
        errno.EINVAL,
        errno.EILSEQ,
        errno.EEXIST,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.ELOOP,
        errno.ENOENT,
    )
)
"""What is wrong when this disk can't have a file of that name, or has another one there already."""


class Writer:
    """Writes below *root*, a folder of its own that nobody else writes into."""

    def __init__(self, root: str) -> None:
        """*root* is there and empty."""
        self.root = root
        self.blind_spots: list[BlindSpot] = []

    def make_folders(self, paths: Iterable[str]) -> None:
        """The folders of the files at *paths*, empty ones included: settings may name them."""
        folders: set[str] = set()
        for path in paths:
            folder = os.path.dirname(path)
            while folder and folder not in folders:
                folders.add(folder)
                folder = os.path.dirname(folder)
        # Those around others come first.
        for folder in sorted(folders):
            try:
                os.mkdir(f"{self.root}/{folder}")
            except OSError as error:
                if not isinstance(error, FileExistsError):
                    self._note_failure(folder, error)

    def write(self, path: str, content: bytes) -> None:
        """A new file at *path*; never one in the place of another, as names that differ by case are one for some disks."""
        try:
            with open(f"{self.root}/{path}", "xb") as file:
                file.write(content)
        except OSError as error:
            self._note_failure(path, error)

    def link(self, path: str, to: str) -> None:
        """A new link at *path*, after all files: nothing is ever written through one."""
        try:
            os.symlink(to, f"{self.root}/{path}")
        except OSError as error:
            self._note_failure(path, error)

    def blind(self, path: str, kind: str, reason: str) -> None:
        """Count *path* as a blind spot."""
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        self.blind_spots.append(BlindSpot(shown, 0, kind, reason))

    def _note_failure(self, path: str, error: OSError) -> None:
        if error.errno not in _OF_THE_NAME:
            # The past would lack what it had, and all of that would count as new today.
            raise ShortageError(
                f"an earlier revision cannot be written to {self.root}: {error.strerror}; let TMPDIR name a folder with room"
            ) from error
        self.blind(
            path, "unwritable-path", f"the earlier revision has it, but here it can't be written: {error.strerror}"
        )
