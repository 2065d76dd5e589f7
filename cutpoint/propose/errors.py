"""Drafts of operations → the names of the errors that they raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Shape
from cutpoint.propose.words import class_name

if TYPE_CHECKING:
    from cutpoint.propose.drafts import Draft


def errors_of(draft: Draft) -> tuple[str, ...]:
    """What can go wrong with what *draft* asks for, other than that the other side is away."""
    by_one = any(not condition.is_many for condition in draft.conditions)
    if (draft.shape is Shape.GET and is_sure(draft)) or (
        draft.shape in {Shape.UPDATE, Shape.DELETE} and by_one and not draft.batch
    ):
        return (not_found(draft.model),)
    if draft.shape in {Shape.CREATE, Shape.SAVE, Shape.ENSURE}:
        return (f"{class_name(draft.model.rpartition('.')[2])}Conflict",)
    return ()


def is_sure(draft: Draft) -> bool:
    """Whether who asks for one row takes it for granted that there is one."""
    return any(demand.word not in {"first", "last"} for demand in draft.demands)


def not_found(model: str) -> str:
    """The error that says that there is no such row of *model*."""
    return f"{class_name(model.rpartition('.')[2])}NotFound"
