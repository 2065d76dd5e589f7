"""Querysets that a framework makes for a model and hands to code of the project: those of its default manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Query, Type, one

if TYPE_CHECKING:
    from cutpoint.infer.frame import Frame


def handed_query(frame: Frame, label: str, level: int) -> Type:
    """A queryset of the model, of the class that its default manager was made from."""
    world = frame.engine.world
    return one(Query, label, level, "rows", world.query_class(world.default_manager(label)), None, ())
