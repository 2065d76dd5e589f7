"""A lock on an open file or folder that goes with its process however that ends; where there are none, nothing is held."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 30.0
"""Seconds that one run waits for another, which holds something for a moment."""
_PAUSE = 0.02


def hold(descriptor: int, *, shared: bool = False, patience: float = 0.0) -> bool:
    """Hold what *descriptor* has open, alone or *shared*; False where the file system has no locks.

    Raises BlockingIOError when somebody else holds it for longer than *patience* seconds.
    """
    if sys.platform == "win32":
        return False
    import fcntl

    until = time.monotonic() + patience
    operation = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    while True:
        try:
            fcntl.flock(descriptor, operation | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise BlockingIOError(errno.EAGAIN, "another run is writing there, and doesn't end") from None
            time.sleep(_PAUSE)
        except OSError:
            return False
        else:
            return True


@contextmanager
def held(folder: str, *, shared: bool = False) -> Iterator[None]:
    """Hold *folder*, if it is there, while the `with` lasts; raises BlockingIOError when others don't let go of it."""
    if sys.platform == "win32" or not os.path.isdir(folder):
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        hold(descriptor, shared=shared, patience=PATIENCE)
        yield
    finally:
        os.close(descriptor)
