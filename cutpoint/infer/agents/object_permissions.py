"""django-guardian: `assign_perm("change_order", user, order)` and `remove_perm(…)` store who may do what with one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    INFERRED,
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
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

_GROUP = "auth.Group"
_MANY = frozenset({Container, Group, Items})
_CONTENT_TYPE = "contenttypes.ContentType"
_PERMISSION = "auth.Permission"
# Whether of groups -> (model of permissions for any row, base of those with a foreign key to one model).
_MODELS = {
    False: ("guardian.UserObjectPermission", "UserObjectPermissionBase"),
    True: ("guardian.GroupObjectPermission", "GroupObjectPermissionBase"),
}


def change_for_rows(frame: Frame, word: str, whose: Type, rows: Type, node: Node) -> Type | None:
    """What the function called *word* does to the permissions that users or groups have for *rows*; None without guardian's models."""
    if node is None or frame.engine.world.space.model(_MODELS[False][0]) is None:
        return None
    with acting(frame, "library", ("guardian/shortcuts.py", 1, f"guardian.shortcuts.{word}")):
        for of_groups in sorted({label == _GROUP for label in _labels(frame, whose)}) or (False, True):
            for label in (_CONTENT_TYPE, _PERMISSION):
                _call(frame, label, "get", node)
            for label in sorted({_model_for(frame, each, of_groups=of_groups) for each in _labels(frame, rows)}):
                if word == "assign_perm":
                    _call(frame, label, "get_or_create", node)
                else:
                    query = atom(Query, label, INFERRED, "rows", None, None, ())
                    call_type(frame, attribute(frame, query, "delete", None), (), (), node)
    return PLAIN


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
