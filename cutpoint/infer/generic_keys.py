"""Generic foreign keys: which ones a model has, and what they may point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.types import Type, join

if TYPE_CHECKING:
    from cutpoint.infer.frame import Frame

ADMITTED = "?"
"""Behind the way to a generic key, the environment keeps the rows that tests of its content type leave."""


def is_generic_key(frame: Frame, label: str, name: str | None) -> bool:
    """Whether rows of *label* have a generic foreign key of this name."""
    link = frame.engine.world.space.links(label).get(name) if name is not None else None
    return link is not None and link.kind is RelationKind.GENERIC


def generic_targets(frame: Frame, label: str, name: str, level: int) -> Type:
    """What code stores in a generic foreign key, and rows of the models with a generic relation to its own."""
    stored = frame.engine.read(("attribute", label, name), frame)
    return join(stored, frame.engine.world.generic_targets(label, level))
