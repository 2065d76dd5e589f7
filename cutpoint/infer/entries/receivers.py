"""`@receiver(post_save, sender=Order)`: functions that hear of signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.entry_point import EntryKind
from cutpoint.domain.objects import Instance
from cutpoint.domain.types import FunctionOf, Method, PartialOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.entry_point import Entry
    from cutpoint.domain.objects import Function
    from cutpoint.infer.entries.running import Running


def entries(running: Running) -> Iterator[Entry]:
    """One for each function and signal, whatever the number of senders."""
    heard: dict[tuple[str, Function], list[str | None]] = {}
    names: dict[int, str] | None = None
    for signal, sender, function in running.engine.circumstances.connections:
        if signal.startswith("row_"):
            # A method of the row's own model comes in from nowhere.
            continue
        heard.setdefault((signal, function), []).append(sender)
    for key, slot in running.engine.slots.items():
        if type(key) is tuple and key[0] == "signal":
            names = _names_of_signals(running) if names is None and not isinstance(key[1], str) else names
            name = key[1] if isinstance(key[1], str) else (names or {}).get(id(key[1]), "signal")
            for each in slot.type:
                inner = each.function if type(each) is PartialOf else each
                known = inner.function if type(inner) in (FunctionOf, Method) else None  # type: ignore[attr-defined]
                if known is not None:
                    heard.setdefault((name.rpartition(".")[2], known), [])
    for (signal, function), senders in heard.items():
        if not function.env.module.found.ours or function.env.module.name in running.world.test_modules:
            continue
        named = sorted(sender for sender in senders if sender is not None)
        name = f"{signal} of {', '.join(named)}" if named else signal
        parts = running.of_function(function)
        yield running.entry(
            EntryKind.SIGNAL, name, function, parts, aliases=(function.name,), certainty=Certainty.PROVED
        )


def _names_of_signals(running: Running) -> dict[int, str]:
    """Signals of the project's own -> the names that modules give them."""
    return {
        id(value): name for module in running.modules() for name, value in module.env.items() if type(value) is Instance
    }
