"""Filter sets: `paid = BooleanFilter(method=filter_paid)` has the function filter querysets of the set's model, `paid = PaidFilter()` the filter's own `filter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import BY_CALLER, INFERRED, PLAIN, ModelClass, Object, Query, Text, Type, one
from cutpoint.infer.agents.serializer import is_own
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.frameworks.model_of import meta_model
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame


def filter_by_methods(frame: Frame, receiver: Object, node: Node) -> None:
    """Call each function or method that a filter of the set names, and each filter's own, with a queryset of `Meta.model`."""
    models = [each for each in meta_model(frame, receiver) if type(each) is ModelClass]
    if not models:
        # What a base without a model declares is called for its subclasses.
        return
    filters = list(_filters_of(frame, receiver))
    for model in models:
        # The set decides on the model, whoever's the function is.
        query = one(Query, model.label, INFERRED | BY_CALLER, "rows", None, None, ())
        for each in filters:
            if "method" in each.keywords:
                for method in _named(frame, receiver, type_of_value(frame, each.keywords["method"])):
                    call_type(frame, method, (query, PLAIN, PLAIN), (), node)
            for made in type_of_value(frame, each):
                if type(made) is Object and is_own(frame, made, "filter"):
                    call_type(frame, attribute(frame, made, "filter", None), (query, PLAIN), (), node)


def _filters_of(frame: Frame, receiver: Object) -> Iterator[Instance]:
    """What the set and its bases declare, in the order of the code; the nearest class has the say."""
    program = frame.engine.world.program
    names: set[str] = set()
    for base in program.linear(receiver.cls) if type(receiver.cls) is Class else ():
        if type(base) is not Class:
            continue
        for name, value in base.attributes.items():
            made = program.plain(value) if name not in names else None
            names.add(name)
            if type(made) is Instance:
                yield made


def _named(frame: Frame, receiver: Object, value: Type) -> Iterator[Type]:
    for each in value:
        yield attribute(frame, receiver, each.value, None) if type(each) is Text else (each,)
