"""A Revision goes in, what git lists of it comes out: the entries below the analyzed folder, and the ignore files above."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from cutpoint.domain.errors import UsageError
from cutpoint.domain.revision import Revision
from cutpoint.unpack.git import git

_IGNORE_FILE = ".gitignore"
_LINK = "120000"


class Entry(NamedTuple):
    """A line of a tree: a file, a link, the commit of a submodule, or a folder."""

    path: str
    """Relative to the folder that was listed; bytes that are no UTF-8 are kept as surrogates."""
    kind: str
    """`blob`, `commit` or `tree`."""
    mode: str
    hash: str

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link, whose content is where it leads."""
        return self.mode == _LINK

    @property
    def is_file(self) -> bool:
        """Whether it is a file with content of its own."""
        return self.kind == "blob" and not self.is_link


class Listing(NamedTuple):
    """The analyzed folder in a revision."""

    tree: str
    """The hash of its tree."""
    entries: tuple[Entry, ...]
    """Files, links and submodules below it, in git's order."""
    above: tuple[Entry, ...]
    """Ignore files of the folders above it, outermost first, relative to the top of the repository."""


def listing_of(revision: Revision) -> Listing:
    """What *revision* holds below its prefix; raises UsageError when the folder wasn't there yet."""
    tree, folder = revision.tree, ""
    above: list[Entry] = []
    for name in revision.prefix.split("/")[:-1]:
        # Level by level: a name may hold what would have a meaning in `tree:path`.
        inside = {entry.path: entry for entry in _entries(revision.top, tree)}
        ignore_file = inside.get(_IGNORE_FILE)
        if ignore_file is not None and ignore_file.is_file:
            above.append(ignore_file._replace(path=folder + _IGNORE_FILE))
        folder += f"{name}/"
        below = inside.get(name)
        if below is None or below.kind != "tree":
            raise UsageError(
                f"there is no folder {folder} in {revision.name} of the repository {revision.top}. "
                "Give a revision that has it, or analyze the folder above it."
            )
        tree = below.hash
    return Listing(tree, entries_of(revision.top, tree), tuple(above))


def entries_of(repository: str, tree: str) -> tuple[Entry, ...]:
    """All files, links and submodules below the *tree* (or commit) with this hash."""
    return tuple(_entries(repository, tree, "-r"))


def _entries(repository: str, tree: str, *options: str) -> Iterator[Entry]:
    for line in git(repository, "ls-tree", "-z", "--full-tree", *options, tree).split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, kind, name = about.decode().split(" ")
        yield Entry(os.fsdecode(path), kind, mode, name)
