"""The method resolution order of a class: C3, and depth first where the bases do not allow it or are not all known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Deferred, Instance, Module, Partial
from cutpoint.domain.values import ModelReference, Reference, Symbol, Unknown, Value

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter


def linear_order(run: Interpreter, cls: Class) -> list[Value]:
    """*cls* and everything it inherits from; a base that cannot be had is a Symbol or an Unknown in its place."""
    if cls.linear is not None:
        return cls.linear
    # A circle of bases is an error in Python; here it ends at the class that closes it.
    cls.linear = [cls]
    parents: list[list[Value]] = []
    settled = True
    for base in cls.bases:
        value = base_value(run, base)
        settled &= type(value) not in (Reference, Deferred)
        parents.append(list(linear_order(run, value)) if type(value) is Class else [value])
    order = _merge(cls, parents)
    cls.linear = order if settled else None
    return order


def base_value(run: Interpreter, base: Value) -> Value:
    """What stands behind an expression in a class's bases."""
    value = run.plain(base)
    if type(value) is Instance:
        # `Base.of(Model)` or `six.with_metaclass(Meta, Base)` of a library: a class without source.
        inner = run.plain(value.callee)
        name = inner.name if type(inner) is Symbol else inner.dotted if type(inner) is Class else ""
        return Symbol(f"{name}()") if name else Unknown("a base made by a call")
    if type(value) is ModelReference:
        # `Item.tags.through`, which no class statement makes.
        return Symbol("django.db.models.Model")
    if type(value) is Partial:
        return Unknown("a base made by a call")
    return with_source(run, value) if type(value) is Symbol else value


def with_source(run: Interpreter, symbol: Symbol) -> Value:
    """The class behind `django.urls.ResolverMatch` after `import django.urls`, as behind its bare name after `from`."""
    home, _, name = symbol.name.rpartition(".")
    module = run.import_module(home, None) if "." in home else None
    found = run.plain(run.member(home, name)) if type(module) is Module else symbol
    return found if type(found) is Class else symbol


def _merge(cls: Class, parents: list[list[Value]]) -> list[Value]:
    sequences = [list(parent) for parent in parents if parent]
    sequences.append([parent[0] for parent in parents if parent])
    order: list[Value] = [cls]
    while True:
        sequences = [sequence for sequence in sequences if sequence]
        if len(sequences) < 2:
            # What is left of one order is in order; a long line of single bases is copied, and not merged.
            return [*order, *(sequences[0] if sequences else ())]
        for sequence in sequences:
            head = sequence[0]
            if not any(_contains(other[1:], head) for other in sequences):
                break
        else:
            return _depth_first(cls, parents)
        order.append(head)
        sequences = [sequence[1:] if _same(sequence[0], head) else sequence for sequence in sequences]


def _depth_first(cls: Class, parents: list[list[Value]]) -> list[Value]:
    order: list[Value] = [cls]
    for parent in parents:
        order += [base for base in parent if not _contains(order, base)]
    return order


def _contains(values: list[Value], wanted: Value) -> bool:
    return any(_same(value, wanted) for value in values)


def _same(a: Value, b: Value) -> bool:
    return a is b or (type(a) is Symbol and type(b) is Symbol and a.name == b.name)
