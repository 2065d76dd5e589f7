"""Python types of parameters and fields, as text → types of CML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLAIN = {
    "int": "int",
    "str": "String",
    "bool": "boolean",
    "float": "double",
    "Decimal": "BigDecimal",
    "date": "Date",
    "datetime": "DateTime",
    "time": "LocalTime",
    "timedelta": "Duration",
    "UUID": "UUID",
    "bytes": "Blob",
    "Json": "Json",
}
_MANY = re.compile(r"tuple\[(.*), \.\.\.\]")
_UNKNOWN = "Json"


def is_nullable(annotation: str) -> bool:
    """Whether it may be None."""
    return annotation.endswith("None")


def cml_type(annotation: str, records: Mapping[str, str]) -> str:
    """A type of attributes and parameters; *records* gives the identifier of each record."""
    plain = annotation.removesuffix(" | None")
    many = _MANY.fullmatch(plain)
    if many is not None:
        return f"List<{_one(many[1].removesuffix(' | None'), records)}>"
    return _one(plain, records)


def _one(annotation: str, records: Mapping[str, str]) -> str:
    if annotation in records:
        return f"@{records[annotation]}"
    return _PLAIN.get(annotation, _UNKNOWN)


def answer_type(annotation: str, records: Mapping[str, str]) -> str:
    """A type of what an operation gives back."""
    return "void" if annotation == "None" else cml_type(annotation, records)
