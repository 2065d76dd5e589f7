"""One worker process as its parent sees it: how it is started, spoken to and ended."""

import base64
import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import msgspec

from cutpoint.parse.limits import Limits
from cutpoint.parse.messages import Work

_READ_SIZE = 1 << 20
_PATIENCE = 1.0
"""Seconds that a worker may take to end when asked to."""


@contextlib.contextmanager
def interrupts_wait() -> Iterator[None]:
    """Hold an interrupt back until the end of the block.

    Between the start of a child and the line that remembers it, an interrupt would leave it to nobody; and a child that
    is only half made must not meet it at all. Where signals cannot be held back (Windows), they come at once.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    kept = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, kept)


class WorkerProcess:
    """A child with a pipe in each direction.

    It is forked where that is safe, which costs a few milliseconds; otherwise a fresh interpreter is started, which
    imports the module of *work* by name and never the parent's `__main__`.
    """

    def __init__(self, work: Work, limits: Limits) -> None:
        """Start it; while `interrupts_wait`, until somebody remembers whom to end."""
        self._process: subprocess.Popen[bytes] | None = None
        self._pid = -1
        self._ended = False
        if _may_fork():
            self._fork(work, limits)
        else:
            self._start(work, limits)

    def fileno(self) -> int:
        """The file descriptor on which answers arrive."""
        return self._answers

    def send(self, message: bytes) -> bool:
        """Write *message*; False when the worker is gone."""
        rest = memoryview(message)
        try:
            while rest:
                rest = rest[os.write(self._jobs, rest) :]
        except OSError:
            return False
        return True

    def receive(self) -> bytes:
        """What has arrived; empty when the worker is gone."""
        try:
            return os.read(self._answers, _READ_SIZE)
        except OSError:
            return b""

    def is_alive(self) -> bool:
        """Whether it runs; False as well once it was killed."""
        if self._ended:
            return False
        if self._process is not None:
            return self._process.poll() is None
        # Looks without reaping, so that `kill` can still tell how it ended.
        return os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def kill(self) -> str:
        """End it now, and tell in words how it had ended if it was gone already."""
        if self._ended:
            return ""
        self._ended = True
        for descriptor in (self._jobs, self._answers):
            os.close(descriptor)
        if self._process is not None:
            return self._end_process(self._process)
        pid, status = os.waitpid(self._pid, os.WNOHANG)
        if not pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            _, status = os.waitpid(self._pid, 0)
        return _in_words(os.waitstatus_to_exitcode(status))

    def _fork(self, work: Work, limits: Limits) -> None:
        # Here, so that all children share what it loads.
        from cutpoint.parse.worker import serve

        jobs_out, self._jobs = os.pipe()
        self._answers, answers_in = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            code = 1
            try:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                _close_all_but(jobs_out, answers_in)
                serve(work, jobs_out, answers_in, limits)
                code = 0
            finally:
                # Nothing of the parent's (exit handlers, buffers, tests) may run here.
                os._exit(code)
        os.close(jobs_out)
        os.close(answers_in)

    def _start(self, work: Work, limits: Limits) -> None:
        arguments = base64.b64encode(msgspec.json.encode(limits)).decode()
        paths = [os.path.abspath(entry) for entry in sys.path if entry]
        start = f"import sys; sys.path[:] = {paths!r}; from cutpoint.parse.worker import main; main()"
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and our own code)
            [sys.executable, "-I", "-c", start, f"{work.__module__}:{work.__qualname__} {arguments}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._pid = self._process.pid
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError
        self._jobs = os.dup(self._process.stdin.fileno())
        self._answers = os.dup(self._process.stdout.fileno())
        self._process.stdin.close()
        self._process.stdout.close()

    def _end_process(self, process: subprocess.Popen[bytes]) -> str:
        if process.poll() is None:
            process.kill()
        return _in_words(process.wait())


def _close_all_but(*kept: int) -> None:
    # A pipe is only at its end when nobody else holds it open, and no worker has any business with the others' pipes.
    start = 3
    for descriptor in sorted(kept):
        os.closerange(start, descriptor)
        start = descriptor + 1
    os.closerange(start, os.sysconf("SC_OPEN_MAX"))


def _may_fork() -> bool:
    # A fork copies locks that other threads hold and not the threads that would release them.
    return sys.platform == "linux" and threading.active_count() == 1


def _in_words(code: int) -> str:
    if code < 0:
        try:
            return f"ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"ended by signal {-code}"
    return f"exited with code {code}"
