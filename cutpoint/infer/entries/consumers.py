"""`class ChatConsumer(AsyncWebsocketConsumer)`: what messages on a socket or channel call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.entry_point import EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.entry_point import Entry
    from cutpoint.infer.entries.running import Running

_BASES = frozenset(
    {
        "AsyncConsumer",
        "SyncConsumer",
        "WebsocketConsumer",
        "JsonWebsocketConsumer",
        "AsyncWebsocketConsumer",
        "AsyncJsonWebsocketConsumer",
        "AsyncHttpConsumer",
    }
)


def entries(running: Running) -> Iterator[Entry]:
    """Classes of ours that nothing inherits from."""
    world = running.world
    for cls in running.engine.class_bodies:
        is_own = cls.module.found.ours and cls.module.name not in world.test_modules and not world.subclasses(cls)
        if is_own and world.derives(cls, _BASES, "channels."):
            yield running.entry(EntryKind.CONSUMER, cls.dotted, cls, running.of_class(cls), aliases=(cls.name,))
