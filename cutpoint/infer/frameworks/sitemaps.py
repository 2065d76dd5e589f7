"""Django's sitemaps: `self.paginator` leafs through what `items()` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import Object, Pages, Type, one
from cutpoint.infer.dispatch import call_method

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset({"paginator"})
METHODS: frozenset[str] = frozenset()


def attribute(frame: Frame, receiver: Atom, _name: str, _node: Node) -> Type | None:
    """The paginator of a sitemap."""
    if type(receiver) is not Object or type(receiver.cls) is not Class:
        return None
    if not frame.engine.world.derives(receiver.cls, ("Sitemap",), "django.contrib.sitemaps"):
        return None
    return one(Pages, "paginator", call_method(frame, receiver, "items"), None)


def method(
    _frame: Frame, _receiver: Atom, _name: str, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node
) -> Type | None:
    """Nothing of its own."""
    return None
