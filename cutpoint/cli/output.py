"""A finished text → stdout, or a file that is replaced as a whole: nobody ever sees half of a report."""

import os
import shutil
import sys
from pathlib import Path

import typer

from cutpoint.domain.errors import UsageError
from cutpoint.domain.source import BlindSpot
from cutpoint.emit.page import Page, count
from cutpoint.emit.safe import safe
from cutpoint.replacing import replace_content

# What a shell reports of a program that writes into a pipe nobody reads: 128 + SIGPIPE.
EXIT_BROKEN_PIPE = 141


def write(text: str, output: str | None, *, quiet: bool = False) -> None:
    """Write *text* to the file *output*, or to stdout for None and `-`; says what was written unless *quiet*.

    Raises UsageError when it cannot be written, and typer.Exit when nobody reads stdout any more.
    """
    if output is None or output == "-":
        _write_stdout(text)
        return
    if not output:
        raise UsageError("--output needs the name of a file")
    try:
        size = write_file(Path(output), text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"cannot write {output}: {reason}") from error
    if not quiet:
        print(f"wrote {safe(output)} ({count(size, 'byte')})", file=sys.stderr)


def write_file(path: Path, text: str) -> int:
    """Replace the content of *path* by *text* in one step, and return its size in bytes; raises OSError."""
    data = text.encode("utf-8", "backslashreplace")
    # A link stays a link: what it leads to is replaced.
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        # A device or a pipe cannot be replaced, only written to (and a folder refuses that).
        target.write_bytes(data)
        return len(data)
    replace_content(target, data)
    return len(data)


class Look:
    """How a page for people is to look where it goes."""

    def __init__(self, typed: str, *, verbose: bool, is_file: bool, lost: tuple[BlindSpot, ...] = ()) -> None:
        """*typed* is the path with its options, quoted, for commands that are shown; pages say what was *lost*."""
        self._lost = lost
        on_terminal = not is_file and _is_terminal()
        self.typed = typed
        self.verbose = verbose
        # Lines of more than 120 columns are hard to read; 100 suits files and pipes.
        self.width = max(40, min(120, shutil.get_terminal_size().columns)) if on_terminal else 100
        # https://no-color.org
        self.color = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def text_of(self, page: Page) -> str:
        """*page* as it is to be written there."""
        from cutpoint.emit.losses import with_losses
        from cutpoint.emit.terminal_page import colored_page, plain_page

        page = with_losses(page, self._lost)
        return colored_page(page, self.width) if self.color else plain_page(page, self.width)


def silence_stdout() -> None:
    """Let stdout lead nowhere: Python flushes it once more at its end, and would complain about the broken pipe then."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _write_stdout(text: str) -> None:
    if sys.stdout is None:
        raise UsageError("stdout is closed: name a file with --output")
    # Reports are UTF-8 wherever they go; what a terminal of another encoding lacks is shown as an escape.
    encoding = (sys.stdout.encoding if sys.stdout.isatty() else None) or "utf-8"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence_stdout()
        raise typer.Exit(EXIT_BROKEN_PIPE) from None
    except OSError as error:
        raise UsageError(f"cannot write to stdout: {error.strerror or error}") from error
