"""`form.save()` and `formset.save()` of model forms save the row and set its many-to-many relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    ANY,
    NOTHING,
    STORED,
    ClassOf,
    Constant,
    FormSetOf,
    Items,
    Manager,
    ModelClass,
    Object,
    Plain,
    Related,
    Row,
    atom,
    join,
    one,
)
from cutpoint.domain.values import Sequence
from cutpoint.infer.agents.acting import acting, argument, declaration_of, is_false, is_true
from cutpoint.infer.dispatch import attribute, call_method, call_type
from cutpoint.infer.frameworks.model_of import declared, models_of
from cutpoint.infer.texts import texts_within
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ALL_FIELDS: frozenset[str] | None = None
"""The fields of a form that doesn't say which it has."""


def save_by_form(
    frame: Frame,
    row: Atom,
    fields: frozenset[str] | None,
    arguments: tuple[Type, ...],
    keywords: Keywords,
    node: Node,
) -> None:
    """What `BaseModelForm.save` does; with `commit=False` nothing."""
    if _only_makes(frame, arguments, keywords):
        return
    call_type(frame, attribute(frame, row, "save", None), (), (), node)
    save_relations(frame, row, fields, node)


def _only_makes(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords) -> bool:
    """`save(commit=False)`; an override that hands on what it is given, `super().save(*args, **kwargs)`, asks its callers."""
    commit = argument(arguments, keywords, 0, "commit")
    if Plain in map(type, commit):
        frame.want_texts()
    return is_false(commit)


def after_save(row: Atom, arguments: tuple[Type, ...], keywords: Keywords) -> Atom:
    """The *row* that `save` of a form gives: stored, unless it may have been told only to make it."""
    commit = argument(arguments, keywords, 0, "commit")
    if type(row) is not Row or is_false(commit):
        return row
    told = all(type(each) is Constant and each.value is True for each in commit)
    return atom(Row, row.label, row.level, STORED if told else ANY)


def save_relations(frame: Frame, row: Atom, fields: frozenset[str] | None, node: Node) -> None:
    """What `save_m2m` does: `row.tags.set(…)` for every many-to-many field of the form."""
    label, level = getattr(row, "label", ""), getattr(row, "level", 0)
    for link in frame.engine.world.space.links(label).values():
        is_field = link.forward and link.kind is RelationKind.MANY_TO_MANY and link.target is not None
        if is_field and (fields is None or link.name in fields):
            manager = atom(Manager, link.target, level, None, atom(Related, label, link.name))
            call_type(frame, attribute(frame, manager, "set", None), (one(Items, NOTHING),), (), node)


def fields_of_form(frame: Frame, form: Atom) -> frozenset[str] | None:
    """The names in `Meta.fields`, or those that `Meta.exclude` leaves; None when it doesn't say, or says `__all__`."""
    for options in declared(frame, form, "Meta"):
        if type(options) is ClassOf:
            names = _texts_of(frame, options, "fields")
            if names and "__all__" not in names:
                return names
            excluded = _texts_of(frame, options, "exclude")
            labels = [each.label for each in attribute(frame, options, "model", None) if type(each) is ModelClass]
            if excluded and labels:
                space = frame.engine.world.space
                known = {
                    *space.fields(labels[0]),
                    *(link.name for link in space.links(labels[0]).values() if link.forward),
                }
                return frozenset(known - excluded)
    return ALL_FIELDS


def _texts_of(frame: Frame, options: ClassOf, name: str) -> frozenset[str]:
    """The texts that an option lists; as a type, a list of very many would be one of any texts."""
    world = frame.engine.world
    found = world.member(options.cls, name) if type(options.cls) is Class else None
    value = world.program.plain(found[1]) if found is not None and type(found[0]) is Class else None
    items = value if isinstance(value, tuple) else value.items if type(value) is Sequence else ()
    texts = [world.program.plain(item) for item in items]
    if texts and all(isinstance(text, str) for text in texts):
        return frozenset(texts)
    return frozenset(texts_within(attribute(frame, options, name, None)))


def formsets_behind(frame: Frame, receiver: Object) -> Type:
    """The formset that an instance of a formset's class is: its class says `model`, `form` and `can_delete`."""
    world = frame.engine.world
    if not world.derives(receiver.cls, ("BaseFormSet", "BaseModelFormSet", "BaseInlineFormSet")):
        return _made_by_factories(frame, receiver.cls)
    forms, result = NOTHING, NOTHING
    for form in declared(frame, receiver, "form"):
        forms = join(forms, one(Object, form.cls, form.level) if type(form) is ClassOf else NOTHING)
    deletes = is_true(declared(frame, receiver, "can_delete"))
    for each in models_of(frame, receiver, ("model",)):
        if type(each) is ModelClass:
            result = join(result, one(FormSetOf, each.label, each.level, forms, False, deletes))
    return result


def _made_by_factories(frame: Frame, cls: Class | str) -> Type:
    """`class LineFormSet(inlineformset_factory(Order, Line))`, where the factory has no source."""
    result: Type = NOTHING
    for base in frame.engine.world.program.linear(cls) if type(cls) is Class else ():
        for value in base.bases if type(base) is Class else ():
            plain = frame.engine.world.program.plain(value)
            for each in type_of_value(frame, plain) if type(plain) is not Class else ():
                if type(each) is FormSetOf:
                    result = join(result, one(FormSetOf, each.label, each.level, each.forms, False, each.deletes))
    return result


def save_by_formset(frame: Frame, each: FormSetOf, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> None:
    """What `BaseModelFormSet.save` does: its forms are saved, and rows that were marked are deleted."""
    if _only_makes(frame, arguments, keywords):
        return
    row = atom(Row, each.label, each.level, ANY)
    forms = NOTHING
    for form in each.forms:
        forms = join(forms, (form,) if type(form) is Object else NOTHING)
    for form in forms:
        call_method(frame, form, "save", (), node)
    with acting(frame, "form", declaration_of(frame, each)):
        if not forms:
            save_by_form(frame, row, ALL_FIELDS, (), (), node)
        if each.deletes:
            stored = atom(Row, each.label, each.level, STORED)
            call_type(frame, attribute(frame, stored, "delete", None), (), (), node)
