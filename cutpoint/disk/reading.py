"""A location goes in, the bytes of the regular file that lies there come out: nothing else is opened, nothing read without end.

A path in the analyzed tree is a stranger's word: it may be a link to a key of the user's, a device or a pipe. What the
user names on the command line is opened as a shell would, links followed.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def open_regular(location: bytes | str, *, through_links: bool = False) -> BinaryIO:
    """The regular file at *location*, to be read; raises OSError for anything else, and for a link unless *through_links*."""
    # Looked at first: opening alone lets the other end of a pipe go on, and rewinds a tape.
    with _names_refused():
        _refuse_others(os.stat(location, follow_symlinks=through_links))
    descriptor = os.open(location, _FLAGS if through_links else _FLAGS | _NO_LINK)
    try:
        # Something else may have taken its place meanwhile.
        _refuse_others(os.fstat(descriptor))
    except OSError:
        os.close(descriptor)
        raise
    return open(descriptor, "rb")


def read_regular(location: str, limit: int, *, through_links: bool = False) -> bytes:
    """All bytes of the file that `open_regular` opens; OSError when there are more than *limit*."""
    with open_regular(location, through_links=through_links) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"it is larger than {_shown(limit)}")
    return data


def read_inside(folder: str, path: str, limit: int) -> bytes:
    """As `read_regular`, for the *path* below *folder*: links count as long as they stay in *folder*."""
    return read_regular(place_inside(folder, path), limit)


def place_inside(folder: str, path: str) -> str:
    """Where the *path* below *folder* really lies; raises OSError when links (or `..`) lead out of *folder*."""
    with _names_refused():
        home = os.path.realpath(folder)
        place = os.path.realpath(os.path.join(home, path))
    if not f"{place}{os.sep}".startswith(f"{home.rstrip(os.sep)}{os.sep}"):
        raise OSError(errno.ELOOP, "a link leads out of its folder, and is not followed")
    return place


@contextmanager
def _names_refused() -> Iterator[None]:
    """Say of a name that no file can have what is said of any file that can't be opened."""
    try:
        yield
    except ValueError as error:
        raise OSError(errno.EINVAL, "no file can have this name") from error


def _refuse_others(status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise OSError(errno.ELOOP, "it is a link, and is not followed")
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is not a regular file, but a device, a pipe or a socket")


def _shown(limit: int) -> str:
    return f"{limit >> 20} MB" if limit >= 1 << 20 else f"{limit >> 10} KB"
