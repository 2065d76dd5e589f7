"""Package → `README.md`: how it is put in, what lies where, and what its tests can't ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Shape
from cutpoint.emit.proposal.library.exercised import not_exercised
from cutpoint.emit.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.emit.proposal.library.package import Package


def readme(package: Package) -> str:
    """The whole file."""
    return "\n".join(_lines(package)) + "\n"


def _lines(package: Package) -> Iterator[str]:
    name, api = package.name, package.api
    yield f"# {name}"
    yield ""
    yield f"What {_plain(package.serves)} serves, as Python that runs inside the monolith today."
    yield "Callers speak to the protocol; behind it the tables can move to another process without their noticing."
    yield ""
    yield from ("```python", f"from {name}.contracts import CallHeader", f"from {name}.local import Local{api}", "")
    yield from (f"api = Local{api}()", f"# api.{_first(package)}(…, header=CallHeader())", "```", "")
    yield from _table(package)
    yield ""
    yield "## Tests"
    yield ""
    yield "The same tests ask the ORM and the fake; run them where the project's settings are known:"
    yield ""
    yield from ("```console", f"$ PYTHONPATH=library:. python -m django test {name}", "```", "")
    yield "Rows are made from the models' fields alone."
    yield "A test that can't make the rows it needs is skipped with the reason."
    yield ""
    yield from _untold(package)
    yield from _firsts(package)
    if package.events:
        yield from _events(package)


def _firsts(package: Package) -> Iterator[str]:
    firsts = [
        f"`{each.name}`" for each in package.methods if each.operation.shape is Shape.GET and each.returns.is_optional
    ]
    if firsts:
        yield ""
        yield f"{', '.join(firsts)}: the first row in the model's own order, or None."
        yield "Where a call site sorts by something else, it goes on with a list."


def _first(package: Package) -> str:
    return package.methods[0].name if package.methods else "operation"


def _table(package: Package) -> Iterator[str]:
    yield "| file | holds |"
    yield "| --- | --- |"
    yield "| `contracts.py` | records, events, errors, and the header of every call |"
    yield f"| `protocol.py` | `{package.api}` with {len(package.methods)} operations and {len(package.events)} events |"
    yield f"| `local.py` | `Local{package.api}`, over the ORM |"
    yield f"| `testing.py` | `Fake{package.api}`, in memory |"
    yield "| `rows.py`, `values.py` | the seam to Django, and how its values become plain |"
    yield "| `once.py` | idempotency keys |"
    if package.events:
        yield "| `events.py`, `hearing.py`, `signals.py` | outbox, relay, and events out of Django's signals |"


def _untold(package: Package) -> Iterator[str]:
    untold = not_exercised(package)
    if not untold:
        yield "Every operation has a test."
        return
    yield f"Of {len(package.methods)} operations {len(untold)} can't be asked by a general test:"
    yield ""
    by_reason: dict[str, list[str]] = {}
    for operation, reason in untold:
        by_reason.setdefault(reason, []).append(f"`{operation}`")
    for reason, operations in by_reason.items():
        yield f"- {', '.join(operations)}: {_plain(reason)}."


def _events(package: Package) -> Iterator[str]:
    yield ""
    yield "## Events"
    yield ""
    yield from ("```python", "from django.db import transaction", "")
    yield (f"from {package.name}.events import OutboxInMemory, Publisher, Relay, SeenInMemory")
    used = "connect, listen" if package.heard else "listen"
    yield from (f"from {package.name}.signals import {used}", "", "outbox = OutboxInMemory()")
    yield "relay = Relay(outbox, SeenInMemory())"
    if package.heard:
        yield "connect(Publisher(outbox))  # in AppConfig.ready()"
    yield from ('listen(relay, "search", listener)', "transaction.on_commit(relay.deliver)", "```", "")
    silent = [event for event in package.events if not event.is_heard]
    if silent:
        names = ", ".join(f"`{event.name}`" for event in silent)
        yield f"{names}: the code that sends the project's own signal publishes it, and no general test can make it do so."
    yield "The outbox belongs into the database whose rows the events tell of, and what was seen into the consumer's."
    yield "Statements about many rows at once (`update()`, `bulk_create()`) send no signals, and so no events."


def _plain(text: str) -> str:
    return safe(text).replace("`", "'").replace("<", "(").replace("|", "/")
