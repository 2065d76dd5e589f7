"""`class Command(BaseCommand)` in management/commands/pay.py: `manage.py pay`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.entry_point import EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.entry_point import Entry
    from cutpoint.infer.entries.running import Running

_FOLDER = ".management.commands."


def entries(running: Running) -> Iterator[Entry]:
    """The command of each module that lies where Django looks for them."""
    for cls in running.engine.class_bodies:
        module = cls.module
        if cls.name == "Command" and module.found.ours and _FOLDER in f".{module.name}":
            name = module.name.rpartition(".")[2]
            yield running.entry(EntryKind.COMMAND, name, cls, running.of_class(cls), aliases=(f"manage.py {name}",))
