"""Package → `signals.py`: events out of Django's signals, and listeners put to the relay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.annotations import Annotations
from cutpoint.emit.proposal.library.reading import mapper, mapper_name, of_instance
from cutpoint.emit.proposal.library.signatures import contract_imports
from cutpoint.emit.proposal.library.writing import call, docstring, laid_out, quoted, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.emit.proposal.library.package import Event, Package


def signals(package: Package) -> str:
    """The whole file."""
    heard = package.heard
    makers = [_maker(event) for event in heard]
    code = "\n\n".join([*makers, *([_connect(heard)] if heard else []), _listen(package)])
    values = sorted(name for name in ("json_of", "many_of", "plain", "plain_or_none") if f"{name}(" in code)
    kinds = {name for event in heard for slot in event.told.slots for name in slot.type.names}
    standard = Annotations(()).imports(kinds)
    if heard:
        standard = ["from collections.abc import Callable", *sorted([*standard, "from typing import Any"])]
    lines = [
        docstring(["What happens to rows, as events; see events.py for how they travel."], 0),
        "from __future__ import annotations",
        "",
        *standard,
        *([""] if standard else []),
        contract_imports(event.told.name for event in package.events),
        f"from .events import {'Publisher, ' if heard else ''}Relay",
        *(["from .hearing import hear"] if heard else []),
        f"from .protocol import {package.api}Listener",
        *([contract_imports(values, ".values")] if values else []),
    ]
    return "\n".join(lines) + "\n\n\n" + code


def _maker(event: Event) -> str:
    return mapper(event.told, of_instance(event.told), "Any")


def _connect(events: Iterable[Event]) -> str:
    heard = "".join(
        "        *"
        + spread(
            "hear(",
            [
                quoted(event.operation.model),
                quoted(event.operation.action),
                "publisher",
                mapper_name(event.told.name),
            ],
            "",
            8,
        )
        + ",\n"
        for event in events
    )
    said = docstring(
        ["Publish what happens from now on, once the apps are ready; each of what this gives undoes a part."], 4
    )
    return f"def connect(publisher: Publisher) -> list[Callable[[], object]]:\n{said}    return [\n{heard}    ]\n"


def _listen(package: Package) -> str:
    said = docstring(["Let *consumer* hear all of it."], 4)
    heard = [call("relay.subscribe", "consumer", event.told.name, f"listener.{event.name}") for event in package.events]
    lines = "".join(f"    {laid_out(each, 4)}\n" for each in heard)
    items = ["relay: Relay", "consumer: str", f"listener: {package.api}Listener"]
    return f"{spread('def listen(', items, ' -> None:', 0)}\n{said}{lines}"
