"""Django's forms: `form.instance`, `form.save()`, `form.cleaned_data[...]`, formsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, NOTHING, PLAIN, Items, LibraryMethod, Object, Type, join, one
from cutpoint.infer.frameworks.library_bases import extends
from cutpoint.infer.frameworks.model_of import meta_model, rows_of

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_PLAIN = frozenset(
    {"errors", "data", "files", "fields", "changed_data", "initial", "prefix", "is_bound", "media", "non_field_errors"}
)
ATTRIBUTES = _PLAIN | {
    "instance",
    "save",
    "is_valid",
    "full_clean",
    "add_error",
    "has_changed",
    "save_m2m",
    "cleaned_data",
    "clean",
}
METHODS = frozenset(
    {"save", "is_valid", "full_clean", "add_error", "has_changed", "save_m2m", "clean", "as_p", "get_initial_for_field"}
)


def is_form(frame: Frame, receiver: Atom) -> bool:
    """Whether *receiver* is a form or a formset."""
    if extends(frame, receiver, ("ModelForm",)):
        return True
    return (
        type(receiver) is Object
        and type(receiver.cls) is Class
        and any(
            name.startswith("django.")
            and name.rpartition(".")[2]
            in ("BaseForm", "Form", "ModelForm", "BaseModelForm", "BaseFormSet", "BaseModelFormSet")
            for name in frame.engine.world.lineage(receiver.cls)
        )
    )


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """What forms keep."""
    if not is_form(frame, receiver):
        return None
    if name in METHODS:
        return one(LibraryMethod, receiver, name)
    if name in _PLAIN:
        return PLAIN
    if name == "instance":
        stored = frame.engine.read(("attribute", receiver.cls, "instance"), frame)  # type: ignore[attr-defined]  # an Object
        return rows_of(meta_model(frame, receiver), ANY) or stored or None
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """What the methods of forms give."""
    if not is_form(frame, receiver):
        return None
    if name != "save":
        return PLAIN
    rows = rows_of(meta_model(frame, receiver), ANY)
    if not rows:
        rows = attribute(frame, receiver, "instance", None) or NOTHING
    is_set = frame.engine.world.derives(receiver.cls, ("BaseFormSet", "BaseModelFormSet"))  # type: ignore[attr-defined]  # an Object
    if node is not None:
        for row in rows:
            frame.see("form", row, "save", node, arguments, keywords)
    result = NOTHING
    for row in rows:
        result = join(result, one(Items, (row,)) if is_set else (row,))
    return result or None
