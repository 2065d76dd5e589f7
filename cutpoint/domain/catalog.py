"""What the monolith is once names are resolved: settings, apps, models, tables, relations, imports."""

from enum import StrEnum

import msgspec

from cutpoint.domain.declared_schema import SchemaText
from cutpoint.domain.source import BlindSpot, Evidence, Role


class RelationKind(StrEnum):
    """How one model points at another; `parent` is the link to a multi-table parent."""

    FOREIGN_KEY = "fk"
    ONE_TO_ONE = "o2o"
    MANY_TO_MANY = "m2m"
    PARENT = "parent"
    GENERIC = "generic"
    GENERIC_RELATION = "generic_relation"


class App(msgspec.Struct, frozen=True):
    """An app with a label; *path* is its folder, relative to the root (or to the packages folder when theirs)."""

    label: str
    name: str
    path: str
    ours: bool
    installed: str
    """`yes`, `conditional` (only on some branch of the settings), `assumed` (there are no settings), or `alternative`
    (only on a branch that the defaults do not take, to put its models in the place of others: its models are not read)."""
    evidence: Evidence | None = None
    """The line of INSTALLED_APPS that names it."""


class Field(msgspec.Struct, frozen=True, order=True):
    """A column of a model's own table; *type* is the bare name of the field's class."""

    name: str
    column: str
    type: str
    primary_key: bool = False
    null: bool = False


class Relation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A field by which a model points at another one."""

    name: str
    kind: RelationKind
    to: str | None
    """The label of the other model; None for a generic foreign key."""
    on_delete: str | None
    related_name: str | None
    through: str | None
    db_constraint: bool
    path: str
    line: int
    related_query_name: str | None = None
    """The word for `filter(...)` on the other side, when it is not the accessor's."""
    to_field: str | None = None
    """The field of the other model that the column points at, when it isn't the primary key."""


class Model(msgspec.Struct, frozen=True):
    """A model as Django would register it, or an abstract one."""

    label: str
    app: str
    module: str
    name: str
    path: str
    line: int
    table: str | None
    managed: bool
    proxy: bool
    abstract: bool
    swapped: bool
    auto_created: bool
    bases: tuple[str, ...]
    """Labels of model bases, dotted paths of other bases, in class order."""
    ours: bool
    fields: tuple[Field, ...]
    relations: tuple[Relation, ...]
    history_of: tuple[str, str] | None = None
    """(label, accessor) of the model whose versions its rows are: each save and each delete of a row adds one."""
    polymorphic: bool = False
    """Whether rows come as what they were made as: of a child, with the child's columns."""
    wrapped: tuple[str, ...] = ()
    """Methods of a row that open a transaction, for what they lead to: `save`, `delete`."""
    soft_delete: str = ""
    """What `delete()` only marks: `row` itself, `at once` where querysets mark all of them in one statement, `cascade` for those that hang on it as well; nothing when it deletes."""


class ImportScope(StrEnum):
    """When an import statement runs."""

    MODULE = "module"
    FUNCTION = "function"
    TYPING = "typing"


class Import(msgspec.Struct, frozen=True, order=True):
    """One module of ours loads another."""

    importer: str
    imported: str
    path: str
    line: int
    scope: ImportScope


class Settings(msgspec.Struct, frozen=True):
    """What was read of the settings module, and how it was found."""

    module: str | None
    chain: tuple[str, ...]
    """Paths of the settings files that were read, in the order of reading."""
    found_by: str
    """A sentence: why this module."""
    candidates: tuple[str, ...]
    """Other modules that look like settings, best first."""
    installed_apps: tuple[str, ...]
    auth_user_model: str
    swappable: tuple[tuple[str, str], ...]
    """(setting, model label) of every other setting that names a model and swaps one."""
    databases: tuple[str, ...]
    database_routers: tuple[str, ...]
    middleware: tuple[str, ...]
    root_urlconf: str | None
    atomic_requests: tuple[str, ...]
    """Aliases of databases that wrap each request in a transaction."""
    apps_from: str = "settings"
    """`settings`; `configuration`, which named them instead; or `folders`: packages with models are taken for apps."""


class Module(msgspec.Struct, frozen=True):
    """A Python file of ours under the name by which it is imported; *app* is the label of the innermost app around it."""

    name: str
    path: str
    app: str | None
    role: Role = Role.CODE


class Catalog(msgspec.Struct, frozen=True):
    """Everything that has a name in this monolith; tuples are sorted by name, label or place."""

    settings: Settings
    apps: tuple[App, ...]
    models: tuple[Model, ...]
    modules: tuple[Module, ...]
    imports: tuple[Import, ...]
    python_path: tuple[str, ...]
    """Folders on the Python path, relative to the root, in the order in which they are searched."""
    missing_packages: tuple[tuple[str, int], ...]
    """(top-level package, how many of our files import it) of what is imported and has no source here, most used first."""
    blind_spots: tuple[BlindSpot, ...]
    schema_texts: tuple[SchemaText, ...] = ()
    """SQL of migrations that may declare triggers, views and routines, in the order in which it runs."""
    django: str = ""
    """The version of the Django whose source was read."""
    without_source: tuple[tuple[str, int], ...] = ()
    """As *missing_packages*, with those that stand-ins or cutpoint's own Django answer for, and with apps of the settings."""


__all__ = [
    "App",
    "BlindSpot",
    "Catalog",
    "Evidence",
    "Field",
    "Import",
    "ImportScope",
    "Model",
    "Module",
    "Relation",
    "RelationKind",
    "Settings",
]
