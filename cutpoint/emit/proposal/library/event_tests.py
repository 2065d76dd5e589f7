"""Package → `tests/test_events.py`: what happens to rows is told, at least once, and done once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.signatures import contract_imports
from cutpoint.emit.proposal.library.writing import docstring, quoted

if TYPE_CHECKING:
    from cutpoint.emit.proposal.library.package import Event, Package

_IGNORED = "  # type: ignore[import-not-found, import-untyped, unused-ignore]"
_SUBCLASSED = "  # type: ignore[misc, unused-ignore]"


def event_tests(package: Package) -> str:
    """The whole file."""
    names = [event.told.name for event in package.heard]
    head = [
        docstring(["What happens to rows is told at least once, and done once."], 0),
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        f"from django.test import TestCase{_IGNORED}",
        "",
        "from .. import rows",
        contract_imports(names, "..contracts"),
        "from ..events import OutboxInMemory, Publisher, Relay, SeenInMemory",
        "from ..signals import connect",
        "from .worlds import Checks, World",
    ]
    tests = "\n".join(_test(event) for event in package.heard)
    return "\n".join(head) + f"\n\n\nclass EventsTest(Checks, TestCase):{_SUBCLASSED}\n{_SET_UP}{tests}"


_SET_UP = '''    """Each event, from the row to the one who listens."""

    def setUp(self) -> None:
        self.world = World()
        self.outbox = OutboxInMemory()
        self.relay = Relay(self.outbox, SeenInMemory())
        for undo in connect(Publisher(self.outbox)):
            self.addCleanup(undo)

    def heard(self, kind: type[Any], label: str, action: str) -> list[Any]:
        """What a listener hears that fails at the first time."""
        found: list[Any] = []

        def listener(event: Any) -> None:
            found.append(event)
            if len(found) == 1:
                raise RuntimeError("not yet")

        self.relay.subscribe("test", kind, listener)
        row = self.world.row(label)
        if action == "update":
            rows.model(label)._base_manager.get(pk=row.key).save()
        if action == "delete":
            rows.model(label)._base_manager.get(pk=row.key).delete()
        with self.assertLogs(level="ERROR"):
            self.relay.deliver()
        while self.relay.deliver():
            pass
        self.assertEqual(self.outbox.pending(), ())
        return found

'''


def _test(event: Event) -> str:
    return (
        f"    def test_{event.name}(self) -> None:\n"
        f"        found = self.heard({event.told.name}, {quoted(event.operation.model)}, {quoted(event.operation.action)})\n"
        f"        self.assertGreater(len(found), 1)\n"
        f"        self.assertEqual(found[0], found[1])\n"
    )
