"""django-filter: the queryset that a set of filters gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Object
from cutpoint.infer.agents.filtered import filtered, is_filter_set

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"filter_queryset"})


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing that its own code doesn't say."""
    return None


def method(
    frame: Frame, receiver: Atom, _name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """`self.filter_queryset(queryset)`, which `qs` calls."""
    if type(receiver) is not Object or not is_filter_set(frame, receiver):
        return None
    given = arguments[0] if arguments else dict(keywords).get("queryset", ())
    return filtered(frame, receiver, given, node) or None
