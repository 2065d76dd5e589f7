"""Calls across → operations that are functions of the other side as they stand, with plain values in the place of rows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import OperationKind, Parameter, Purpose, Through
from cutpoint.domain.cut import Side
from cutpoint.propose.annotations import UNKNOWN, is_value
from cutpoint.propose.words import model_word, plural, snake

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cutpoint.domain.crossing import Crossing, CrossingCall
    from cutpoint.propose.annotations import Annotations
    from cutpoint.propose.python_types import PythonTypes
    from cutpoint.propose.sources import Sources

_QUERIES = ("QuerySet", "Queryset", "Manager")
_SPECIAL = frozenset({"__init__", "__call__", "__new__", "__str__", "__repr__", "save", "delete", "get_queryset"})


class Called(msgspec.Struct, frozen=True):
    """A function that is called from across."""

    served_by: Side
    name: str
    function: str
    module: str
    through: Through
    kind: OperationKind
    model: str
    parameters: tuple[Parameter, ...]
    returns: str
    calls: tuple[CrossingCall, ...]

    @property
    def models(self) -> frozenset[str]:
        """Those that the function works with by itself."""
        return frozenset(label for call in self.calls for label in (*call.reads, *call.writes))


class Calling:
    """The functions of one crossing that can be operations."""

    def __init__(self, crossing: Crossing, sources: Sources, annotations: Annotations, types: PythonTypes) -> None:
        self._crossing = crossing
        self._sources = sources
        self._annotations = annotations
        self._types = types
        self._row_classes = dict(crossing.classes)
        self._modules = frozenset(name for name, _ in crossing.app_of_module)

    def called(self) -> tuple[Called, ...]:
        """Sorted by function; those that take or belong to what can't cross are none."""
        by_callee: defaultdict[str, list[CrossingCall]] = defaultdict(list)
        for call in self._crossing.calls:
            if _has_a_name(call.callee):
                by_callee[call.callee].append(call)
        found = (self._called(callee, tuple(sorted(calls))) for callee, calls in sorted(by_callee.items()))
        return tuple(each for each in found if each is not None)

    def _called(self, callee: str, calls: tuple[CrossingCall, ...]) -> Called | None:
        first = calls[0]
        signature = self._sources.signature(first.callee_path, first.callee_line, callee)
        if signature is None:
            return None
        owner = callee.rpartition(".")[0] if signature.binds else ""
        row = self._row_classes.get(owner)
        if row is None and owner:
            row = self._model_of_queries(owner)
        if owner and row is None:
            # An object that is no row, and gives none, lives where it was made.
            return None
        if not all(is_value(argument) for argument in signature.arguments):
            return None
        parameters = [self._annotations.parameter(argument) for argument in signature.arguments]
        is_used = any(self._sources.is_answer_used(call.path, call.line) for call in calls)
        said = self._annotations.answer(signature.returns, is_used=is_used, gives=signature.gives)
        model = row if row is not None else _main_model(calls)
        returns = _rows_of(model, owner, said, self._annotations)
        if signature.binds == "self" and not owner.endswith(_QUERIES):
            receiver = Parameter("id", self._types.of_key(model), signature.binds, False, Purpose.PASS, model)
            parameters.insert(0, receiver)
        # What gives nothing is called for what it does, be it beyond its own side.
        changes = any(call.writes for call in calls) or not signature.gives
        kind = OperationKind.COMMAND if changes else OperationKind.QUERY
        if returns == UNKNOWN and _asks(callee):
            returns = "bool"
        return Called(
            served_by=first.side.other,
            name=_name(callee, owner, model, kind, returns),
            function=callee,
            module=self._module_of(callee),
            through=_through(signature.binds, is_query=owner.endswith(_QUERIES)),
            kind=kind,
            model=model,
            parameters=tuple(_with_required_first([each for each in parameters if not _is_unsaid(each)])),
            returns=returns,
            calls=calls,
        )

    def _module_of(self, function: str) -> str:
        module = function.rpartition(".")[0]
        while module and module not in self._modules:
            module = module.rpartition(".")[0]
        return module or function.rpartition(".")[0]

    def _model_of_queries(self, owner: str) -> str | None:
        """The model of which a manager or queryset class is, by their names: `shop.managers.OrderQuerySet`."""
        module, _, name = owner.rpartition(".")
        for ending in _QUERIES:
            word = name.removesuffix(ending)
            if word != name and word:
                near = [
                    model.label
                    for model in self._crossing.models
                    if word.removeprefix("Base") == model.name and module.startswith(model.module.rpartition(".")[0])
                ]
                return min(near, default=None)
        return None


def _through(binds: str, *, is_query: bool) -> Through:
    if not binds:
        return Through.NOTHING
    if is_query:
        return Through.MANAGER
    return Through.ROW if binds == "self" else Through.CLASS


def _is_unsaid(parameter: Parameter) -> bool:
    """Whether it may be left out, and nobody knows what it is."""
    return parameter.optional and UNKNOWN in parameter.type


def _has_a_name(function: str) -> bool:
    """Whether it is more than what a framework or a constructor calls."""
    last = function.rpartition(".")[2]
    return "<" not in function and last not in _SPECIAL and not (last.startswith("__") and last.endswith("__"))


def _models(calls: Sequence[CrossingCall]) -> list[str]:
    return sorted({label for call in calls for label in (*call.writes, *call.reads)})


def _main_model(calls: Sequence[CrossingCall]) -> str:
    """What it writes, or else reads."""
    written = sorted({label for call in calls for label in call.writes})
    return (written or _models(calls))[0]


def _rows_of(model: str, owner: str, returns: str, annotations: Annotations) -> str:
    """What a method of a manager or queryset gives, unless it says something else: rows."""
    return annotations.rows(model) if owner.endswith(_QUERIES) and returns == UNKNOWN else returns


def _with_required_first(parameters: Sequence[Parameter]) -> Iterable[Parameter]:
    seen: dict[str, Parameter] = {}
    for each in sorted(parameters, key=lambda parameter: parameter.optional):
        seen.setdefault(each.name, each)
    return seen.values()


def _asks(function: str) -> bool:
    """Whether its name is a question, which is answered by yes or no."""
    return snake(function.rpartition(".")[2].strip("_")).partition("_")[0] in {"is", "has", "can"}


def _name(function: str, owner: str, model: str, kind: OperationKind, returns: str) -> str:
    """What it is called, with the model that it is called on: `allocate_stock`, `get_order_total`, `list_orders_of_user`."""
    own = snake(function.rpartition(".")[2].strip("_"))
    word = model_word(model)
    if not owner:
        return own
    if owner.endswith(_QUERIES):
        found = f"list_{plural(word)}" if returns.startswith("tuple[") else f"get_{word}"
        return f"{found}_{own.removeprefix('get_').removeprefix('list_')}"
    if kind is OperationKind.COMMAND:
        verb, underscore, rest = own.partition("_")
        return own if word in own else f"{verb}_{word}{underscore}{rest}"
    if _asks(function):
        return f"{word}_{own}"
    own = own.removeprefix("get_")
    return f"get_{own}" if word in own else f"get_{word}_{own}"
