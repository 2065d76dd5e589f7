"""A name and a content go in, a key and a sealed entry come out: what was damaged or lies under another key shows.

A seal tells accidents from what was meant. It keeps nobody out: whoever may write the cache can seal what they like.
"""

from hashlib import blake2b

_SCHEMA = "2"
_SIZE = 16
SEAL_SIZE = 16


def stamp_of(version: str) -> bytes:
    """What is in every key of one *version* of the tool."""
    return blake2b(f"{_SCHEMA}:{version}".encode(), digest_size=_SIZE).digest()


def key_of(stamp: bytes, kind: bytes, name: bytes) -> bytes:
    """Where what is called *name* among all of its *kind* (at most 16 bytes) is kept."""
    return blake2b(name, digest_size=_SIZE, key=stamp, person=kind).digest()


def seal_of(key: bytes, content: bytes) -> bytes:
    """What stands before *content* where it is kept under *key*: `SEAL_SIZE` bytes."""
    return blake2b(content, digest_size=SEAL_SIZE, key=key).digest()


def unsealed(key: bytes, entry: object) -> bytes | None:
    """The content of *entry*; None if it isn't what was kept under *key*."""
    if not isinstance(entry, bytes) or len(entry) < SEAL_SIZE:
        return None
    content = entry[SEAL_SIZE:]
    return content if seal_of(key, content) == entry[:SEAL_SIZE] else None
