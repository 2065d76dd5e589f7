"""The admin's sites: `admin.site.register(Order, OrderAdmin)`, `my_site.register([Order, Line])`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import NONE, NOTHING, ClassOf, LibraryMethod, LibraryName, ModelClass, Object, Type, one
from cutpoint.infer.agents.admin import administer
from cutpoint.infer.dispatch import item_type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset({"register"})
METHODS = frozenset({"register"})


def _is_site(frame: Frame, receiver: Atom) -> bool:
    if type(receiver) is LibraryName:
        return receiver.name in ("django.contrib.admin.site", "django.contrib.admin.sites.site")
    return (
        type(receiver) is Object
        and type(receiver.cls) is Class
        and frame.engine.world.derives(receiver.cls, ("AdminSite", "DefaultAdminSite"), "django.contrib.")
    )


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """Sites register."""
    return one(LibraryMethod, receiver, name) if _is_site(frame, receiver) else None


def method(
    frame: Frame, receiver: Atom, _name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """A registration."""
    return register(frame, arguments, keywords, node) if _is_site(frame, receiver) else None


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
    for model in models if not own and node is not None else ():
        if type(model) is ModelClass:
            place = (frame.module.path, node[4], frame.module.name)
            frame.engine.circumstances.administered[model.label] = (frame, node[4])
            administer(frame, None, model.label, node, place)
    return NONE
