"""The baseline ↔ the disk: the ledgers of its folder, read whole, and written only where they differ."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cutpoint import __version__
from cutpoint.domain.baseline import Baseline
from cutpoint.domain.errors import BaselineError, UsageError
from cutpoint.judge.ledgers import SUFFIX, empty_ledger, ledgers_of, read_ledgers
from cutpoint.replacing import replace_content

_EMPTY = f"empty{SUFFIX}"
_LARGEST_LEDGER = 256 * 1024 * 1024


class Written(msgspec.Struct, frozen=True):
    """What writing a baseline did to its ledgers; paths below its folder, sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def is_there(folder: str) -> bool:
    """Whether *folder* holds a baseline, be it one that cannot be read."""
    return any(True for _ in _ledgers_in(folder))


def read_baseline(folder: str, called: str) -> Baseline:
    """The baseline in *folder*, which messages call *called*.

    Raises BaselineError with everything that cannot be used, and UsageError when there is none.
    """
    texts, mistakes = _read_texts(folder, called)
    if mistakes:
        raise BaselineError(mistakes)
    if not texts:
        raise UsageError(
            f"there is no baseline in {called}: `cutpoint baseline create` makes one, "
            "and `cutpoint check --since REF` needs none"
        )
    return read_ledgers(texts, called)


def write_baseline(baseline: Baseline, folder: str, called: str) -> Written:
    """Let *folder* hold *baseline*: ledgers that say the same stay untouched, those with nothing to say are removed.

    Other files of the folder are left alone. Raises UsageError when something cannot be written.
    """
    # A project without debt has a baseline, too: nothing is accepted.
    wanted = ledgers_of(baseline.entries, baseline.spots, __version__) or {_EMPTY: empty_ledger(__version__)}
    known = dict(_ledgers_in(folder))
    linked = [path for path, file in known.items() if os.path.islink(file)]
    linked += [path for path in wanted if path not in known and _leads_elsewhere(folder, path)]
    if linked:
        raise UsageError(f"{called}/{min(linked)} is a link: ledgers are written to where they are; remove the link")
    changed = [path for path, text in wanted.items() if _differs(known.get(path), text)]
    removed = [path for path in known if path not in wanted]
    try:
        for path in changed:
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_content(file, wanted[path].encode())
        for path in removed:
            Path(folder, path).unlink()
            _drop_empty(folder, path)
    except OSError as error:
        raise UsageError(f"cannot write {called}: {error.strerror or error}") from error
    return Written(tuple(sorted(changed)), tuple(sorted(removed)))


def _ledgers_in(folder: str) -> Iterator[tuple[str, str]]:
    """(path below *folder* with `/`, absolute path) of every ledger, links to folders not followed."""
    for here, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name.endswith(SUFFIX):
                file = os.path.join(here, name)
                yield os.path.relpath(file, folder).replace(os.sep, "/"), file


def _read_texts(folder: str, called: str) -> tuple[dict[str, str], list[str]]:
    texts: dict[str, str] = {}
    mistakes: list[str] = []
    if os.path.lexists(folder) and not os.path.isdir(folder):
        mistakes.append(f"{called} is not a folder: a baseline is a folder of ledgers; name another with --baseline")
    for path, file in _ledgers_in(folder):
        try:
            if os.path.getsize(file) > _LARGEST_LEDGER:
                mistakes.append(f"{called}/{path} is larger than {_LARGEST_LEDGER // 2**20} MB: that is no ledger")
                continue
            texts[path] = Path(file).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except OSError as error:
            mistakes.append(f"{called}/{path} cannot be read: {error.strerror or error}")
        except UnicodeDecodeError as error:
            mistakes.append(f"{called}/{path} is not UTF-8 (byte {error.start}): restore it from git")
    return texts, mistakes


def _differs(file: str | None, text: str) -> bool:
    if file is None:
        return True
    try:
        return Path(file).read_bytes() != text.encode()
    except OSError:
        return True


def _leads_elsewhere(folder: str, path: str) -> bool:
    """Whether a folder on the way to the ledger *path* is a link: a stranger's tree must not say where we write."""
    steps = path.split("/")[:-1]
    return any(os.path.islink(os.path.join(folder, *steps[:number])) for number in range(1, len(steps) + 1))


def _drop_empty(folder: str, path: str) -> None:
    steps = path.split("/")[:-1]
    while steps:
        try:
            os.rmdir(os.path.join(folder, *steps))
        except OSError:
            return
        steps.pop()
