"""Tags of wheels and names of folders → what was built for which Python and platform, and what contradicts what."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from packaging.specifiers import SpecifierSet

from cutpoint.discover.libraries.bounds import Bound
from cutpoint.discover.libraries.distributions import Distribution
from cutpoint.domain.library import Build
from cutpoint.domain.source import BlindSpot

_TAG = re.compile(r"([a-z]+)(\d)(\d*)")
_FOLDER = re.compile(r"(?:^|[/\\])python(3\.\d+)(?:[/\\]|$)")
_FAMILIES = ("win", "macosx", "manylinux", "musllinux", "linux")


def builds_of(distributions: Iterable[Distribution]) -> tuple[Build, ...]:
    """What compiled parts were built for, sorted; code in Python alone is for all."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for distribution in distributions:
        # A wheel may name several platforms that are one and the same; the first will do.
        tags = [tag.split("-") for tag in distribution.tags if not tag.endswith("-none-any")]
        if tags and len(tags[0]) == 3:
            python, abi, platform = tags[0]
            found["abi3" if abi == "abi3" else python, platform].add(distribution.name)
    return tuple(Build(python, platform, tuple(sorted(names))) for (python, platform), names in sorted(found.items()))


def contradictions(builds: Iterable[Build], folders: Iterable[str], asked: Iterable[Bound]) -> Iterator[BlindSpot]:
    """Where *builds* and the names of *folders* can't be of one Python and one platform, nor of the one *asked* for."""
    built = list(builds)
    pythons = {_version(build.python): f"parts of {build.libraries[0]}" for build in built}
    everything = {**pythons, **{match[1]: "the name of a folder" for match in map(_FOLDER.search, folders) if match}}
    everything.pop("", None)
    if len(everything) > 1:
        each = ", ".join(f"{version} ({everything[version]})" for version in sorted(everything, key=_numbers))
        reason = f"what is installed is for more than one Python: {each}; code in Python is read all the same"
        yield BlindSpot("--packages", 0, "packages-of-another-python", reason)
    platforms = {_family(build.platform): build for build in built if build.platform != "any"}
    if len(platforms) > 1:
        each = ", ".join(f"{build.platform} ({build.libraries[0]})" for _, build in sorted(platforms.items()))
        reason = (
            f"parts of what is installed are for more than one platform: {each}; code in Python is read all the same"
        )
        yield BlindSpot("--packages", 0, "packages-of-another-python", reason)
    for bound in asked:
        for version in sorted(everything, key=_numbers):
            if not _may_be(bound.allowed, version):
                reason = (
                    f"the project asks for Python {bound.pin.text}, and {everything[version]} is for {version}; "
                    "code in Python is read all the same"
                )
                yield BlindSpot(bound.pin.path, bound.pin.line, "packages-of-another-python", reason)


def _may_be(allowed: tuple[SpecifierSet, ...] | None, version: str) -> bool:
    """Whether some release of Python *version*, such as `3.8`, is allowed."""
    if allowed is None:
        return True
    releases = [f"{version}.{patch}" for patch in range(40)]
    return any(next(iter(each.filter(releases)), None) is not None for each in allowed)


def _version(python: str) -> str:
    found = _TAG.fullmatch(python)
    return f"{found[2]}.{found[3]}" if found and found[1] in {"cp", "pp"} and found[3] else ""


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _family(platform: str) -> str:
    found = next((family for family in _FAMILIES if platform.startswith(family)), platform)
    return "linux" if found.endswith("linux") else found
