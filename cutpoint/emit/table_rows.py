"""Catalog → the tables that its models' rows live in, each with the model that declares it."""

from collections import defaultdict
from enum import StrEnum

import msgspec

from cutpoint.domain.catalog import Catalog, Model

# What every Django project has and no app of it can own, even where Django itself is the project that is read.
_FRAMEWORK_MODELS = frozenset(
    {
        "admin.LogEntry",
        "auth.Group",
        "auth.Permission",
        "contenttypes.ContentType",
        "redirects.Redirect",
        "sessions.Session",
        "sites.Site",
    }
)


class Bucket(StrEnum):
    """Whose a table is: the project's, or a framework's."""

    OWN = "own"
    FRAMEWORK = "framework"


class Writer(msgspec.Struct, frozen=True):
    """A service that writes a table: in how many places, and how."""

    service: str
    app: str
    sites: int
    actions: tuple[str, ...]


class Reader(msgspec.Struct, frozen=True):
    """A service that reads a table, and in how many places."""

    service: str
    app: str
    sites: int


class TableRow(msgspec.Struct, frozen=True):
    """A table, the model that declares it, and the app of that model, which owns it."""

    name: str
    model: str
    owner: str
    bucket: Bucket
    writers: tuple[Writer, ...] = ()
    readers: tuple[Reader, ...] = ()


def table_rows(catalog: Catalog) -> tuple[TableRow, ...]:
    """One row per table, sorted by name.

    A proxy's rows lie in its parent's table, and a swapped model has none. Where several models name one table, a
    managed one declares it, and of several such the first of ours by label.
    """
    claims: defaultdict[str, list[Model]] = defaultdict(list)
    for model in catalog.models:
        if model.table is not None and not (model.abstract or model.proxy or model.swapped):
            claims[model.table].append(model)
    return tuple(_row(table, min(models, key=_claim)) for table, models in sorted(claims.items()))


def _claim(model: Model) -> tuple[bool, bool, bool, str]:
    return (not model.managed, model.auto_created, not model.ours, model.label)


def _row(table: str, model: Model) -> TableRow:
    is_own = model.ours and not (model.label in _FRAMEWORK_MODELS and model.module.startswith("django."))
    return TableRow(table, model.label, model.app, Bucket.OWN if is_own else Bucket.FRAMEWORK)
