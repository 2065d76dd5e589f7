"""The files of a proposal ↔ the disk: what somebody edited by hand since is not overwritten unless it is asked for."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from cutpoint.disk.holding import held
from cutpoint.disk.reading import read_inside
from cutpoint.disk.replacing import replace_content, sweep
from cutpoint.domain.errors import UsageError

MANIFEST = "manifest.json"
"""Digests of what was written, by path: what differs was edited since."""
_MOST_NAMED = 5
_LARGEST = 256 << 20


class _Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal[1] = msgspec.field(name="cutpoint-proposal")
    files: dict[str, tuple[str, ...]]
    """Path → digest; while files are written, of what was there and of what is to be: either may lie there."""


class WrittenProposal(msgspec.Struct, frozen=True):
    """What writing a proposal did; paths below its folder, sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]
    """Proposed no more, but edited by hand, so they stay even when edits are to be overwritten."""


def write_proposal(files: Mapping[str, str], folder: str, called: str, *, force: bool) -> WrittenProposal:
    """Let *folder* hold *files*; what an earlier proposal wrote and this one doesn't is removed, unless it was edited.

    Raises UsageError when a file was edited by hand, unless *force*; when one is in the way that no proposal wrote; when a
    link leads out of the folder; and when something cannot be written. A run that is killed leaves files of which each
    is old or new, and the next one knows them all as its own.
    """
    wanted = {path: text.encode("utf-8", "backslashreplace") for path, text in files.items()}
    try:
        if not os.path.lexists(folder):
            os.makedirs(folder)
        with held(folder):
            return _write(wanted, folder, called, force=force)
    except OSError as error:
        raise UsageError(
            f"cannot write {called}: {error.strerror or error}; give another folder with --output"
        ) from error


def _write(wanted: Mapping[str, bytes], folder: str, called: str, *, force: bool) -> WrittenProposal:
    known = _manifest(folder, called)
    _refuse_links(folder, called, [*wanted, *known, MANIFEST])
    for inside in sorted({os.path.dirname(path) for path in (*wanted, *known)}):
        sweep(Path(folder, inside))
    there = {path: _content(folder, path) for path in {*wanted, *known}}
    edited = [
        path
        for path, data in there.items()
        if data not in {None, wanted.get(path)} and not _is_known(data, path, known)
    ]
    _refuse_edited(edited, known, called, force=force)
    changed = sorted(path for path, data in wanted.items() if there[path] != data)
    removed = sorted(
        path for path, data in there.items() if path not in wanted and data is not None and path not in edited
    )
    before = {path: known.get(path, ()) if path in edited else _digests(there[path]) for path in there}
    now = {path: _digests(data) for path, data in wanted.items()}
    if changed or removed:
        _replace(folder, MANIFEST, _encoded({path: (*before[path], *now.get(path, ())) for path in there}))
    for path in changed:
        _replace(folder, path, wanted[path])
    for path in removed:
        Path(folder, path).unlink(missing_ok=True)
    _replace(folder, MANIFEST, _encoded(now))
    unchanged = sorted(set(wanted).difference(changed))
    kept = sorted(path for path in edited if path not in wanted)
    return WrittenProposal(tuple(changed), tuple(removed), tuple(unchanged), tuple(kept))


def _refuse_edited(edited: Iterable[str], known: Mapping[str, object], called: str, *, force: bool) -> None:
    foreign = [path for path in edited if path not in known]
    if foreign:
        raise UsageError(
            f"in the way, and of no proposal: {_named(foreign, called)}; move it away, or give another folder with --output"
        )
    if edited and not force:
        raise UsageError(
            f"edited by hand since it was proposed: {_named(edited, called)}; "
            "give another folder with --output, or --force to overwrite"
        )


def _named(paths: Iterable[str], called: str) -> str:
    found = sorted(paths)
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return ", ".join(f"{called}/{path}" for path in found[:_MOST_NAMED]) + more


def _manifest(folder: str, called: str) -> dict[str, tuple[str, ...]]:
    data = _content(folder, MANIFEST)
    if data is None:
        if os.path.lexists(folder) and not os.path.isdir(folder):
            raise UsageError(f"{called} is not a folder: name one with --output")
        return {}
    try:
        found = msgspec.json.decode(data, type=_Manifest)
    except msgspec.DecodeError as error:
        raise UsageError(f"{called}/{MANIFEST} is no manifest of a proposal: {error}; give another folder") from error
    # What stands in the manifest may be anybody's words: it leads nowhere but down.
    return {path: digests for path, digests in found.files.items() if _is_below(path)}


def _encoded(files: Mapping[str, tuple[str, ...]]) -> bytes:
    manifest = _Manifest(1, dict(sorted(files.items())))
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def _is_below(path: str) -> bool:
    return not os.path.isabs(path) and ".." not in path.split("/") and "\\" not in path and bool(path)


def _refuse_links(folder: str, called: str, paths: list[str]) -> None:
    for path in paths:
        steps = path.split("/")
        for number in range(1, len(steps) + 1):
            here = os.path.join(folder, *steps[:number])
            if os.path.islink(here):
                raise UsageError(
                    f"{called}/{'/'.join(steps[:number])} is a link: proposals are written to where they are"
                )


def _is_known(data: bytes | None, path: str, known: Mapping[str, tuple[str, ...]]) -> bool:
    return not set(_digests(data)).isdisjoint(known.get(path, ()))


def _replace(folder: str, path: str, data: bytes) -> None:
    if _content(folder, path) != data:
        file = Path(folder, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_content(file, data)


def _content(folder: str, path: str) -> bytes | None:
    try:
        return read_inside(folder, path, _LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UsageError(f"cannot read {path} in {folder}: {error.strerror or error}") from error


def _digests(data: bytes | None) -> tuple[str, ...]:
    return () if data is None else (hashlib.blake2b(data, digest_size=16).hexdigest(),)
