"""django-parler: `dish.create_translation("fr", name=…)` writes the table of translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import PLAIN, Row, Type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"create_translation", "save_translations", "delete_translation"})


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing of its own."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """Methods of a row that has translations."""
    cls = frame.engine.world.program.class_of(receiver.label) if type(receiver) is Row else None
    if cls is None or not frame.engine.world.derives(cls, ("TranslatableModelMixin", "TranslatableModel"), "parler."):
        return None
    if node is not None:
        frame.see("call", receiver, name, node, arguments, keywords)
    return PLAIN
