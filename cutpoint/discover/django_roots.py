"""The files of a tree go in, the folders that hold a manage.py come out."""

import os
from collections.abc import Iterable

from cutpoint.discover.small_files import read_small_text
from cutpoint.domain.source import SourceFile

_LARGEST = 64 * 1024
_DEEPEST_RENAMED = 2
"""Folders above a script that isn't named `manage.py` for it to be looked into."""

_STARTER = "execute_from_command_line"
_MANAGE_WORDS = (_STARTER, "DJANGO_SETTINGS_MODULE", "django", "__main__")


def django_roots_of(files: Iterable[SourceFile]) -> tuple[str, ...]:
    """Folders with a `manage.py`, or with a `*manage*.py` near the root that starts Django; `.` is the root itself.

    A `manage.py` of a project template isn't one: its path holds `{{` or `project_template`, or its text holds `{{`.
    """
    roots = set()
    for file in files:
        folder, _, name = file.path.rpartition("/")
        if "manage" in name and (folder or ".") not in roots and _starts_django(file, folder, name):
            roots.add(folder or ".")
    return tuple(sorted(roots))


def _starts_django(file: SourceFile, folder: str, name: str) -> bool:
    is_manage = name == "manage.py"
    depth = folder.count("/") + 1 if folder else 0
    if "{{" in folder or "project_template" in folder or file.size > _LARGEST:
        return False
    if not is_manage and depth > _DEEPEST_RENAMED:
        return False
    text = read_small_text(os.path.realpath(file.location), _LARGEST)
    if text is None or "{{" in text:
        return False
    if is_manage:
        # At the root, the name is proof enough; elsewhere a module may be called so for other reasons.
        return depth == 0 or any(word in text for word in _MANAGE_WORDS)
    return f"{_STARTER}(" in text
