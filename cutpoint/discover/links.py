"""Symbolic links of a tree: a link goes in, what it leads to (or why it isn't followed) comes out."""

import errno
import heapq
import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from cutpoint.discover.ignore import IgnoreLevels
from cutpoint.domain.source import BlindSpot

_NEVER_LED_INTO = frozenset({".git", "node_modules", "__pycache__", "site-packages"})


class Link(NamedTuple):
    """A symbolic link that a walk met, in the folder whose real path is *holder*."""

    path: str
    location: str
    holder: str
    levels: IgnoreLevels
    """Decide about the link itself."""
    levels_below: IgnoreLevels
    """Hold in the folder that it leads to."""

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]


class Target(NamedTuple):
    """What a link leads to, inside the root."""

    real: str
    status: os.stat_result

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return stat.S_ISDIR(self.status.st_mode)

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file."""
        return stat.S_ISREG(self.status.st_mode)


class Links:
    """The links that are still to follow, and the real folders that have been seen."""

    def __init__(self, real_root: str) -> None:
        """No link yet; none will be followed out of *real_root*."""
        self._real_root = real_root
        self._waiting: list[tuple[str, Link]] = []
        self._visited: set[str] = set()

    def visit(self, real: str) -> bool:
        """Note that the folder *real* is entered; False when it was before."""
        if real in self._visited:
            return False
        self._visited.add(real)
        return True

    def add(self, link: Link) -> None:
        """Follow *link* later."""
        heapq.heappush(self._waiting, (link.path, link))

    def in_order(self) -> Iterator[Link]:
        """Links by path, those included that are added meanwhile."""
        while self._waiting:
            yield heapq.heappop(self._waiting)[1]

    def target_of(self, link: Link) -> Target | BlindSpot | None:
        """Where *link* leads; None when that doesn't concern us."""
        is_python = link.name.endswith(".py")
        try:
            status = os.stat(link.location)
            real = os.path.realpath(link.location)
        except OSError as error:
            if error.errno == errno.ELOOP:
                return _spot(link, "symlink-loop", "the link leads back to itself")
            return _spot(link, "symlink-broken", "the link leads nowhere") if is_python else None
        target = Target(real, status)
        if not is_python and not target.is_folder:
            return None
        inside = os.path.relpath(real, self._real_root).split(os.sep)
        if inside[0] == os.pardir:
            return _spot(link, "symlink-outside", "the link leads out of the analyzed folder, so it is not followed")
        if not _NEVER_LED_INTO.isdisjoint(inside):
            return None
        if target.is_folder and real in self._visited:
            if f"{link.holder}/".startswith(f"{real}/"):
                return _spot(link, "symlink-loop", "the link leads to a folder around itself")
            reason = "the link leads to a folder that is read under its own path"
            return _spot(link, "symlink-duplicate", reason)
        return target


def _spot(link: Link, kind: str, reason: str) -> BlindSpot:
    return BlindSpot(link.path, 0, kind, reason)
