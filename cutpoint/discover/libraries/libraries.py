"""Project → its Libraries: which releases were read, whether they fit its pins, and which aren't there."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cutpoint.discover.libraries.bounds import Bound
from cutpoint.discover.libraries.builds import builds_of, contradictions
from cutpoint.discover.libraries.distributions import Distribution, distributions_in
from cutpoint.discover.libraries.pins import Bounds, bounds_of
from cutpoint.discover.libraries.releases import release_of_files
from cutpoint.domain.library import Absent, Libraries, Library, Pin
from cutpoint.domain.project import Project
from cutpoint.domain.source import BlindSpot

# Bounds of the interpreter stand among those of libraries.
_PYTHON = "python"


class FoundLibraries(NamedTuple):
    """Libraries, what of them could not be read, and the paths outside the project that this depends on."""

    libraries: Libraries
    blind_spots: tuple[BlindSpot, ...]
    looked_at: tuple[str, ...]


def libraries_of(project: Project) -> FoundLibraries:
    """What lies in the packages folders of *project*, held against what its own files ask for."""
    paths = [path for path, _ in project.pin_files]
    bounds, spots = bounds_of(project.root, paths)
    distributions, unread, looked_at = distributions_in(project.packages)
    by_key: defaultdict[str, list[Distribution]] = defaultdict(list)
    for distribution in distributions:
        by_key[distribution.key].append(distribution)
    read: list[Library] = []
    further: list[BlindSpot] = []
    for key, releases in sorted(by_key.items()):
        read.append(_library(releases, bounds.get(key, ()), further))
    builds = builds_of(distributions)
    further += contradictions(builds, project.packages, bounds.get(_PYTHON, ()))
    libraries = Libraries(tuple(read), _absent(bounds, by_key), builds, tuple(paths))
    return FoundLibraries(libraries, (*spots, *unread, *further), looked_at)


def _library(releases: list[Distribution], bounds: tuple[Bound, ...], spots: list[BlindSpot]) -> Library:
    # Folders are searched in their order.
    here = [release for release in releases if release.folder == releases[0].folder]
    chosen: Distribution | None = here[0]
    if len({release.version for release in here}) > 1:
        chosen = release_of_files(here)
        versions = " and ".join(str(release.version) for release in here)
        whose = f"the files are those of {chosen.version}" if chosen else "whose files these are isn't told"
        reason = f"{here[0].name} is here in the releases {versions}; {whose}"
        spots.append(BlindSpot(here[-1].metadata, 0, "several-releases", reason))
    elsewhere = [release for release in releases if release.folder != here[0].folder]
    if any(release.version != here[0].version for release in elsewhere):
        reason = f"{here[0].name} {elsewhere[0].version} lies behind {here[0].version}, which is read: its folder comes first"
        spots.append(BlindSpot(elsewhere[0].metadata, 0, "several-releases", reason))
    version = chosen.version if chosen else None
    pin, fits = _held_against(version, bounds)
    return Library(here[0].name, version, pin, fits)


def _held_against(version: str | None, bounds: tuple[Bound, ...]) -> tuple[Pin | None, bool | None]:
    """The bound that allows *version*, else the first; markers decide between several, and aren't asked."""
    if not bounds:
        return None, None
    answers = [(bound.allows(version), bound) for bound in bounds]
    for wanted in (True, None, False):
        for answer, bound in answers:
            if answer is wanted:
                return bound.pin, answer
    return bounds[0].pin, None


def _absent(bounds: Bounds, present: Iterable[str]) -> tuple[Absent, ...]:
    there = {_PYTHON, *present}
    return tuple(Absent(bounds[name][0].pin) for name in sorted(bounds) if name not in there)
