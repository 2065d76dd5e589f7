"""The baseline ↔ the disk: the ledgers of its folder, read whole, and written only where they differ."""

import os
from collections.abc import Iterator

import msgspec

from cutpoint import __version__
from cutpoint.disk.changing import PENDING, change_files, finish, is_caught_between
from cutpoint.disk.holding import held
from cutpoint.disk.reading import read_inside
from cutpoint.domain.baseline import Baseline
from cutpoint.domain.errors import BaselineError, UsageError
from cutpoint.judge.ledgers import SUFFIX, empty_ledger, ledgers_of, read_ledgers

_EMPTY = f"empty{SUFFIX}"
_LARGEST_LEDGER = 256 * 1024 * 1024


class Written(msgspec.Struct, frozen=True):
    """What writing a baseline did to its ledgers; paths below its folder, sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def is_there(folder: str) -> bool:
    """Whether *folder* holds a baseline, be it one that cannot be read."""
    return is_caught_between(folder) or any(True for _ in _ledgers_in(folder))


def read_baseline(folder: str, called: str) -> Baseline:
    """The baseline in *folder*, which messages call *called*.

    Raises BaselineError with everything that cannot be used, half of what a killed run wrote included, and UsageError
    when there is none.
    """
    try:
        with held(folder, shared=True):
            if is_caught_between(folder):
                raise BaselineError([_caught_between(called)])
            texts, mistakes = _read_texts(folder, called)
    except BlockingIOError as error:
        raise UsageError(f"cannot read {called}: {error.strerror}") from error
    if mistakes:
        raise BaselineError(mistakes)
    if not texts:
        raise UsageError(
            f"there is no baseline in {called}: `cutpoint baseline create` makes one, "
            "and `cutpoint check --since REF` needs none"
        )
    return read_ledgers(texts, called)


def finish_baseline(folder: str, called: str) -> None:
    """Write what a run that was killed has not; raises UsageError when that is not possible."""
    try:
        with held(folder):
            finish(folder, _is_ledger)
    except OSError as error:
        raise UsageError(f"cannot write {called}: {error.strerror or error}") from error


def write_baseline(baseline: Baseline, folder: str, called: str) -> Written:
    """Let *folder* hold *baseline*: ledgers that say the same stay untouched, those with nothing to say are removed.

    Other files of the folder are left alone. Raises UsageError when something cannot be written.
    """
    # A project without debt has a baseline, too: nothing is accepted.
    wanted = ledgers_of(baseline.entries, baseline.spots, __version__) or {_EMPTY: empty_ledger(__version__)}
    try:
        os.makedirs(folder, exist_ok=True)
        with held(folder):
            finish(folder, _is_ledger)
            known = set(_ledgers_in(folder))
            linked = [path for path in (*known, *wanted) if os.path.islink(os.path.join(folder, path))]
            if linked:
                raise UsageError(
                    f"{called}/{min(linked)} is a link: ledgers are written to where they are; remove the link"
                )
            changed = [path for path, text in wanted.items() if path not in known or _differs(folder, path, text)]
            removed = [path for path in sorted(known) if path not in wanted]
            change_files(folder, {path: wanted[path] for path in changed}, removed)
    except OSError as error:
        raise UsageError(f"cannot write {called}: {error.strerror or error}") from error
    return Written(tuple(sorted(changed)), tuple(sorted(removed)))


def _caught_between(called: str) -> str:
    return (
        f"{called} is neither old nor new: a run was killed while it wrote. `cutpoint baseline update` finishes that; "
        f"or restore the folder from git, and remove {called}/{PENDING}"
    )


def _is_ledger(path: str) -> bool:
    return path.endswith(SUFFIX)


def _ledgers_in(folder: str) -> Iterator[str]:
    """Path below *folder*, with `/`, of every ledger, links to folders not followed."""
    for here, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if _is_ledger(name):
                yield os.path.relpath(os.path.join(here, name), folder).replace(os.sep, "/")


def _read_texts(folder: str, called: str) -> tuple[dict[str, str], list[str]]:
    texts: dict[str, str] = {}
    mistakes: list[str] = []
    if os.path.lexists(folder) and not os.path.isdir(folder):
        mistakes.append(f"{called} is not a folder: a baseline is a folder of ledgers; name another with --baseline")
    for path in _ledgers_in(folder):
        try:
            data = read_inside(folder, path, _LARGEST_LEDGER)
            texts[path] = data.decode("utf-8-sig").replace("\r\n", "\n")
        except OSError as error:
            mistakes.append(f"{called}/{path} cannot be read: {error.strerror or error}")
        except UnicodeDecodeError as error:
            mistakes.append(f"{called}/{path} is not UTF-8 (byte {error.start}): restore it from git")
    return texts, mistakes


def _differs(folder: str, path: str, text: str) -> bool:
    try:
        return read_inside(folder, path, _LARGEST_LEDGER) != text.encode()
    except OSError:
        return True
