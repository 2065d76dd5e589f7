"""A folder for as long as a `with` lasts, in memory where there is room; what processes left that were killed is swept away.

Whoever has such a folder holds a lock on it, which goes with the process however it ends.
"""

import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from cutpoint.disk.holding import hold
from cutpoint.disk.temporary import ADVICE, temporary_place
from cutpoint.domain.errors import ShortageError
from cutpoint.interrupts import interrupts_wait

_PREFIX = "cutpoint-"
_IN_MEMORY = "/dev/shm"  # noqa: S108 (a folder of our own is made in it, which nobody else may enter)
_ROOM_IN_MEMORY = 512 << 20
_NOT_YET_HELD = 60
"""Seconds within which whoever makes a folder has locked it."""


@contextmanager
def passing_folder() -> Iterator[str]:
    """The path of an empty folder, without links in it; thousands of small files would cost a disk seconds."""
    place = _in_memory() or temporary_place()
    _sweep(place)
    with ExitStack() as left:
        with interrupts_wait():
            passing = _made_in(place)
            left.callback(_remove, passing)
            left.enter_context(_held(passing.name))
        # Links in the way to it would be taken for links of the project.
        yield os.path.realpath(passing.name)


def _made_in(place: str) -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix=_PREFIX, dir=place, ignore_cleanup_errors=True)
    except OSError as error:
        raise ShortageError(f"no folder can be made in {place}: {error.strerror}; {ADVICE}") from error


def _remove(passing: tempfile.TemporaryDirectory[str]) -> None:
    with interrupts_wait():
        passing.cleanup()


def _in_memory() -> str | None:
    if "TMPDIR" in os.environ or not os.access(_IN_MEMORY, os.W_OK | os.X_OK):
        return None
    free = shutil.disk_usage(_IN_MEMORY).free
    return _IN_MEMORY if free > _ROOM_IN_MEMORY else None


@contextmanager
def _held(folder: str) -> Iterator[None]:
    descriptor = _lock(folder)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _lock(folder: str) -> int | None:
    """A descriptor that holds *folder*; None when somebody else holds it, or when it can't be held."""
    if sys.platform == "win32":
        # Nothing is locked there, so nothing is swept either.
        return None
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    with suppress(BlockingIOError):
        if hold(descriptor):
            return descriptor
    os.close(descriptor)
    return None


def _sweep(place: str) -> None:
    """Remove folders of ours below *place* that nobody holds any more."""
    with suppress(OSError), os.scandir(place) as entries:
        left = [entry.path for entry in entries if entry.name.startswith(_PREFIX) and _is_ours(entry)]
        for folder in left:
            descriptor = _lock(folder)
            if descriptor is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(descriptor)


def _is_ours(entry: os.DirEntry[str]) -> bool:
    found = entry.stat(follow_symlinks=False)
    is_private = stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == stat.S_IRWXU
    return is_private and found.st_uid == os.geteuid() and time.time() - found.st_mtime > _NOT_YET_HELD
