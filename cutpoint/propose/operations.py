"""Crossing → operations: from what is asked of tables, from functions that are called across, and from signals."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import SIGNAL, CallSite, Operation, OperationKind, Parameter, Record, Shape
from cutpoint.domain.cut import Side
from cutpoint.propose.annotations import Annotations
from cutpoint.propose.asked import KEY, parameters_of
from cutpoint.propose.called import Called, Calling
from cutpoint.propose.columns import columns_of, or_new
from cutpoint.propose.communication import Circumstance, way_of
from cutpoint.propose.demands import demands_of
from cutpoint.propose.drafts import BY_KEY, Draft, Drafting
from cutpoint.propose.errors import errors_of, is_sure, not_found
from cutpoint.propose.links import name_of_link, parameters_of_link
from cutpoint.propose.made import Made, with_what_follows
from cutpoint.propose.naming import name_of, told_apart
from cutpoint.propose.payloads import Payloads
from cutpoint.propose.python_types import optional
from cutpoint.propose.roads import Road
from cutpoint.propose.words import model_word, snake

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cutpoint.domain.crossing import Crossing, CrossingUse
    from cutpoint.propose.python_types import PythonTypes
    from cutpoint.propose.sources import Sources

_WRITING = frozenset({Shape.CREATE, Shape.SAVE, Shape.ENSURE, Shape.UPDATE, Shape.DELETE, Shape.LINK})
_TAKING_COLUMNS = frozenset({Shape.CREATE, Shape.SAVE, Shape.ENSURE, Shape.UPDATE})
_ROWS_AT_ONCE = frozenset({Shape.CREATE, Shape.SAVE})
_NOT_SAFE_TWICE = frozenset({Shape.CREATE, Shape.SAVE})
_ACTION_WORDS = {"insert": "created", "update": "updated", "delete": "deleted"}
_ACTIONS = {word: action for action, word in _ACTION_WORDS.items()}


class Operating:
    """All operations of one crossing."""

    def __init__(self, crossing: Crossing, types: PythonTypes, sources: Sources) -> None:
        self._crossing = crossing
        self._types = types
        self._sources = sources
        self._payloads = Payloads(crossing, types)
        self._tables = {model.label: model.table or "" for model in crossing.models}
        self._own_tables = frozenset(
            model.table for model in crossing.models if model.table is not None and not model.auto_created
        )
        self._apps = dict(crossing.app_of_module)

    def operations(
        self, by_road: Iterable[tuple[CrossingUse, Road]]
    ) -> tuple[tuple[Operation, ...], dict[CrossingUse, str]]:
        """Sorted by side and name; and to which of them, by its id, each use belongs."""
        asked = list(by_road)
        labels = [model.label for model in (*self._crossing.models, *self._crossing.others)]
        annotations = Annotations(labels, self._types, self._payloads)
        functions = Calling(self._crossing, self._sources, annotations, self._types).called()
        through = self._through_calls([use for use, road in asked if road is Road.OPERATION], functions)
        directly = [use for use, road in asked if road is Road.OPERATION and use not in through]
        demands = demands_of(directly, self._own_tables)
        made = [self._of_draft(draft) for draft in Drafting(self._types).drafts(demands)]
        by_function: defaultdict[str, list[CrossingUse]] = defaultdict(list)
        for use, function in through.items():
            by_function[function].append(use)
        made += [self._of_called(each, tuple(by_function[each.function])) for each in functions]
        followed = with_what_follows(made, [use for use, road in asked if road is Road.EVENT])
        told = {use for each in followed for use in each.uses}
        alone = [use for use, road in asked if road is Road.EVENT and use not in told]
        return self._named([*followed, *self._of_events(alone)])

    def records(self, operations: Iterable[Operation]) -> tuple[Record, ...]:
        """Of every model that an operation gives rows of, and of what takes many rows at once, sorted by name."""
        said = " ".join(operation.returns for operation in operations)
        words = set(said.replace(",", " ").replace("[", " ").replace("]", " ").split())
        labels = {use.model for use in self._crossing.uses} | {operation.model for operation in operations}
        given = [self._payloads.record(label) for label in sorted(labels) if self._payloads.name(label) in words]
        return tuple(sorted([*given, *self._payloads.taken()]))

    @staticmethod
    def _through_calls(uses: Iterable[CrossingUse], functions: Iterable[Called]) -> dict[CrossingUse, str]:
        """Uses on the line of a call across that works with the same model: the call does them."""
        by_site: defaultdict[tuple[str, int, str], list[Called]] = defaultdict(list)
        for each in functions:
            for call in each.calls:
                by_site[call.path, call.line, call.function].append(each)
        found: dict[CrossingUse, str] = {}
        for use in uses:
            for each in by_site.get((use.path, use.line, use.function), ()):
                if use.model in each.models:
                    found.setdefault(use, each.function)
        return found

    def _of_draft(self, draft: Draft) -> Made:
        at_once = draft.batch and draft.shape in _ROWS_AT_ONCE
        conditions = () if draft.shape is Shape.CREATE else (BY_KEY,) if at_once else draft.conditions
        parameters = list(parameters_of(conditions, draft.model, self._types, are_optional=draft.is_choice))
        is_link = draft.shape is Shape.LINK
        name = name_of_link(draft, self._types) if is_link else name_of(draft, parameters, self._types)
        if draft.shape is Shape.SAVE:
            parameters = [or_new(each) if each.lookup == KEY else each for each in parameters]
        if draft.shape in _TAKING_COLUMNS:
            parameters += columns_of(draft, parameters, self._payloads, self._types)
        if at_once:
            parameters = [self._payloads.rows_of(draft, parameters)]
        if is_link:
            parameters = parameters_of_link(draft, self._types)
        is_write = draft.shape in _WRITING
        kind = OperationKind.COMMAND if is_write else OperationKind.QUERY
        operation = self._operation(
            name,
            draft.served_by,
            kind,
            draft.shape,
            draft.model,
            parameters,
            self._returns(draft),
            draft.uses,
            batch=draft.batch or draft.shape is Shape.LIST,
            idempotent=draft.shape not in _NOT_SAFE_TWICE,
            errors=errors_of(draft),
        )
        if is_link:
            operation = msgspec.structs.replace(operation, function=".".join(reversed(draft.word.split(" ", 1))))
        return Made(operation, draft.uses)

    def _returns(self, draft: Draft) -> str:
        record, key = self._payloads.name(draft.model), self._types.of_key(draft.model)
        match draft.shape:
            case Shape.GET:
                return record if is_sure(draft) else optional(record)
            case Shape.LIST:
                return f"tuple[{record}, ...]"
            case Shape.COUNT:
                return "int"
            case Shape.EXISTS:
                return "bool"
            case Shape.CREATE | Shape.SAVE if draft.batch:
                return f"tuple[{key}, ...]"
            case Shape.CREATE | Shape.SAVE | Shape.ENSURE:
                return key
            case Shape.UPDATE | Shape.DELETE if draft.batch:
                return "int"
        return "None"

    def _of_called(self, each: Called, uses: tuple[CrossingUse, ...]) -> Made:
        sites = {(call.path, call.line, call.function, call.module) for call in each.calls}
        asking = [
            Circumstance(
                call.module,
                call.in_transaction,
                False,
                call.origins,
                self._sources.is_answer_used(call.path, call.line),
            )
            for call in each.calls
        ]
        is_query = each.kind is OperationKind.QUERY
        way = way_of(each.kind, asking, idempotent=is_query, key=f"{model_word(each.model)} id")
        operation = Operation(
            id="",
            name=each.name,
            served_by=each.served_by,
            kind=each.kind,
            shape=Shape.CALL,
            model=each.model,
            access="read" if is_query else "write",
            parameters=each.parameters,
            returns=each.returns,
            batch=any(parameter.type.startswith("tuple[") for parameter in each.parameters),
            idempotent=is_query,
            errors=tuple(sorted({not_found(parameter.model) for parameter in each.parameters if parameter.model})),
            tables=tuple(sorted({self._tables.get(label, "") for label in each.models} - {""})),
            callers=self._callers(site[3] for site in sites),
            call_sites=tuple(sorted(CallSite(*site) for site in sites)),
            function=each.function,
            module=each.module,
            through=each.through,
            **msgspec.structs.asdict(way),
        )
        return Made(operation, uses)

    def _of_events(self, uses: Sequence[CrossingUse]) -> list[Made]:
        """One event for each model and action that somebody across listens to."""
        groups: defaultdict[tuple[Side, str, str], list[CrossingUse]] = defaultdict(list)
        for use in uses:
            model, action = use.sender
            # A signal of the project's own is called what the code that sends it is called.
            word = _ACTION_WORDS[action] if model else f"{snake(use.function.rpartition('.')[2])}_done"
            groups[use.side, model, word].append(use)
        made: list[Made] = []
        for (side, sender, word), found in sorted(groups.items()):
            model = sender or min(use.model for use in found)
            word_of_model = model_word(model)
            parameters = [Parameter(f"{word_of_model}_id", self._types.of_key(model), KEY)] if sender else []
            operation = self._operation(
                f"{word_of_model}_{word}" if sender else word,
                side,
                OperationKind.EVENT,
                Shape.EVENT,
                model,
                parameters,
                "None",
                tuple(found),
                batch=False,
                idempotent=True,
                errors=(),
            )
            event = msgspec.structs.replace(operation, action=_ACTIONS.get(word, SIGNAL))
            made.append(Made(self._heard(event, found), tuple(found)))
        return made

    def _heard(self, event: Operation, uses: Iterable[CrossingUse]) -> Operation:
        """*event* with the places that react as its call sites, and those at which it happens beside them."""
        reacting = {CallSite(use.cause.path, use.cause.line, *use.reacting) for use in uses if use.cause is not None}
        return msgspec.structs.replace(
            event,
            callers=self._callers(site.module for site in reacting),
            call_sites=tuple(sorted(reacting)),
            published_at=event.call_sites,
        )

    def _operation(
        self,
        name: str,
        side: Side,
        kind: OperationKind,
        shape: Shape,
        model: str,
        parameters: Iterable[Parameter],
        returns: str,
        uses: tuple[CrossingUse, ...],
        *,
        batch: bool,
        idempotent: bool,
        errors: tuple[str, ...],
    ) -> Operation:
        asking = [
            Circumstance(
                use.module,
                use.in_transaction,
                use.in_loop,
                use.origins,
                self._sources.is_answer_used(use.path, use.line),
            )
            for use in uses
        ]
        way = way_of(kind, asking, idempotent=idempotent, key=f"{model_word(model)} id")
        return Operation(
            id="",
            name=name,
            served_by=side,
            kind=kind,
            shape=shape,
            model=model,
            access="read" if kind is OperationKind.QUERY else "write",
            parameters=tuple(parameters),
            returns=returns,
            batch=batch,
            idempotent=idempotent,
            errors=errors,
            tables=tuple(sorted({use.table for use in uses})),
            **msgspec.structs.asdict(way),
            callers=self._callers(use.module for use in uses),
            call_sites=tuple(sorted({CallSite(use.path, use.line, use.function, use.module) for use in uses})),
        )

    def _callers(self, modules: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self._apps.get(module) or module for module in modules}))

    @staticmethod
    def _named(made: Sequence[Made]) -> tuple[tuple[Operation, ...], dict[CrossingUse, str]]:
        operations: list[Operation] = []
        belonging: dict[CrossingUse, str] = {}
        for side in Side:
            mine = sorted((each for each in made if each.operation.served_by is side), key=_order)
            names = told_apart((each.operation.name, each.operation.model.partition(".")[0]) for each in mine)
            for each, name in zip(mine, names, strict=True):
                found = msgspec.structs.replace(each.operation, id=f"{side}.{name}", name=name)
                operations.append(found)
                belonging.update(dict.fromkeys(each.uses, found.id))
        return tuple(sorted(operations, key=lambda operation: (operation.served_by, operation.name))), belonging


def _order(made: Made) -> tuple[object, ...]:
    operation = made.operation
    return (operation.name, operation.model, operation.shape, -len(operation.call_sites), operation.parameters)
