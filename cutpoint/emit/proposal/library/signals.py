"""Package → `signals.py`: events out of Django's signals, and listeners put to the relay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.reading import mapper_name, of_instance
from cutpoint.emit.proposal.library.signatures import contract_imports
from cutpoint.emit.proposal.library.writing import docstring, quoted, spread

if TYPE_CHECKING:
    from cutpoint.emit.proposal.library.package import Event, Package


def signals(package: Package) -> str:
    """The whole file."""
    makers = [_maker(event) for event in package.events]
    code = "\n\n".join([*makers, _connect(package), _listen(package)])
    names = [event.told.name for event in package.events]
    values = sorted(name for name in ("json_of", "many_of", "plain", "plain_or_none") if f"{name}(" in code)
    standard = sorted(
        name for name in ("Decimal", "UUID", "date", "datetime", "time", "timedelta") if f", {name})" in code
    )
    modules = {"Decimal": "decimal", "UUID": "uuid"}
    by_module: dict[str, list[str]] = {}
    for name in standard:
        by_module.setdefault(modules.get(name, "datetime"), []).append(name)
    lines = [
        docstring(["What happens to rows, as events; see events.py for how they travel."], 0),
        "from __future__ import annotations",
        "",
        "from collections.abc import Callable",
        *(f"from {module} import {', '.join(found)}" for module, found in sorted(by_module.items())),
        "from typing import Any",
        "",
        contract_imports(names),
        "from .events import Publisher, Relay",
        "from .hearing import hear",
        f"from .protocol import {package.api}Listener",
        *([contract_imports(values, ".values")] if values else []),
    ]
    return "\n".join(lines) + "\n\n\n" + code


def _maker(event: Event) -> str:
    fields = "".join(f"        {name}={value},\n" for name, value in of_instance(event.told).items())
    return (
        f"def {mapper_name(event.told.name)}(row: Any) -> {event.told.name}:\n"
        f"    return {event.told.name}(\n{fields}    )\n"
    )


def _connect(package: Package) -> str:
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
        for event in package.events
    )
    said = docstring(
        ["Publish what happens from now on, once the apps are ready; each of what this gives undoes a part."], 4
    )
    return f"def connect(publisher: Publisher) -> list[Callable[[], None]]:\n{said}    return [\n{heard}    ]\n"


def _listen(package: Package) -> str:
    said = docstring(["Let *consumer* hear all of it."], 4)
    lines = "".join(
        f"    relay.subscribe(consumer, {event.told.name}, listener.{event.name})\n" for event in package.events
    )
    return f"def listen(relay: Relay, consumer: str, listener: {package.api}Listener) -> None:\n{said}{lines}"
