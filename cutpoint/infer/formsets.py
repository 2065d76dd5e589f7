"""Formsets: `modelformset_factory(Line)`, and what iterating, `save()` and `deleted_forms` of one give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    ANY,
    INFERRED,
    NOTHING,
    PLAIN,
    STORED,
    ClassOf,
    FormOf,
    FormSetOf,
    Items,
    LibraryMethod,
    ModelClass,
    Object,
    Query,
    Row,
    Type,
    atom,
    join,
    one,
)
from cutpoint.infer.agents.acting import acting, declaration_of, is_true
from cutpoint.infer.agents.form import after_save, save_by_form, save_by_formset
from cutpoint.infer.dispatch import attribute, attribute_of, call_of, call_type, item_of
from cutpoint.infer.levels import weakened
from cutpoint.infer.made_forms import form_class
from cutpoint.infer.made_formsets import made_formsets

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_FORMS = frozenset({"forms", "deleted_forms", "extra_forms", "initial_forms", "ordered_forms"})


def formset_class(
    frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, node: Node = None, *, position: int
) -> Type:
    """The class that a factory makes; the model stands at *position*."""
    named = {key: value for key, value in keywords if key is not None}
    models = arguments[position] if len(arguments) > position else named.get("model", NOTHING)
    classes, forms = NOTHING, NOTHING
    # A form that names no model of its own is one of the formset's.
    for each in form_class(frame, models, named.get("form", NOTHING), named.get("fields", NOTHING)):
        classes = join(classes, (each,))
        forms = join(forms, one(Object, each.cls, each.level) if type(each) is ClassOf else NOTHING)
    # Inline formsets let rows be deleted unless it is said otherwise; one of several dicts that are spread may say so.
    is_said = node is None or any(key == "can_delete" for key, _ in node[3])
    deletes = is_true(named.get("can_delete", NOTHING)) or (position == 1 and not (is_said and "can_delete" in named))
    parents = (arguments[0] if arguments else named.get("parent_model", NOTHING)) if position == 1 else NOTHING
    result = NOTHING
    for each in models:
        if type(each) is ModelClass:
            own = made_formsets(frame, named.get("formset", NOTHING), each, classes, parents, deletes=deletes)
            plain = one(FormSetOf, each.label, max(each.level, INFERRED), forms, True, deletes)
            result = join(result, own or plain)
    return result


def form_of_instance(keywords: Keywords) -> Type:
    """`form_class(request.POST, instance=order)`, of a class that is not known: what takes an instance is a form of its model."""
    result = NOTHING
    for name, value in keywords:
        for each in value if name == "instance" else ():
            if type(each) is Row:
                result = join(result, one(FormOf, each.label, weakened(each.level, 0), each.state))
    return result


def _forms_of(each: FormSetOf) -> Type:
    return each.forms or one(FormOf, each.label, each.level, ANY)


@attribute_of(FormOf)
def _form(_frame: Frame, each: FormOf, name: str, _node: Node) -> Type:
    if name == "instance":
        return one(Row, each.label, each.level, each.state)
    return one(LibraryMethod, each, name) if name == "save" else PLAIN


def call_form(
    frame: Frame, each: FormOf, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    """The type of `form.save()`; which relations such a form has is not known."""
    row = atom(Row, each.label, each.level, each.state)
    if name == "save":
        # What a class that nobody knows makes of an instance is taken for a form: then this is no blind spot.
        frame.blind.pop(id(node), None)
        with acting(frame, "form", declaration_of(frame, each)):
            save_by_form(frame, row, frozenset(), arguments, keywords, node)
        return (after_save(row, arguments, keywords),)
    return (row,)


@call_of(FormSetOf)
def _made(_frame: Frame, each: FormSetOf, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node) -> Type:
    return one(FormSetOf, each.label, each.level, each.forms, False, each.deletes) if each.is_class else PLAIN


@item_of(FormSetOf)
def _item(_frame: Frame, each: FormSetOf, _node: Node) -> Type:
    return _forms_of(each)


@attribute_of(FormSetOf)
def _attribute(_frame: Frame, each: FormSetOf, name: str, _node: Node) -> Type:
    if name in _FORMS:
        return one(Items, _forms_of(each))
    if name == "empty_form":
        return _forms_of(each)
    if name == "model":
        return one(ModelClass, each.label, each.level)
    if name in ("deleted_objects", "new_objects"):
        return one(Items, one(Row, each.label, each.level, STORED if name[0] == "d" else ANY))
    if name == "queryset":
        return _query(each)
    return one(LibraryMethod, each, name)


def _query(each: FormSetOf) -> Type:
    return one(Query, each.label, each.level, "rows", None, None, ())


def call_formset(
    frame: Frame, each: FormSetOf, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    """The type of a method of a formset."""
    row = one(Row, each.label, each.level, ANY)
    if name == "get_queryset":
        return _query(each)
    if name == "save":
        save_by_formset(frame, each, arguments, keywords, node)
        return one(Items, row)
    if name in ("is_valid", "full_clean"):
        with acting(frame, "validation", declaration_of(frame, each)):
            for query in _query(each) if node is not None else NOTHING:
                frame.see("call", query, "filter", node)
        for form in each.forms:
            call_type(frame, attribute(frame, form, "is_valid", None), (), (), node)
    return PLAIN
