"""Type variables in annotations: `T = TypeVar("T")`, or the `T` of `def first[T](…)`, which no module defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import Object, Unknown
from cutpoint.infer.annotation_texts import parsed
from cutpoint.infer.names import lookup

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame


def is_variable(home: Frame, name: str) -> bool:
    """Whether *name* is a type variable, as seen from *home*."""
    return any(
        str(each.cls).endswith("TypeVar") if type(each) is Object else type(each) is Unknown and each.reason == "name"
        for each in lookup(home, name)
    )


def names_variable(home: Frame, annotation: Node) -> bool:
    """Whether a type variable stands in *annotation*, in however many brackets."""
    match annotation:
        case str():
            return names_variable(home, parsed(annotation))
        case [sk.NAME, name, *_]:
            return is_variable(home, name)
        case [sk.BINARY, "|", parts] | [sk.TUPLE | sk.LIST, parts, *_]:
            return any(names_variable(home, part) for part in parts)
        case [sk.SUBSCRIPT, _, index, *_]:
            return names_variable(home, index)
    return False
