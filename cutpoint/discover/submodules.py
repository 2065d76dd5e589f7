"""The root → submodules of git that belong below it and are not checked out: nobody has read what lies in them."""

import os
import re

from cutpoint.discover.small_files import read_small_text
from cutpoint.domain.source import BlindSpot

_PATH = re.compile(r'^\s*path\s*=\s*"?([^"\n]+?)"?\s*$', re.MULTILINE)


def absent_submodules(root: str) -> tuple[BlindSpot, ...]:
    """One for each that `.gitmodules` names and whose folder is empty or isn't there; sorted."""
    top, prefix = _work_tree(root)
    said = read_small_text(os.path.join(top, ".gitmodules")) if top else None
    paths = {path.rstrip("/") for path in _PATH.findall(said or "")}
    return tuple(
        BlindSpot(
            path.removeprefix(prefix), 0, "absent-submodule", "it is not checked out: git submodule update --init"
        )
        for path in sorted(paths)
        if path.startswith(prefix) and _is_plain(path) and _is_empty(os.path.join(top, path))
    )


def _work_tree(root: str) -> tuple[str, str]:
    """The folder around *root* that git works in, and what leads from there to *root*; empty where there is none."""
    folder, prefix = root, ""
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent, name = os.path.split(folder)
        if parent == folder:
            return "", ""
        folder, prefix = parent, f"{name}/{prefix}"
    return folder, prefix


def _is_plain(path: str) -> bool:
    return os.path.normpath(path) == path and not path.startswith(("/", ".."))


def _is_empty(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        # A file, a folder that the walk speaks of, or a name that no file can have.
        return False
