"""Running cutpoint: inside this process, where it is fast, or as people do, where that matters."""

import os
import subprocess
import sys

import msgspec

from cutpoint.__main__ import main


class Outcome(msgspec.Struct):
    """What a command left behind."""

    code: int
    out: str
    err: str


def run(capfd, *arguments) -> Outcome:
    """Run the command in this process."""
    capfd.readouterr()
    code = main([str(argument) for argument in arguments])
    out, err = capfd.readouterr()
    return Outcome(code, out, err)


def start(*arguments, cwd=None, python=(), **environment) -> Outcome:
    """Run the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, *python, "-m", "cutpoint", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": _checkout()} | environment,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def _checkout() -> str:
    import cutpoint

    return os.path.dirname(os.path.dirname(cutpoint.__file__))
