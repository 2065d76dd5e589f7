"""The way from a monolith to two services in steps that can each be deployed, with the ledger that each brings to zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.access import CONSEQUENCES
from cutpoint.domain.boundary import Step
from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.source import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cutpoint.domain.crossing import Crossing, CrossingUse

_BY_ITSELF = frozenset({*CONSEQUENCES, "inheritance"})
_BY_RELATION = frozenset({"related", "m2m", "generic"})


class _Kind(NamedTuple):
    """One step, whatever the cut."""

    id: str
    title: str
    ledger: str
    counted: Callable[[Crossing], Iterable[Evidence]]


def steps(crossing: Crossing) -> tuple[Step, ...]:
    """In the order in which they can be deployed."""
    return tuple(_step(kind, crossing) for kind in KINDS)


def _step(kind: _Kind, crossing: Crossing) -> Step:
    found = sorted(set(kind.counted(crossing)))
    return Step(
        kind.id,
        kind.title,
        kind.ledger,
        len(found),
        f"cutpoint progress --cut {crossing.name_or_id} --step {kind.id}",
        tuple(found),
    )


def _direct(crossing: Crossing) -> Iterable[CrossingUse]:
    return (use for use in crossing.uses if not use.is_shared and use.via not in _BY_ITSELF and use.via != "join")


def _related(crossing: Crossing) -> Iterable[Evidence]:
    return (use.place for use in _direct(crossing) if use.via in _BY_RELATION)


def _read(crossing: Crossing) -> Iterable[Evidence]:
    return (use.place for use in _direct(crossing) if use.action == "read" and use.via not in _BY_RELATION)


def _joined(crossing: Crossing) -> Iterable[Evidence]:
    return (join.place for join in crossing.joins)


def _written(crossing: Crossing) -> Iterable[Evidence]:
    return (use.place for use in _direct(crossing) if use.action != "read")


def _following(crossing: Crossing) -> Iterable[Evidence]:
    return (use.place for use in crossing.uses if use.via in _BY_ITSELF)


def _constrained(crossing: Crossing) -> Iterable[Evidence]:
    for link in crossing.links:
        if link.relation.db_constraint and link.relation.kind is not RelationKind.GENERIC_RELATION:
            yield link.place


def _atomic(crossing: Crossing) -> Iterable[Evidence]:
    return (Evidence(each.transaction.path, each.transaction.line) for each in crossing.transactions)


def _called(crossing: Crossing) -> Iterable[Evidence]:
    return (call.place for call in crossing.calls)


KINDS = (
    _Kind(
        "seal",
        "Seal the accessors that lead across",
        "related managers and followed cross-boundary relations",
        _related,
    ),
    _Kind("reads", "Put the facade in as a library, and move reads behind it", "direct cross-boundary reads", _read),
    _Kind("calls", "Call the other side's functions through the facade", "calls of functions across", _called),
    _Kind("joins", "Replace joins by batches, copies and projections", "statements that join across", _joined),
    _Kind("writers", "Move writers behind commands: each table has one", "direct cross-boundary writes", _written),
    _Kind(
        "events", "Turn cascades and signals across into events", "cross-boundary writes that are triggered", _following
    ),
    _Kind("transactions", "Take transactions apart: outbox or saga", "transactions that write both sides", _atomic),
    _Kind(
        "foreign-keys",
        "Drop the constraints, keep the columns",
        "cross-boundary relations with a constraint",
        _constrained,
    ),
)
"""After these come two databases, checked by running the project's own tests on them, and then a process of its own."""
