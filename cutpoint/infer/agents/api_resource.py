"""`class OrderResource(ModelResource)` of django-tastypie: what it does for a request, by its own methods and the library's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.types import (
    ANY,
    INFERRED,
    NEW,
    NOTHING,
    STORED,
    ClassOf,
    Items,
    Manager,
    Object,
    Query,
    Row,
    Text,
    join,
    one,
)
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.serializer import is_own
from cutpoint.infer.dispatch import attribute, call_type, item_type
from cutpoint.infer.entries.decorating import name_of_decorator
from cutpoint.infer.following import followed
from cutpoint.infer.frameworks.model_of import declared, models_in, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame

PACKAGE = "tastypie."
RESOURCES = frozenset({"ModelResource", "NamespacedModelResource", "BaseModelResource"})
BUNDLE = "tastypie.bundle.Bundle"
_BUNDLE = one(Object, BUNDLE, INFERRED)
DOES: dict[str, tuple[str, ...]] = {
    "get_list": ("obj_get_list",),
    "post_list": ("obj_create",),
    "put_list": ("obj_delete_list_for_update", "obj_create"),
    "patch_list": ("obj_get", "obj_update", "obj_create", "obj_delete"),
    "delete_list": ("obj_delete_list",),
    "get_detail": ("obj_get",),
    # What isn't there yet is made.
    "put_detail": ("obj_update", "obj_create"),
    "patch_detail": ("obj_get", "obj_update"),
    "delete_detail": ("obj_delete",),
}
"""Method that serves a request -> what it calls, which projects override."""
_LISTS = frozenset({"get_object_list", "obj_get_list", "cached_obj_get_list", "apply_filters"})
_GETS = frozenset({"obj_get", "cached_obj_get"})
_EMPTIES = frozenset({"obj_delete_list", "obj_delete_list_for_update"})
METHODS = frozenset(DOES) | _LISTS | _GETS | _EMPTIES | {"obj_create", "obj_update", "obj_delete", "save"}
_TO_ROWS = ("ForeignKey", "OneToOneField", "ToOneField", "ManyToManyField", "ToManyField", "OneToManyField")


def is_resource(frame: Frame, receiver: object) -> bool:
    """Whether *receiver* is a resource of a model."""
    cls = getattr(receiver, "cls", None)
    return type(cls) is Class and frame.engine.world.derives(cls, RESOURCES, PACKAGE)


def served(frame: Frame, resource: Object) -> list[str]:
    """The library's methods that serve what `allowed_methods` lets through and its read-only authorization doesn't stop."""
    writes = bool(_options(frame, resource, "authorization"))
    return [
        name
        for name in DOES
        if (writes or name.startswith("get"))
        and _is_allowed(frame, resource, name)
        and not is_own(frame, resource, name)
    ]


def _is_allowed(frame: Frame, resource: Object, name: str) -> bool:
    method, _, kind = name.partition("_")
    for option in (f"{kind}_allowed_methods", "allowed_methods"):
        value = _options(frame, resource, option)
        if value:
            return any(type(each) is Text and each.value.lower() == method for each in item_type(frame, value, None))
    return True


def _options(frame: Frame, resource: Object, name: str) -> Type:
    """What `class Meta` says."""
    result = NOTHING
    for each in declared(frame, resource, "Meta"):
        if type(each) is ClassOf and type(each.cls) is Class and frame.engine.world.member(each.cls, name) is not None:
            result = join(result, attribute(frame, each, name, None))
    return result


def rows_of_resource(frame: Frame, resource: Object, state: int) -> Type:
    """Rows of the model that a resource is about."""
    models = models_in(_options(frame, resource, "queryset")) or models_in(_options(frame, resource, "object_class"))
    return rows_of(models, state)


def act(frame: Frame, resource: Object, name: str, node: Node) -> Type:
    """What one of the library's methods does, and what it gives."""
    with acting(frame, "view", declaration_of(frame, resource)):
        if name in DOES:
            return _serve(frame, resource, name, node)
        if name in _LISTS:
            return _queries(frame, resource, name, node)
        if name in _EMPTIES:
            return _on_each(frame, _call(frame, resource, "obj_get_list", node), "delete", node)
        if name in _GETS:
            return _get(frame, resource, node)
        if name == "obj_delete":
            return _on_each(frame, _call(frame, resource, "obj_get", node), "delete", node)
        if name == "obj_update":
            _call(frame, resource, "obj_get", node)
        if name != "save":
            _run_hooks(frame, resource, "hydrate", node)
            if is_own(frame, resource, "save"):
                return _call(frame, resource, "save", node)
        return _on_each(frame, rows_of_resource(frame, resource, _state(frame, name)), "save", node)


