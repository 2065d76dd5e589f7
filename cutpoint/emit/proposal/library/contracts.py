"""Package → `contracts.py`: records, events and errors, and the header of every call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.annotations import Annotations
from cutpoint.emit.proposal.library.texts import text
from cutpoint.emit.proposal.library.writing import docstring, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.emit.proposal.library.package import Class, Package


def contracts(package: Package) -> str:
    """The whole file."""
    classes = [*package.records, *(event.told for event in package.events)]
    annotations = Annotations(slot.name for each in classes for slot in each.slots)
    body = "\n\n".join(_dataclass(each, annotations) for each in classes)
    errors = "\n\n".join(_error(name) for name in package.errors)
    parts = [_head(package, annotations), annotations.aliases().rstrip("\n"), text("contracts.py").rstrip("\n")]
    parts = [parts[0], parts[2], *([parts[1]] if parts[1] else [])]
    parts += [each.rstrip("\n") for each in (errors, body) if each]
    if package.events:
        parts.append(_union(package))
    return "\n\n\n".join(parts) + "\n"


def _head(package: Package, annotations: Annotations) -> str:
    lines = [
        docstring([f"What goes in and out of {package.api}: plain values, never rows."], 0),
        "from __future__ import annotations\n",
        "from collections.abc import Mapping",
        "from dataclasses import dataclass, field",
    ]
    names = annotations.imports({"datetime"})
    lines += [line for line in names if not line.startswith("from uuid ")]
    lines += ["from enum import Enum", "from typing import Final, TypeAlias"]
    uuid = "UUID, uuid4" if "UUID" in annotations.used else "uuid4"
    lines.append(f"from uuid import {uuid}")
    return "\n".join(lines)


def _error(name: str) -> str:
    parent = "Conflict" if name.rstrip("_0123456789").endswith("Conflict") else "NotFound"
    said = "It contradicts what is stored." if parent == "Conflict" else "There is no such row."
    return f"class {name}({parent}):\n{docstring([said], 4)}"


def _dataclass(each: Class, annotations: Annotations) -> str:
    what = f"A row of {each.model} that is to be written" if each.is_taken else f"What is told of {each.model}"
    lines = ["@dataclass(frozen=True, slots=True, kw_only=True)", f"class {each.name}:", docstring([f"{what}."], 4)]
    lines += [f"    {line}" for line in _fields(each, annotations)]
    if each.is_taken:
        lines += ["", *_to_columns(each)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _fields(each: Class, annotations: Annotations) -> Iterator[str]:
    for slot in each.slots:
        if slot.parameter.optional:
            yield f"{slot.name}: {annotations.left_out(slot.type)} = UNSET"
        else:
            yield f"{slot.name}: {annotations.text(slot.type)}"


def _to_columns(each: Class) -> Iterator[str]:
    yield "    def to_columns(self) -> Mapping[str, object]:"
    yield docstring(["Values by the names of fields; what was left out is UNSET."], 8).rstrip("\n")
    yield "        return {"
    for slot in each.slots:
        yield f"            {quoted(slot.parameter.lookup or slot.name)}: self.{slot.name},"
    yield "        }"


def _union(package: Package) -> str:
    names = [event.told.name for event in package.events]
    flat = f"Event: TypeAlias = {' | '.join(names)}"
    if len(flat) <= 88:
        return flat
    if len(flat) - len("Event: TypeAlias = ") + 4 <= 88:
        return f"Event: TypeAlias = (\n    {' | '.join(names)}\n)"
    lines = "".join(f"    | {name}\n" for name in names[1:])
    return f"Event: TypeAlias = (\n    {names[0]}\n{lines})"
