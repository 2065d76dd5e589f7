"""django-guardian: `assign_perm("change_order", user, order)` and `remove_perm(…)` store who may do what with one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    INFERRED,
    NONE,
    PLAIN,
    Container,
    Group,
    Items,
    Manager,
    Query,
    Row,
    Type,
    Unknown,
    atom,
    join_all,
)
from cutpoint.infer.agents.acting import acting
from cutpoint.infer.dispatch import attribute, call_type, item_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_GROUP = "auth.Group"
_MANY = frozenset({Container, Group, Items})
_PERMISSION = "auth.Permission"
# Whether of groups -> (model of permissions for any row, base of those with a foreign key to one model).
_MODELS = {
    False: ("guardian.UserObjectPermission", "UserObjectPermissionBase"),
    True: ("guardian.GroupObjectPermission", "GroupObjectPermissionBase"),
}


def _changing(word: str) -> Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]:
    def change(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type | None:
        named = dict(keywords)
        whose = arguments[1] if len(arguments) > 1 else named.get("user_or_group", ())
        rows = arguments[2] if len(arguments) > 2 else named.get("obj", NONE)
        if node is None or frame.engine.world.space.model(_MODELS[False][0]) is None:
            return None
        with acting(frame, "library", ("guardian/shortcuts.py", 1, f"guardian.shortcuts.{word}")):
            for of_groups in sorted({label == _GROUP for label in _labels(frame, whose)}) or (False, True):
                if rows is NONE:
                    _change_own(frame, whose, word, node)
                    continue
                _call(frame, _PERMISSION, "get", node)
                for label in sorted({_model_for(frame, each, of_groups=of_groups) for each in _labels(frame, rows)}):
                    _call(frame, label, "get_or_create" if word == "assign_perm" else "filter", node)
                    if word == "remove_perm":
                        query = atom(Query, label, INFERRED, "rows", None, None, ())
                        call_type(frame, attribute(frame, query, "delete", None), (), (), node)
        return PLAIN

    return change


def _change_own(frame: Frame, whose: Type, word: str, node: Node) -> None:
    """Without a row it is a permission like Django's own."""
    for each in whose:
        if type(each) is Row:
            name = "permissions" if each.label == _GROUP else "user_permissions"
            for manager in attribute(frame, each, name, None):
                if type(manager) is Manager:
                    method = attribute(frame, manager, "add" if word == "assign_perm" else "remove", None)
                    call_type(frame, method, (PLAIN,), (), node)


def _labels(frame: Frame, value: Type) -> Iterator[str]:
    """The models of one row, or of many; an unknown one has none."""
    flat = join_all([item_type(frame, (each,), None) if type(each) in _MANY else (each,) for each in value])
    for each in flat:
        if isinstance(each, (Row, Query, Manager)):
            yield each.label
        elif type(each) is Unknown:
            yield ""


def _model_for(frame: Frame, label: str, *, of_groups: bool) -> str:
    """The model that keeps permissions for rows of *label*: one with a foreign key to it, or the one for all."""
    world = frame.engine.world
    general, base = _MODELS[of_groups]
    for link in world.space.links(label).values() if label else ():
        cls = world.program.class_of(link.target) if link.target is not None and not link.forward else None
        if type(cls) is Class and link.target != general and world.derives(cls, (base,), "guardian."):
            return link.target or general
    return general


def _call(frame: Frame, label: str, word: str, node: Node) -> None:
    manager = atom(Manager, label, INFERRED, None, None)
    call_type(frame, attribute(frame, manager, word, None), (), (), node)


FUNCTIONS = {f"guardian.shortcuts.{word}": _changing(word) for word in ("assign_perm", "remove_perm")}
