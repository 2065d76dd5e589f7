"""The type of an argument -> what of it goes into a frame that many calls share."""

from __future__ import annotations

from cutpoint.domain.types import PLAIN, Constant, Query, Text, Type, atom, type_of


def without_joins(value: Type) -> Type:
    """*value* with querysets that tell no joins: those of one caller are not those of another."""
    if Query not in map(type, value) or not any(type(each) is Query and each.joins for each in value):
        return value
    return type_of(
        *[
            atom(Query, each.label, each.level, each.shape, each.cls, each.related, ()) if type(each) is Query else each
            for each in value
        ]
    )


def without_texts(value: Type) -> Type:
    """*value* with any plain value for its texts and numbers."""
    kinds = [*map(type, value)]
    if Text in kinds or Constant in kinds:
        return type_of(*[each for each in value if type(each) not in (Text, Constant)], *PLAIN)
    return value
