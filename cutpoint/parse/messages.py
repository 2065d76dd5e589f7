"""What the parent and a worker process write to each other: a job goes out, a result comes back."""

import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

import msgspec

Work: TypeAlias = Callable[[bytes, str, str], bytes]
"""(content, path, role) → the packed facts of one file."""

READY = b"R"
"""What a worker writes once, before any answer."""
EXIT_OUT_OF_MEMORY = 81
"""How a worker ends that has none left; what it would do with the next file can't be trusted either."""
EXIT_WITHOUT_THREAD = 82
"""How one ends that could not start its thread."""
_FRAME = struct.Struct("<IIB16s")
_LENGTH = struct.Struct("<I")
_LARGEST_ANSWER = 1 << 30


class Job(NamedTuple):
    """One file to read, and what `work` is told about it."""

    location: str
    path: str
    role: str
    size: int = 0


class Result(NamedTuple):
    """What became of one job: either *blob* (with the digest of what was read) or *problem*."""

    job: Job
    digest: bytes
    blob: bytes | None
    problem: tuple[str, str] | None
    """(kind, reason): `unreadable`, `worker-crash`, `timeout`, `out-of-memory`, `too-deep`, `internal-error`."""


class Answer(NamedTuple):
    """A result as a worker writes it; *number* is the position of the job in its batch."""

    number: int
    digest: bytes
    blob: bytes | None
    problem: tuple[str, str] | None


def pack_batch(jobs: list[Job]) -> bytes:
    """*jobs* as a message to a worker."""
    body = msgspec.msgpack.encode([(_to_bytes(job.location), job.path, job.role) for job in jobs])
    return _LENGTH.pack(len(body)) + body


def unpack_batch(body: bytes) -> list[tuple[bytes, str, str]]:
    """(location, path, role) of the jobs that `pack_batch` was given."""
    return msgspec.msgpack.decode(body, type=list[tuple[bytes, str, str]])


def pack_answer(answer: Answer) -> bytes:
    """*answer* as a message to the parent."""
    failed = answer.problem is not None
    body = msgspec.msgpack.encode(answer.problem) if failed else answer.blob or b""
    return _FRAME.pack(len(body), answer.number, failed, answer.digest) + body


def unpack_answers(buffer: bytearray) -> Iterator[Answer]:
    """The answers at the start of *buffer* that are complete; they are removed from it.

    Raises ValueError or msgspec.MsgspecError for what no worker in its right mind would write.
    """
    start = 0
    try:
        while len(buffer) - start >= _FRAME.size:
            length, number, failed, digest = _FRAME.unpack_from(buffer, start)
            if length > _LARGEST_ANSWER or failed > 1:
                raise ValueError(length)
            end = start + _FRAME.size + length
            if len(buffer) < end:
                return
            body = bytes(memoryview(buffer)[start + _FRAME.size : end])
            start = end
            if failed:
                problem = msgspec.msgpack.decode(body, type=tuple[str, str])
                yield Answer(number, digest, None, problem)
            else:
                yield Answer(number, digest, body, None)
    finally:
        del buffer[:start]


def read_length(header: bytes) -> int:
    """How many bytes follow the header of a batch."""
    length: int = _LENGTH.unpack(header)[0]
    return length


def _to_bytes(location: str) -> bytes:
    # Names that are not UTF-8 are text with surrogates, which msgpack refuses.
    return location.encode("utf-8", "surrogateescape")
