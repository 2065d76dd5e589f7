"""A location goes in, the bytes of the regular file that lies there come out."""

from hashlib import blake2b

from cutpoint.disk.reading import open_regular
from cutpoint.parse.parse_source import LARGEST_SOURCE

DIGEST_SIZE = 16


def read_content(location: bytes | str) -> bytes:
    """At most one byte more than what would be parsed of the file at *location*; OSError when it isn't a file."""
    # Installed packages may consist of links; those of the project were followed by who found them.
    with open_regular(location, through_links=True) as file:
        return file.read(LARGEST_SOURCE + 1)


def digest_of(data: bytes) -> bytes:
    """What the cache knows a content by."""
    return blake2b(data, digest_size=DIGEST_SIZE).digest()
