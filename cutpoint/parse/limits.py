"""What one file may cost, and how that is held in a worker process."""

import contextlib
import os

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """The most that a worker may use; whatever exceeds it costs the file that it was at."""

    seconds_per_file: float = 60.0
    address_space: int = 4 << 30
    """Bytes on top of what the process has when it starts."""
    recursion: int = 20_000
    """Python frames; a sum of 20,000 terms is a tree of that depth, and `ast` allows three times this."""
    stack: int = 512 << 20
    """Bytes of address space for the stack that such a recursion needs."""


def hold_address_space(limit: int) -> None:
    """Let this process have *limit* more bytes of address space, where the platform can hold it."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _address_space_now() + limit
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
