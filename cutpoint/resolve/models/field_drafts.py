"""A class attribute -> FieldDraft: what its constructor was handed, under Django's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.values import Symbol, Value
from cutpoint.resolve.execution.attributes import initialize
from cutpoint.resolve.models.draft import FieldDraft
from cutpoint.resolve.models.field_classes import FieldClass, field_class

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter

_POSITIONAL = {
    RelationKind.FOREIGN_KEY: ("to", "on_delete", "related_name"),
    RelationKind.ONE_TO_ONE: ("to", "on_delete", "to_field"),
    RelationKind.MANY_TO_MANY: ("to", "related_name"),
    RelationKind.GENERIC_RELATION: ("to", "object_id_field", "content_type_field"),
    RelationKind.GENERIC: ("ct_field", "fk_field"),
}
_PLAIN_POSITIONAL = ("verbose_name", "name", "primary_key")


def field_draft(run: Interpreter, name: str, value: Value) -> FieldDraft | None:
    """The field that the class attribute *name* declares; None when *value* is no field."""
    instance = run.plain(value)
    if type(instance) is not Instance:
        return None
    kind = field_class(run, instance)
    return _drafted(run, name, instance, kind) if kind is not None else None


def _drafted(run: Interpreter, name: str, instance: Instance, kind: FieldClass) -> FieldDraft:
    given = _given(run, instance, kind)
    own_name = run.plain(given.get("name"))
    draft = FieldDraft(
        own_name if isinstance(own_name, str) else name, kind.name, instance.place.path, instance.place.line
    )
    draft.kind = kind.kind
    draft.source = instance
    draft.primary_key = run.truth(given.get("primary_key", False))[0] is True
    draft.null = run.truth(given.get("null", False))[0] is True
    column = run.plain(given.get("db_column"))
    match kind.kind:
        case RelationKind.FOREIGN_KEY | RelationKind.ONE_TO_ONE:
            draft.column = column if isinstance(column, str) else f"{draft.name}_id"
            draft.on_delete = on_delete_name(run, given.get("on_delete"))
            to_field = run.plain(given.get("to_field"))
            draft.to_field = to_field if isinstance(to_field, str) else None
            draft.parent_link = run.truth(given.get("parent_link", False))[0] is True
        case RelationKind.MANY_TO_MANY | RelationKind.GENERIC | RelationKind.GENERIC_RELATION:
            draft.column = None
            draft.through = given.get("through")
            draft.table = given.get("db_table")
            if kind.kind is RelationKind.GENERIC_RELATION:
                draft.on_delete = "DO_NOTHING"
        case None:
            draft.column = None if kind.columnless else column if isinstance(column, str) else draft.name
    if kind.kind is not None and kind.kind is not RelationKind.GENERIC:
        relation = instance.attributes.get("remote_field")
        draft.to = relation.attributes.get("model") if type(relation) is Instance else given.get("to")
        related_name = run.plain(given.get("related_name"))
        draft.related_name = related_name if isinstance(related_name, str) else None
        query_name = run.plain(given.get("related_query_name"))
        draft.related_query_name = query_name if isinstance(query_name, str) else None
        if kind.kind is RelationKind.GENERIC_RELATION:
            draft.related_name, draft.related_query_name = draft.related_query_name or "+", None
        symmetrical = given.get("symmetrical")
        draft.symmetrical = None if symmetrical is None else run.truth(symmetrical)[0]
        draft.db_constraint = run.truth(given.get("db_constraint", True))[0] is not False
    return draft


def _given(run: Interpreter, instance: Instance, kind: FieldClass) -> dict[str, Value]:
    callee = run.plain(instance.callee)
    if type(callee) is Class:
        initialize(run, instance, callee)
    arguments, keywords = instance.outer or (instance.arguments, instance.keywords)
    # A composite key takes the names of fields, and nothing that other fields take.
    names = _POSITIONAL.get(kind.kind, ()) if kind.kind else () if kind.columnless else _PLAIN_POSITIONAL
    given = dict(zip(names, arguments, strict=False))
    given.update(keywords)
    # What the field was made with still counts where its __init__ could not be followed.
    for key, value in instance.keywords.items():
        given.setdefault(key, value)
    return given


def on_delete_name(run: Interpreter, value: Value) -> str:
    """The bare name of an on_delete callable; before Django 2.0 leaving it out meant CASCADE."""
    value = run.plain(value)
    match value:
        case Symbol():
            return value.last
        case Function():
            return value.name
        case Class():
            return value.name
        case Instance():
            callee = run.plain(value.callee)
            return callee.last if type(callee) is Symbol else getattr(callee, "name", "SET")
    return "CASCADE"
