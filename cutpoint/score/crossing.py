"""Parting → everything that crosses, for whoever proposes the way across."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.crossing import (
    Crossing,
    CrossingCall,
    CrossingJoin,
    CrossingLink,
    CrossingTransaction,
    CrossingUse,
)
from cutpoint.domain.cut import Side
from cutpoint.domain.flow import unpack_flow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.score.parting import Parting


def crossing_of(parting: Parting, cut_id: str, name: str) -> Crossing:
    """All that crosses *parting*, which is called *name*."""
    subjects = parting.facts.subjects
    keep = tuple(label for label in subjects.labels if label not in parting.taken)
    known = [*subjects.models.values(), *(model for model in subjects.followers if model.label in subjects.followed)]
    return Crossing(
        id=cut_id,
        name=name,
        take=tuple(sorted(parting.taken)),
        keep=keep,
        models=tuple(sorted(known, key=lambda model: model.label)),
        follows=tuple(sorted((label, to) for label, to in subjects.followed.items() if label not in subjects.models)),
        uses=tuple(sorted(_uses(parting), key=_by_place)),
        joins=tuple(sorted(_joins(parting), key=lambda join: (join.place, join.function, join.through, join.model))),
        links=tuple(
            CrossingLink(link.model, link.to, link.relation, parting.side_of(link.model))
            for link in parting.crossing_links
        ),
        calls=tuple(sorted(set(_calls(parting)))),
        transactions=tuple(
            CrossingTransaction(extent.transaction, extent.writes, extent.reads) for extent in parting.crossing_extents
        ),
        taken_modules=parting.modules,
        side_of_function=tuple(sorted(parting.side_of_function.items())),
    )


def _uses(parting: Parting) -> Iterator[CrossingUse]:
    sides, tables = parting.side_of_function, parting.facts.subjects.of_table
    for access, function, module, place in parting.facts.subjects.doings:
        model = tables.get(access.table or "")
        if model is None or sides[function] is parting.side_of(model):
            continue
        yield CrossingUse(
            path=place.path,
            line=place.line,
            function=function,
            module=module,
            side=sides[function],
            model=model,
            table=access.table or "",
            action=str(access.action),
            via=access.via,
            in_loop=access.in_loop,
            expression=access.expression,
            conditions=access.conditions,
            columns=access.columns,
            cause=access.cause,
        )


def _by_place(use: CrossingUse) -> tuple[object, ...]:
    return (use.place, use.function, use.table, use.action, use.via, use.expression, use.cause or use.place)


def _joins(parting: Parting) -> Iterator[CrossingJoin]:
    sides = parting.side_of_function
    for use in parting.crossing_joins:
        yield CrossingJoin(
            use.path,
            use.line,
            use.function,
            use.module,
            sides[use.function],
            use.base,
            use.model,
            use.through,
            use.kind,
            use.in_loop,
        )


def _calls(parting: Parting) -> Iterator[CrossingCall]:
    """Calls across to functions that work with tables of their own side by themselves."""
    facts, sides = parting.facts, parting.side_of_function
    flow = unpack_flow(facts.subjects.analysis.flow)
    module_of = {module.path: module.name for module in facts.subjects.analysis.catalog.modules}
    for body, calls in enumerate(flow.calls):
        caller = flow.functions[flow.bodies[body]]
        module = module_of.get(caller.path, "")
        side = sides.get(caller.name) or parting.side_of_module.get(module)
        if side is None:
            continue
        for at in range(0, len(calls), 3):
            callee_body, line, when = calls[at : at + 3]
            callee = flow.functions[flow.bodies[callee_body]]
            if sides.get(callee.name) is not side.other or callee.name == caller.name:
                continue
            reads, writes = _own_use(parting, callee.name, side.other)
            if reads or writes:
                head = (caller.path, line, caller.name, module, side)
                yield CrossingCall(*head, callee.name, callee.path, callee.line, reads, writes, when)


def _own_use(parting: Parting, function: str, side: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found: defaultdict[bool, set[str]] = defaultdict(set)
    for use in parting.facts.uses_of_function.get(function, ()):
        if parting.side_of(use.model) is side and use.action != "join":
            found[use.writes].add(use.model)
    return _sorted(found[False]), _sorted(found[True])


def _sorted(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(labels))
