"""`cutpoint` and `python -m cutpoint`: runs a command and turns whatever happens into an exit code."""

import os
import sys

if __name__ == "__main__":
    # `python -m` puts the working folder first on the path, and there the analyzed code may lie: it must never be imported.
    _home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sys.path[:] = [
        entry for entry in sys.path if os.path.abspath(entry) == _home or os.path.abspath(entry) != os.getcwd()
    ]

import gc
import signal
from collections.abc import Sequence

from cutpoint import __version__
from cutpoint.domain.errors import (
    EXIT_INTERNAL,
    EXIT_INTERRUPTED,
    EXIT_OK,
    EXIT_TERMINATED,
    CutpointError,
    Terminated,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; *arguments* are `sys.argv[1:]` unless given."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        # One run, one process, nearly no garbage in circles: collecting it would cost a tenth of the time.
        gc.disable()
        _hear_termination()
    try:
        if asked == ["--version"]:
            # Answered before the command line's libraries are loaded: scripts ask this often.
            print(f"cutpoint {__version__}", flush=True)
            return EXIT_OK
        from cutpoint.cli.app import run

        return run(asked)
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
        from cutpoint.cli.output import EXIT_BROKEN_PIPE, silence_stdout

        silence_stdout()
        return EXIT_BROKEN_PIPE
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


def _complain(message: str) -> None:
    from cutpoint.emit.safe import safe

    for line in message.split("\n"):
        print(f"cutpoint: {safe(line)}", file=sys.stderr)


def _confess() -> None:
    import traceback

    from cutpoint.emit.safe import safe

    for line in traceback.format_exc().rstrip("\n").split("\n"):
        print(safe(line), file=sys.stderr)
    _complain(f"this is a bug in cutpoint {__version__}, not in what it read; please report it with the lines above")


if __name__ == "__main__":
    sys.exit(main())
