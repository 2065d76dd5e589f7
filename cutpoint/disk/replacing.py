"""A file's content is replaced as a whole: nobody ever sees half of it, and what killed runs left is swept away.

Whoever writes the file in between holds a lock on it, which goes with the process however it ends.
"""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cutpoint.disk.holding import PATIENCE, hold

_SUFFIX = ".cutpoint-new"


def replace_content(file: Path, data: bytes | bytearray) -> None:
    """Let *file* hold *data*, with the rights that it had; raises OSError, and then it is what it was.

    The data has reached the disk before the name leads to it, so this holds when the machine stops, too.
    """
    sweep(file.parent)
    with _beside(file) as (temporary, opened, is_held):
        write_all(opened, data)
        os.fsync(opened.fileno())
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(file.stat().st_mode))
        if not is_held:
            # Where there are no locks, a file can't be renamed either while it is open.
            opened.close()
        temporary.replace(file)


def write_all(file: BinaryIO, data: bytes | bytearray) -> None:
    """Write all of *data*, however little *file* takes at a time, and let none of it wait in a buffer; raises OSError."""
    left = memoryview(data)
    while left:
        taken = file.write(left)
        if not taken:
            raise BlockingIOError(0, "nothing more is taken, and part of it is missing")
        left = left[taken:]
    file.flush()


def sweep(folder: Path) -> None:
    """Remove what runs left in *folder* that were killed while they replaced a file there."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in [each for each in entries if each.name.startswith(".") and each.name.endswith(_SUFFIX)]:
            with suppress(OSError):
                _remove_if_left(entry.path)


def _remove_if_left(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and hold(descriptor):
            os.unlink(path)
    finally:
        os.close(descriptor)


@contextmanager
def _beside(file: Path) -> Iterator[tuple[Path, BinaryIO, bool]]:
    """A new file in the folder of *file*, open, and whether it is held; afterwards it is gone, unless it was renamed."""
    is_ours = False
    while not is_ours:
        # Nobody can know the name before: in a stranger's folder a link might wait there.
        temporary = file.with_name(f".{secrets.token_hex(8)}{_SUFFIX}")
        with temporary.open("xb") as opened:
            try:
                is_held = hold(opened.fileno(), patience=PATIENCE)
                # Between its making and its being held, another run may have swept it away.
                is_ours = temporary.exists()
                if is_ours:
                    yield temporary, opened, is_held
            finally:
                temporary.unlink(missing_ok=True)
