"""A Revision goes in, the repositories that its files lie in come out: its own, and those of submodules that are there."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from cutpoint.domain.errors import UsageError
from cutpoint.domain.revision import Revision
from cutpoint.unpack.git import git
from cutpoint.unpack.listing import Entry, Listing, entries_of
from cutpoint.unpack.objects import not_fetched
from cutpoint.unpack.paths import is_hostile

Blind: TypeAlias = Callable[[str, str, str], None]
"""Takes note of a blind spot: path, kind, reason."""


class Part(NamedTuple):
    """What one repository gives."""

    repository: str
    """A folder in it."""
    entries: list[Entry]
    """Files and links, with paths relative to the analyzed folder."""
    missing: frozenset[str]
    """Hashes of what a partial clone has left on its server."""


def parts_of(revision: Revision, listing: Listing, blind: Blind) -> list[Part]:
    """All parts of the *listing* of *revision*, its own repository first; hostile paths are left out."""
    home = os.path.join(revision.top, revision.prefix)
    missing = not_fetched(revision.top, listing.tree)
    return list(_parts(revision.top, home, "", listing.entries, missing, blind))


def _parts(
    repository: str, home: str, start: str, entries: Iterable[Entry], missing: frozenset[str], blind: Blind
) -> Iterator[Part]:
    """*repository* itself, whose *entries* lie below *start*, and the submodules below it."""
    own: list[Entry] = []
    submodules: list[Entry] = []
    for entry in entries:
        placed = entry._replace(path=start + entry.path)
        if is_hostile(placed.path):
            blind(
                placed.path, "hostile-path", "its path leads out of the tree, or into the inner works of a repository"
            )
        else:
            (submodules if entry.kind == "commit" else own).append(placed)
    yield Part(repository, own, missing)
    for submodule in submodules:
        folder = os.path.join(home, submodule.path)
        try:
            _refuse_other_repository(folder)
            below = entries_of(folder, submodule.hash)
            absent = not_fetched(folder, submodule.hash)
        except UsageError as error:
            blind(submodule.path, "missing-submodule", f"its earlier state cannot be read: {error}")
        else:
            yield from _parts(folder, home, f"{submodule.path}/", below, absent, blind)


def _refuse_other_repository(folder: str) -> None:
    """Raise UsageError unless *folder* is the top of a repository of its own: no link, no part of one around it."""
    if os.path.lexists(os.path.join(folder, ".git")):
        top = os.fsdecode(git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n"))
        parent, name = os.path.split(folder)
        if os.path.realpath(top) == os.path.join(os.path.realpath(parent), name):
            return
    raise UsageError("it is not checked out here: git submodule update --init")
