"""Runs the command line in processes of their own that cost little: forked from one that has loaded the same modules."""

import gc
import importlib
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import measured  # noqa: F401 (it finds the checkout)

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


def run_forked(words: list[str], before: Callable[[], object] = int, after: Callable[[], object] = int) -> Ended:
    """`cutpoint` with *words*, in a process that runs other code *before* and *after*."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            code = 70
            try:
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                before()
                code = main(words)
                after()
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        out.seek(0)
        err.seek(0)
        return Ended(os.waitstatus_to_exitcode(status), out.read(), err.read().decode("utf-8", "replace"))
