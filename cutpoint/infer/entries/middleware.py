"""`MIDDLEWARE = ["shop.middleware.Carts"]`: what runs around every request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.entry_point import EntryKind
from cutpoint.domain.objects import Class, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.entry_point import Entry
    from cutpoint.infer.entries.running import Running


def entries(running: Running) -> Iterator[Entry]:
    """Functions and classes of ours that the settings name."""
    program = running.world.program
    for name in running.world.catalog.settings.middleware:
        module, _, last = name.rpartition(".")
        value = program.plain(program.member(module, last)) if module else None
        if type(value) is Class and value.module.found.ours:
            yield running.entry(EntryKind.MIDDLEWARE, name, value, running.of_class(value), aliases=(value.name,))
        elif type(value) is Function and value.env.module.found.ours:
            yield running.entry(EntryKind.MIDDLEWARE, name, value, running.of_function(value), aliases=(value.name,))
