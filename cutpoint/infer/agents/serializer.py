"""`serializer.save()` creates or updates a row, by `create` and `update` of the project where it has them, and sets many-to-many relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, NEW, STORED, Row, Type, atom
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.form import fields_of_form, save_relations
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.frameworks.model_of import meta_model, rows_of
from cutpoint.infer.row_states import state_of

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Object
    from cutpoint.infer.frame import Frame

_NARROWING = ("__init__", "get_fields", "to_internal_value", "to_representation")
_STATES = {"create": NEW, "update": STORED}


def save_by_serializer(frame: Frame, serializer: Object, word: str, checked: Type, node: Node) -> None:
    """What `save` does with the values *checked*, or `create` or `update` when that is called on a serializer which inherits it."""
    if word != "save":
        _store(frame, serializer, word, node)
        return
    state = state_of(frame, serializer)
    for each in ("create", "update"):
        if state not in (ANY, _STATES[each]):
            continue
        if not is_own(frame, serializer, each):
            _store(frame, serializer, each, node)
            continue
        rows = rows_of(meta_model(frame, serializer), ANY) if each == "update" else ()
        given: tuple[Type, ...] = (rows, checked) if each == "update" else (checked,)
        with acting(frame, "serializer", declaration_of(frame, serializer)):
            call_type(frame, attribute(frame, serializer, each, None), given, (), node)


def is_own(frame: Frame, receiver: Object, name: str) -> bool:
    """Whether a class of the project defines the method."""
    world = frame.engine.world
    found = world.member(receiver.cls, name) if type(receiver.cls) is Class else None
    if found is None or type(found[0]) is not Class or not found[0].module.found.ours:
        return False
    # A decorator of a library may have set a wrapper around what the class inherits.
    function = world.function_value(found[1])
    return function is None or function.env.module.found.ours


def is_narrowed(frame: Frame, serializer: Object) -> bool:
    """Whether the project decides at run time which fields a serializer within another has."""
    return any(is_own(frame, serializer, name) for name in _NARROWING)


def _store(frame: Frame, serializer: Object, word: str, node: Node) -> None:
    fields = fields_of_form(frame, serializer)
    with acting(frame, "serializer", declaration_of(frame, serializer)):
        for each in rows_of(meta_model(frame, serializer), ANY):
            if type(each) is Row:
                row = atom(Row, each.label, each.level, _STATES[word])
                call_type(frame, attribute(frame, row, "save", None), (), (), node)
                # Without a list of fields nobody knows which relations can be written.
                save_relations(frame, row, fields or frozenset(), node)
