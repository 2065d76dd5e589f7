"""Package → `protocol.py`: every operation with what it is for, how it travels, and the places that it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import OperationKind, Purpose, Shape
from cutpoint.emit.proposal.library.annotations import Annotations
from cutpoint.emit.proposal.library.signatures import contract_imports, signature
from cutpoint.emit.proposal.library.writing import docstring, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Operation
    from cutpoint.emit.proposal.library.package import Event, Method, Package

_MOST_SITES = 10
_SENTENCES = {
    Shape.GET: "One row of {model}.",
    Shape.LIST: "Rows of {model}.",
    Shape.COUNT: "How many rows of {model} there are.",
    Shape.EXISTS: "Whether there is any such row of {model}.",
    Shape.CREATE: "Make a row of {model}, and give its key.",
    Shape.SAVE: "Store a row of {model}, which is new or was there before, and give its key.",
    Shape.ENSURE: "The key of the row of {model} that there is, or of a new one.",
    Shape.UPDATE: "Change {model}.",
    Shape.DELETE: "Delete from {model}.",
    Shape.LINK: "Change what a row of {model} is linked with: {function}.",
    Shape.CALL: "What {function} does.",
    Shape.EVENT: "It happened to a row of {model}.",
}


def protocol(package: Package) -> str:
    """The whole file."""
    annotations = Annotations([*(each.name for each in package.methods), *(each.name for each in package.events)])
    blocks: list[str] = []
    if package.methods:
        methods = [_method(each, annotations) for each in package.methods]
        head = f"class {package.api}(Protocol):\n" + docstring([f"Served by {package.serves}."], 4)
        blocks.append("\n".join([head, *methods]))
    if package.events:
        events = [_event(each, annotations) for each in package.events]
        head = f"class {package.api}Listener(Protocol):\n" + docstring(
            [f"Hears what happens in {package.serves}; each event arrives at least once."], 4
        )
        blocks.append("\n".join([head, *events]))
    standard = sorted([*annotations.imports(), _typing(annotations)])
    imports = ["from __future__ import annotations", "", *standard]
    aliases = annotations.aliases()
    used = annotations.used | ({"UNSET"} if "Unset" in annotations.used else set())
    parts = [
        docstring([f"{package.api}: the words that take the place of the other side's tables."], 0)
        + "\n"
        + "\n".join(imports)
        + "\n\n"
        + contract_imports(used).rstrip("\n")
        + (f"\n\n{aliases}" if aliases else ""),
        *(block.rstrip("\n") for block in blocks),
    ]
    return "\n\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _typing(annotations: Annotations) -> str:
    return "from typing import Protocol, TypeAlias" if annotations.aliases() else "from typing import Protocol"


def _method(method: Method, annotations: Annotations) -> str:
    return signature(method, annotations) + "\n" + docstring(list(_said(method.operation)), 8)


def _event(event: Event, annotations: Annotations) -> str:
    told = annotations.name(event.told.name)
    head = spread(f"    def {event.name}(", ["self", f"event: {told}"], " -> None:", 4)
    return f"{head}\n" + docstring(list(_said(event.operation)), 8)


def _said(operation: Operation) -> Iterator[str]:
    said = _SENTENCES[operation.shape].format(model=operation.model, function=operation.function or "another function")
    free = any(each.optional and each.purpose is Purpose.CHOOSE for each in operation.parameters)
    yield f"{said} Conditions that are left out don't choose." if free and operation.shape is Shape.LIST else said
    yield ""
    if operation.errors:
        yield f"Raises {', '.join(operation.errors)}."
    limits = f", {operation.timeout_ms} ms, {operation.retries} retries" if operation.timeout_ms else ""
    yield f"Travels by {operation.communication}, {operation.delivery}{limits}: {operation.reason}."
    if operation.idempotent and operation.kind is OperationKind.COMMAND:
        yield "It is safe to do twice."
    if operation.ordering != "none":
        yield f"Order is kept {operation.ordering}."
    yield f"While the other side is down, {operation.when_down}."
    if not operation.call_sites:
        return
    yield ""
    yield "Takes the place of:"
    for site in operation.call_sites[:_MOST_SITES]:
        yield f"    {site.path}:{site.line} in {site.function}"
    if len(operation.call_sites) > _MOST_SITES:
        yield f"    and {len(operation.call_sites) - _MOST_SITES} more, which boundary.json lists"
