"""django-parler: `translations = TranslatedFields(name=CharField())` makes a model that holds the translated columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Instance
from cutpoint.domain.values import Mapping
from cutpoint.resolve.models.draft import FieldDraft, ModelDraft
from cutpoint.resolve.models.field_drafts import field_draft

if TYPE_CHECKING:
    from cutpoint.resolve.models.builder import ModelBuilder


def _translated_fields(builder: ModelBuilder, draft: ModelDraft, name: str, instance: Instance) -> None:
    if not draft.abstract:
        draft.after.append(lambda: _add_translation(builder, draft, name, instance))


def _add_translation(builder: ModelBuilder, draft: ModelDraft, related_name: str, instance: Instance) -> None:
    run = builder.run
    model = ModelDraft(
        None, draft.app_label, f"{draft.name}Translation", instance.place.path, instance.place.line, draft.module
    )
    model.ours = draft.ours
    model.managed = draft.managed
    model.bases = ("parler.models.TranslatedFieldsModel",)
    meta = run.plain(instance.keywords.get("meta"))
    said = run.plain(meta.items.get("db_table")) if type(meta) is Mapping else None
    model.table = said if isinstance(said, str) else f"{draft.table}_translation"
    model.fields["language_code"] = FieldDraft("language_code", "CharField", model.path, model.line)
    master = FieldDraft("master", "TranslationsForeignKey", model.path, model.line)
    master.kind = RelationKind.FOREIGN_KEY
    master.column = "master_id"
    master.null = True
    master.on_delete = "CASCADE"
    master.related_name = related_name
    master.to = draft.label
    model.fields["master"] = master
    for name, value in instance.keywords.items():
        field = field_draft(run, name, value)
        if field is not None:
            model.fields[field.name] = field
    builder.add_model(model)


FIELDS = {"parler.models.TranslatedFields": _translated_fields}
