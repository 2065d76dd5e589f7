"""Runs the command line in processes of their own that cost little: forked from one that has loaded the same modules."""

import gc
import importlib
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import measured  # noqa: F401 (it finds the checkout)

from cutpoint import earlier_runs
from cutpoint.__main__ import main


class Ended(NamedTuple):
    """How a run ended, and what it wrote."""

    code: int
    out: bytes
    err: str


def load_modules(words: list[str]) -> None:
    """Load what a run of *words* loads, without reading what it reads: no run knows anything of another."""
    names = run_forked(words, after=lambda: sys.stderr.write("\n".join(sys.modules))).err.splitlines()
    for name in names:
        with suppress(ImportError):
            importlib.import_module(name)
    # As in a run of its own; and what a child never touches stays shared.
    gc.disable()
    gc.freeze()


class Running:
    """A run that has been started."""

    def __init__(self, words: list[str], before: Callable[[], object], after: Callable[[], object]) -> None:
        """Fork."""
        self._out, self._err = os.memfd_create("out"), os.memfd_create("err")
        self._status: int | None = None
        self._pid = os.fork()
        if self._pid == 0:
            code = 70
            try:
                os.dup2(self._out, 1)
                os.dup2(self._err, 2)
                before()
                code = main(words)
                after()
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(code)

    def is_over(self) -> bool:
        """Whether it has ended."""
        self._look(os.WNOHANG)
        return self._status is not None

    def kill(self) -> None:
        """Kill it, unless it has ended."""
        if not self.is_over():
            os.kill(self._pid, signal.SIGKILL)

    def ended(self) -> Ended:
        """How it ended, once it has."""
        self._look(0)
        said = _read(self._err).decode("utf-8", "replace")
        return Ended(os.waitstatus_to_exitcode(self._status or 0), _read(self._out), said)

    def _look(self, how: int) -> None:
        if self._status is None:
            pid, status = os.waitpid(self._pid, how)
            self._status = status if pid else None


def _read(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        file.seek(0)
        return file.read()


def start_forked(words: list[str], before: Callable[[], object] = int, after: Callable[[], object] = int) -> Running:
    """`cutpoint` with *words*, in a process that runs other code *before* and *after*."""
    return Running(words, before, after)


def run_forked(words: list[str], before: Callable[[], object] = int, after: Callable[[], object] = int) -> Ended:
    """The same, to its end."""
    return start_forked(words, before, after).ended()


def become_an_older_version() -> None:
    """Let this process be another cutpoint: it shares no entry of a cache with the present one."""
    earlier_runs.__version__ = "0.0"
