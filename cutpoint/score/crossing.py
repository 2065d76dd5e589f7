"""Parting → everything that crosses, for whoever proposes the migration."""

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
from cutpoint.domain.source import Evidence
from cutpoint.score.circumstances import Circumstances

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cutpoint.domain.access import Access
    from cutpoint.domain.column_use import ColumnUse
    from cutpoint.score.parting import Parting


def crossing_of(parting: Parting, cut_id: str, name: str) -> Crossing:
    """All that crosses *parting*, which is called *name*."""
    subjects = parting.facts.subjects
    circumstances = Circumstances(subjects.analysis)
    keep = tuple(label for label in subjects.labels if label not in parting.taken)
    known = [*subjects.models.values(), *(model for model in subjects.followers if model.label in subjects.followed)]
    labels = {model.label for model in known}
    return Crossing(
        id=cut_id,
        name=name,
        take=tuple(sorted(parting.taken)),
        keep=keep,
        models=tuple(sorted(known, key=lambda model: model.label)),
        others=tuple(
            sorted(
                (
                    model
                    for model in subjects.analysis.catalog.models
                    if model.label not in labels and not model.abstract
                ),
                key=lambda model: model.label,
            )
        ),
        classes=tuple(subjects.row_classes.items()),
        follows=tuple(sorted((label, to) for label, to in subjects.followed.items() if label not in subjects.models)),
        uses=tuple(sorted(_uses(parting, circumstances), key=_by_place)),
        joins=tuple(sorted(_joins(parting), key=lambda join: (join.place, join.function, join.through, join.model))),
        links=tuple(
            CrossingLink(link.model, link.to, link.relation, parting.side_of(link.model))
            for link in parting.crossing_links
            if link.to in subjects.models
        ),
        calls=tuple(sorted(set(_calls(parting, circumstances)))),
        transactions=tuple(
            CrossingTransaction(extent.transaction, extent.writes, extent.reads)
            for extent in (*parting.crossing_extents, *parting.following_extents)
        ),
        columns=tuple(_columns(parting)),
        taken_modules=parting.modules,
        side_of_function=tuple(
            (function, side)
            for function, side in sorted(parting.side_of_function.items())
            if parting.facts.leanings_of_function[function]
        ),
        settings=subjects.analysis.catalog.settings.module or "",
        app_of_module=tuple(sorted(parting.facts.app_of_module.items())),
    )


def _columns(parting: Parting) -> Iterator[ColumnUse]:
    for each in parting.facts.subjects.analysis.columns:
        model = parting.facts.subjects.standing_for(each.model)
        side = parting.side_of_function.get(each.function) or parting.side_of_module.get(each.module)
        if model is not None and side is not None and side is not parting.side_of(model):
            yield each


def _uses(parting: Parting, circumstances: Circumstances) -> Iterator[CrossingUse]:
    senders = _Senders(parting)
    shared = _shared_lines(parting)
    modules = {module.path: module.name for module in parting.facts.subjects.analysis.catalog.modules}
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
            is_shared=(place, function, str(access.action)) in shared,
            in_transaction=circumstances.in_transaction(place),
            origins=circumstances.origins(function),
            reacting=_reacting(access, modules),
            sender=senders.of(access, place, function),
        )


SHARED_BY = 5
"""A line that does the same for models of so many apps works for whoever asks, like a library."""


def _shared_lines(parting: Parting) -> frozenset[tuple[Evidence, str, str]]:
    subjects = parting.facts.subjects
    apps: defaultdict[tuple[Evidence, str, str], set[str]] = defaultdict(set)
    for access, function, module, place in subjects.doings:
        # What a declaration makes a framework do, at the level of its class or module, it does for that declaration.
        is_declared = function == module or function.rpartition(".")[2][:1].isupper()
        if access.model is not None and not access.is_consequence and not is_declared:
            apps[place, function, str(access.action)].add(access.model.partition(".")[0])
    return frozenset(line for line, used in apps.items() if len(used) >= SHARED_BY)


def _reacting(access: Access, modules: Mapping[str, str]) -> tuple[str, str]:
    if access.cause is None:
        return "", ""
    module = modules.get(access.cause.path, "")
    steps = [step for step in access.chain if (step.path, step.line) == (access.cause.path, access.cause.line)]
    return (steps[-1].function if steps and steps[-1].function else module), module


class _Senders:
    """What each line writes on its own side, or in a table of no side: that is what cascades and receivers follow."""

    def __init__(self, parting: Parting) -> None:
        subjects = parting.facts.subjects
        self._found: defaultdict[tuple[Evidence, str], list[tuple[str, str]]] = defaultdict(list)
        for access, function, _, place in subjects.doings:
            model = subjects.of_table.get(access.table or "", access.model)
            if model is None or not access.writes or access.is_consequence:
                continue
            if model not in subjects.models and access.via == "admin":
                # Its log of what was done, and not the deed.
                continue
            if model not in subjects.models or parting.side_of(model) is parting.side_of_function.get(function):
                self._found[place, function].append((model, str(access.action)))
                own = (Evidence(access.path, access.line), access.function)
                if own != (place, function):
                    self._found[own].append((model, str(access.action)))

    def of(self, access: Access, place: Evidence, function: str) -> tuple[str, str]:
        """(model, action) of what *access* follows; of what deletes, a delete if there is one."""
        # Who decided on what follows may be somebody else than who decided on the deed itself.
        own = (Evidence(access.path, access.line), access.function)
        known = self._found.get((place, function)) or self._found.get(own, [])
        if not access.is_consequence or not known:
            return "", ""
        deletes = [each for each in known if each[1] == "delete"]
        return deletes[0] if deletes and access.via == "cascade" else known[0]


def _by_place(use: CrossingUse) -> tuple[object, ...]:
    return (use.place, use.function, use.table, use.action, use.via, use.expression, use.cause or use.place)


def _joins(parting: Parting) -> Iterator[CrossingJoin]:
    sides = parting.side_of_function
    known = parting.facts.third_parties
    for use in parting.crossing_joins:
        if use.model in known or use.base in known:
            continue
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


def _calls(parting: Parting, circumstances: Circumstances) -> Iterator[CrossingCall]:
    """Calls across to functions that work with tables of their own side by themselves."""
    for call in parting.crossing_calls:
        side = parting.side_of_function[call.callee]
        reads, writes = _own_use(parting, call.callee, side)
        yield CrossingCall(
            call.path,
            call.line,
            call.caller,
            call.module,
            side.other,
            call.callee,
            call.callee_path,
            call.callee_line,
            reads,
            writes,
            call.when,
            circumstances.in_transaction(call.place),
            circumstances.origins(call.caller),
        )


def _own_use(parting: Parting, function: str, side: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found: defaultdict[bool, set[str]] = defaultdict(set)
    for use in parting.facts.touched_by(function):
        if parting.side_of(use.model) is side:
            found[use.writes].add(use.model)
    return _sorted(found[False]), _sorted(found[True])


def _sorted(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(labels))
