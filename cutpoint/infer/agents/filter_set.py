"""Filter sets: `paid = BooleanFilter(method=filter_paid)` has the function filter querysets of the set's model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import BY_CALLER, INFERRED, PLAIN, ModelClass, Object, Query, Text, Type, one
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.frameworks.model_of import meta_model
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame


def filter_by_methods(frame: Frame, receiver: Object, node: Node) -> None:
    """Call each function or method that a filter of the set names, with a queryset of `Meta.model`."""
    models = [each for each in meta_model(frame, receiver) if type(each) is ModelClass]
    if not models:
        # What a base without a model declares is called for its subclasses.
        return
    methods = list(_methods_of(frame, receiver))
    for model in models:
        # The set decides on the model, whoever's the function is.
        query = one(Query, model.label, INFERRED | BY_CALLER, "rows", None, None, ())
        for method in methods:
            call_type(frame, method, (query, PLAIN, PLAIN), (), node)


def _methods_of(frame: Frame, receiver: Object) -> Iterator[Type]:
    """What the filters of the set and its bases name, in the order of the code; the nearest class has the say."""
    program = frame.engine.world.program
    names: set[str] = set()
    for base in program.linear(receiver.cls) if type(receiver.cls) is Class else ():
        if type(base) is not Class:
            continue
        for name, value in base.attributes.items():
            made = program.plain(value) if name not in names else None
            names.add(name)
            if type(made) is Instance and "method" in made.keywords:
                yield from _named(frame, receiver, type_of_value(frame, made.keywords["method"]))


def _named(frame: Frame, receiver: Object, value: Type) -> Iterator[Type]:
    for each in value:
        yield attribute(frame, receiver, each.value, None) if type(each) is Text else (each,)
