"""The automatic model of a many-to-many field, as django.db.models.fields.related makes it, and classes that inherit from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.values import ModelReference, Value
from cutpoint.resolve.models.draft import FieldDraft, ModelDraft
from cutpoint.resolve.models.tables import truncated

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class
    from cutpoint.resolve.models.builder import ModelBuilder


def between(builder: ModelBuilder, draft: ModelDraft, field: FieldDraft) -> ModelDraft:
    """The model between *draft* and what *field* points at, the same one for whoever asks; its links come at the end."""
    label = f"{draft.app_label}.{draft.name}_{field.name}".lower()
    through = builder.between.get(label)
    if through is None:
        name = f"{draft.name}_{field.name}"
        through = ModelDraft(None, draft.app_label, name, draft.path, field.line, draft.module)
        builder.between[label] = through
        through.auto_created = True
        through.ours = draft.ours
        through.bases = ("django.db.models.Model",)
        table = builder.run.plain(field.table)
        default = f"{(draft.table or '').strip(chr(34))}_{field.name}"
        through.table = table if isinstance(table, str) else truncated(builder, default)
        key = FieldDraft("id", builder.auto_field(draft.app_label), draft.path, field.line)
        key.primary_key = True
        through.fields = {"id": key}
    return through


def inherit_between(builder: ModelBuilder, draft: ModelDraft, cls: Class) -> None:
    """Let *draft* inherit from the automatic models that its class names as bases: `class ItemTag(Item.tags.through)`."""
    for parent in [_parent(builder, base) for base in cls.bases]:
        if parent is not None:
            builder.link_parent(draft, parent)
            draft.bases = (parent.label, *draft.bases[1:])


def _parent(builder: ModelBuilder, base: Value) -> ModelDraft | None:
    value = builder.run.plain(base)
    if type(value) is not ModelReference:
        return None
    for draft in list(builder.drafts.values()):
        for field in draft.fields.values():
            label = f"{draft.app_label}.{draft.name}_{field.name}"
            if field.kind is RelationKind.MANY_TO_MANY and field.through is None and label == value.label:
                return between(builder, draft, field)
    return None


def whole_between(builder: ModelBuilder, draft: ModelDraft, field: FieldDraft, target: str | None) -> ModelDraft:
    """The same with its links: to *draft*, and to the model with the label *target*."""
    through = between(builder, draft, field)
    other_model = builder.drafts.get((target or "").lower())
    through.managed = draft.managed or (other_model.managed if other_model is not None else True)
    own, other = draft.name.lower(), (target or "unknown").rpartition(".")[2].lower()
    if target == draft.label or own == other:
        own, other = f"from_{own}", f"to_{other}"
    for name, label in ((own, draft.label), (other, target)):
        link = FieldDraft(name, "ForeignKey", field.path, field.line)
        link.kind = RelationKind.FOREIGN_KEY
        link.column = f"{name}_id"
        link.to = label
        link.on_delete = "CASCADE"
        link.related_name = f"{through.name}+"
        link.db_constraint = field.db_constraint
        through.fields[name] = link
    return through
