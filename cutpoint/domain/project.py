"""The monolith before any name is resolved: its files, and where a Django project may start in it."""

import msgspec

from cutpoint.domain.source import BlindSpot, SourceFile


class Options(msgspec.Struct, frozen=True):
    """What the user asked for; paths are absolute, settings is a dotted module name."""

    root: str
    django_root: str | None = None
    """`--root`: the Django root to read when the tree has several, absolute."""
    settings: str | None = None
    python_path: tuple[str, ...] = ()
    """`--path`: folders that come first on the Python path, absolute."""
    packages: tuple[str, ...] = ()
    """`--packages`: folders that hold installed packages, absolute."""
    exclude: tuple[str, ...] = ()
    """Patterns in .gitignore syntax, relative to the root."""
    test_patterns: tuple[str, ...] = ()
    """Further patterns for test files, in .gitignore syntax, relative to the root."""
    cache_dir: str | None = None
    """Where the cache lies; None for no cache."""
    workers: int | None = None
    """Worker processes; None for one per core."""


class Project(msgspec.Struct, frozen=True):
    """A folder with Python in it, as discover found it."""

    root: str
    """Absolute."""
    files: tuple[SourceFile, ...]
    """Python files of ours, sorted by path."""
    django_roots: tuple[str, ...]
    """Folders that hold a manage.py, relative to the root with `/` (`.` for the root), sorted."""
    packages: tuple[str, ...]
    """Folders with installed packages, absolute, in the order in which they are searched."""
    blind_spots: tuple[BlindSpot, ...]
    settings_hints: tuple[tuple[str, str, int], ...] = ()
    """(settings module, file that names it, line) from files that are not Python: pytest.ini, tox.ini, setup.cfg, pyproject.toml, .env."""
    source_folders: tuple[str, ...] = ()
    """Folders that packaging files put on the Python path (`src`), relative to the root."""
