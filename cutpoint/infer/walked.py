"""`for model in (Order, Line, …)`: of what a loop walks over it meets every one, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Group, Manager, ModelClass, Query, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame


def note_walked(frame: Frame, items: Type) -> None:
    """A loop in *frame* walks over *items*."""
    if len(items) > 1 or (items and type(items[0]) is Group):
        labels = frozenset(_labels(items))
        if len(labels) > 1:
            frame.engine.circumstances.walked.setdefault(frame, {})[labels] = None


def walks(frame: Frame, models: frozenset[object]) -> bool:
    """Whether a loop in *frame*, or in one that calls it, walks over all of *models*."""
    walked = frame.engine.circumstances.walked
    return any(models <= labels for each in (frame, *frame.dependents) for labels in walked.get(each, ()))


def _labels(items: Type) -> Iterator[str]:
    for each in items:
        if isinstance(each, (Row, Query, Manager, ModelClass)):
            yield each.label
        elif type(each) is Group:
            for part in each.items:
                yield from _labels(part)
