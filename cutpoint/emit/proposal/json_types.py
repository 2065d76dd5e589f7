"""Python types of parameters and fields, as text → JSON Schema of the values that take their place on a wire."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cutpoint.domain.boundary import Parameter

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

ANY: Schema = {}
"""The schema of whatever JSON holds."""
_NULL: Schema = {"type": "null"}
_PLAIN: dict[str, Schema] = {
    "int": {"type": "integer"},
    "str": {"type": "string"},
    "bool": {"type": "boolean"},
    "float": {"type": "number"},
    # A JSON number is a float in most readers, and would lose cents.
    "Decimal": {"type": "string", "format": "decimal"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    # The format `time` asks for an offset, which times in Django's columns have not.
    "time": {"type": "string", "format": "time-local"},
    "timedelta": {"type": "string", "format": "duration"},
    "UUID": {"type": "string", "format": "uuid"},
    "bytes": {"type": "string", "contentEncoding": "base64"},
    "Json": ANY,
    "None": _NULL,
}


class JsonTypes(msgspec.Struct, frozen=True):
    """Schemas in one document."""

    references: Mapping[str, str]
    """Record → where its schema stands."""
    is_draft_7: bool = False
    """Whether pairs are written as draft 7 has them, the dialect of AsyncAPI."""

    def of(self, annotation: str) -> Schema:
        """The schema of one type; of one that can't be read, whatever JSON holds."""
        try:
            return self._of_node(ast.parse(annotation, mode="eval").body)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return dict(ANY)

    def of_object(self, fields: Iterable[Parameter]) -> Schema:
        """An object with *fields*; those that may be left out are not required."""
        every = tuple(fields)
        required = [each.name for each in every if not each.optional]
        found: Schema = {"type": "object", "properties": {each.name: self.of(each.type) for each in every}}
        return {**found, "required": required} if required else found

    def _of_node(self, node: ast.expr) -> Schema:
        match node:
            case ast.Constant(value=None):
                return dict(_NULL)
            case ast.Name(id=name) if name in _PLAIN:
                return dict(_PLAIN[name])
            case ast.Name(id=name) if name in self.references:
                return {"$ref": self.references[name]}
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return _either(self._of_node(left), self._of_node(right))
            case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[item, ast.Constant(value=rest)])) if (
                rest is ...
            ):
                return {"type": "array", "items": self._of_node(item)}
            case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=items)):
                return self._of_row([self._of_node(item) for item in items])
        return dict(ANY)

    def _of_row(self, items: list[Schema]) -> Schema:
        found: Schema = {"type": "array", "minItems": len(items), "maxItems": len(items)}
        return {**found, "items": items} if self.is_draft_7 else {**found, "prefixItems": items}


def _either(left: Schema, right: Schema) -> Schema:
    if ANY in (left, right):
        return dict(ANY)
    match left, right:
        case {"type": str() as kind}, {"type": "null"}:
            return {**left, "type": [kind, "null"]}
    return {"anyOf": [left, right]}
