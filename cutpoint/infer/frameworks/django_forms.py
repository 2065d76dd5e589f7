"""Django's forms: `form.instance`, `form.save()`, `form.cleaned_data[...]`, formsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    CERTAINTY_BITS,
    NOTHING,
    PLAIN,
    POSSIBLE,
    Items,
    LibraryMethod,
    Object,
    Type,
    join,
    one,
)
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.checked_values import checked_values, fields_by_name
from cutpoint.infer.agents.form import after_save, fields_of_form, formsets_behind, save_by_form, save_relations
from cutpoint.infer.agents.validation import show, validate
from cutpoint.infer.dispatch import attribute as atom_attribute
from cutpoint.infer.dispatch import attribute_of_type, call_type
from cutpoint.infer.frameworks.library_bases import extends
from cutpoint.infer.frameworks.model_of import meta_model, rows_of
from cutpoint.infer.levels import perhaps
from cutpoint.infer.libraries import is_followed
from cutpoint.infer.members import note_self_read
from cutpoint.infer.row_states import state_of

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_PLAIN = frozenset(
    {"errors", "data", "files", "changed_data", "initial", "prefix", "is_bound", "media", "non_field_errors"}
)
OF_FORMSETS = frozenset(
    {
        "forms",
        "deleted_forms",
        "extra_forms",
        "initial_forms",
        "ordered_forms",
        "empty_form",
        "model",
        "deleted_objects",
        "new_objects",
        "queryset",
        "get_queryset",
    }
)
"""What formsets have and forms have not."""
_CHECKING = frozenset({"is_valid", "full_clean"})
_SHOWING = frozenset({"as_p", "as_table", "as_ul", "as_div", "render"})
METHODS = (
    _CHECKING | _SHOWING | frozenset({"save", "add_error", "has_changed", "save_m2m", "clean", "get_initial_for_field"})
)
ATTRIBUTES = (
    _PLAIN
    | OF_FORMSETS
    | _SHOWING
    | {
        "instance",
        "save",
        "is_valid",
        "full_clean",
        "add_error",
        "has_changed",
        "save_m2m",
        "cleaned_data",
        "fields",
        "clean",
    }
)


def is_form(receiver: Atom, frame: Frame) -> TypeGuard[Object]:
    """Whether *receiver* is a form or a formset."""
    if extends(frame, receiver, ("ModelForm",)):
        return True
    return (
        type(receiver) is Object
        and type(receiver.cls) is Class
        and any(
            (
                name.startswith("django.")
                and name.rpartition(".")[2]
                in (
                    "BaseForm",
                    "Form",
                    "ModelForm",
                    "BaseModelForm",
                    "BaseFormSet",
                    "BaseModelFormSet",
                    "BaseInlineFormSet",
                )
            )
            or name.endswith("formset_factory()")
            for name in frame.engine.world.lineage(receiver.cls)
        )
    )


def attribute(frame: Frame, receiver: Atom, name: str, node: Node) -> Type | None:
    """What forms keep."""
    if not is_form(receiver, frame):
        return None
    if name == "save" and _is_saved_by_library(frame, receiver):
        return None
    if name in METHODS:
        return one(LibraryMethod, receiver, name)
    if name in OF_FORMSETS:
        found = NOTHING
        for each in formsets_behind(frame, receiver):
            found = join(found, atom_attribute(frame, each, name, node))
        return found or None
    if name == "cleaned_data":
        _leave_to_subclasses(frame, receiver)
        return checked_values(frame, receiver)
    if name == "fields":
        return fields_by_name(frame, receiver)
    if name in _PLAIN:
        return PLAIN
    if name == "instance":
        _leave_to_subclasses(frame, receiver)
        stored = frame.engine.read(("attribute", receiver.cls, "instance"), frame)
        return _of_form(receiver, rows_of(meta_model(frame, receiver), state_of(frame, receiver))) or stored or None
    return None


def _leave_to_subclasses(frame: Frame, receiver: Object) -> None:
    """What a form without a model of its own is about, those say that inherit from it."""
    if receiver is frame.receiver and not meta_model(frame, receiver):
        note_self_read(frame, receiver, "Meta", None)
        frame.chooses = True


def _is_saved_by_library(frame: Frame, receiver: Atom) -> bool:
    """Whether `save` of a form without a model is another library's, whose code says what it does."""
    world = frame.engine.world
    cls = getattr(receiver, "cls", None)
    if type(cls) is not Class or world.derives(cls, ("BaseModelForm", "BaseFormSet")):
        return False
    theirs = [base for base in world.program.linear(cls) if type(base) is Class and not base.module.found.ours]
    found = next((base for base in theirs if "save" in base.attributes), None)
    if found is None or found.module.found.stand_in:
        return False
    return is_followed(found.module.name)


def _of_form(receiver: Atom, rows: Type) -> Type:
    """*rows* of a form that is perhaps this one."""
    return perhaps(rows) if receiver.level & CERTAINTY_BITS == POSSIBLE else rows  # type: ignore[attr-defined]  # an Object


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """What the methods of forms give."""
    if not is_form(receiver, frame):
        return None
    if name == "save_m2m":
        with acting(frame, "form", declaration_of(frame, receiver)):
            for row in attribute(frame, receiver, "instance", None) or NOTHING:
                save_relations(frame, row, fields_of_form(frame, receiver), node)
    formsets = formsets_behind(frame, receiver)
    if name in _CHECKING and formsets:
        call_type(frame, attribute_of_type(frame, formsets, name, node), arguments, keywords, node)
    elif name in _CHECKING and type(receiver) is Object:
        validate(frame, receiver, node)
    if name in _SHOWING and type(receiver) is Object:
        show(frame, receiver, node)
    if name == "clean":
        # `cleaned_data = super().clean()`
        return checked_values(frame, receiver)
    if name != "save":
        return PLAIN
    if formsets:
        with acting(frame, "form", declaration_of(frame, receiver)):
            return call_type(frame, attribute_of_type(frame, formsets, name, node), arguments, keywords, node)
    rows = _of_form(receiver, rows_of(meta_model(frame, receiver), state_of(frame, receiver)))
    if not rows:
        rows = attribute(frame, receiver, "instance", None) or NOTHING
    is_set = frame.engine.world.derives(receiver.cls, ("BaseFormSet", "BaseModelFormSet"))
    with acting(frame, "form", declaration_of(frame, receiver)):
        for row in rows:
            save_by_form(frame, row, fields_of_form(frame, receiver), arguments, keywords, node)
    result = NOTHING
    for row in rows:
        saved = (after_save(row, arguments, keywords),)
        result = join(result, one(Items, saved) if is_set else saved)
    return result or None
