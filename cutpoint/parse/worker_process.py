"""One worker process as its parent sees it: how it is started, spoken to and ended."""

import base64
import contextlib
import os
import signal
import subprocess
import sys
import threading

import msgspec

from cutpoint.parse.limits import Limits
from cutpoint.parse.messages import EXIT_WITHOUT_THREAD, Work

_READ_SIZE = 1 << 20


class WorkerProcess:
    """A child with a pipe in each direction.

    It is forked where that is safe, which costs a few milliseconds; otherwise a fresh interpreter is started, which
    imports the module of *work* by name and never the parent's `__main__`.
    """

    def __init__(self, work: Work, limits: Limits) -> None:
        """Start it; while `interrupts_wait`, until somebody remembers whom to end. Raises OSError when it can't be."""
        self._process: subprocess.Popen[bytes] | None = None
        self._pid = -1
        self._ended = False
        with contextlib.ExitStack() as opened:
            jobs_out, self._jobs = _pipe(opened)
            self._answers, answers_in = _pipe(opened)
            if _may_fork():
                self._fork(work, limits, jobs_out, answers_in)
            else:
                self._start(work, limits, jobs_out, answers_in)
            opened.pop_all()
        os.close(jobs_out)
        os.close(answers_in)

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
        try:
            # Looks without reaping, so that `kill` can still tell how it ended.
            return os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        except ChildProcessError:
            return False

    def kill(self) -> int | None:
        """End it now; the exit code with which it had ended if it was gone already, negative for a signal."""
        if self._ended:
            return None
        self._ended = True
        for descriptor in (self._jobs, self._answers):
            os.close(descriptor)
        if self._process is not None:
            return self._end_process(self._process)
        try:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if not pid:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self._pid, signal.SIGKILL)
                _, status = os.waitpid(self._pid, 0)
        except ChildProcessError:
            # Where this process was told to ignore its children, nobody learns how they end.
            return None
        return os.waitstatus_to_exitcode(status)

    def _fork(self, work: Work, limits: Limits, jobs: int, answers: int) -> None:
        # Here, so that all children share what it loads.
        from cutpoint.parse.worker import serve

        self._pid = os.fork()
        if self._pid == 0:
            code = 1
            try:
                _close_all_but(jobs, answers)
                serve(work, jobs, answers, limits)
                code = 0
            finally:
                # Nothing of the parent's (exit handlers, buffers, tests) may run here.
                os._exit(code)

    def _start(self, work: Work, limits: Limits, jobs: int, answers: int) -> None:
        arguments = base64.b64encode(msgspec.json.encode(limits)).decode()
        paths = [os.path.abspath(entry) for entry in sys.path if entry]
        start = f"import sys; sys.path[:] = {paths!r}; from cutpoint.parse.worker import main; main()"
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and our own code)
            [sys.executable, "-I", "-c", start, f"{work.__module__}:{work.__qualname__} {arguments}"],
            stdin=jobs,
            stdout=answers,
            stderr=subprocess.DEVNULL,
        )
        self._pid = self._process.pid

    def _end_process(self, process: subprocess.Popen[bytes]) -> int:
        if process.poll() is None:
            process.kill()
        return process.wait()


def in_words(code: int | None) -> str:
    """How a process ended, after its name."""
    if code is None:
        return "ended"
    if code == EXIT_WITHOUT_THREAD:
        return "could not start a thread, which counts as a process (ulimit -u) and needs address space (ulimit -v)"
    if code < 0:
        try:
            return f"ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"ended by signal {-code}"
    return f"exited with code {code}"


def _pipe(opened: contextlib.ExitStack) -> tuple[int, int]:
    ends = os.pipe()
    for end in ends:
        opened.callback(os.close, end)
    return ends


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
