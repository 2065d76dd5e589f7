"""django-pghistory: `@pghistory.track()` on a model makes a model of events, with a copy of its columns for each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.values import Mapping, Unknown
from cutpoint.resolve.execution.targets import iterate
from cutpoint.resolve.models.draft import FieldDraft, ModelDraft
from cutpoint.resolve.models.tables import truncated

if TYPE_CHECKING:
    from cutpoint.domain.objects import Instance
    from cutpoint.domain.values import Value
    from cutpoint.resolve.models.builder import ModelBuilder

_COUNTERS = {"AutoField": "IntegerField", "BigAutoField": "BigIntegerField", "SmallAutoField": "SmallIntegerField"}


def _add_events(builder: ModelBuilder, draft: ModelDraft, instance: Instance) -> None:
    """The model of one `track`; where its source is read, running it made that model already."""
    run = builder.run
    given = instance.keywords
    chosen = _names(builder, given.get("fields"))
    excluded = _names(builder, given.get("exclude")) or []
    name, label = run.plain(given.get("model_name")), run.plain(given.get("app_label"))
    default = "_".join([draft.name, *(chosen or []), "event"])
    event = ModelDraft(
        None,
        label if isinstance(label, str) else draft.app_label,
        name if isinstance(name, str) else _pascal_case(default),
        instance.place.path,
        instance.place.line,
        draft.module,
    )
    event.ours = draft.ours
    event.bases = ("pghistory.models.Event",)
    meta = run.plain(given.get("meta"))
    event.table = truncated(builder, f"{event.app_label}_{event.name.lower()}")
    if type(meta) is Mapping and "db_table" in meta.items:
        table = run.plain(meta.items["db_table"])
        event.table = table if isinstance(table, str) else None
    elif type(meta) is Unknown:
        event.table = None
    key = FieldDraft("pgh_id", "AutoField", event.path, event.line)
    key.primary_key = True
    event.fields["pgh_id"] = key
    event.fields["pgh_created_at"] = FieldDraft("pgh_created_at", "DateTimeField", event.path, event.line)
    event.fields["pgh_label"] = FieldDraft("pgh_label", "TextField", event.path, event.line)
    for field in draft.concrete.fields.values():
        if field.column is not None and (field.name in chosen if chosen is not None else field.name not in excluded):
            event.fields[field.name] = _copied(field, draft)
    event.fields["pgh_obj"] = _relation(event, "pgh_obj", draft.label, "_".join([*(chosen or []), "events"]))
    context = _relation(event, "pgh_context", "pghistory.Context", "+")
    context.null = True
    event.fields["pgh_context"] = context
    builder.add_model(event)


def _names(builder: ModelBuilder, value: Value) -> list[str] | None:
    if value is None:
        return None
    items = (builder.run.plain(item) for item in iterate(builder.run, value, None)[0])
    return [item for item in items if isinstance(item, str)]


def _pascal_case(name: str) -> str:
    first, *others = name.split("_")
    return first[:1].upper() + first[1:] + "".join(part[:1].upper() + part[1:] for part in others)


def _copied(field: FieldDraft, owner: ModelDraft) -> FieldDraft:
    twin = field.copy()
    twin.primary_key = False
    twin.parent_link = False
    twin.type = _COUNTERS.get(twin.type, twin.type)
    if twin.kind is not None:
        # Events outlive what they point at.
        twin.kind = RelationKind.FOREIGN_KEY
        twin.type = "ForeignKey"
        twin.on_delete = "DO_NOTHING"
        twin.related_name = "+"
        twin.db_constraint = False
    if isinstance(twin.to, str) and "." not in twin.to:
        # What it means is told from the model that it was written in.
        twin.to = owner.label if twin.to == "self" else f"{owner.app_label}.{twin.to}"
    return twin


def _relation(event: ModelDraft, name: str, to: str, related_name: str) -> FieldDraft:
    field = FieldDraft(name, "ForeignKey", event.path, event.line)
    field.kind = RelationKind.FOREIGN_KEY
    field.column = f"{name}_id"
    field.to = to
    field.on_delete = "DO_NOTHING"
    field.related_name = related_name
    field.db_constraint = False
    return field


DECORATORS = {"pghistory.track": _add_events, "pghistory.core.track": _add_events}
