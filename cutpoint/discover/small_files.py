"""Reading of small text files that lie beside the code: a path goes in, its text or None comes out."""

from cutpoint.disk.reading import read_regular

SMALL = 1 << 20
"""Bytes; a configuration file that is larger than this is not one."""


def read_small_text(location: str, limit: int = SMALL) -> str | None:
    """The text of the regular file at *location*; None if there is none, it is a link, unreadable or over *limit* bytes.

    Bytes that are not UTF-8 become replacement characters.
    """
    try:
        data = read_regular(location, limit)
    except (OSError, ValueError):
        return None
    return data.decode("utf-8-sig", "replace")
