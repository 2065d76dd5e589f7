"""One requirement as a text → the releases that it allows, as far as it can be understood."""

import re
from enum import IntEnum
from typing import NamedTuple

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from cutpoint.domain.library import Pin

LONGEST = 10_000
"""Characters of a requirement: longer ones are none, and patterns take their time with them."""
_NAMED = re.compile(r"\s*[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]*\])?\s*")
_CREDENTIALS = re.compile(r"(?<=//)[^/@\s]*@")


class Rank(IntEnum):
    """How much a statement about a release counts: the lowest wins."""

    LOCK = 0
    EXACT = 1
    RANGE = 2
    NAME = 3


class Bound(NamedTuple):
    """What one line of one file says about a library."""

    pin: Pin
    rank: Rank
    allowed: tuple[SpecifierSet, ...] | None
    """Any of which a release has to keep to; None where they can't be told, as for an address."""

    def allows(self, version: str | None) -> bool | None:
        """Whether *version* is one of these releases; None where that can't be said."""
        if version is None or self.allowed is None:
            return None
        try:
            parsed = Version(version)
        except InvalidVersion:
            # What was released before versions had a form is still what its own name says.
            return True if any(str(each) in {f"=={version}", f"==={version}"} for each in self.allowed) else None
        return any(each.contains(parsed, prereleases=True) for each in self.allowed)


def bound_of_requirement(text: str, path: str, line: int) -> Bound:
    """The bound of a requirement as in PEP 508: `Django[argon2]>=4.2,<5 ; python_version >= "3.9"`.

    Markers are not asked: which Python and platform they will meet isn't known. Raises ValueError for what is none.
    """
    if len(text) > LONGEST:
        raise ValueError(f"it is longer than {LONGEST:,} characters")
    try:
        requirement = Requirement(text)
    except (InvalidRequirement, InvalidSpecifier, RecursionError) as error:
        raise ValueError(str(error).partition("\n")[0] or "it is no requirement") from None
    name = canonicalize_name(requirement.name)
    if requirement.url is not None:
        return address_bound(name, requirement.url, path, line)
    named = _NAMED.match(text)
    written = text[named.end() if named else 0 :].partition(";")[0].strip().removeprefix("(").removesuffix(")")
    return _ranked(Pin(name, " ".join(written.split()), path, line), (requirement.specifier,))


def address_bound(name: str, address: str, path: str, line: int) -> Bound:
    """The bound of a library that is taken from an *address*, which is shown without a user's name and password."""
    shown = _CREDENTIALS.sub("", address.strip())[:200]
    return Bound(Pin(canonicalize_name(name), f"@ {shown}", path, line), Rank.EXACT, None)


def locked_bound(name: str, version: str, path: str, line: int) -> Bound:
    """The bound of one *version* in a lock file."""
    pin = Pin(canonicalize_name(name), f"=={version}", path, line)
    try:
        return Bound(pin, Rank.LOCK, (SpecifierSet(f"=={version}"),))
    except InvalidSpecifier:
        return Bound(pin, Rank.LOCK, None)


def range_bound(name: str, text: str, allowed: tuple[SpecifierSet, ...] | None, path: str, line: int) -> Bound:
    """The bound of what allows the releases *allowed*, written as *text*."""
    return _ranked(Pin(canonicalize_name(name), "" if text == "*" else text, path, line), allowed)


def _ranked(pin: Pin, allowed: tuple[SpecifierSet, ...] | None) -> Bound:
    if not pin.text:
        return Bound(pin, Rank.NAME, allowed)
    return Bound(pin, Rank.EXACT if allowed and all(map(_is_exact, allowed)) else Rank.RANGE, allowed)


def _is_exact(allowed: SpecifierSet) -> bool:
    return any(each.operator in {"==", "==="} and not each.version.endswith(".*") for each in allowed)
