"""`@receiver(post_save)` without a sender: what it does for each model whose rows some code saves, or deletes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import INFERRED, Manager, ModelClass, Query, Row, atom, one
from cutpoint.infer.signals import hear, state_heard

if TYPE_CHECKING:
    from cutpoint.infer.engine import Engine

# Receivers run for more models than this would cost more than they tell; those of further ones are told as possible.
MOST_SENDERS = 300
# What receivers save themselves is heard of as well, by as many rounds.
_ROUNDS = 3
_SAVES = frozenset({"save", "asave", "save_base", "create", "acreate", "get_or_create", "aget_or_create"})
_SAVES |= frozenset({"update_or_create", "aupdate_or_create", "create_user", "create_superuser"})
_DELETES = frozenset({"delete", "adelete"})
_SENDING = _SAVES | _DELETES
_HEARD = {"pre_save": _SAVES, "post_save": _SAVES, "pre_delete": _DELETES, "post_delete": _DELETES}


def run_receivers_of_any(engine: Engine) -> None:
    """Call those that hear any sender once for each that is seen to send, until their own saves add none."""
    circumstances = engine.circumstances
    for _ in range(_ROUNDS if circumstances.open else 0):
        sent = _sent(engine)
        fresh = [
            (signal, receiver, label)
            for signal, receiver in circumstances.open
            for label in sorted(sent.get(_HEARD.get(signal, _DELETES), ()))[:MOST_SENDERS]
            if (signal, label, receiver) not in circumstances.told
        ]
        for signal, receiver, label in fresh:
            circumstances.told[signal, label, receiver] = None
            home = engine.homes.of(receiver.function)  # type: ignore[attr-defined]  # functions and methods only
            rows = one(Row, label, INFERRED, state_heard(signal))
            hear(home, signal, (receiver,), (atom(ModelClass, label, INFERRED),), rows)
        engine.settle()
        if not fresh:
            return


def _sent(engine: Engine) -> dict[frozenset[str], set[str]]:
    """Words that send signals -> the models whose rows they are called for."""
    found: dict[frozenset[str], set[str]] = {_SAVES: set(), _DELETES: set()}
    for frame in engine.frames.values():
        for seen in frame.uses.values():
            if seen.name in _SENDING and seen.kind == "call" and type(seen.receiver) in (Row, Manager, Query):
                words = _SAVES if seen.name in _SAVES else _DELETES
                found[words].add(seen.receiver.label)  # type: ignore[attr-defined]  # rows and querysets
    return found
