"""What ends a run from outside, Ctrl-C and SIGTERM, waits for the end of a block: for what must not be left half done."""

import contextlib
import signal
from collections.abc import Iterator

_INTERRUPTS = frozenset({signal.SIGINT, signal.SIGTERM})


@contextlib.contextmanager
def interrupts_wait() -> Iterator[None]:
    """Hold back what interrupts or terminates a run until the end of the block.

    Between the start of a child and the line that remembers it, an interrupt would leave it to nobody; and a child never
    meets it, as it inherits what is held back: its parent ends it. Where signals cannot be held back (Windows), they
    come at once.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    kept = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, kept)
