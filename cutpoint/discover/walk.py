"""A root folder goes in, its Python files and what could not be walked come out."""

import os
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import NamedTuple

import msgspec

from cutpoint.discover.ignore import IgnoreLevel, IgnoreLevels, is_ignored, level_of_folder
from cutpoint.discover.links import Link, Links
from cutpoint.discover.template_files import is_template
from cutpoint.domain.source import BlindSpot, Role, SourceFile

_NEVER_ENTERED = frozenset({"node_modules", "__pycache__", "site-packages"})


class Tree(msgspec.Struct, frozen=True):
    """What a walk found."""

    files: tuple[SourceFile, ...]
    """Sorted by path."""
    virtualenvs: tuple[str, ...]
    """Virtual environments that were met and not entered, relative to the root, sorted."""
    bundled: tuple[str, ...]
    """Folders of installed packages that were met and not entered, relative to the root, sorted."""
    blind_spots: tuple[BlindSpot, ...]
    ignored: int
    """Files and folders that were left out because of ignore patterns."""
    templates: tuple[SourceFile, ...] = ()
    """Sorted by path."""


class _Folder(NamedTuple):
    path: str
    location: str
    real: str
    levels: IgnoreLevels


class Walker:
    """A walk of one tree; `.gitignore` files are read on the way unless told otherwise.

    Hidden folders and files, `node_modules`, `__pycache__`, `site-packages`, `*.egg-info`, virtual environments and
    folders below the root that pip has filled are never entered. Links are followed last, so that what they lead to keeps its own path when it has one inside the root.
    """

    def __init__(
        self,
        root: str,
        role_of: Callable[[str], Role],
        above: IgnoreLevels = (),
        exclude: IgnoreLevel | None = None,
        reads_gitignore: bool = True,
    ) -> None:
        """Prepare the walk of the absolute path *root*; *exclude* has the last word over every `.gitignore`."""
        self._root = root
        self._real_root = os.path.realpath(root)
        self._role_of = role_of
        self._above = above
        self._exclude = exclude
        self._reads_gitignore = reads_gitignore
        self._files: list[SourceFile] = []
        self._templates: list[SourceFile] = []
        self._virtualenvs: list[str] = []
        self._bundled: list[str] = []
        self._blind_spots: list[BlindSpot] = []
        self._ignored = 0
        self._stack: list[_Folder] = []
        self._links = Links(self._real_root)

    def walk(self) -> Tree:
        """Walk now, once."""
        self._stack.append(_Folder("", self._root, self._real_root, self._above))
        self._walk_stack()
        for link in self._links.in_order():
            self._follow(link)
            self._walk_stack()
        return Tree(
            files=tuple(sorted(self._files, key=attrgetter("path"))),
            virtualenvs=tuple(sorted(self._virtualenvs)),
            bundled=tuple(sorted(self._bundled)),
            blind_spots=tuple(sorted(self._blind_spots)),
            ignored=self._ignored,
            templates=tuple(sorted(self._templates, key=attrgetter("path"))),
        )

    def _walk_stack(self) -> None:
        while self._stack:
            folder = self._stack.pop()
            if not self._links.visit(folder.real):
                continue
            try:
                with os.scandir(folder.location) as scan:
                    entries = list(scan)
            except OSError as error:
                reason = f"the folder cannot be listed: {error.strerror}"
                self._blind_spots.append(BlindSpot(folder.path or ".", 0, "unreadable-folder", reason))
                continue
            self._read_folder(folder, entries)

    def _read_folder(self, folder: _Folder, entries: list[os.DirEntry[str]]) -> None:
        names = {entry.name for entry in entries}
        if folder.path and _is_virtualenv(folder.location, names):
            self._virtualenvs.append(folder.path)
            return
        if folder.path and _is_filled_by_pip(folder.location, names):
            self._bundled.append(folder.path)
            return
        levels = folder.levels
        if self._reads_gitignore and ".gitignore" in names:
            level = level_of_folder(folder.location, folder.path)
            if level is not None:
                levels = (*levels, level)
        folder = folder._replace(levels=levels)
        asked = levels if self._exclude is None else (*levels, self._exclude)
        start = f"{folder.path}/" if folder.path else ""
        for entry in entries:
            try:
                self._read_entry(entry, start + entry.name, folder, asked)
            except OSError as error:
                reason = f"it vanished or cannot be looked at: {error.strerror}"
                self._blind_spots.append(BlindSpot(start + entry.name, 0, "unreadable-file", reason))

    def _read_entry(self, entry: os.DirEntry[str], path: str, folder: _Folder, asked: IgnoreLevels) -> None:
        name = entry.name
        if name.startswith("."):
            return
        is_link, is_folder = entry.is_symlink(), entry.is_dir(follow_symlinks=False)
        is_python = name.endswith(".py")
        if not (is_link or is_folder or is_python):
            if is_template(path) and name.isascii() and not _is_ignored(asked, path, name, is_folder):
                self._add_template(path, entry)
            return
        if _is_never_entered(name):
            return
        if not name.isascii() and not _is_text(name):
            shown = os.fsencode(path).decode("utf-8", "backslashreplace")
            self._blind_spots.append(BlindSpot(shown, 0, "unreadable-name", "its name is not valid UTF-8"))
        elif is_link:
            self._links.add(Link(path, entry.path, folder.real, asked, folder.levels))
        elif _is_ignored(asked, path, name, is_folder):
            self._ignored += 1
        elif is_folder:
            self._stack.append(_Folder(path, entry.path, f"{folder.real}/{name}", folder.levels))
        elif entry.is_file(follow_symlinks=False):
            self._add_file(path, entry.path, entry.stat(follow_symlinks=False))
        else:
            self._blind_spots.append(_not_a_file(path))

    def _follow(self, link: Link) -> None:
        target = self._links.target_of(link)
        if target is None:
            return
        if isinstance(target, BlindSpot):
            if not _is_ignored(link.levels, link.path, link.name, False):
                self._blind_spots.append(target)
        elif _is_ignored(link.levels, link.path, link.name, target.is_folder):
            self._ignored += 1
        elif target.is_folder:
            self._stack.append(_Folder(link.path, link.location, target.real, link.levels_below))
        elif target.is_file:
            self._add_file(link.path, target.real, target.status)
        else:
            self._blind_spots.append(_not_a_file(link.path))

    def _add_template(self, path: str, entry: os.DirEntry[str]) -> None:
        if entry.is_file(follow_symlinks=False):
            status = entry.stat(follow_symlinks=False)
            file = SourceFile(path, entry.path, status.st_size, status.st_mtime_ns, Role.TEMPLATE)
            self._templates.append(file)

    def _add_file(self, path: str, location: str, status: os.stat_result) -> None:
        role = self._role_of(path)
        self._files.append(SourceFile(path, location, status.st_size, status.st_mtime_ns, role))


def _is_ignored(levels: IgnoreLevels, path: str, name: str, is_folder: bool) -> bool:
    if not levels:
        return False
    return is_ignored(levels, f"{path}/", f"{name}/") if is_folder else is_ignored(levels, path, name)


def _is_never_entered(name: str) -> bool:
    return name in _NEVER_ENTERED or name.endswith(".egg-info")


def _is_virtualenv(location: str, names: Iterable[str]) -> bool:
    if "pyvenv.cfg" in names or "conda-meta" in names:
        return True
    # Virtual environments made before 2020 have no pyvenv.cfg.
    return "bin" in names and "lib" in names and os.path.isfile(os.path.join(location, "bin", "activate"))


def _is_filled_by_pip(location: str, names: Iterable[str]) -> bool:
    """Whether packages were installed right into this folder, as `pip install --target` does to ship them along.

    A root is never asked: an unpacked wheel says the same of itself. Nor is a folder that also holds the project.
    """
    if "manage.py" in names:
        return False
    return any(name.endswith(".dist-info") and os.path.isfile(os.path.join(location, name, "RECORD")) for name in names)


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _not_a_file(path: str) -> BlindSpot:
    return BlindSpot(path, 0, "not-a-file", "a pipe, socket or device with the name of a Python file")
