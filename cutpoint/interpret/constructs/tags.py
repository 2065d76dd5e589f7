"""django-taggit: `order.tags.add("new")` makes tags that aren't there, and asks for the content type of what it tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import Items, Manager, Query, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import link_of, word_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.types import Type
    from cutpoint.domain.use import Use

RECEIVERS = (Manager,)
KIND = "call"
NAMES = None
_TAG = "taggit.models.TagBase"
_BY_NAME = {"add": ("read", "insert"), "set": ("read", "insert"), "remove": ("read",)}


def _are_tags(values: Iterable[Type]) -> bool:
    """Whether *values* hold rows only: whoever hands over tags and no names has none looked up and none made."""
    atoms = [each for value in values for each in value]
    return bool(atoms) and all(
        type(each) is Row
        or (type(each) is Query and each.shape != "values")
        or (type(each) is Items and _are_tags((each.item,)))
        for each in atoms
    )


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """The rows between are told where relations are."""
    link = link_of(space, use)
    if link is None or link.through is None or link.target is None or not space.is_subclass(link.target, _TAG):
        return
    if any(other.kind is RelationKind.GENERIC for other in space.links(link.through).values()):
        yield Touch("read", CONTENT_TYPE, "generic")
    for action in _BY_NAME.get(word_of(use.name), ()) if not _are_tags(use.arguments) else ():
        yield Touch(action, link.target, "m2m")
    if word_of(use.name) == "remove":
        yield Touch("read", link.through, "m2m")
