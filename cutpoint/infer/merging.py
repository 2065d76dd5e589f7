"""Several variants of rows, querysets and the like of one model -> one: known as badly as the worst of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, CERTAINTY_BITS, Manager, ModelClass, Query, Row, Type, atom, type_of

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom


def one_per_model(value: Type) -> Type:
    """*value* with one row, one class, one manager and one queryset of each shape per model."""
    groups: dict[object, list[Atom]] = {}
    for each in value:
        groups.setdefault(_key(each), []).append(each)
    if len(groups) == len(value):
        return value
    return type_of(*[group[0] if len(group) == 1 else _one(group) for group in groups.values()])


def _key(each: Atom) -> object:
    if isinstance(each, (Row, ModelClass)):
        return type(each), each.label
    if isinstance(each, Manager):
        return Manager, each.label, each.cls, each.related
    if isinstance(each, Query):
        # `none()` has no rows of its own, and whoever adds to it has those of the others.
        return Query, each.label, each.cls, "rows" if each.shape == "none" else each.shape
    return each


def _one(group: list[Atom]) -> Atom:
    level = _weakest(group)
    first = group[0]
    if isinstance(first, Row):
        states = {each.state for each in group if isinstance(each, Row)}
        return atom(Row, first.label, level, states.pop() if len(states) == 1 else ANY)
    if isinstance(first, Query):
        shapes = [each.shape for each in group if isinstance(each, Query)]
        relations = {each.related for each in group if isinstance(each, Query)}
        related = relations.pop() if len(relations) == 1 else None
        shape = next((shape for shape in shapes if shape != "none"), "none")
        return atom(Query, first.label, level, shape, first.cls, related, ())
    if isinstance(first, Manager):
        return atom(Manager, first.label, level, first.cls, first.related)
    return atom(ModelClass, first.label, level)  # type: ignore[attr-defined]  # the last kind of which there are several


def _weakest(group: list[Atom]) -> int:
    certainty = bits = 0
    for each in group:
        level: int = each.level  # type: ignore[attr-defined]  # all kinds that are merged have a level
        certainty = max(certainty, level & CERTAINTY_BITS)
        bits |= level & ~CERTAINTY_BITS
    return certainty | bits
