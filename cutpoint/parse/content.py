"""A location goes in, the bytes of the regular file that lies there come out."""

import os
import stat
from hashlib import blake2b

from cutpoint.parse.parse_source import LARGEST_SOURCE

DIGEST_SIZE = 16


def read_content(location: bytes | str) -> bytes:
    """At most one byte more than what would be parsed of the file at *location*; OSError when it isn't a file."""
    descriptor = os.open(location, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb", buffering=0) as file:
        # A pipe that took the place of a file since the walk would never end.
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "not a regular file")
        return file.read(LARGEST_SOURCE + 1)


def digest_of(data: bytes) -> bytes:
    """What the cache knows a content by."""
    return blake2b(data, digest_size=DIGEST_SIZE).digest()
