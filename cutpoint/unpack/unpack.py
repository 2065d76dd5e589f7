"""A Revision goes in, its files below an empty folder come out, and what is missing of them."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from cutpoint.domain.errors import UsageError
from cutpoint.domain.revision import Revision
from cutpoint.domain.source import BlindSpot
from cutpoint.unpack.git import git
from cutpoint.unpack.links import Links
from cutpoint.unpack.listing import Entry, entries_of, listing_of
from cutpoint.unpack.objects import contents, not_fetched
from cutpoint.unpack.writer import Writer


class Unpacked(msgspec.Struct, frozen=True):
    """Where the files of a revision lie for a while."""

    root: str
    """The analyzed folder; the ignore files above it lie above it."""
    blind_spots: tuple[BlindSpot, ...]
    """Sorted."""
    is_lasting: bool
    """Whether the revision alone decided, and neither what is missing in this clone nor where links lead out of it."""


class _Part(NamedTuple):
    """What one repository gives: the revision's own, or a submodule."""

    repository: str
    entries: list[Entry]
    """With paths relative to the analyzed folder."""
    missing: frozenset[str]


def unpack(revision: Revision, folder: str, is_wanted: Callable[[str], bool]) -> Unpacked:
    """Write the files of *revision* below the empty *folder* for whose paths *is_wanted*, and what links lead to.

    Raises UsageError when the analyzed folder wasn't there yet, or when git can't read the repository.
    """
    listing = listing_of(revision)
    top = os.path.join(folder, "tree")
    root = os.path.join(top, revision.prefix).rstrip("/")
    os.makedirs(root)
    # Whoever looks for ignore files above the root stops here, as in the repository.
    os.makedirs(os.path.join(top, ".git"))
    above = Writer(top)
    for entry, content in zip(listing.above, contents(revision.top, [e.hash for e in listing.above]), strict=True):
        if content is not None:
            above.write(entry.path, content)
    writer = Writer(root)
    home = os.path.join(revision.top, revision.prefix)
    missing = not_fetched(revision.top, listing.tree)
    parts = list(_parts(revision.top, home, "", listing.entries, missing, writer))
    links = Links(home, os.path.join(folder, "outside"))
    for part in parts:
        for entry, content in _read(part, [entry for entry in part.entries if entry.is_link], writer):
            links.add(entry.path, os.fsdecode(content))
    targets = links.targets()
    for part in parts:
        writer.make_folders(entry.path for entry in part.entries)
        files = [e for e in part.entries if e.is_file and (is_wanted(e.path) or e.path in targets)]
        for entry, content in _read(part, files, writer):
            writer.write(entry.path, content)
    for path, to in links.recreated():
        writer.link(path, to)
    spots = (*above.blind_spots, *writer.blind_spots)
    is_lasting = not links.leads_out and not any(spot.kind != "hostile-path" for spot in spots)
    return Unpacked(root, tuple(sorted(set(spots))), is_lasting)


def _parts(
    repository: str, home: str, start: str, entries: Iterable[Entry], missing: frozenset[str], writer: Writer
) -> Iterator[_Part]:
    """*repository* itself, whose *entries* lie below *start*, and the submodules below it."""
    own: list[Entry] = []
    submodules: list[Entry] = []
    for entry in entries:
        placed = entry._replace(path=start + entry.path)
        if writer.accepts(placed.path):
            (submodules if entry.kind == "commit" else own).append(placed)
    yield _Part(repository, own, missing)
    for submodule in submodules:
        folder = os.path.join(home, submodule.path)
        try:
            _refuse_other_repository(folder)
            below = entries_of(folder, submodule.hash)
            absent = not_fetched(folder, submodule.hash)
        except UsageError as error:
            writer.blind(submodule.path, "missing-submodule", f"its earlier state cannot be read: {error}")
        else:
            yield from _parts(folder, home, f"{submodule.path}/", below, absent, writer)


def _refuse_other_repository(folder: str) -> None:
    """Raise UsageError unless *folder* is the top of a repository of its own: no link, no part of one around it."""
    if os.path.lexists(os.path.join(folder, ".git")):
        top = os.fsdecode(git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n"))
        parent, name = os.path.split(folder)
        if os.path.realpath(top) == os.path.join(os.path.realpath(parent), name):
            return
    raise UsageError("it is not checked out here: git submodule update --init")


def _read(part: _Part, entries: list[Entry], writer: Writer) -> Iterator[tuple[Entry, bytes]]:
    there = [entry for entry in entries if entry.hash not in part.missing]
    read = contents(part.repository, [entry.hash for entry in there])
    for entry in entries:
        content = None if entry.hash in part.missing else next(read)
        if content is None:
            writer.blind(entry.path, "missing-object", "this clone does not hold what it was then")
        else:
            yield entry, content
