"""A command line goes in, how it ended comes out: run in this process as a user's shell would run it."""

import contextlib
import io
import resource
import signal
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import typer

from cutpoint import earlier_runs
from cutpoint.__main__ import main

# A user's process makes these once; here one process runs them thousands of times, which is half of the time.
typer.main.get_command = cache(typer.main.get_command)
earlier_runs.tool_stamp = cache(earlier_runs.tool_stamp)

FINE = frozenset({0, 1, 2, 3, 4})
"""Exit codes of answers and of errors that the user can mend. Those of a machine that lacks something aren't among them."""


class Ended(NamedTuple):
    """The exit code, and what was written."""

    code: int
    out: bytes
    err: str

    @property
    def wrong(self) -> str:
        """What no command may do; empty when it did nothing of that."""
        if self.code not in FINE or "Traceback (most recent call last)" in self.err:
            return f"exit {self.code}\n{self.err[-900:]}"
        return "" if self.code == 0 or self.out or self.err else f"exit {self.code}, and nothing is said"


class OutOfTimeError(BaseException):
    """More processor time went by than a run may take; nothing that handles errors may stop it."""


def command(arguments: list[str]) -> Ended:
    """What `cutpoint` does with *arguments*."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", errors="backslashreplace") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
        out.flush()
        err.flush()
    return Ended(code, out.buffer.getvalue(), err.buffer.getvalue().decode())  # type: ignore[attr-defined]


@contextlib.contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Let what happens here raise OutOfTimeError after as many *seconds* of this process's own processor time."""

    def stop(_number: int, _frame: object) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def processor_seconds() -> float:
    """Of this process and of all children that have ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
