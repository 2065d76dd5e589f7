"""Calls across → operations that are functions of the other side as they stand, with plain values in the place of rows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import OperationKind, Parameter
from cutpoint.domain.cut import Side
from cutpoint.propose.sources import Signature
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
    kind: OperationKind
    model: str
    parameters: tuple[Parameter, ...]
    returns: str
    calls: tuple[CrossingCall, ...]

    @property
    def models(self) -> frozenset[str]:
        """Those that the function works with by itself."""
        return frozenset(label for call in self.calls for label in (*call.reads, *call.writes))


def is_callable_across(function: str) -> bool:
    """Whether it can be an operation: it has a name, and is not what a framework or a constructor calls."""
    last = function.rpartition(".")[2]
    return "<" not in function and last not in _SPECIAL and not (last.startswith("__") and last.endswith("__"))


def called(crossing: Crossing, sources: Sources, annotations: Annotations, types: PythonTypes) -> tuple[Called, ...]:
    """Sorted by function."""
    by_callee: defaultdict[str, list[CrossingCall]] = defaultdict(list)
    for call in crossing.calls:
        if is_callable_across(call.callee):
            by_callee[call.callee].append(call)
    return tuple(
        _called(callee, tuple(sorted(calls)), sources, annotations, types)
        for callee, calls in sorted(by_callee.items())
    )


def _called(
    callee: str, calls: tuple[CrossingCall, ...], sources: Sources, annotations: Annotations, types: PythonTypes
) -> Called:
    first = calls[0]
    signature = sources.signature(first.callee_path, first.callee_line, callee)
    model = _model_of(callee, calls)
    kind = OperationKind.COMMAND if any(call.writes for call in calls) else OperationKind.QUERY
    is_used = any(sources.is_answer_used(call.path, call.line) for call in calls)
    said = signature or Signature((), "", "", is_async=False, gives=True)
    parameters = [annotations.parameter(argument) for argument in said.arguments]
    owner = _class_of(callee, said)
    if owner and said.binds == "self" and not owner.endswith(_QUERIES):
        parameters.insert(0, Parameter("id", types.of_key(model), "self"))
    return Called(
        served_by=first.side.other,
        name=_name(callee, owner, model),
        function=callee,
        kind=kind,
        model=model,
        parameters=tuple(_with_required_first(parameters)),
        returns=annotations.answer(said.returns, is_used=is_used, gives=said.gives),
        calls=calls,
    )


def _with_required_first(parameters: Sequence[Parameter]) -> Iterable[Parameter]:
    seen: dict[str, Parameter] = {}
    for each in sorted(parameters, key=lambda parameter: parameter.optional):
        seen.setdefault(each.name, each)
    return seen.values()


def _class_of(callee: str, signature: Signature) -> str:
    return callee.split(".")[-2] if signature.binds and "." in callee else ""


def _model_of(callee: str, calls: Sequence[CrossingCall]) -> str:
    """The model whose class it belongs to, else the one that it writes, or reads."""
    known = sorted({label for call in calls for label in (*call.writes, *call.reads)})
    owner = callee.split(".")[-2] if "." in callee else ""
    own = [
        label
        for label in known
        if owner.removeprefix("Abstract").removeprefix("Base").startswith(label.rpartition(".")[2])
    ]
    written = sorted({label for call in calls for label in call.writes})
    return (own or written or known)[0]


def _name(callee: str, owner: str, model: str) -> str:
    own = snake(callee.rpartition(".")[2].strip("_"))
    word = model_word(model)
    if owner.endswith(_QUERIES):
        return f"list_{plural(word)}_{own}"
    if owner and own.partition("_")[0] in {"is", "has", "can"}:
        return f"{word}_{own}"
    return f"{own}_{word}" if owner and word not in own else own
