"""What git remembers of single paths: the files of a revision by their paths, and the commit that touched one last."""

import datetime as dt
import os
from collections.abc import Callable

from cutpoint.domain.errors import UsageError
from cutpoint.domain.revision import Revision
from cutpoint.unpack.git import git
from cutpoint.unpack.listing import Entry, listing_of
from cutpoint.unpack.objects import contents
from cutpoint.unpack.parts import parts_of

_MOST_LINKS = 10


class Files:
    """The files of a revision, by their paths relative to the analyzed folder."""

    def __init__(self, revision: Revision) -> None:
        """List them, those of submodules too where they are there; raises UsageError when git can't."""
        self._found: dict[str, tuple[str, Entry]] = {}
        for repository, entries, missing in parts_of(revision, listing_of(revision), lambda *_spot: None):
            self._found.update((entry.path, (repository, entry)) for entry in entries if entry.hash not in missing)

    def hashes(self) -> dict[str, str]:
        """What git knows the content of each file by; links are left out."""
        return {path: entry.hash for path, (_, entry) in self._found.items() if entry.is_file}

    def content(self, path: str) -> bytes | None:
        """What the file at *path* held; None when there was none, or when this clone lacks it."""
        for _ in range(_MOST_LINKS):
            found = self._found.get(path)
            if found is None:
                return None
            repository, entry = found
            content = next(contents(repository, [entry.hash]))
            if not entry.is_link or content is None:
                return content
            path = os.path.normpath(os.path.join(os.path.dirname(path), os.fsdecode(content)))
        return None

    def contents(self, paths: list[str]) -> dict[str, bytes]:
        """What the files at *paths* held, without those of which that isn't known."""
        of_repository: dict[str, list[Entry]] = {}
        for path in paths:
            if path in self._found:
                repository, entry = self._found[path]
                of_repository.setdefault(repository, []).append(entry)
        return {
            entry.path: content
            for repository, entries in of_repository.items()
            for entry, content in zip(entries, contents(repository, [entry.hash for entry in entries]), strict=True)
            if content is not None
        }


def content_at(revision: Revision) -> Callable[[str], bytes | None]:
    """A function that gives the content of a file in *revision* by its path in reports; None for what it doesn't have."""
    return Files(revision).content


def last_commit_of(root: str, path: str) -> str | None:
    """The hash of the last commit that touched *path* (a file or folder, relative to *root*).

    None when no commit has, or when git can't tell. What isn't committed yet doesn't count, and in a shallow clone the
    oldest commit that is there stands for all before it.
    """
    try:
        return git(root, "rev-list", "--max-count=1", "HEAD", "--", path).decode().strip() or None
    except (UsageError, ValueError):
        # ValueError: a path with a NUL.
        return None


def is_cut_off(root: str, commit: str) -> bool:
    """Whether a shallow clone ends at *commit*: then it seems to have touched every file, and nobody knows which it did."""
    known = git(root, "rev-list", "--max-count=1", "--parents", commit).split()
    said = git(root, "cat-file", "commit", commit).partition(b"\n\n")[0]
    return len(known) == 1 and b"\nparent " in said


def commits_behind(root: str, count: int) -> tuple[tuple[str, str], ...]:
    """(day by UTC, hash) of *count* commits that HEAD came from, the oldest first, about as far apart from each other.

    Only first parents are followed: what the branch was, not what was merged into it. HEAD itself is not among them.
    Raises UsageError where git can't be asked.
    """
    lines = git(root, "rev-list", "--first-parent", "--timestamp", "HEAD").decode().split("\n")
    known = [tuple(line.split(" ", 1)) for line in lines if " " in line][1:]
    known.reverse()
    wanted = min(count, len(known))
    chosen = sorted({round(at * (len(known) - 1) / max(1, wanted - 1)) for at in range(wanted)}) if known else []
    return tuple((_day(int(known[at][0])), known[at][1].strip()) for at in chosen)


def _day(seconds: int) -> str:
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date().isoformat()
