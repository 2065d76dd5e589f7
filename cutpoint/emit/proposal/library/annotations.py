"""Types of a boundary, as text → annotations of one generated file, with what has to be imported or renamed for them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MODULES = {
    "Decimal": "decimal",
    "UUID": "uuid",
    "date": "datetime",
    "datetime": "datetime",
    "time": "datetime",
    "timedelta": "datetime",
}
SCALARS = frozenset({"bool", "bytes", "float", "int", "str", *MODULES})
JSON = "Json"


class Type(msgspec.Struct, frozen=True):
    """What a text says."""

    name: str
    """A scalar, the class of a record, `Json`, `None` or `tuple`."""
    items: tuple[Type, ...] = ()
    """Of a tuple: one when it may have any length."""
    is_optional: bool = False

    @property
    def names(self) -> frozenset[str]:
        """All names in it."""
        return frozenset({self.name}).union(*(item.names for item in self.items))


def type_of(text: str, records: Mapping[str, str]) -> Type:
    """What *text* says, `Json` when it says nothing that is known; *records* gives classes by names of records."""
    try:
        return _type_of(ast.parse(text, mode="eval").body, records)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Type(JSON)


def _type_of(node: ast.expr, records: Mapping[str, str]) -> Type:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Constant(value=None)):
            found = _type_of(left, records)
            return found if found.name in (JSON, "None") else msgspec.structs.replace(found, is_optional=True)
        case ast.Constant(value=None):
            return Type("None")
        case ast.Name(id=name) if name in records:
            return Type(records[name])
        case ast.Name(id=name) if name in SCALARS:
            return Type(name)
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[item, ast.Constant(value=last)])) if (
            last is Ellipsis
        ):
            return Type("tuple", (_type_of(item, records),))
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[first, second])):
            return Type("tuple", (_type_of(first, records), _type_of(second, records)))
    return Type(JSON)


class Annotations:
    """Writes annotations for one file in whose classes the names *taken* are in scope, and notes what it used."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = frozenset(taken)
        self._used: set[str] = set()

    def text(self, kind: Type) -> str:
        """As it is written where *taken* hide other things."""
        if kind.name == "tuple":
            inner = [self.text(item) for item in kind.items]
            found = f"{self.name('tuple')}[{', '.join(inner)}{', ...' if len(inner) == 1 else ''}]"
        else:
            found = self.name(kind.name)
        return f"{found} | None" if kind.is_optional else found

    def left_out(self, kind: Type) -> str:
        """The same of what may be left out."""
        found = self.text(kind)
        unset = self.name("Unset")
        return f"{found.removesuffix(' | None')} | {unset} | None" if kind.is_optional else f"{found} | {unset}"

    def name(self, name: str) -> str:
        """Of a class or alias, as it is written there."""
        if name == "None":
            return name
        self._used.add(name)
        return self._alias(name) if name in self._taken else name

    def _alias(self, name: str) -> str:
        found = f"{name[:1].upper()}{name[1:]}Type"
        while found in self._taken:
            found += "_"
        return found

    @property
    def used(self) -> frozenset[str]:
        """Everything that was named."""
        return frozenset(self._used)

    def imports(self, further: Iterable[str] = ()) -> list[str]:
        """Lines that import what was used of the standard library, or is named in *further*."""
        by_module: dict[str, set[str]] = {}
        for name in {*self._used, *further}:
            if name in MODULES:
                by_module.setdefault(MODULES[name], set()).add(name)
        return [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(by_module.items())]

    def aliases(self) -> str:
        """Statements that give other names to what a name in a class hides."""
        hidden = sorted(self._used & self._taken)
        return "".join(f"{self._alias(name)}: TypeAlias = {name}\n" for name in hidden)
