"""Methods of a project's own field classes that Django calls with the rows of the models that have such a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, BY_CALLER, INFERRED, PROVED, Method, Object, Row, atom, one
from cutpoint.infer.dispatch import call_type

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.infer.engine import Engine

_FIELD_CALLBACKS = frozenset(
    {"pre_save", "save_form_data", "contribute_to_related_class", "clean", "value_from_object"}
)


def run_field_callbacks(engine: Engine, functions: list[Function]) -> None:
    """`pre_save(self, instance, add)` of a field class of ours gets rows of every model that has such a field."""
    world = engine.world
    for function in functions:
        owner = function.owner
        if owner is None or function.name not in _FIELD_CALLBACKS or len(function.parameters) < 2:
            continue
        if not any(name.startswith("django.") and name.endswith("Field") for name in world.lineage(owner)):
            continue
        names = {owner.name, *(other.name for other in world.subclasses(owner))}
        home = engine.homes.of(function)
        method = one(Method, function, atom(Object, owner, PROVED), None)
        for model in world.catalog.models:
            # Each model by itself: they are no candidates for one row, but all of them happen.
            if not model.abstract and any(field.type in names for field in model.fields):
                call_type(home, method, (one(Row, model.label, INFERRED | BY_CALLER, ANY),), (), None)
