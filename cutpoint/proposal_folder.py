"""The files of a proposal ↔ the disk: what somebody edited by hand since is not overwritten unless it is asked for."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from cutpoint.domain.errors import UsageError
from cutpoint.replacing import replace_content

MANIFEST = "manifest.json"
"""Digests of what was written, by path: what differs was edited since."""
_MOST_NAMED = 5


class WrittenProposal(msgspec.Struct, frozen=True):
    """What writing a proposal did; paths below its folder, sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]


def write_proposal(files: Mapping[str, str], folder: str, called: str, *, force: bool) -> WrittenProposal:
    """Let *folder* hold *files*; what an earlier proposal wrote and this one doesn't is removed.

    Raises UsageError when a file was edited by hand or is nobody's, unless *force*; when a link leads out of the folder;
    and when something cannot be written: then nothing was.
    """
    wanted = {path: text.encode("utf-8", "backslashreplace") for path, text in files.items()}
    known = _manifest(folder, called)
    _refuse_links(folder, called, [*wanted, *known, MANIFEST])
    edited = [path for path in (*wanted, *known) if _is_edited(folder, path, wanted.get(path), known.get(path))]
    if edited and not force:
        more = f" and {len(set(edited)) - _MOST_NAMED} more" if len(set(edited)) > _MOST_NAMED else ""
        raise UsageError(
            f"edited by hand since it was proposed: {', '.join(f'{called}/{path}' for path in sorted(set(edited))[:_MOST_NAMED])}{more}; "
            "give another folder with --output, or --force to overwrite"
        )
    changed = [path for path, data in wanted.items() if _content(folder, path) != data]
    removed = [path for path in known if path not in wanted and _content(folder, path) is not None]
    manifest = json.dumps({path: _digest(data) for path, data in sorted(wanted.items())}, indent=1) + "\n"
    try:
        for path in changed:
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_content(file, wanted[path])
        for path in removed:
            Path(folder, path).unlink()
        if _content(folder, MANIFEST) != manifest.encode():
            replace_content(Path(folder, MANIFEST), manifest.encode())
    except OSError as error:
        raise UsageError(
            f"cannot write {called}: {error.strerror or error}; give another folder with --output"
        ) from error
    return WrittenProposal(
        tuple(sorted(changed)), tuple(sorted(removed)), tuple(sorted(path for path in wanted if path not in changed))
    )


def _manifest(folder: str, called: str) -> dict[str, str]:
    data = _content(folder, MANIFEST)
    if data is None:
        if os.path.lexists(folder) and not os.path.isdir(folder):
            raise UsageError(f"{called} is not a folder: name one with --output")
        return {}
    try:
        found = msgspec.json.decode(data, type=dict[str, str])
    except msgspec.DecodeError as error:
        raise UsageError(f"{called}/{MANIFEST} is no manifest of a proposal: {error}; give another folder") from error
    # What stands in the manifest may be anybody's words: it leads nowhere but down.
    return {path: digest for path, digest in found.items() if _is_below(path)}


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


def _is_edited(folder: str, path: str, wanted: bytes | None, known: str | None) -> bool:
    """Whether the file differs from what was written and from what is to be written."""
    data = _content(folder, path)
    return data is not None and data != wanted and (known is None or _digest(data) != known)


def _content(folder: str, path: str) -> bytes | None:
    try:
        return Path(folder, path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UsageError(f"cannot read {path} in {folder}: {error.strerror or error}") from error


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
