"""Symbolic links of a revision go in, links that lead to the same in an unpacked tree come out."""

import os
from collections.abc import Iterator


class Links:
    """Links below the folder *home*, which are made anew elsewhere.

    Whatever leads out of *home* leads into the folder *outside* instead: as far out, and nobody reads it there.
    """

    def __init__(self, home: str, outside: str) -> None:
        """Make *outside*, with one file."""
        self._home = home
        self._outside = outside
        self._links: dict[str, str] = {}
        self.leads_out = False
        """Whether any link leads out of *home*."""
        os.mkdir(outside)
        with open(os.path.join(outside, "file"), "xb"):
            pass

    def add(self, path: str, to: str) -> None:
        """The link at *path*, relative to home, with what it holds."""
        self._links[path] = to
        self.leads_out = self.leads_out or self._inside(path, to) is None

    def targets(self) -> frozenset[str]:
        """Paths below home to which links with names of Python files lead, at first and at last."""
        found: set[str] = set()
        for path in self._links:
            at: str | None = path if path.endswith(".py") else None
            while at in self._links:
                at = self._inside(at, self._links[at])
                if at is None or at in found:
                    break
                found.add(at)
        return frozenset(found)

    def recreated(self) -> Iterator[tuple[str, str]]:
        """(path, what it is to hold) of every link."""
        for path, to in self._links.items():
            inside = self._inside(path, to)
            if inside is None:
                yield path, self._stand_in(path, to)
            else:
                yield path, os.path.relpath(inside, os.path.dirname(path)) if os.path.isabs(to) else to

    def _inside(self, path: str, to: str) -> str | None:
        """Where the link leads, relative to home; None for out of it."""
        at = os.path.relpath(to, self._home) if os.path.isabs(to) else os.path.join(os.path.dirname(path), to)
        at = os.path.normpath(at)
        return None if at == os.pardir or at.startswith(os.pardir + os.sep) else at

    def _stand_in(self, path: str, to: str) -> str:
        real = os.path.join(self._home, os.path.dirname(path), to)
        if os.path.isdir(real):
            return self._outside
        return os.path.join(self._outside, "file" if os.path.exists(real) else "nothing")
