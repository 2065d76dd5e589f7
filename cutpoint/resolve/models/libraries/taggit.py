"""django-taggit: a TaggableManager is a many-to-many relation to tags, through its own or a given model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class
from cutpoint.resolve.execution.attributes import initialize
from cutpoint.resolve.execution.class_registry import model_by_label
from cutpoint.resolve.models.draft import FieldDraft, TargetOf

if TYPE_CHECKING:
    from cutpoint.domain.objects import Instance
    from cutpoint.domain.values import Value
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft

_GENERIC_ITEMS = ("taggit.models.CommonGenericTaggedItemBase", "taggit.models.GenericTaggedItemBase")


def _taggable(builder: ModelBuilder, draft: ModelDraft, name: str, instance: Instance) -> None:
    run = builder.run
    callee = run.plain(instance.callee)
    if type(callee) is Class:
        initialize(run, instance, callee)
    arguments, keywords = instance.outer or (instance.arguments, instance.keywords)
    given = {**dict(zip(("verbose_name", "help_text", "through"), arguments, strict=False)), **keywords}
    through = given.get("through") or "taggit.TaggedItem"
    field = FieldDraft(
        name, getattr(callee, "name", "TaggableManager").rpartition(".")[2], instance.place.path, instance.place.line
    )
    field.kind = RelationKind.MANY_TO_MANY
    field.column = None
    field.through = through
    field.to = given.get("to") or TargetOf(through, "tag")
    field.source = instance
    related_name = run.plain(given.get("related_name"))
    field.related_name = related_name if isinstance(related_name, str) else None
    draft.fields[name] = field
    if not draft.abstract:
        draft.after.append(lambda: _tagged_items(builder, draft, through, instance))


def _tagged_items(builder: ModelBuilder, draft: ModelDraft, through: Value, instance: Instance) -> None:
    """Tags kept in a generic table are also seen as a generic relation."""
    run = builder.run
    value = run.plain(through)
    if isinstance(value, str):
        value = model_by_label(run, value if "." in value else f"{draft.app_label}.{value}")
    generic = value is None and through == "taggit.TaggedItem"
    if type(value) is Class:
        names = {getattr(base, "dotted", None) or getattr(base, "name", "") for base in run.linear(value)}
        generic = any(name in names for name in _GENERIC_ITEMS)
    if not generic:
        return
    items = FieldDraft("tagged_items", "GenericRelation", instance.place.path, instance.place.line)
    items.kind = RelationKind.GENERIC_RELATION
    items.column = None
    items.on_delete = "DO_NOTHING"
    items.to = through
    draft.fields.setdefault("tagged_items", items)


FIELDS = {"taggit.managers.TaggableManager": _taggable}
