"""What one file may cost, and how that is held in a worker process."""

import contextlib
import os
import signal

import msgspec

OUT_OF_TIME = -signal.SIGPROF if hasattr(signal, "SIGPROF") else None
"""The exit code of a process whose clock has run down."""


class Limits(msgspec.Struct, frozen=True):
    """The most that a worker may use; whatever exceeds it costs the file that it was at."""

    processor_seconds: float = 10.0
    """Of one file; a busy machine makes it take longer, but not use more of them."""
    watchdog_seconds: float = 120.0
    """Until an answer comes, by the clock: only for what waits instead of computing."""
    memory: int = 1536 << 20
    """Bytes of address space on top of what the process has when it starts, and of its stack."""
    recursion: int = 20_000
    """Python frames; a sum of 20,000 terms is a tree of that depth, and `ast` allows three times this."""
    stack: int = 512 << 20
    """Bytes of address space for the stack that such a recursion needs."""


def hold_memory(limits: Limits) -> None:
    """Let this process have no more memory than *limits* say, where the platform can hold it."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _address_space_now() + limits.memory + limits.stack
        if hard != resource.RLIM_INFINITY:
            wanted = min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _address_space_now() -> int:
    try:
        with open("/proc/self/statm", "rb") as file:
            pages = int(file.read().split()[0])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def start_clock(seconds: float) -> None:
    """End this process when it has used *seconds* of processor time from now on: no loop, in Python or in C, can help it."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
