"""`login(request, user)` writes the session and the user's last login, `logout(request)` the session; `user.has_perm("…")` reads permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
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
from cutpoint.infer.agents.acting import acting
from cutpoint.infer.conventions import REQUEST
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.agents.acting import Declaration
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_SESSION = "sessions.Session"
_IN_DATABASE = ("django.contrib.sessions.backends.db", "django.contrib.sessions.backends.cached_db")
_PERMISSION = "auth.Permission"
_PACKAGE = "django.contrib.auth"


def _library_place(frame: Frame, name: str) -> Declaration:
    """Where Django defines the function or class; the beginning of its module, when its source isn't at hand."""
    module, _, bare = name.rpartition(".")
    found = frame.engine.world.program.plain(frame.engine.world.program.member(module, bare))
    if type(found) is Function:
        return (found.place.path, found.place.line, name)
    if type(found) is Class:
        return (found.path, found.line, name)
    path = module.replace(".", "/")
    return (f"{path}/__init__.py" if module == _PACKAGE else f"{path}.py", 1, name)


def _call(frame: Frame, label: str, word: str, node: Node) -> None:
    if frame.engine.world.space.model(label) is not None:
        manager = atom(Manager, label, INFERRED, None, None)
        call_type(frame, attribute(frame, manager, word, None), (), (), node)


def _has_sessions_in_tables(frame: Frame) -> bool:
    engine = frame.engine.world.program.symbol("django.conf.settings.SESSION_ENGINE")
    return not isinstance(engine, str) or engine in _IN_DATABASE


def _write_session(frame: Frame, node: Node, *words: str) -> None:
    if _has_sessions_in_tables(frame):
        for word in words:
            _call(frame, _SESSION, word, node)


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
    with acting(frame, "auth", _library_place(frame, "django.contrib.auth.login")):
        _write_session(frame, node, "create", "delete", "get")
        for each in user:
            if type(each) is Row and "last_login" in frame.engine.world.space.fields(each.label):
                fields = (("update_fields", one(Items, one(Text, "last_login"))),)
                call_type(frame, attribute(frame, each, "save", None), (), fields, node)
    _heard(frame, "user_logged_in", user, node)
    return NONE


def logout(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
    """The session is deleted."""
    with acting(frame, "auth", _library_place(frame, "django.contrib.auth.logout")):
        _write_session(frame, node, "delete")
    _heard(frame, "user_logged_out", frame.engine.world.user_row(), node)
    return NONE


def update_session(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
    """After a new password the session gets another key."""
    with acting(frame, "auth", _library_place(frame, "django.contrib.auth.update_session_auth_hash")):
        _write_session(frame, node, "create", "delete")
    return NONE


def check_permission(frame: Frame, user: Row, node: Node) -> Type:
    """`user.has_perm(…)`: the user's own permissions and those of the groups."""
    space = frame.engine.world.space
    place = _library_place(frame, "django.contrib.auth.backends.ModelBackend")
    with acting(frame, "auth", place):
        _call(frame, _PERMISSION, "get", node)
        labels = [
            link.through for link in space.links(user.label).values() if _is_of_permissions(link.name, link.target)
        ]
        groups = space.links("auth.Group").get("permissions")
        for label in (*labels, groups.through if groups is not None else None):
            if label is not None:
                _call(frame, label, "get", node)
        _call(frame, "contenttypes.ContentType", "get", node)
    return FALSE


def _is_of_permissions(name: str, target: str | None) -> bool:
    return name in ("groups", "user_permissions") and target in ("auth.Group", _PERMISSION)


FUNCTIONS = {
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
    for name in ("has_perm", "has_perms", "has_module_perms", "get_all_permissions", "get_group_permissions")
)


def is_user(frame: Frame, row: Row) -> bool:
    """Whether a row is a user with permissions in tables."""
    return row.label == frame.engine.world.user_label or "user_permissions" in frame.engine.world.space.links(row.label)
