"""The admin: `admin.site.register(Order, OrderAdmin)`, and `self.model`, `super().get_queryset(request)` of what is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    INFERRED,
    NONE,
    NOTHING,
    STORED,
    ClassOf,
    LibraryMethod,
    LibraryName,
    ModelClass,
    Object,
    Query,
    Row,
    Type,
    atom,
    join,
    one,
    type_of,
)
from cutpoint.infer.agents.admin import administer
from cutpoint.infer.dispatch import item_type
from cutpoint.infer.frameworks.model_of import models_of
from cutpoint.infer.members import note_self_read
from cutpoint.infer.targets import store

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset({"register", "model", "get_queryset", "get_object"})
METHODS = frozenset({"register", "get_queryset", "get_object"})
_ADMINS = ("ModelAdmin", "BaseModelAdmin", "InlineModelAdmin")


def _is_site(frame: Frame, receiver: Atom) -> bool:
    if type(receiver) is LibraryName:
        return receiver.name in ("django.contrib.admin.site", "django.contrib.admin.sites.site")
    return (
        type(receiver) is Object
        and type(receiver.cls) is Class
        and frame.engine.world.derives(receiver.cls, ("AdminSite", "DefaultAdminSite"), "django.contrib.")
    )


def _is_admin(frame: Frame, receiver: Atom) -> bool:
    return (
        type(receiver) is Object
        and type(receiver.cls) is Class
        and frame.engine.world.derives(receiver.cls, _ADMINS, "django.contrib.")
    )


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """Sites register, and what they have registered knows its model."""
    if name == "register":
        return one(LibraryMethod, receiver, name) if _is_site(frame, receiver) else None
    if not _is_admin(frame, receiver):
        return None
    return (_models(frame, receiver) or None) if name == "model" else one(LibraryMethod, receiver, name)


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """A registration, or the rows of what is registered."""
    if name == "register":
        return register(frame, arguments, keywords, node) if _is_site(frame, receiver) else None
    if not _is_admin(frame, receiver):
        return None
    rows = name == "get_queryset"
    result: Type = NOTHING
    for each in _models(frame, receiver):
        if type(each) is ModelClass and rows:
            world = frame.engine.world
            cls = world.query_class(world.default_manager(each.label))
            result = join(result, one(Query, each.label, each.level, "rows", cls, None, ()))
        elif type(each) is ModelClass:
            query = one(Query, each.label, each.level, "rows", None, None, ())[0]
            if node is not None:
                frame.see("call", query, "get", node)
            result = join(result, one(Row, each.label, each.level, STORED))
    return result or None


def _models(frame: Frame, admin: Atom) -> Type:
    """What the admin is registered for, or an inline declares."""
    result = models_of(frame, admin, ("model",))
    note_self_read(frame, admin, "model", None)
    cls = getattr(admin, "cls", None)
    if type(cls) is Class:
        result = join(result, _by_convention(frame.engine.world.registered_models(cls)))
    return result


def _by_convention(models: Type) -> Type:
    return type_of(*[atom(ModelClass, each.label, INFERRED) for each in models if type(each) is ModelClass])


def register(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """Without a class of the project's, the admin acts at the line that registers."""
    named = dict(keywords)
    given = arguments[0] if arguments else named.get("model_or_iterable", NOTHING)
    models = item_type(frame, given, None) if any(type(part) is not ModelClass for part in given) else given
    classes = arguments[1] if len(arguments) > 1 else named.get("admin_class", NOTHING)
    own = [each for each in classes if type(each) is ClassOf and type(each.cls) is Class and each.cls.module.found.ours]
    for each in own:
        if type(each.cls) is Class:
            frame.engine.world.register(each.cls, models)
            # Who asks a class for its model before it is registered asks again.
            store(frame, each, "model", _by_convention(models))
    for model in models if not own and node is not None else ():
        if type(model) is ModelClass:
            place = (frame.module.path, node[4], frame.module.name)
            frame.engine.circumstances.administered[model.label] = (frame, node[4])
            administer(frame, None, model.label, node, place)
    return NONE
