"""The monolith before any name is resolved: its files, and where a Django project may start in it."""

from enum import StrEnum

import msgspec

from cutpoint.domain.access import Action
from cutpoint.domain.source import BlindSpot, SourceFile


class HintKind(StrEnum):
    """What a hint says of code that can't be read well enough."""

    WRITES = "writes"
    """A call of it writes a table."""
    READS = "reads"
    """A call of it reads a table."""
    RETURNS = "returns"
    """What a call of it gives."""
    TYPES = "types"
    """What a variable, parameter or class attribute holds."""


class Shape(StrEnum):
    """As what a model comes."""

    INSTANCE = "instance"
    QUERYSET = "queryset"
    MANAGER = "manager"
    CLASS = "class"


class Hint(msgspec.Struct, frozen=True):
    """What `[tool.cutpoint.hints]` says about one name of the project."""

    kind: HintKind
    name: str
    """Dotted: of the function that is called, or of a function or class and its variable, parameter or attribute."""
    model: str | None = None
    """A label, as `app.Model`."""
    table: str | None = None
    """Of writes and reads, in the place of a model."""
    action: Action | None = None
    """Of writes and reads."""
    shape: Shape | None = None
    """Of returns and types."""

    @property
    def key(self) -> str:
        """The hint in words, as its author finds it again: `hints.writes of legacy.db.bulk_upsert`."""
        return f"hints.{self.kind} of {self.name}"


class Options(msgspec.Struct, frozen=True):
    """What the user asked for; paths are absolute."""

    root: str
    django_root: str | None = None
    """`--root`: the Django root to read when the tree has several, absolute."""
    settings: str | None = None
    """The settings module; of django-configurations with the class: `shop.settings:Prod`."""
    given: tuple[tuple[str, object], ...] = ()
    """Django's settings that are said here and not read, by name: texts, tuples of texts, and pairs of texts for mappings."""
    apps_from_folders: bool = False
    """Whether packages with models are taken for the apps where INSTALLED_APPS is unknown."""
    goes_on: bool = False
    """Whether settings that are unknown are told and no reason to end: who asks how a project is understood needs the answer."""
    python_path: tuple[str, ...] = ()
    """`--path`: folders that come first on the Python path, absolute."""
    packages: tuple[str, ...] = ()
    """`--packages`: folders that hold installed packages, absolute."""
    exclude: tuple[str, ...] = ()
    """Patterns in .gitignore syntax, relative to the root."""
    test_patterns: tuple[str, ...] = ()
    """Further patterns for test files, in .gitignore syntax, relative to the root."""
    include_tests: bool = False
    """Whether test code gives accesses."""
    include_migrations: bool = False
    """Whether migrations do."""
    hints: tuple[Hint, ...] = ()
    cache_dir: str | None = None
    """Where the cache lies; None for no cache."""
    cache_refused: str = ""
    """Why there is none, where one could be expected."""
    tells_of_cache: bool = False
    """Whether somebody wants to know what is wrong with it."""
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
    templates: tuple[SourceFile, ...] = ()
    """Templates of ours, sorted by path; what is not rendered with models is never opened."""
    pin_files: tuple[tuple[str, bytes], ...] = ()
    """(path, digest of what counts in it) of files that say which releases of libraries are wanted, in the order in which they count."""
