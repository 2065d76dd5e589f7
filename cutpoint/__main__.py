"""`cutpoint` and `python -m cutpoint`: runs a command and turns whatever happens into an exit code."""

import os
import sys

if __name__ == "__main__":
    # `python -m` puts the working folder first on the path, and there the analyzed code may lie: it must never be imported.
    _home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sys.path[:] = [
        entry for entry in sys.path if os.path.abspath(entry) == _home or os.path.abspath(entry) != os.getcwd()
    ]

import errno
import gc
import signal
from collections.abc import Sequence

from cutpoint import __version__
from cutpoint.domain.errors import (
    EXIT_INTERNAL,
    EXIT_INTERRUPTED,
    EXIT_OK,
    EXIT_SYSTEM,
    EXIT_TERMINATED,
    CutpointError,
    Terminated,
)
from cutpoint.telling import EXIT_BROKEN_PIPE, silence, tell

_FREE_THE_DISK = "free room on the disk, or name another place"
_SHORTAGES = {
    errno.ENOSPC: _FREE_THE_DISK,
    errno.EDQUOT: _FREE_THE_DISK,
    errno.EFBIG: "allow larger files (ulimit -f)",
    errno.EIO: "look at the disk",
    errno.EROFS: "name another place",
    errno.EMFILE: "allow more open files (ulimit -n)",
    errno.ENFILE: "allow more open files",
    errno.ENOMEM: "give it more memory",
    errno.EAGAIN: "allow this user more processes (ulimit -u)",
}
"""Errors of the system that are no bug of ours → what helps."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; *arguments* are `sys.argv[1:]` unless given."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        # One run, one process, nearly no garbage in circles: collecting it would cost a tenth of the time.
        gc.disable()
        _hear_termination()
        _occupy_closed()
    try:
        return _run(asked)
    except CutpointError as error:
        _complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _complain("interrupted")
        return EXIT_INTERRUPTED
    except Terminated:
        _complain("terminated")
        return EXIT_TERMINATED
    except BrokenPipeError:
        silence(sys.stdout)
        return EXIT_BROKEN_PIPE
    except MemoryError:
        return _lament("no memory is left; give it more")
    except OSError as error:
        if error.errno not in _SHORTAGES:
            _confess()
            return EXIT_INTERNAL
        where = f" ({error.filename})" if error.filename is not None else ""
        return _lament(f"{error.strerror}{where}; {_SHORTAGES[error.errno]}")
    except Exception:
        # Whatever else goes wrong is a bug of ours: it is shown whole, and has an exit code of its own.
        _confess()
        return EXIT_INTERNAL
    finally:
        # The interpreter collects once more before it ends, whatever was disabled: everything would be walked, to free what
        # ends with the process anyway.
        if arguments is None:
            gc.freeze()


def _hear_termination() -> None:
    """Let SIGTERM end the run as Ctrl-C does, unless whoever started it wants it to be ignored."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _terminate)


def _terminate(_number: int, _frame: object) -> None:
    raise Terminated


def _run(asked: list[str]) -> int:
    if asked == ["--version"]:
        # Answered before the command line's libraries are loaded: scripts ask this often.
        print(f"cutpoint {__version__}", flush=True)
        return EXIT_OK
    from cutpoint.cli.app import run

    code = run(asked)
    if sys.stdout is not None:
        # Else what is left of it would be written where nobody learns that it couldn't.
        sys.stdout.flush()
    return code


def _occupy_closed() -> None:
    """Let stdin, stdout and stderr lead nowhere where they are closed: the next file would take their place, and their output."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _lament(shortage: str) -> int:
    silence(sys.stdout)
    _complain(f"the machine lacks what this needs: {shortage}")
    return EXIT_SYSTEM


def _complain(message: str) -> None:
    from cutpoint.emit.safe import safe

    for line in message.split("\n"):
        tell(f"cutpoint: {safe(line)}")


def _confess() -> None:
    import traceback

    from cutpoint.emit.safe import safe

    for line in traceback.format_exc().rstrip("\n").split("\n"):
        tell(safe(line))
    _complain(f"this is a bug in cutpoint {__version__}, not in what it read; please report it with the lines above")


if __name__ == "__main__":
    sys.exit(main())
