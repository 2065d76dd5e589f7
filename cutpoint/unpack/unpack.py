"""A Revision goes in, its files below an empty folder come out, and what is missing of them."""

import os
from collections.abc import Callable, Iterator

import msgspec

from cutpoint.domain.revision import Revision
from cutpoint.domain.source import BlindSpot
from cutpoint.unpack.links import Links
from cutpoint.unpack.listing import Entry, listing_of
from cutpoint.unpack.objects import contents
from cutpoint.unpack.parts import Part, parts_of
from cutpoint.unpack.writer import Writer


class Unpacked(msgspec.Struct, frozen=True):
    """Where the files of a revision lie for a while."""

    root: str
    """The analyzed folder; the ignore files above it lie above it."""
    blind_spots: tuple[BlindSpot, ...]
    """Sorted."""
    is_lasting: bool
    """Whether the revision alone decided, and neither what is missing in this clone nor where links lead out of it."""


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
    parts = parts_of(revision, listing, writer.blind)
    links = Links(os.path.join(revision.top, revision.prefix), os.path.join(folder, "outside"))
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


def _read(part: Part, entries: list[Entry], writer: Writer) -> Iterator[tuple[Entry, bytes]]:
    there = [entry for entry in entries if entry.hash not in part.missing]
    read = contents(part.repository, [entry.hash for entry in there])
    for entry in entries:
        content = None if entry.hash in part.missing else next(read)
        if content is None:
            writer.blind(
                entry.path,
                "missing-object",
                "this clone lacks it, and cutpoint fetches nothing: git fetch --refetch --no-filter",
            )
        else:
            yield entry, content
