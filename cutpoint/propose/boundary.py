"""Crossing → Boundary: the one place that knows the order in which a proposal is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import Boundary, Remedy
from cutpoint.propose.data import data_sets, replicas, shared_data
from cutpoint.propose.exposed import exposed_models
from cutpoint.propose.foreign_keys import foreign_keys
from cutpoint.propose.operations import Operating
from cutpoint.propose.python_types import PythonTypes
from cutpoint.propose.remedies import remedies_of_joins, remedy_of
from cutpoint.propose.roads import Road, joins_by_place, road_of
from cutpoint.propose.sources import NoSources, Sources
from cutpoint.propose.steps import steps
from cutpoint.propose.transactions import transaction_plans

if TYPE_CHECKING:
    from cutpoint.domain.boundary import Operation
    from cutpoint.domain.crossing import Crossing, CrossingUse


class Proposal(msgspec.Struct, frozen=True):
    """A boundary, and where each use that crosses went."""

    boundary: Boundary
    belonging: tuple[tuple[CrossingUse, str | Remedy], ...]
    """Each use with the id of its operation, or its remedy."""


def propose(crossing: Crossing, sources: Sources | None = None) -> Proposal:
    """What would replace all that crosses *crossing*."""
    types = PythonTypes((*crossing.models, *crossing.others))
    joins = joins_by_place(crossing.joins)
    by_road = [
        (use, road_of(use, joins.get((use.path, use.line, use.function, use.model), ()))) for use in crossing.uses
    ]
    operating = Operating(crossing, types, sources or NoSources())
    operations, by_operation = operating.operations(by_road)
    belonging: list[tuple[CrossingUse, str | Remedy]] = []
    for use, road in by_road:
        if road in (Road.OPERATION, Road.EVENT):
            belonging.append((use, by_operation[use]))
        else:
            place = (use.path, use.line, use.function, use.model)
            belonging.append((use, remedy_of(use, road, joins.get(place, ()))))
    told = frozenset((use.path, use.line, use.function, use.model) for use in crossing.uses)
    remedies = {remedy for _, remedy in belonging if isinstance(remedy, Remedy)}
    remedies.update(remedies_of_joins(joins, told))
    return Proposal(_boundary(crossing, operations, remedies, belonging, operating), tuple(belonging))


def _boundary(
    crossing: Crossing,
    operations: tuple[Operation, ...],
    remedies: set[Remedy],
    belonging: list[tuple[CrossingUse, str | Remedy]],
    operating: Operating,
) -> Boundary:
    records = operating.records(operations)
    places = {key_of(use): isinstance(to, str) for use, to in belonging if not use.is_shared}
    return Boundary(
        name=crossing.name,
        cut_point=crossing.id,
        take=crossing.take,
        keep=crossing.keep,
        operations=operations,
        records=records,
        remedies=tuple(sorted(remedies)),
        exposed_models=exposed_models(crossing),
        foreign_keys=foreign_keys(crossing),
        transactions=transaction_plans(crossing, operations),
        data=data_sets(crossing),
        shared=shared_data(crossing),
        replicas=replicas(crossing, operations, records),
        steps=steps(crossing),
        settings=crossing.settings,
        crossings=len(places),
        in_operations=sum(places.values()),
    )


def key_of(use: CrossingUse) -> tuple[str, int, str, str, str]:
    """What is counted as one crossing: function, line, table and action."""
    return (use.path, use.line, use.function, use.table, use.action)
