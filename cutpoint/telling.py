"""A line → stderr, as far as somebody is there to read it: what can't be told is no reason to fail."""

import os
import sys
from typing import TextIO

# What a shell reports of a program that writes into a pipe nobody reads: 128 + SIGPIPE.
EXIT_BROKEN_PIPE = 141


def tell(line: str) -> None:
    """Write *line* to stderr; nothing happens when that is closed or takes no more."""
    # Without a file, print would write into the report on stdout.
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        silence(sys.stderr)


def silence(stream: TextIO | None) -> None:
    """Let *stream* lead nowhere: Python flushes it once more at its end, and would complain about what it holds then."""
    if stream is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
