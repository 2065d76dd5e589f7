"""`user.has_perm("shop.view_item", item)` asks what `AUTHENTICATION_BACKENDS` names beside Django's own: of the project, or django-guardian's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, Object, one
from cutpoint.domain.values import Sequence
from cutpoint.infer.dispatch import attribute, call_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Row, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame
    from cutpoint.infer.world import World

_SETTING = "django.conf.settings.AUTHENTICATION_BACKENDS"
_BY_OTHERS = ("get_all_permissions", "get_user_permissions", "get_group_permissions")
_ANSWERS = {
    "has_perm": ("has_perm", *_BY_OTHERS),
    "has_perms": ("has_perm", *_BY_OTHERS),
    "get_all_permissions": _BY_OTHERS,
}
"""Question -> the methods of a backend that answer it: Django's base class asks the later ones where the first is its own."""


def ask_backends(
    frame: Frame,
    user: Row,
    name: str,
    arguments: tuple[Type, ...],
    keywords: Keywords,
    node: Node,
    *,
    about_object: bool,
) -> None:
    """Put the question *name* about *user* to every backend that isn't Django's; those of libraries know of single objects only."""
    asked = name.removeprefix("a")
    backends = [cls for cls in _backends(frame.engine.world) if about_object or cls.module.found.ours]
    for cls in backends:
        answering = _answering(frame.engine.world, cls, _ANSWERS.get(asked, (asked,)))
        # What answers for the whole is asked for no single permission.
        given = arguments if answering in (asked, "has_perm") else arguments[1:]
        if answering is not None:
            method = attribute(frame, one(Object, cls, INFERRED)[0], answering, None)
            call_type(frame, method, ((user,), *given), keywords, node)


def _backends(world: World) -> Iterator[Class]:
    program = world.program
    value = program.plain(program.symbol(_SETTING))
    for each in value.items if type(value) is Sequence else value if type(value) is tuple else ():
        name = program.plain(each)
        module, _, bare = name.rpartition(".") if isinstance(name, str) else ("", "", "")
        cls = program.plain(program.member(module, bare)) if module and not module.startswith("django.") else None
        if type(cls) is Class:
            yield cls


def _answering(world: World, cls: Class, names: tuple[str, ...]) -> str | None:
    for name in names:
        found = world.member(cls, name)
        definer = found[0] if found is not None else None
        if type(definer) is Class and not definer.module.name.startswith("django."):
            return name
    return None
