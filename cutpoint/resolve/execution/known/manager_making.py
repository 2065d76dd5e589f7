"""`Manager.from_queryset(QuerySet)` and `QuerySet.as_manager()`: a manager class with the public methods of a queryset class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.values import Place, Symbol, Unknown, Value

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod

_MANAGER = Symbol("django.db.models.Manager")


def _from_queryset(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """The class that Django makes: a subclass of the manager, which takes over what the queryset class defines."""
    query = run.plain(a[0] if a else k.get("queryset_class"))
    base = run.plain(receiver)
    if type(query) is not Class:
        return (
            base if type(base) in (Class, Symbol) else Unknown("a manager made from an unknown queryset class", place)
        )
    return _manager_class(run, base if type(base) is Class else _MANAGER, query, place)


def _as_manager(run: Interpreter, receiver: Value, _a: list[Value], _k: dict[str, Value], place: Place) -> Value:
    query = run.plain(receiver)
    if type(query) is not Class:
        return NotImplemented
    return Instance(_manager_class(run, _MANAGER, query, place), [], {}, place)


def _manager_class(run: Interpreter, base: Value, query: Class, place: Place) -> Class:
    name = base.name if type(base) is Class else "Manager"
    made = Class(f"{name}From{query.name}", query.module, f"{name}From{query.name}", [base], place)
    for ancestor in reversed(run.linear(query)):
        if type(ancestor) is not Class:
            continue
        for attribute, value in ancestor.attributes.items():
            if type(value) is Function and not attribute.startswith("_"):
                made.attributes[attribute] = value
    made.attributes["_queryset_class"] = query
    made.declared = dict(made.attributes)
    return made


def _of_django(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    """`models.Manager.from_queryset(OrderQuerySet)`."""
    return _from_queryset(run, _MANAGER, a, k, place)


FUNCTIONS: dict[str, KnownFunction] = {
    f"django.db.models.{name}.from_queryset": _of_django
    for name in ("Manager", "BaseManager", "manager.Manager", "manager.BaseManager")
}
METHODS: dict[str, KnownMethod] = {"from_queryset": _from_queryset, "as_manager": _as_manager}