def _state(frame: Frame, name: str) -> int:
    """Whether the row that *name* saves is there already; a `save` of the project's own is for both."""
    around = frame.function.name if name == "save" and frame.function is not None else name
    if around == "obj_create":
        return NEW
    return ANY if around == "save" else STORED


def _serve(frame: Frame, resource: Object, name: str, node: Node) -> Type:
    for each in DOES[name]:
        given = _call(frame, resource, each, node)
        for query in given if name == "get_list" else ():
            if isinstance(query, (Query, Manager)):
                frame.see("call", query, "filter", node)
    if name.startswith("get"):
        _show_relations(frame, resource, node)
        _run_hooks(frame, resource, "dehydrate", node)
    return NOTHING


def _call(frame: Frame, resource: Object, name: str, node: Node) -> Type:
    """A method of the project's own, or what the library does."""
    if is_own(frame, resource, name):
        return call_type(frame, attribute(frame, resource, name, None), (_BUNDLE,), (), node)
    return act(frame, resource, name, node)


def _queries(frame: Frame, resource: Object, name: str, node: Node) -> Type:
    if name != "get_object_list":
        return _call(frame, resource, "get_object_list", node)
    result = NOTHING
    for each in _options(frame, resource, "queryset"):
        if type(each) is Query:
            result = join(result, (each,))
        elif type(each) is Manager:
            result = join(result, one(Query, each.label, each.level, "rows", each.cls, each.related, ()))
    return result


def _get(frame: Frame, resource: Object, node: Node) -> Type:
    for each in _call(frame, resource, "get_object_list", node):
        if isinstance(each, (Query, Manager)):
            frame.see("call", each, "get", node)
    return rows_of_resource(frame, resource, STORED)


def _on_each(frame: Frame, value: Type, word: str, node: Node) -> Type:
    for each in value:
        if isinstance(each, (Row, Query, Manager, Items)):
            call_type(frame, attribute(frame, each, word, None), (), (), node)
    return _BUNDLE


def _run_hooks(frame: Frame, resource: Object, word: str, node: Node) -> None:
    """`hydrate`, `hydrate_price` and their like, before a row is saved; `dehydrate` when it is shown."""
    for name, value in _declared(frame, resource):
        if type(value) is Function and (name == word or name.startswith(f"{word}_")):
            call_type(frame, attribute(frame, resource, name, None), (_BUNDLE,), (), node)


def _show_relations(frame: Frame, resource: Object, node: Node) -> None:
    """`shop = fields.ForeignKey(ShopResource, "shop")` loads the other row for its address."""
    program = frame.engine.world.program
    for _, value in _declared(frame, resource):
        made = program.plain(value)
        name = name_of_decorator(made) if type(made) is Instance else ""
        if type(made) is Instance and name.startswith(PACKAGE) and name.endswith(_TO_ROWS):
            path = made.keywords.get("attribute", made.arguments[1] if len(made.arguments) > 1 else None)
            rows = rows_of_resource(frame, resource, STORED)
            if isinstance(path, str):
                followed(frame, rows, path.split("__"), node, to_end=True)


def _declared(frame: Frame, resource: Object) -> Iterator[tuple[str, object]]:
    met: set[str] = set()
    for base in frame.engine.world.program.linear(resource.cls) if type(resource.cls) is Class else ():
        for name, value in base.attributes.items() if type(base) is Class and base.module.found.ours else ():
            if name not in met:
                yield name, value
            met.add(name)
