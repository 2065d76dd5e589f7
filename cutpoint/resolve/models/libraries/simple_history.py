"""django-simple-history: `history = HistoricalRecords()` makes a model with a row for each version of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class, Instance
from cutpoint.resolve.execution.attributes import initialize
from cutpoint.resolve.execution.targets import iterate
from cutpoint.resolve.models.draft import FieldDraft, ModelDraft
from cutpoint.resolve.models.field_drafts import field_draft

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.resolve.models.builder import ModelBuilder

_RECORDS = "simple_history.models.HistoricalRecords"


def _late(builder: ModelBuilder, draft: ModelDraft, name: str, instance: Instance) -> None:
    """The records are made when the model is whole, and again for subclasses: see `add_history`; here, if it is already."""
    if builder.is_built(draft):
        _add_model(builder, draft, instance, _given(builder, instance), name)


def add_history(builder: ModelBuilder, draft: ModelDraft) -> None:
    """Make the historical model of *draft* when it, or an ancestor that hands it down, keeps one."""
    if draft.cls is None or draft.proxy:
        return
    run = builder.run
    for base in run.linear(draft.cls):
        if type(base) is not Class:
            continue
        for accessor, value in list(base.attributes.items()):
            instance = run.plain(value) if type(value) is Instance else None
            if instance is None or not _is_records(builder, instance):
                continue
            given = _given(builder, instance)
            if base is draft.cls or run.truth(given.get("inherit", False))[0] is True:
                _add_model(builder, draft, instance, given, accessor)
                return


def _is_records(builder: ModelBuilder, instance: Instance) -> bool:
    callee = builder.run.plain(instance.callee)
    order = builder.run.linear(callee) if type(callee) is Class else [callee]
    return any((getattr(base, "dotted", None) or getattr(base, "name", "")) == _RECORDS for base in order)


def _given(builder: ModelBuilder, instance: Instance) -> dict[str, Value]:
    callee = builder.run.plain(instance.callee)
    if type(callee) is Class and callee.dotted != _RECORDS:
        initialize(builder.run, instance, callee)
    arguments, keywords = instance.outer or (instance.arguments, instance.keywords)
    return {**dict(zip(("verbose_name", "verbose_name_plural", "bases"), arguments, strict=False)), **keywords}


def _add_model(
    builder: ModelBuilder, draft: ModelDraft, instance: Instance, given: dict[str, Value], accessor: str
) -> None:
    run = builder.run
    name = run.plain(given.get("custom_model_name"))
    name = name if isinstance(name, str) else f"Historical{draft.name}"
    app = run.plain(given.get("app"))
    label = app if isinstance(app, str) else draft.app_label
    history = ModelDraft(None, label, name, instance.place.path, instance.place.line, draft.module)
    history.ours = draft.ours or "registered" in instance.attributes
    history.history_of = (draft.label, accessor)
    table = run.plain(given.get("table_name"))
    history.table = table if isinstance(table, str) else f"{label}_{name.lower()}"
    history.bases = ("simple_history.models.HistoricalChanges",)
    excluded = {run.plain(item) for item in iterate(run, given.get("excluded_fields", ()), None)[0]}
    for field in _columns(draft):
        if field.name not in excluded:
            history.fields[field.name] = _copied(field, draft)
    _add_base_fields(builder, history, given)
    _add_bookkeeping(builder, history, given)
    builder.add_model(history)


def _columns(draft: ModelDraft) -> list[FieldDraft]:
    """Fields of the model and of its multi-table parents, as `_meta.fields` lists them."""
    inherited = [field for parent in draft.parents for field in _columns(parent)]
    own = [field for field in draft.fields.values() if field.column is not None]
    return inherited + own


def _copied(field: FieldDraft, owner: ModelDraft) -> FieldDraft:
    twin = field.copy()
    if isinstance(twin.to, str) and "." not in twin.to:
        # What it means is told from the model that it was written in.
        twin.to = owner.label if twin.to == "self" else f"{owner.app_label}.{twin.to}"
    twin.primary_key = False
    twin.parent_link = False
    if twin.type in ("AutoField", "BigAutoField", "SmallAutoField"):
        twin.type = {"AutoField": "IntegerField", "BigAutoField": "BigIntegerField"}.get(twin.type, "SmallIntegerField")
    if twin.kind is not None:
        # History outlives what it points at.
        twin.kind = RelationKind.FOREIGN_KEY
        twin.type = "ForeignKey"
        twin.on_delete = "DO_NOTHING"
        twin.related_name = "+"
        twin.db_constraint = False
        twin.null = True
    return twin


def _add_base_fields(builder: ModelBuilder, history: ModelDraft, given: dict[str, Value]) -> None:
    for base in iterate(builder.run, given.get("bases", ()), None)[0]:
        cls = builder.run.plain(base)
        parent = builder.draft_of(cls) if type(cls) is Class else None
        for field in parent.fields.values() if parent is not None else ():
            history.fields[field.name] = field.copy()


def _add_bookkeeping(builder: ModelBuilder, history: ModelDraft, given: dict[str, Value]) -> None:
    run = builder.run
    path, line = history.path, history.line
    custom = field_draft(run, "history_id", given["history_id_field"]) if "history_id_field" in given else None
    key = custom or FieldDraft("history_id", _key_type(builder), path, line)
    key.primary_key = True
    history.fields["history_id"] = key
    history.fields["history_date"] = FieldDraft("history_date", "DateTimeField", path, line)
    history.fields["history_change_reason"] = FieldDraft("history_change_reason", "CharField", path, line)
    history.fields["history_type"] = FieldDraft("history_type", "CharField", path, line)
    if "history_user_id_field" in given:
        own = field_draft(run, "history_user_id", given["history_user_id_field"])
        if own is not None:
            history.fields["history_user_id"] = own
    else:
        user = FieldDraft("history_user", "ForeignKey", path, line)
        user.kind = RelationKind.FOREIGN_KEY
        user.column = "history_user_id"
        user.null = True
        user.on_delete = "SET_NULL"
        user.related_name = "+"
        setting = run.plain(run.setting("AUTH_USER_MODEL")[1])
        user.to = given.get("user_model") or (setting if isinstance(setting, str) else "auth.User")
        history.fields["history_user"] = user
    if "related_name" in given:
        _add_relation_back(history, given)


def _add_relation_back(history: ModelDraft, given: dict[str, Value]) -> None:
    relation = FieldDraft("history_relation", "ForeignKey", history.path, history.line)
    relation.kind = RelationKind.FOREIGN_KEY
    relation.column = "history_relation_id"
    relation.on_delete = "DO_NOTHING"
    relation.db_constraint = False
    relation.to = f"{history.app_label}.{history.name.removeprefix('Historical')}"
    name = given.get("related_name")
    relation.related_name = name if isinstance(name, str) else None
    history.fields["history_relation"] = relation


def _key_type(builder: ModelBuilder) -> str:
    found, value = builder.run.setting("SIMPLE_HISTORY_HISTORY_ID_USE_UUID")
    return "UUIDField" if found and builder.run.truth(value)[0] is True else "AutoField"


FIELDS = {_RECORDS: _late}
