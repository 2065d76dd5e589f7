"""django-activity-stream, django-notifications-hq: `action.send(user, verb="paid", target=order)` and `notify.send(…)` store a row of what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import INFERRED, PLAIN, Manager, Type, atom
from cutpoint.infer.agents.acting import acting
from cutpoint.infer.dispatch import attribute, call_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

# Signal of the library, wherever it is imported from -> (model of what is stored, who hears the signal).
_STORED = {
    "actstream.action": ("actstream.Action", "actstream.actions.action_handler"),
    "actstream.signals.action": ("actstream.Action", "actstream.actions.action_handler"),
    "notifications.signals.notify": ("notifications.Notification", "notifications.base.models.notify_handler"),
}


def store_sent(frame: Frame, signal: object, node: Node) -> None:
    """The same where the library's source is read: *signal* is what static execution has for it."""
    program = frame.engine.world.program
    for name in _STORED:
        module, _, bare = name.rpartition(".")
        if program.plain(program.member(module, bare)) is signal:
            _store(frame, name, node)
            return


def _store(frame: Frame, signal: str, node: Node) -> None:
    label, hearer = _STORED[signal]
    if node is None or frame.engine.world.space.model(label) is None:
        return
    path = hearer.rpartition(".")[0].replace(".", "/")
    with acting(frame, "signal", (f"{path}.py", 1, hearer)):
        for each, word in ((CONTENT_TYPE, "get_for_model"), (label, "create")):
            manager = atom(Manager, each, INFERRED, None, None)
            call_type(frame, attribute(frame, manager, word, None), (), (), node)


def _sent(signal: str) -> Callable[[Frame, tuple[Type, ...], Keywords, Node], Type]:
    def send(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
        _store(frame, signal, node)
        return PLAIN

    return send


FUNCTIONS = {f"{signal}.{word}": _sent(signal) for signal in _STORED for word in ("send", "send_robust")}
