"""Crossing → where each table goes, what both sides share, and of what a copy is better than a call."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.access import CONSEQUENCES
from cutpoint.domain.boundary import DataSet, Operation, OperationKind, Record, Replica, Shape, SharedData
from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.cut import Side
from cutpoint.domain.sensitivity import Protection, protection_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.catalog import Model
    from cutpoint.domain.crossing import Crossing

FEWEST_READERS = 5
"""A copy is work: it pays when so many modules look things up."""
_PLANS = {
    "contenttypes.ContentType": "each side has a table of its own with its own models: cross references name a model by its label",
    "auth.Permission": "each side has a table of its own with the permissions of its own models",
    "auth.Group": "stays with the users: the other side asks what a user may do, or reads it from a signed token",
    "sessions.Session": "stays with the site that signs people in: the other side gets who is asking with each call",
    "sites.Site": "a copy on each side: it changes with deployments only",
}
_USERS = (
    "stays with the side that signs people in: the other one keeps ids, and asks for names or gets them with events"
)
_OTHER = "belongs to one side by its use: the other one keeps ids, or a copy"


def data_sets(crossing: Crossing) -> tuple[DataSet, ...]:
    """Sorted by table; tables between models included."""
    taken, stands_for = frozenset(crossing.take), dict(crossing.follows)
    found: dict[str, DataSet] = {}
    for model in crossing.models:
        if model.table is None or model.proxy:
            continue
        side = Side.TAKE if stands_for.get(model.label, model.label) in taken else Side.KEEP
        needs = {field.column: protection_of(field.name) for field in model.fields}
        most = max(needs.values(), default=Protection.INTERNAL)
        columns = tuple(sorted(column for column, need in needs.items() if need is not Protection.INTERNAL))
        found.setdefault(model.table, DataSet(model.table, model.label, side, most.name.lower(), columns))
    return tuple(found[table] for table in sorted(found))


def shared_data(crossing: Crossing) -> tuple[SharedData, ...]:
    """Tables of no side that models of both sides point at, sorted."""
    taken, stands_for = frozenset(crossing.take), dict(crossing.follows)
    others = {model.label: model for model in crossing.others}
    pointing: defaultdict[str, set[tuple[bool, str]]] = defaultdict(set)
    for model in crossing.models:
        is_taken = stands_for.get(model.label, model.label) in taken
        for relation in model.relations:
            to = _pointed_at(model, relation.kind, relation.to)
            if to in others:
                pointing[to].add((is_taken, f"{model.label}.{relation.name}"))
    return tuple(
        sorted(
            SharedData(others[to].table or "", to, tuple(sorted(name for _, name in found)), _plan(others[to]))
            for to, found in pointing.items()
            if len({side for side, _ in found}) > 1
        )
    )


def _pointed_at(model: Model, kind: RelationKind, to: str | None) -> str:
    if kind is RelationKind.GENERIC:
        return "contenttypes.ContentType"
    return to or model.label


def _plan(model: Model) -> str:
    if model.label in _PLANS:
        return _PLANS[model.label]
    return _USERS if any(field.name == "password" for field in model.fields) else _OTHER


def replicas(crossing: Crossing, operations: Iterable[Operation], records: Iterable[Record]) -> tuple[Replica, ...]:
    """Models that the other side looks things up in from many modules and never writes, sorted."""
    return tuple(sorted(_replicas(crossing, list(operations), {record.model: record for record in records})))


def _replicas(crossing: Crossing, operations: list[Operation], records: dict[str, Record]) -> Iterator[Replica]:
    readers: defaultdict[str, set[str]] = defaultdict(set)
    written: set[str] = {
        operation.model
        for operation in operations
        if operation.kind is OperationKind.COMMAND and operation.shape is not Shape.CALL
    }
    joined = {join.model for join in crossing.joins}
    sides: dict[str, Side] = {}
    for use in crossing.uses:
        if use.via not in CONSEQUENCES and not use.is_shared:
            readers[use.model].add(use.module)
            sides[use.model] = use.side
    for model, modules in readers.items():
        if model in written or len(modules) < FEWEST_READERS or model not in records:
            continue
        fields = tuple(field.lookup for field in records[model].fields)
        also = ", and statements join it" if model in joined else ""
        yield Replica(
            model, sides[model], fields, f"{len(modules)} modules look things up in it and none writes it{also}"
        )
