"""django-guardian: `assign_perm("shop.view_item", user)` has no object, `get_objects_for_user(user, "shop.view_item")` names a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import INFERRED, ModelClass, Text, one
from cutpoint.infer.agents.object_permissions import change_for_rows
from cutpoint.infer.dispatch import call_type
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]

_MODULE = "guardian.shortcuts"


def _changing(word: str, for_all: str) -> Known:
    """With an object, what is stored for that; else what the stand-in's function *for_all* does."""

    def known(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type | None:
        named = dict(k)
        if len(a) > 2 or "obj" in named:
            whose = a[1] if len(a) > 1 else named.get("user_or_group", ())
            return change_for_rows(frame, word, whose, a[2] if len(a) > 2 else named["obj"], node)
        if None in named:
            return None
        return call_type(frame, _member(frame, for_all), a, k, node) or None

    return known


def _objects(name: str) -> Known:
    """The model that a permission is about, where no class says it."""

    def known(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type | None:
        if len(a) > 2 or any(key in ("klass", None) for key, _ in k):
            return None
        named = _model_named(frame, a[1] if len(a) > 1 else dict(k).get("perms", ()))
        return call_type(frame, _member(frame, name), a, (*k, ("klass", named)), node) if named else None

    return known


def _member(frame: Frame, name: str) -> Type:
    told = frame.engine.told_functions.told_of(_MODULE).get(name)
    return type_of_value(frame, told or frame.engine.world.program.member(_MODULE, name))


def _model_named(frame: Frame, perms: Type) -> Type:
    """`shop.view_item` is about items of the shop."""
    for each in perms:
        text = each.value if type(each) is Text else ""
        app, _, codename = text.partition(".")
        model = frame.engine.world.space.model(f"{app}.{codename.rpartition('_')[2]}")
        if model is not None:
            return one(ModelClass, model.label, INFERRED)
    return ()


FUNCTIONS: dict[str, Known] = {
    f"{_MODULE}.assign_perm": _changing("assign_perm", "assign_to_all"),
    f"{_MODULE}.remove_perm": _changing("remove_perm", "remove_from_all"),
    f"{_MODULE}.get_objects_for_user": _objects("get_objects_for_user"),
    f"{_MODULE}.get_objects_for_group": _objects("get_objects_for_group"),
}
