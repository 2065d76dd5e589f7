"""django-formtools' wizards: `done(form_list, form_dict)` gets the forms of all steps, `get_cleaned_data_for_step("basics")` what one says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    ANY,
    INFERRED,
    NEW,
    NONE,
    NOTHING,
    PLAIN,
    ClassOf,
    Group,
    Items,
    LibraryMethod,
    Object,
    Record,
    join,
    one,
    type_of,
)
from cutpoint.infer.dispatch import attribute as atom_attribute
from cutpoint.infer.dispatch import attribute_of_type
from cutpoint.infer.frameworks.library_bases import extends
from cutpoint.infer.row_states import in_state
from cutpoint.infer.texts import texts_in

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

NAMES = frozenset({"form_list", "form_dict"})
"""Parameters of `done`."""
METHODS = frozenset({"get_cleaned_data_for_step", "get_all_cleaned_data"})
ATTRIBUTES = METHODS
# `SessionWizardView`, `NamedUrlCookieWizardView` …
_BASES = ("WizardView",)
# What the project's own wizard overrides to give a form the row that it changes.
_GIVING_ROWS = ("get_form_instance", "get_form_kwargs", "get_form", "instance_dict")


def wizard_parameter(frame: Frame, receiver: Atom | None, name: str, method: str) -> Type | None:
    """What a wizard hands to its method `done`; None for other classes."""
    if method != "done" or receiver is None or not _is_wizard(frame, receiver):
        return None
    steps = _steps(frame, receiver)
    forms = NOTHING
    for _, form in steps:
        forms = join(forms, form)
    if not forms:
        return None
    # Conditions may leave out steps: which form comes at which place isn't known.
    return one(Items, forms) if name == "form_list" else one(Record, tuple(sorted(steps)), forms)


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """Methods that give what was entered."""
    return one(LibraryMethod, receiver, name) if _is_wizard(frame, receiver) else None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """What the form of one step makes of its fields, or nothing where it was not filled in; of all steps, no form's alone."""
    if not _is_wizard(frame, receiver):
        return None
    if name == "get_all_cleaned_data":
        return PLAIN
    wanted = texts_in(arguments[0] if arguments else dict(keywords).get("step", NOTHING)) or ()
    found = NOTHING
    for step, form in _steps(frame, receiver):
        if step in wanted:
            found = join(found, attribute_of_type(frame, form, "cleaned_data", node))
    return join(found or PLAIN, NONE)


def _is_wizard(frame: Frame, receiver: Atom) -> bool:
    return type(receiver) is Object and extends(frame, receiver, _BASES)


def _steps(frame: Frame, receiver: Atom) -> list[tuple[str, Type]]:
    """The name of each step and its form; steps without a name are counted."""
    steps: dict[str, Type] = {}
    for each in atom_attribute(frame, receiver, "form_list", None):
        items = each.item if type(each) is Items else ()
        for part in items:
            name, classes = str(len(steps)), type_of(part)
            if type(part) is Group and len(part.items) == 2:
                name, classes = next(iter(texts_in(part.items[0]) or ()), name), part.items[1]
            forms = [one(Object, cls.cls, max(cls.level, INFERRED)) for cls in classes if type(cls) is ClassOf]
            for form in forms:
                steps[name] = join(steps.get(name, NOTHING), in_state(frame, form, _state(frame, receiver)))
    return list(steps.items())


def _state(frame: Frame, receiver: Atom) -> int:
    """Forms are made without rows, unless the wizard says which."""
    cls = getattr(receiver, "cls", None)
    found = [frame.engine.world.member(cls, name) for name in _GIVING_ROWS] if type(cls) is Class else [None]
    is_own = any(each is not None and type(each[0]) is Class and each[0].module.found.ours for each in found)
    return ANY if is_own else NEW
