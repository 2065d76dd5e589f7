"""`class Parts(TypedDict)`: what its keys hold is declared like attributes, and found by subscripts and `get`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import DictOf, Object, Type, one

if TYPE_CHECKING:
    from cutpoint.infer.world import World


def as_dict(world: World, made: Type) -> Type:
    """The dict that *made* is where its class is a `TypedDict`, and else itself."""
    (each,) = made
    if type(each) is Object and type(each.cls) is Class and world.derives(each.cls, ("TypedDict",), "typing"):
        return one(DictOf, each)
    return made
