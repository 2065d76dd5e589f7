"""`login(request, user)` writes the session and the user's last login, `logout(request)` the session; `user.has_perm("…")` reads permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    FALSE,
    INFERRED,
    NONE,
    NOTHING,
    PLAIN,
    Items,
    Manager,
    Object,
    Row,
    SignalOf,
    Text,
    Type,
    atom,
    join,
    one,
)
from cutpoint.infer.agents.acting import acting, argument, library_place
from cutpoint.infer.agents.session import log_in, log_out, touch_session
from cutpoint.infer.conventions import REQUEST
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_PERMISSION = "auth.Permission"
_GROUP = "auth.Group"
_CONTENT_TYPE = "contenttypes.ContentType"


def _call(frame: Frame, label: str, word: str, node: Node) -> None:
    if frame.engine.world.space.model(label) is not None:
        manager = atom(Manager, label, INFERRED, None, None)
        call_type(frame, attribute(frame, manager, word, None), (), (), node)


def _heard(frame: Frame, signal: str, user: Type, node: Node) -> None:
    """What receivers of the project's do."""
    arguments = (("sender", PLAIN), ("request", one(Object, REQUEST, INFERRED)), ("user", user))
    for source in type_of_value(frame, frame.engine.world.program.member("django.contrib.auth.signals", signal)):
        if type(source) is SignalOf:
            call_type(frame, attribute(frame, source, "send", None), (), arguments, node)


def _user_among(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    given = arguments[1] if len(arguments) > 1 else dict(keywords).get("user", NOTHING)
    rows = NOTHING
    for each in given:
        rows = join(rows, (each,) if type(each) is Row else NOTHING)
    return rows or frame.engine.world.user_row()


def login(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """The session gets another key, and a receiver of Django's own saves the user's `last_login`."""
    user = _user_among(frame, arguments, keywords)
    with acting(frame, "auth", library_place(frame, "django.contrib.auth.login")):
        log_in(frame, node)
        for each in user:
            if type(each) is Row and "last_login" in frame.engine.world.space.fields(each.label):
                fields = (("update_fields", one(Items, one(Text, "last_login"))),)
                call_type(frame, attribute(frame, each, "save", None), (), fields, node)
    _heard(frame, "user_logged_in", user, node)
    return NONE


def logout(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
    """The session is deleted."""
    with acting(frame, "auth", library_place(frame, "django.contrib.auth.logout")):
        log_out(frame, node)
    _heard(frame, "user_logged_out", frame.engine.world.user_row(), node)
    return NONE


def update_session(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
    """After a new password the session gets another key."""
    with acting(frame, "auth", library_place(frame, "django.contrib.auth.update_session_auth_hash")):
        log_in(frame, node)
    return NONE


def check_permission(frame: Frame, user: Row, node: Node, name: str = "has_perm") -> Type:
    """`user.has_perm(…)`: the user's own permissions and those of the groups."""
    space = frame.engine.world.space
    with acting(frame, "auth", library_place(frame, "django.contrib.auth.backends.ModelBackend")):
        labels: list[str | None] = [_PERMISSION, _CONTENT_TYPE]
        links = space.links(user.label)
        if "group" not in name and "user_permissions" in links:
            labels.append(links["user_permissions"].through)
        if name.removeprefix("a") != "get_user_permissions" and "groups" in links:
            groups = space.links(_GROUP).get("permissions")
            labels += [_GROUP, links["groups"].through, groups.through if groups is not None else None]
        for label in labels:
            if label is not None:
                _call(frame, label, "get", node)
    return FALSE


def guard(frame: Frame, node: Node) -> None:
    """`@permission_required("…")`, `class Edit(PermissionRequiredMixin, …)`: whoever asks must be allowed to."""
    for each in frame.engine.world.user_row():
        if type(each) is Row:
            check_permission(frame, each, node)


def known_by_session(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
    """`get_user(request)`: the session says which one."""
    with acting(frame, "auth", library_place(frame, "django.contrib.auth.get_user")):
        touch_session(frame, node, "read")
    row = frame.engine.world.user_row()
    for each in row if node is not None else ():
        if type(each) is Row:
            frame.see("load", each, "user", node)
    return join(row, NONE)


FUNCTIONS = {
    "django.contrib.auth.get_user": known_by_session,
    "django.contrib.auth.aget_user": known_by_session,
    "django.contrib.auth.login": login,
    "django.contrib.auth.alogin": login,
    "django.contrib.auth.logout": logout,
    "django.contrib.auth.alogout": logout,
    "django.contrib.auth.update_session_auth_hash": update_session,
    "django.contrib.auth.aupdate_session_auth_hash": update_session,
}
PERMISSION_METHODS = frozenset(
    f"{prefix}{name}"
    for prefix in ("", "a")
    for name in (
        "has_perm",
        "has_perms",
        "has_module_perms",
        "get_all_permissions",
        "get_group_permissions",
        "get_user_permissions",
    )
)


_OBJECT_AT = {
    "has_perm": 1,
    "has_perms": 1,
    "get_all_permissions": 0,
    "get_group_permissions": 0,
    "get_user_permissions": 0,
}
"""Method -> the position of the object that it may be asked about."""


def is_about_object(name: str, arguments: tuple[Type, ...], keywords: Keywords) -> bool:
    """Whether a question is about one object: Django's own backend knows of none, and asks no table."""
    at = _OBJECT_AT.get(name.removeprefix("a"))
    given = argument(arguments, keywords, at, "obj") if at is not None else NOTHING
    return bool(given) and all(type(each) is Row for each in given)


def is_user(frame: Frame, row: Row) -> bool:
    """Whether a row is a user with permissions in tables."""
    return row.label == frame.engine.world.user_label or "user_permissions" in frame.engine.world.space.links(row.label)
