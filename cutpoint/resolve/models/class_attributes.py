"""What the attributes of a class give its model: fields, and whatever their `contribute_to_class` adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Bound, Class, Function, Instance
from cutpoint.domain.values import Symbol, Value
from cutpoint.resolve.execution.budget import SPENT
from cutpoint.resolve.models.field_drafts import field_draft
from cutpoint.resolve.models.libraries import FIELD_CONSTRUCTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import FieldDraft, ModelDraft


def add_own_fields(builder: ModelBuilder, draft: ModelDraft, cls: Class) -> None:
    """Fields that the class declares itself, and those that were added to it by name."""
    declared = cls.declared if cls.declared is not None else cls.attributes
    for name, value in [*declared.items(), *cls.contributed.items()]:
        if name in draft.fields or name.startswith("__"):
            continue
        instance = builder.run.plain(value)
        if type(instance) is Instance:
            add_value(builder, draft, cls, name, instance)


def add_value(builder: ModelBuilder, draft: ModelDraft, cls: Class, name: str, instance: Instance) -> None:
    """Add what *instance* under *name* gives the model: a field, several, or another model."""
    construct = _construct_for(builder, instance)
    if construct is not None:
        construct(builder, draft, name, instance)
        return
    hook = _own_hook(builder, instance)
    if hook is None:
        field = field_draft(builder.run, name, instance)
        if field is not None:
            draft.fields[field.name] = field
        return
    _run_hook(builder, draft, cls, name, instance, hook)


def _construct_for(
    builder: ModelBuilder, instance: Instance
) -> Callable[[ModelBuilder, ModelDraft, str, Instance], None] | None:
    callee = builder.run.plain(instance.callee)
    order = builder.run.linear(callee) if type(callee) is Class else [callee]
    for base in order:
        construct = FIELD_CONSTRUCTS.get(dotted_name(base))
        if construct is not None:
            return construct
    return None


def _own_hook(builder: ModelBuilder, instance: Instance) -> Function | None:
    """`contribute_to_class` of a field class of which we have the source, Django's own left out."""
    callee = builder.run.plain(instance.callee)
    if type(callee) is not Class:
        return None
    for base in builder.run.linear(callee):
        if type(base) is Class and base.module.name.startswith("django."):
            return None
        if type(base) is Class and "contribute_to_class" in base.attributes:
            function = builder.run.plain(base.attributes["contribute_to_class"])
            return function if type(function) is Function else None
    return None


def _run_hook(
    builder: ModelBuilder, draft: ModelDraft, cls: Class, name: str, instance: Instance, hook: Function
) -> None:
    before = dict(cls.attributes)
    kept = before.pop(name, None)
    cls.attributes.pop(name, None)
    earlier, cls.contributed = cls.contributed, {}
    try:
        builder.run.call(Bound(hook, instance), [cls, name], {}, instance.place)
    except SPENT:
        builder.blind(
            instance.place.path,
            instance.place.line,
            "execution-limit",
            f"contribute_to_class of {name} ran too long",
        )
    added = [(key, value) for key, value in cls.attributes.items() if key not in before or before[key] is not value]
    for key, value in [*cls.contributed.items(), *added]:
        made = builder.run.plain(value)
        if type(made) is not Instance or key in draft.fields:
            continue
        if made is instance or _own_hook(builder, made) is None:
            field = field_draft(builder.run, key, made)
            if field is not None:
                draft.fields[field.name] = field
        else:
            add_value(builder, draft, cls, key, made)
    cls.contributed = {**earlier, **cls.contributed}
    if name not in cls.attributes:
        cls.attributes[name] = kept


def add_inherited(builder: ModelBuilder, draft: ModelDraft, cls: Class, field: FieldDraft) -> None:
    """A field of an abstract parent is copied, and its contribute_to_class runs again for the new class."""
    source = field.source
    if source is not None and (_own_hook(builder, source) is not None or _construct_for(builder, source) is not None):
        add_value(builder, draft, cls, field.name, source)
    if field.name not in draft.fields:
        draft.fields[field.name] = field.copy()


def dotted_name(value: Value) -> str:
    """The dotted name of a class with or without source; empty for other values."""
    return value.dotted if type(value) is Class else value.name if type(value) is Symbol else ""
