"""Dotted names -> files: of ours along the Python path, of theirs in packages folders, and in our stand-ins."""

import fnmatch
import os
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from cutpoint.domain.source import Found, Role, SourceFile

# What a project's own tests run with is whole; samples may be only a part.
_SAMPLES = (
    "testing",
    "test",
    "tests",
    "ci",
    "example",
    "sample",
    "template",
    "dist",
    "default",
    "defaults",
    "dev",
    "local",
)

WINS = "wins_over_source.txt"
"""Beside a stand-in that comes before the library's own source, module by module."""


class ModuleIndex:
    """All modules that the monolith could import, by name."""

    def __init__(
        self,
        files: Iterable[SourceFile],
        python_path: Sequence[str],
        packages: Sequence[str],
        stand_ins: str | None = None,
        minor: Iterable[str] = (),
        django_home: str | None = None,
    ) -> None:
        """Name *files* by the deepest entry of *python_path* (relative to the root, `.` for itself) around them.

        *minor* are those of its entries that only give second names, *django_home* is a packages folder of which only
        Django counts.
        """
        self._minor = set(minor)
        self.python_path = tuple(dict.fromkeys(python_path))
        self._packages = [(folder, "") for folder in packages]
        if django_home:
            # The rest of what lies there is cutpoint's own, and none of the project's.
            self._packages.append((django_home, "django"))
        if stand_ins:
            self._packages.append((stand_ins, ""))
        self._stand_ins = stand_ins
        self._django_home = django_home
        self.names: dict[str, str] = {}
        """Path of a file of ours -> its canonical module name."""
        self._ours: dict[str, Found] = {}
        self._folders: set[str] = set()
        self._outside: dict[str, Found | None] = {}
        self._listings: dict[str, dict[str, bool]] = {}
        self._files = {file.path: file for file in files}
        self._add_ours(list(self._files.values()))

    def find(self, name: str) -> Found | None:
        """The module called *name*, ours first; None when there is no source for it."""
        found = self._ours.get(name)
        if found is not None:
            return found
        if name in self._folders:
            return Found(name=name, file=None, is_package=True, ours=True)
        if name not in self._outside:
            self._outside[name] = self._find_outside(name)
        return self._outside[name]

    def stand_in_beside(self, name: str) -> Found | None:
        """What we say of the module *name* of a library whose own source is at hand; its name tells the two apart."""
        real = self.find(name)
        folder = self._stand_ins
        path = self._file_at(folder, name.replace(".", "/")) if folder and real and not real.ours else None
        file = _file_outside(f"{folder}/{path}", path) if path and real and not real.stand_in else None
        if file is None:
            return None
        is_package = file.path.endswith("/__init__.py")
        return Found(name=f"{name} (stand-in)", file=file, is_package=is_package, ours=False, stand_in=True)

    def consulted(self) -> list[str]:
        """Folders that were listed and files that were found outside the project: what answers depend on besides it."""
        files = [
            found.file.location for found in self._outside.values() if found is not None and found.file is not None
        ]
        return sorted({*self._listings, *files})

    def is_package(self, entry: str) -> bool:
        """Whether *entry* of the Python path is a package itself, so that what lies in it has two names."""
        return f"{entry}/__init__.py" in self._files

    def entry_of(self, name: str) -> str | None:
        """The entry of the Python path from which the module of ours called *name* is found by that name."""
        found = self._ours.get(name)
        if found is None or found.file is None:
            return None
        return next((entry for entry in self.python_path if _module_name(found.file.path, entry) == name), None)

    def is_ours(self, name: str) -> bool:
        """Whether *name* is a module or namespace package of ours."""
        return name in self._ours or name in self._folders

    def has_source_of_the_project(self, name: str) -> bool:
        """Whether *name* has source that is neither a stand-in nor of the Django that cutpoint brings along."""
        found = self.find(name)
        if found is None or found.stand_in:
            return False
        home = self._django_home
        return found.ours or not home or found.file is None or not found.file.location.startswith(f"{home}/")

    def top_level_is_ours(self, name: str) -> bool:
        """Whether the first part of the dotted *name* is of ours."""
        return self.is_ours(name.partition(".")[0])

    def children(self, name: str) -> list[tuple[str, bool]]:
        """(last part, is a package) of the modules of ours right inside the package *name*, sorted."""
        prefix = f"{name}." if name else ""
        inside = {
            (full[len(prefix) :], found.is_package)
            for full, found in self._ours.items()
            if full.startswith(prefix) and "." not in full[len(prefix) :]
        }
        return sorted(inside)

    def sample_of(self, name: str) -> str | None:
        """A module beside the missing *name* that shows what it would hold: `configuration_testing`, `local_sample`."""
        parent, _, last = name.rpartition(".")
        for suffix in _SAMPLES:
            for separator in ("_", "."):
                beside = f"{last}{separator}{suffix}"
                if self.is_ours(f"{parent}.{beside}" if parent else beside):
                    return f"{parent}.{beside}" if parent else beside
        return None

    def children_of_folder(self, folder: str) -> list[tuple[str, bool]]:
        """(stem, is a package) of the modules of ours in a folder given relative to the root, sorted."""
        prefix = "" if folder in ("", ".") else f"{folder}/"
        inside: set[tuple[str, bool]] = set()
        for path in self.names:
            if path.startswith(prefix):
                head, _, rest = path[len(prefix) :].partition("/")
                if not rest:
                    inside.add((head.removesuffix(".py"), False))
                elif rest == "__init__.py":
                    inside.add((head, True))
        return sorted(pair for pair in inside if pair[0] != "__init__")

    def files_at(self, pattern: str) -> list[SourceFile]:
        """The files of ours at a path below the root, or at all that fit when it is a pattern, sorted."""
        if not any(character in pattern for character in "*?["):
            return [self._files[pattern]] if pattern in self._files else []
        parts = pattern.split("/")
        return [self._files[path] for path in sorted(self._files) if _fits(path.split("/"), parts)]

    def _add_ours(self, files: list[SourceFile]) -> None:
        entries = [(index, entry) for index, entry in enumerate(self.python_path)]
        deepest_first = sorted(entries, key=lambda pair: (pair[1] in self._minor, -_depth(pair[1]), pair[0]))
        rank = {entry: index for index, entry in entries}
        aliases: list[tuple[str, SourceFile, str]] = []
        claims: dict[str, tuple[int, SourceFile, bool]] = {}
        for file in files:
            canonical = None
            for _, entry in deepest_first:
                name = _module_name(file.path, entry)
                if name is None:
                    continue
                if canonical is None:
                    canonical = name
                    self.names[file.path] = name
                    is_package = file.path.endswith("__init__.py")
                    claim = (rank[entry], file, is_package)
                    # A package wins over a module of its name, as in Python; then the earlier path entry.
                    known = claims.get(name)
                    if known is None or (not is_package, claim[0]) < (not known[2], known[0]):
                        claims[name] = claim
                else:
                    aliases.append((name, file, canonical))
        for name, (_, file, is_package) in claims.items():
            self._ours[name] = Found(name=name, file=file, is_package=is_package, ours=True)
        for name, file, canonical in aliases:
            if name not in self._ours and canonical in self._ours and self._ours[canonical].file is file:
                self._ours[name] = self._ours[canonical]
        for name, found in self._ours.items():
            parts = name.split(".")
            # `configuration.example.py` makes no package called configuration.
            dots = found.file.path.rpartition("/")[2].count(".") - 1 if found.file else 0
            self._folders.update(".".join(parts[:end]) for end in range(1, len(parts) - dots))

    def _find_outside(self, name: str) -> Found | None:
        relative = name.replace(".", "/")
        # A stand-in speaks for a whole library: beside real code of that name it would invent what is not there.
        top = name.partition(".")[0]
        taken = self.is_ours(top) or any(
            folder != self._stand_ins and not only and self._file_at(folder, top) for folder, only in self._packages
        )
        # The package itself is theirs all the same: it is at hand, and an installed app.
        wins = name != top and not self.is_ours(top) and self._wins(top)
        stand_ins = [
            (folder, only) for folder, only in self._packages if folder == self._stand_ins and (wins or not taken)
        ]
        others = [(folder, only) for folder, only in self._packages if folder != self._stand_ins]
        for folder, only in [*stand_ins, *others] if wins else [*others, *stand_ins]:
            if only and name.partition(".")[0] != only:
                continue
            path = self._file_at(folder, relative)
            if path is None:
                continue
            stand_in = folder == self._stand_ins
            if path == "":
                return Found(name=name, file=None, is_package=True, ours=False, stand_in=stand_in)
            file = _file_outside(f"{folder}/{path}", path)
            if file is None:
                continue
            is_package = path.endswith("/__init__.py")
            return Found(name=name, file=file, is_package=is_package, ours=False, stand_in=stand_in)
        return None

    def _wins(self, top: str) -> bool:
        """Whether a stand-in is read also where the source of its library is at hand."""
        return WINS in self._listing(f"{self._stand_ins}/{top}")

    def _file_at(self, folder: str, relative: str) -> str | None:
        """The path below *folder* that `import` would read; empty for a namespace package."""
        parent, _, last = relative.rpartition("/")
        listing = self._listing(f"{folder}/{parent}" if parent else folder)
        if listing.get(last):
            inside = self._listing(f"{folder}/{relative}")
            return f"{relative}/__init__.py" if "__init__.py" in inside else ""
        return f"{relative}.py" if f"{last}.py" in listing else None

    def _listing(self, folder: str) -> dict[str, bool]:
        """Name -> is a folder, of what lies in *folder*; empty when there is no such folder."""
        listing = self._listings.get(folder)
        if listing is None:
            try:
                with os.scandir(folder) as entries:
                    listing = {entry.name: entry.is_dir() for entry in entries}
            except (OSError, ValueError):
                # No file system holds a name with a NUL or a lone surrogate in it, and settings may have one.
                listing = {}
            self._listings[folder] = listing
        return listing


def _fits(path: list[str], pattern: list[str]) -> bool:
    return len(path) == len(pattern) and all(map(fnmatch.fnmatchcase, path, pattern))


def _file_outside(location: str, path: str) -> SourceFile | None:
    try:
        stat = os.stat(location)
    except OSError:
        return None
    return SourceFile(path, location, stat.st_size, stat.st_mtime_ns, Role.CODE, ours=False)


def _depth(entry: str) -> int:
    return 0 if entry == "." else len(PurePosixPath(entry).parts)


def _module_name(path: str, entry: str) -> str | None:
    """The dotted name of the file at *path* when *entry* is on the Python path; None when it lies outside."""
    if entry != ".":
        if not path.startswith(f"{entry}/"):
            return None
        path = path[len(entry) + 1 :]
    stem = path[: -len(".py")]
    if stem.endswith("/__init__"):
        stem = stem[: -len("/__init__")]
    elif stem == "__init__":
        return None
    return stem.replace("/", ".")
