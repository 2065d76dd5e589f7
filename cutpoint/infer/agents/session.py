"""`request.session["seen"] = 1`, `request.session.flush()`: the session is read from its table, and stored at the end of a request that changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import INFERRED, NEW, STORED, Query, Row, atom
from cutpoint.infer.agents.acting import acting, library_place
from cutpoint.infer.dispatch import attribute, call_type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

SESSION = "django.contrib.sessions.backends.base.SessionBase"
"""What `request.session` is an instance of."""
_MODEL = "sessions.Session"
_IN_DATABASE = ("django.contrib.sessions.backends.db", "django.contrib.sessions.backends.cached_db")
_READ, _STORE, _MAKE, _DELETE, _SWEEP = "read", "store", "make", "delete", "sweep"
_CYCLE = (_READ, _MAKE, _DELETE)

READING = frozenset(
    {"get", "keys", "values", "items", "has_key", "__getitem__", "__contains__", "load", "exists", "is_empty"}
    | {f"get_expir{word}" for word in ("y_age", "y_date", "e_at_browser_close")}
)
CHANGING = frozenset(
    {"pop", "setdefault", "update", "clear", "set_expiry", "__setitem__", "__delitem__", "set_test_cookie"}
)
_DOING = {
    **dict.fromkeys(READING, (_READ,)),
    **dict.fromkeys(CHANGING, (_READ, _STORE)),
    "save": (_READ, _STORE),
    "create": (_READ, _MAKE),
    "delete": (_DELETE,),
    "flush": (_DELETE,),
    "cycle_key": _CYCLE,
    "clear_expired": (_SWEEP,),
}
METHODS = frozenset(_DOING) | {f"a{word}" for word in _DOING if not word.startswith("__")}


def use_session(frame: Frame, name: str, node: Node) -> None:
    """What a method of a session does to its table."""
    with acting(frame, "session", library_place(frame, SESSION)):
        touch_session(frame, node, *_DOING.get(name, _DOING.get(name[1:], ())))


def log_in(frame: Frame, node: Node) -> None:
    """The session gets another key."""
    touch_session(frame, node, *_CYCLE)


def log_out(frame: Frame, node: Node) -> None:
    """The session is deleted."""
    touch_session(frame, node, _DELETE)


def touch_session(frame: Frame, node: Node, *doings: str) -> None:
    """Do these to the row of the session; nothing when sessions are kept elsewhere, in a cache or in cookies."""
    if node is None or not _has_sessions_in_tables(frame):
        return
    new, stored = (atom(Row, _MODEL, INFERRED, state) for state in (NEW, STORED))
    query = atom(Query, _MODEL, INFERRED, "rows", None, None, ())
    for doing in doings:
        if doing in (_READ, _DELETE):
            call_type(frame, attribute(frame, query, "get", None), (), (), node)
        if doing == _SWEEP:
            call_type(frame, attribute(frame, query, "delete", None), (), (), node)
        elif doing == _DELETE:
            call_type(frame, attribute(frame, stored, "delete", None), (), (), node)
        elif doing != _READ:
            row = new if doing == _MAKE else stored
            call_type(frame, attribute(frame, row, "save", None), (), (), node)


def _has_sessions_in_tables(frame: Frame) -> bool:
    if frame.engine.world.space.model(_MODEL) is None:
        return False
    engine = frame.engine.world.program.symbol("django.conf.settings.SESSION_ENGINE")
    return not isinstance(engine, str) or engine in _IN_DATABASE
