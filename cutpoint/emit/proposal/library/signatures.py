"""Methods → their signatures, which are the same in the protocol, over the ORM and in the fake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.annotations import MODULES, SCALARS
from cutpoint.emit.proposal.library.writing import spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.emit.proposal.library.annotations import Annotations
    from cutpoint.emit.proposal.library.package import Method, Slot

_NUMBER = re.compile(r"([0-9]+)")
_NOT_OF_CONTRACTS = SCALARS | frozenset(MODULES) | {"tuple", "Any"}


def signature(method: Method, annotations: Annotations) -> str:
    """`def …:` inside a class. What may be left out goes by name, and so does the header of the call."""
    required = [f"{slot.name}: {annotations.text(slot.type)}" for slot in method.slots if not slot.parameter.optional]
    free = [_left_out(slot, annotations) for slot in method.slots if slot.parameter.optional]
    header = f"header: {annotations.name('CallHeader')}"
    items = ["self", *required, "*", *free, header]
    head = f"    def {method.name}("
    return spread(head, items, f" -> {annotations.text(method.returns)}:", 4)


def _left_out(slot: Slot, annotations: Annotations) -> str:
    kind = annotations.text(slot.type)
    if slot.is_choice:
        return f"{slot.name}: {kind if kind.endswith('None') else f'{kind} | None'} = None"
    return f"{slot.name}: {annotations.left_out(slot.type)} = UNSET"


def contract_imports(names: Iterable[str], module: str = ".contracts") -> str:
    """The statement that takes from the contracts what is used of *names*."""
    used = sorted(set(names) - _NOT_OF_CONTRACTS, key=_as_sorted_by_tools)
    if not used:
        return ""
    line = f"from {module} import {', '.join(used)}"
    if len(line) <= 88:
        return line
    inner = "".join(f"    {name},\n" for name in used)
    return f"from {module} import (\n{inner})"


def _as_sorted_by_tools(name: str) -> tuple[object, ...]:
    """Constants, then classes, then functions; capitals and the length of numbers don't matter."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return (kind, [int(part) if part.isdigit() else part for part in _NUMBER.split(name.lower())], name)
