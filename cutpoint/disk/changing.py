"""Several files of a folder are changed as one: a run that is killed in between leaves what the next one finishes with.

What is to be there is written down first, as one file. Once that lies there the change counts as made, and `finish`
makes it so; before, nothing has happened. Whoever reads the folder meanwhile sees neither, but that it is caught between.
"""

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from cutpoint.disk.reading import place_inside, read_inside
from cutpoint.disk.replacing import replace_content, sweep
from cutpoint.domain.errors import UsageError

PENDING = ".pending.json"
"""What is to be there, for as long as it isn't."""
_LARGEST = 1 << 30


class _Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal[1] = msgspec.field(name="cutpoint-pending")
    written: dict[str, str]
    """Path below the folder → text."""
    removed: tuple[str, ...]


def change_files(folder: str, written: Mapping[str, str], removed: Iterable[str]) -> None:
    """Let the files *written* say so and those *removed* be gone, all or none; raises OSError.

    Whoever calls holds the folder, and has called `finish`.
    """
    change = _Change(1, dict(written), tuple(removed))
    for path in (*change.written, *change.removed):
        _refuse_links(folder, path)
    if len(change.written) + len(change.removed) > 1:
        replace_content(Path(folder, PENDING), msgspec.json.encode(change))
    _make(folder, change)


def is_caught_between(folder: str) -> bool:
    """Whether a run was killed while it changed *folder*."""
    return os.path.lexists(os.path.join(folder, PENDING))


def finish(folder: str, is_ours: Callable[[str], bool]) -> bool:
    """Make the change of a run that was killed, and say whether there was one; raises OSError.

    What it left besides is swept. Raises UsageError when it speaks of a path that *is_ours* denies: somebody else wrote it.
    """
    for here, _, _ in os.walk(folder):
        sweep(Path(here))
    if not is_caught_between(folder):
        return False
    try:
        change = msgspec.json.decode(read_inside(folder, PENDING, _LARGEST), type=_Change)
    except msgspec.DecodeError as error:
        raise UsageError(f"{folder}/{PENDING} is of no run that was killed: {error}; remove it") from error
    foreign = [path for path in (*change.written, *change.removed) if not (_is_below(path) and is_ours(path))]
    if foreign:
        raise UsageError(f"{folder}/{PENDING} is of no run that was killed, it names {foreign[0]!r}; remove it")
    for path in (*change.written, *change.removed):
        _refuse_links(folder, path)
    _make(folder, change)
    return True


def _make(folder: str, change: _Change) -> None:
    for path, text in change.written.items():
        file = Path(folder, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_content(file, text.encode())
    for path in change.removed:
        Path(folder, path).unlink(missing_ok=True)
        _drop_empty(folder, path)
    Path(folder, PENDING).unlink(missing_ok=True)


def _is_below(path: str) -> bool:
    steps = path.split("/")
    return not os.path.isabs(path) and "\\" not in path and not {"", ".", ".."}.intersection(steps)


def _refuse_links(folder: str, path: str) -> None:
    parent = os.path.dirname(path)
    if place_inside(folder, parent) != os.path.join(os.path.realpath(folder), parent).rstrip(os.sep):
        raise OSError(errno.ELOOP, f"a folder on the way to {path} is a link")


def _drop_empty(folder: str, path: str) -> None:
    steps = path.split("/")[:-1]
    while steps:
        try:
            os.rmdir(os.path.join(folder, *steps))
        except OSError:
            return
        steps.pop()
