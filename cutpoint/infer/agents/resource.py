"""django-import-export: `OrderResource().import_data(rows)` looks for rows and saves them, `.export()` reads them; pages of the admin do both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, INFERRED, PLAIN, STORED, ClassOf, Manager, ModelClass, Object, Query, Row, atom
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.resource_fields import look_up_relations, show_relations
from cutpoint.infer.agents.serializer import is_own
from cutpoint.infer.dispatch import attribute, call_type, item_type
from cutpoint.infer.frameworks.model_of import declared, meta_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame

PACKAGE = "import_export."
RESOURCES = frozenset({"ModelResource"})
IMPORTING, EXPORTING = frozenset({"BaseImportMixin", "ImportMixin"}), frozenset({"BaseExportMixin", "ExportMixin"})
# What a project may define of its own, and an import then calls.
_HOOKS = (
    "before_import",
    "before_import_row",
    "skip_row",
    "before_save_instance",
    "after_save_instance",
    "after_import_row",
    "after_import",
)


def is_resource(frame: Frame, receiver: object) -> bool:
    """Whether *receiver* is a resource of a model."""
    cls = getattr(receiver, "cls", None)
    return type(cls) is Class and frame.engine.world.derives(cls, RESOURCES, PACKAGE)


def import_rows(frame: Frame, resource: Object, node: Node) -> None:
    """Rows are looked for by their key, then inserted or updated; deleted only where the project says which."""
    with acting(frame, "resource", declaration_of(frame, resource)):
        for label, level in _models(frame, resource):
            look_up_relations(frame, resource, atom(Row, label, level, STORED), node)
            _import(frame, label, level, node, deletes=is_own(frame, resource, "for_delete"))
        for hook in _HOOKS:
            if is_own(frame, resource, hook):
                call_type(frame, attribute(frame, resource, hook, None), (PLAIN, PLAIN, PLAIN), (), node)


def export_rows(frame: Frame, resource: Object, given: Type, node: Node) -> None:
    """The rows that are handed to it, or all that the resource is about."""
    with acting(frame, "resource", declaration_of(frame, resource)):
        if is_own(frame, resource, "get_queryset") and not any(type(each) is Query for each in given):
            given = call_type(frame, attribute(frame, resource, "get_queryset", None), (), (), node)
        queries = [each for each in given if type(each) is Query]
        for query in queries:
            frame.see("evaluate", query, "iterate", node)
        for label, level in _models(frame, resource):
            if not queries:
                _export(frame, label, level, node)
            show_relations(frame, resource, atom(Row, label, level, STORED), node)


def exchange_declared(frame: Frame, admin: Object, node: Node) -> None:
    """What the pages of an admin class do, by the resources that it names or with every column of its models."""
    world = frame.engine.world
    if type(admin.cls) is not Class:
        return
    resources = list(_resources_of(frame, admin))
    labels = [each.label for each in world.registered_models(admin.cls) if type(each) is ModelClass]
    imports, exports = (world.derives(admin.cls, names, PACKAGE) for names in (IMPORTING, EXPORTING))
    for resource in resources:
        if imports:
            import_rows(frame, resource, node)
        if exports:
            export_rows(frame, resource, (), node)
    with acting(frame, "resource", declaration_of(frame, admin)):
        for label in labels if not resources else ():
            if imports:
                _import(frame, label, INFERRED, node, deletes=False)
            if exports:
                _export(frame, label, INFERRED, node)


def _resources_of(frame: Frame, admin: Object) -> Iterator[Object]:
    for name in ("resource_class", "resource_classes"):
        value = declared(frame, admin, name)
        for each in value if name == "resource_class" else item_type(frame, value, None):
            if type(each) is ClassOf and is_resource(frame, each):
                yield atom(Object, each.cls, each.level)


def _models(frame: Frame, resource: Object) -> list[tuple[str, int]]:
    return [(each.label, each.level) for each in meta_model(frame, resource) if type(each) is ModelClass]


def _import(frame: Frame, label: str, level: int, node: Node, *, deletes: bool) -> None:
    manager = atom(Manager, label, level, None, None)
    call_type(frame, attribute(frame, manager, "get", None), (), (), node)
    row = atom(Row, label, level, ANY)
    call_type(frame, attribute(frame, row, "save", None), (), (), node)
    if deletes:
        stored = atom(Row, label, level, STORED)
        call_type(frame, attribute(frame, stored, "delete", None), (), (), node)


def _export(frame: Frame, label: str, level: int, node: Node) -> None:
    frame.see("evaluate", atom(Query, label, level, "rows", None, None, ()), "iterate", node)
