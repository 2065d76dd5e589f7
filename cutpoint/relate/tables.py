"""Catalog + accesses → every table with its owner, and the apps that write and read it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cutpoint.domain.access import Access, Action, Bucket, Certainty, Table, TableUse
from cutpoint.domain.catalog import Catalog, Model
from cutpoint.domain.source import Evidence

# What every Django project has and no app of it can own, even where Django itself is the project that is read.
_FRAMEWORK_MODELS = frozenset(
    {
        "admin.LogEntry",
        "auth.Group",
        "auth.Group_permissions",
        "auth.Permission",
        "contenttypes.ContentType",
        "redirects.Redirect",
        "sessions.Session",
        "sites.Site",
    }
)
# What raw SQL may name without a model: the table that `migrate` keeps, and what databases tell about themselves.
_FRAMEWORK_TABLES = ("django_migrations", "information_schema.", "pg_", "sqlite_")

Uses = Mapping[str, Mapping[str | None, set[tuple[Action, Evidence]]]]


def tables_of(catalog: Catalog, accesses: Iterable[Access]) -> tuple[Table, ...]:
    """One table per name, sorted: those of models, and those that only raw SQL names, which have no owner.

    A proxy's rows lie in its parent's table, and a swapped model has none. Where several models name one table, a
    managed one declares it, and of several such the first of ours by label.
    """
    writes, reads = _uses(accesses)
    claims: defaultdict[str, list[Model]] = defaultdict(list)
    for model in catalog.models:
        if model.table is not None and not (model.abstract or model.proxy or model.swapped):
            claims[model.table].append(model)
    return tuple(
        _table(name, min(claims[name], key=_claim) if name in claims else None, writes, reads)
        for name in sorted({*claims, *writes, *reads})
    )


def counts(access: Access) -> bool:
    """Whether *access* makes somebody a writer or reader: what is only possible does not."""
    return access.certainty is not Certainty.POSSIBLE


def touched(access: Access) -> Iterator[tuple[str, bool]]:
    """(table, whether it is joined) of each table that *access* touches."""
    if access.table is not None:
        yield access.table, False
    for join in access.joins:
        yield join.table, True


def _uses(accesses: Iterable[Access]) -> tuple[Uses, Uses]:
    writes: defaultdict[str, defaultdict[str | None, set[tuple[Action, Evidence]]]] = defaultdict(_by_app)
    reads: defaultdict[str, defaultdict[str | None, set[tuple[Action, Evidence]]]] = defaultdict(_by_app)
    for access in accesses:
        if not counts(access) or access.is_consequence:
            continue
        place = Evidence(access.path, access.line)
        for table, joined in touched(access):
            action = Action.READ if joined else access.action
            (reads if action is Action.READ else writes)[table][access.doer].add((action, place))
    return writes, reads


def _by_app() -> defaultdict[str | None, set[tuple[Action, Evidence]]]:
    return defaultdict(set)


def _claim(model: Model) -> tuple[bool, bool, bool, str]:
    return (not model.managed, model.auto_created, not model.ours, model.label)


def _table(name: str, model: Model | None, writes: Uses, reads: Uses) -> Table:
    return Table(
        name=name,
        model=None if model is None else model.label,
        owner=None if model is None else model.app,
        bucket=Bucket.FRAMEWORK if _is_framework(name, model) else Bucket.OWN,
        writers=_users(writes.get(name, {})),
        readers=_users(reads.get(name, {})),
    )


def _is_framework(name: str, model: Model | None) -> bool:
    if model is None:
        return name.startswith(_FRAMEWORK_TABLES)
    return not model.ours or (model.label in _FRAMEWORK_MODELS and model.module.startswith("django."))


def _users(by_app: Mapping[str | None, set[tuple[Action, Evidence]]]) -> tuple[TableUse, ...]:
    return tuple(
        TableUse(
            app=app,
            actions=tuple(sorted({action for action, _ in by_app[app]})),
            evidence=tuple(sorted({place for _, place in by_app[app]})),
        )
        for app in sorted(by_app, key=lambda app: (app is None, app or ""))
    )
