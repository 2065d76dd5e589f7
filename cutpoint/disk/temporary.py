"""Where files lie that nobody needs after a run; raises ShortageError where there is no room for them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from cutpoint.domain.errors import ShortageError

ADVICE = "let TMPDIR name a folder with room, to which this user may write"


def temporary_place() -> str:
    """The folder that the system has for them."""
    try:
        return tempfile.gettempdir()
    except OSError as error:
        raise ShortageError(f"there is no room for temporary files: {error.strerror}; {ADVICE}") from error


@contextmanager
def temporary_file(content: bytes = b"") -> Iterator[BinaryIO]:
    """A file without a name that holds *content*, at its start."""
    place = temporary_place()
    try:
        file = tempfile.TemporaryFile(dir=place)  # noqa: SIM115 (closed below)
        try:
            file.write(content)
            file.seek(0)
        except OSError:
            file.close()
            raise
    except OSError as error:
        raise ShortageError(f"no temporary file can be written in {place}: {error.strerror}; {ADVICE}") from error
    with file:
        yield file
