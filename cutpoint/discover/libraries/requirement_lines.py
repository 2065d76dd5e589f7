"""The text of a requirements file → its lines: requirements, files that it includes, and what is neither."""

import re
import shlex
from collections.abc import Iterator
from typing import NamedTuple

from cutpoint.discover.libraries.bounds import LONGEST, Bound, address_bound, bound_of_requirement

_COMMENT = re.compile(r"(?:^|\s+)#.*$")
_OPTIONS = re.compile(r"\s(?=--?[A-Za-z])")
_ADDRESS = re.compile(r"(?:[a-z]+\+)?(?:https?|ssh|file|git|svn|ftp)[+:]", re.IGNORECASE)
_EGG = re.compile(r"[#&]egg=([A-Za-z0-9][\w.-]*)")
_WHEEL = re.compile(r"(?:^|/)([A-Za-z0-9][\w.]*?)-\d[^/]*\.(?:whl|tar\.gz|zip)(?:[#?]|$)")
_INCLUDES = ("-r", "--requirement", "-c", "--constraint")


class Included(NamedTuple):
    """`-r base.txt` or `-c constraints.txt`."""

    path: str
    """As written."""
    line: int


class Misread(NamedTuple):
    """A line that is neither a requirement nor an option."""

    line: int
    reason: str


def decoded(data: bytes) -> str:
    """The text of a requirements file; those that PowerShell has written are UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def includes_of(text: str) -> Iterator[Included]:
    """The files that a requirements file names."""
    for number, line in _logical_lines(text):
        found = _include(line, number)
        if found is not None:
            yield found


def requirements_of(text: str, path: str) -> Iterator[Bound | Misread]:
    """The bounds of the requirements in *text*, and what could not be read of it; *path* is where it lies."""
    for number, line in _logical_lines(text):
        if _include(line, number) is not None:
            continue
        editable = re.match(r"(?:-e|--editable)(?:\s+|=)", line)
        if editable is None and line.startswith("-"):
            continue
        wanted = _OPTIONS.split(line[editable.end() if editable else 0 :], maxsplit=1)[0].strip()
        if editable or _is_place(wanted):
            yield from _of_place(wanted, path, number)
            continue
        try:
            yield bound_of_requirement(wanted, path, number)
        except ValueError as error:
            yield Misread(number, f"it is no requirement: {error}")


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """(number of its first line, line without comments) of what a backslash makes one line."""
    start, parts = 0, ""
    for number, raw in enumerate(text.splitlines(), 1):
        # A comment ends a line that was to go on, as it does for pip.
        continues = raw.endswith("\\") and not raw.lstrip().startswith("#")
        start = start or number
        if len(parts) <= LONGEST:
            parts += raw[:-1] if continues else f" {raw}" if parts else raw
        if continues:
            continue
        line = _COMMENT.sub("", parts[: LONGEST + 1]).strip()
        if line:
            yield start, line
        start, parts = 0, ""
    if parts.strip():
        yield start, _COMMENT.sub("", parts[: LONGEST + 1]).strip()


def _include(line: str, number: int) -> Included | None:
    for option in _INCLUDES:
        if line.startswith(option):
            rest = line[len(option) :]
            is_short = len(option) == 2
            if rest[:1] in {" ", "\t", "="} or (is_short and rest):
                return Included(_unquoted(rest.lstrip(" \t=")), number)
    return None


def _unquoted(path: str) -> str:
    try:
        return (shlex.split(path) or [""])[0] if path[:1] in {"'", '"'} else path.strip()
    except ValueError:
        return path.strip("'\" ")


def _is_place(text: str) -> bool:
    if " @ " in text:
        return False
    return (
        text.startswith((".", "/", "~", "$")) or _ADDRESS.match(text) is not None or text.endswith((".whl", ".tar.gz"))
    )


def _of_place(text: str, path: str, line: int) -> Iterator[Bound]:
    """What is taken from an address or a folder counts where it says what it is called."""
    named = _EGG.search(text) or _WHEEL.search(text)
    if named is not None:
        yield address_bound(named[1], text, path, line)
