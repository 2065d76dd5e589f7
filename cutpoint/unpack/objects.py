"""Hashes of git objects go in, their bytes come out, as they are stored: no filter, no conversion, nothing fetched."""

import subprocess
from collections.abc import Iterator, Sequence

from cutpoint.disk.temporary import temporary_file
from cutpoint.domain.errors import ShortageError
from cutpoint.unpack.git import command_line, git

_MOST_STARTS = 40
"""How often git is started anew, twice for an object that it gives up at: the first time, it may have been killed."""
_MOST_KEPT = 16 << 20
"""Bytes of one file: twice of what is parsed."""


def contents(folder: str, hashes: Sequence[str]) -> Iterator[bytes | None]:
    """The content of each blob in the order of *hashes*, its first 16 MB; None for one that isn't there or is broken."""
    done, gave_up_at = 0, -1
    for _ in range(_MOST_STARTS):
        for content in _stream(folder, hashes[done:]):
            yield content
            done += 1
        if done == len(hashes):
            return
        if gave_up_at == done:
            yield None
            done += 1
        else:
            gave_up_at = done
    yield from [None] * (len(hashes) - done)


def not_fetched(folder: str, tree: str) -> frozenset[str]:
    """Hashes of the objects below *tree* that a partial clone has left on its server."""
    settings = git(folder, "config", "--list", "--name-only", "-z").split(b"\0")
    if not any(name == b"extensions.partialclone" or name.endswith(b".promisor") for name in settings):
        return frozenset()
    # Older gits would try to fetch at the first one that is asked for, and give up there.
    listed = git(folder, "rev-list", "--objects", "--missing=print", tree).splitlines()
    return frozenset(line[1:].decode() for line in listed if line.startswith(b"?"))


def _stream(folder: str, hashes: Sequence[str]) -> Iterator[bytes | None]:
    """As `contents`, but ends where git gives up."""
    if not hashes:
        return
    command, environment = command_line(folder, "cat-file", "--batch")
    # From a file: through two pipes git would wait for us to read, and we for git to read.
    with temporary_file("".join(f"{name}\n" for name in hashes).encode()) as wanted:
        try:
            process = subprocess.Popen(  # noqa: S603 (git itself, with arguments of ours)
                command,
                stdin=wanted,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                bufsize=1 << 20,
            )
        except OSError as error:
            raise ShortageError(f"git cannot be started: {error.strerror or error}") from None
    with process:
        assert process.stdout is not None  # noqa: S101 (it is a pipe, as asked for above)
        try:
            for _ in hashes:
                match process.stdout.readline().split():
                    case [_, b"blob", size]:
                        content = process.stdout.read(min(int(size), _MOST_KEPT))
                        left = int(size) - len(content)
                        while left > 0 and (more := process.stdout.read(min(left, _MOST_KEPT))):
                            left -= len(more)
                        if process.stdout.read(1) != b"\n":
                            return
                        yield content
                    case [_, b"missing"]:
                        yield None
                    case _:
                        return
        finally:
            # Whoever stops early isn't interested in the rest.
            process.kill()
