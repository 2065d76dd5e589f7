"""A finished text → stdout, or a file that is replaced as a whole: nobody ever sees half of a report."""

import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

import typer

from cutpoint.disk.replacing import replace_content, write_all
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.errors import UsageError
from cutpoint.emit.page import Page, count
from cutpoint.emit.safe import safe
from cutpoint.telling import EXIT_BROKEN_PIPE, silence, tell


def write(text: str | bytearray, output: str | None, *, quiet: bool = False) -> None:
    """Write *text*, which may be encoded in UTF-8 already, to the file *output*, or to stdout for None and `-`; says what was written unless *quiet*.

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
        tell(f"wrote {safe(output)} ({count(size, 'byte')})")


def write_file(path: Path, text: str | bytearray) -> int:
    """Replace the content of *path* by *text* in one step, and return its size in bytes; raises OSError."""
    data = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    if _is_open_elsewhere(path):
        with path.open("wb", buffering=0) as opened:
            write_all(opened, data)
    else:
        # A link stays a link: what it leads to is replaced.
        replace_content(Path(os.path.realpath(path)), data)
    return len(data)


def _is_open_elsewhere(path: Path) -> bool:
    """Whether *path* is a device, a pipe or a descriptor, which cannot be replaced, only written to; so is a folder, in vain."""
    folder = os.path.realpath(path.parent)
    return folder == "/dev" or f"{folder}/".startswith("/proc/") or (path.exists() and not path.is_file())


class Look:
    """How a page for people is to look where it goes."""

    def __init__(
        self, typed: str, *, verbose: bool, is_file: bool, doubts: tuple[Doubt, ...] = (), stream: TextIO | None = None
    ) -> None:
        """*typed* is the path with its options, quoted, for commands that are shown; pages say their *doubts*.

        They go to *stream*, by default stdout, unless it *is_file* that they go to.
        """
        self._doubts = doubts
        on_terminal = not is_file and is_terminal(stream or sys.stdout)
        self.typed = typed
        self.verbose = verbose
        # Lines of more than 120 columns are hard to read; 100 suits files and pipes.
        self.width = max(40, min(120, shutil.get_terminal_size().columns)) if on_terminal else 100
        # https://no-color.org
        self.color = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def text_of(self, page: Page) -> str:
        """*page* as it is to be written there."""
        from cutpoint.emit.doubts import with_doubts
        from cutpoint.emit.terminal_page import colored_page, plain_page

        page = with_doubts(page, self._doubts)
        return colored_page(page, self.width) if self.color else plain_page(page, self.width)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits there."""
    return stream is not None and not stream.closed and stream.isatty()


def _write_stdout(text: str | bytearray) -> None:
    if sys.stdout is None:
        raise UsageError("stdout is closed: name a file with --output")
    # Reports are UTF-8 wherever they go; what a terminal of another encoding lacks is shown as an escape.
    encoding = (sys.stdout.encoding if sys.stdout.isatty() else None) or "utf-8"
    try:
        sys.stdout.flush()
        if not isinstance(text, str) and encoding.lower() != "utf-8":
            text = text.decode()
        write_all(sys.stdout.buffer, text.encode(encoding, "backslashreplace") if isinstance(text, str) else text)
    except BrokenPipeError:
        silence(sys.stdout)
        raise typer.Exit(EXIT_BROKEN_PIPE) from None
    except OSError as error:
        silence(sys.stdout)
        raise UsageError(f"cannot write to stdout: {error.strerror or error}") from error
