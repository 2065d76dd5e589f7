"""Which paths of a tree are ignored: .gitignore files at every level, those above the root, and `exclude`."""

import os
from typing import NamedTuple

from cutpoint.discover.ignore_patterns import IgnorePatterns, read_patterns
from cutpoint.discover.small_files import read_small_text


class IgnoreLevel(NamedTuple):
    """The patterns of one folder; a path of the tree is seen from there as `prefix + path[skip:]`."""

    patterns: IgnorePatterns
    prefix: str = ""
    skip: int = 0


IgnoreLevels = tuple[IgnoreLevel, ...]
"""From the outermost folder to the innermost one, which has the last word."""


def is_ignored(levels: IgnoreLevels, path: str, name: str) -> bool:
    """Whether *path*, relative to the root, is ignored; folders and their *name* end with `/`."""
    for patterns, prefix, skip in reversed(levels):
        verdict = patterns.verdict(prefix + path[skip:], name)
        if verdict is not None:
            return verdict
    return False


def level_of_folder(location: str, path: str) -> IgnoreLevel | None:
    """The patterns of the .gitignore file in the folder at *location*, whose *path* is relative to the root."""
    patterns = _patterns_in(location)
    if patterns is None:
        return None
    return IgnoreLevel(patterns, skip=len(path) + 1 if path else 0)


def levels_above(root: str) -> IgnoreLevels:
    """What the .gitignore files above *root* say, up to the folder of the git work tree that *root* lies in.

    A pattern that ignores the root itself or a folder around it would hide everything that was asked for, so it
    doesn't count.
    """
    if os.path.lexists(os.path.join(root, ".git")):
        return ()
    levels: list[IgnoreLevel] = []
    folder, prefix = root, ""
    while True:
        parent, name = os.path.split(folder)
        if parent == folder:
            # No work tree around the root.
            return ()
        folder, prefix = parent, f"{name}/{prefix}"
        patterns = _patterns_in(folder)
        if patterns is not None:
            levels.append(IgnoreLevel(_without_those_on(patterns, prefix), prefix))
        if os.path.lexists(os.path.join(folder, ".git")):
            return tuple(reversed(levels))


def _patterns_in(folder: str) -> IgnorePatterns | None:
    text = read_small_text(os.path.join(folder, ".gitignore"))
    if not text:
        return None
    # Not splitlines(): a pattern may hold one of the other characters that end a line for Python.
    patterns, _ = read_patterns(line.removesuffix("\r") for line in text.split("\n"))
    return patterns if patterns.patterns else None


def _without_those_on(patterns: IgnorePatterns, prefix: str) -> IgnorePatterns:
    names = prefix.rstrip("/").split("/")
    around = [("/".join(names[: depth + 1]) + "/", f"{name}/") for depth, name in enumerate(names)]
    return IgnorePatterns(
        pattern
        for pattern in patterns.patterns
        if not (pattern.ignores and any(pattern.speaks_of(path, name) for path, name in around))
    )
