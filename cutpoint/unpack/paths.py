"""Paths as a tree of git spells them go in, whether they may be written comes out."""

import os

_GIT_FOLDER = frozenset({".git", "git~1"})


def is_hostile(path: str) -> bool:
    """Whether *path* would lead out of the folder that it is relative to, or into a repository's inner works."""
    return any(_is_hostile_name(name) for name in path.split("/"))


def _is_hostile_name(name: str) -> bool:
    if name in {"", ".", ".."} or "\0" in name:
        return True
    # Some file systems take no notice of case, of dots and spaces at the end, or know a short name.
    if name.rstrip(". ").casefold() in _GIT_FOLDER:
        return True
    return os.sep != "/" and any(letter in name for letter in (os.sep, ":"))
