"""Types → expressions that make plain values of what the ORM, a function or a fake gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.annotations import JSON, SCALARS
from cutpoint.emit.proposal.library.writing import Code, attribute, call, flat, laid_out, prefixed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cutpoint.emit.proposal.library.annotations import Type
    from cutpoint.emit.proposal.library.package import Class, Slot


_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def mapper_name(record: str) -> str:
    """The function that makes a record of a row."""
    words = _HUMP.sub("_", record).lower()
    # Of two names that differ in their capitals alone, at most one is made of these words.
    back = "".join(part[:1].upper() + part[1:] for part in words.split("_"))
    return (
        f"_{words}"
        if back == record
        else "_to" + "".join(f"_{each.lower()}" if each.isupper() else each for each in record)
    )


def reading(kind: Type, value: str) -> Code | str:
    """*value*, an expression without side effects, as a *kind*."""
    if kind.name == JSON:
        return call("json_of", value)
    if kind.name in SCALARS:
        return call("plain_or_none" if kind.is_optional else "plain", value, kind.name)
    if kind.name == "None":
        return "None"
    if kind.name != "tuple":
        found = call(mapper_name(kind.name), value)
    elif len(kind.items) == 1:
        each = flat(reading(kind.items[0], "each"))
        found = call("tuple", f"{each} for each in many_of({value})")
    else:
        found = Code("(", tuple(reading(item, f"({value})[{at}]") for at, item in enumerate(kind.items)))
    return f"None if {value} is None else {flat(found)}" if kind.is_optional else found


def mapper(record: Class, slots: Mapping[str, Code | str], row: str) -> str:
    """The function that makes *record* of a row; *slots* gives the expression of each field, *row* the type of a row."""
    lines = [f"def {mapper_name(record.name)}(row: {row}) -> {record.name}:", f"    return {record.name}("]
    lines += [f"        {laid_out(prefixed(f'{name}=', value), 8, 0, 1)}," for name, value in slots.items()]
    return "\n".join([*lines, "    )"]) + "\n"


def of_instance(record: Class) -> dict[str, Code | str]:
    """From a row of the ORM."""
    return {slot.name: reading(slot.type, _attribute(slot)) for slot in record.slots}


def of_fake(record: Class) -> dict[str, Code | str]:
    """From a row of a fake."""
    found: dict[str, Code | str] = {}
    for slot in record.slots:
        key = quoted(slot.parameter.lookup or slot.name)
        if slot.type.name in SCALARS:
            function = "value_in_or_none" if slot.type.is_optional else "value_in"
            found[slot.name] = call(function, "row", key, slot.type.name)
        else:
            found[slot.name] = reading(slot.type, f"row.get({key})")
    return found


def _attribute(slot: Slot) -> str:
    return flat(attribute("row", slot.parameter.lookup or slot.name))
