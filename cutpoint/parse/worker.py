"""The child's side of the pool: batches of jobs come in on one file descriptor, answers go out on another."""

import base64
import faulthandler
import gc
import importlib
import os
import pathlib
import signal
import sys
import threading
import traceback
import warnings

import msgspec

import cutpoint
from cutpoint.parse.content import DIGEST_SIZE, digest_of, read_content
from cutpoint.parse.limits import Limits, hold_memory, start_clock
from cutpoint.parse.messages import (
    EXIT_OUT_OF_MEMORY,
    EXIT_WITHOUT_THREAD,
    READY,
    Answer,
    Work,
    pack_answer,
    read_length,
    unpack_batch,
)

_HEADER = 4
_WATCH_SECONDS = 1.0
_NO_DIGEST = bytes(DIGEST_SIZE)


def serve(work: Work, jobs: int, answers: int, limits: Limits) -> None:
    """Answer batches from the file descriptor *jobs* on *answers* until it is closed."""
    # Asked before any work begins: a parent that is killed in the meantime must not be taken for another one.
    parent = os.getppid()
    _prepare(limits)
    for share in (1, 4, 16, 64):
        # Only a thread of its own can have a stack that is deep enough; where memory is scarce, less must do.
        threading.stack_size(limits.stack // share)
        recursion = max(1_000, limits.recursion // share)
        thread = threading.Thread(target=_serve, args=(work, jobs, answers, recursion, limits.processor_seconds))
        try:
            thread.start()
        except RuntimeError:
            continue
        _wait_for(thread, parent)
        return
    os._exit(EXIT_WITHOUT_THREAD)


def main() -> None:
    """Serve as a process of its own, started by `worker_process`: what to do is its last argument."""
    name, _, arguments = sys.argv[-1].partition(" ")
    module, _, function = name.partition(":")
    limits = msgspec.json.decode(base64.b64decode(arguments), type=Limits)
    jobs, answers = os.dup(0), os.dup(1)
    serve(getattr(importlib.import_module(module), function), jobs, answers, limits)


def _prepare(limits: Limits) -> None:
    hear_no_interrupts()
    faulthandler.disable()
    # What a library prints before it dies is nobody's business, and could end up among the answers.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    sys.stdin = sys.stdout = sys.stderr = os.fdopen(nowhere, "r+", encoding="utf-8", errors="replace")
    warnings.simplefilter("ignore")
    _forget_working_folder()
    hold_memory(limits)
    # Trees have no cycles, and a worker's memory ends with it.
    gc.disable()
    gc.freeze()


def hear_no_interrupts() -> None:
    """Leave them to the parent, which ends its workers; but the end of the processor time is this process's own."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def _wait_for(thread: threading.Thread, parent: int) -> None:
    while thread.is_alive():
        thread.join(_WATCH_SECONDS)
        if os.getppid() != parent:
            # Killed, it could not end its workers, and this one may be in a loop.
            os._exit(1)


def _forget_working_folder() -> None:
    # The analyzed code often lies in the working folder: its `ast.py` or `libcst/` must not be imported.
    here = os.path.realpath(os.curdir)
    home = os.path.realpath(pathlib.Path(cutpoint.__file__).parent.parent)
    if here != home:
        sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry or os.curdir) != here]


def _serve(work: Work, jobs: int, answers: int, recursion: int, seconds: float) -> None:
    sys.setrecursionlimit(recursion)
    try:
        _write(answers, READY)
        while body := _read_batch(jobs):
            for number, (location, path, role) in enumerate(unpack_batch(body)):
                start_clock(seconds)
                _write(answers, pack_answer(_answer(work, number, location, path, role)))
            start_clock(0)
    except MemoryError:
        # What the files before have left of it must not decide about this one: a fresh process will read it.
        os._exit(EXIT_OUT_OF_MEMORY)
    except BrokenPipeError:
        return


def _read_batch(jobs: int) -> bytes:
    header = _read(jobs, _HEADER)
    return _read(jobs, read_length(header)) if header else b""


def _read(descriptor: int, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = os.read(descriptor, size - len(data))
        if not more:
            return b""
        data += more
    return data


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _answer(work: Work, number: int, location: bytes, path: str, role: str) -> Answer:
    try:
        data = read_content(location)
    except OSError as error:
        return Answer(number, _NO_DIGEST, None, ("unreadable", error.strerror or str(error)))
    digest = digest_of(data)
    try:
        return Answer(number, digest, work(data, path, role), None)
    except RecursionError:
        problem = ("too-deep", "nested too deeply to be read")
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 (one file's trouble must not cost the others; it is reported by name)
        problem = ("internal-error", _where(error))
    return Answer(number, digest, None, problem)


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{pathlib.Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"a bug in cutpoint: {type(error).__name__}: {str(error)[:200]} ({place})"


if __name__ == "__main__":
    main()
