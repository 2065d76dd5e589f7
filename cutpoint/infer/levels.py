"""How atoms are known: whose level says so, and what becomes of it on the way into a call and back."""

from __future__ import annotations

from functools import partial
from typing import TypeAlias, TypeGuard

from cutpoint.domain.types import (
    BY_CALLER,
    BY_CLASS,
    CERTAINTY_BITS,
    INFERRED,
    NOTHING,
    POSSIBLE,
    Atom,
    Boxed,
    ClassOf,
    FileOf,
    Group,
    Items,
    Manager,
    Meta,
    ModelClass,
    Object,
    Query,
    Row,
    Type,
    atom,
    type_of,
)

Leveled: TypeAlias = Row | Query | Manager | ModelClass | ClassOf | Object | FileOf | Meta
LEVELED = frozenset({Row, Query, Manager, ModelClass, ClassOf, Object, FileOf, Meta})


def is_leveled(each: Atom) -> TypeGuard[Leveled]:
    """Whether the level of *each* tells who decided a model."""
    return type(each) in LEVELED


def weakened(level: int, bit: int) -> int:
    """*level* for something that came through a call."""
    return max(level & CERTAINTY_BITS, INFERRED) | (level & ~CERTAINTY_BITS) | bit


def with_level(each: Leveled, level: int) -> Atom:
    """The same atom, known in another way."""
    if each.level == level:
        return each
    if isinstance(each, Row):
        return atom(Row, each.label, level, each.state)
    if isinstance(each, (Object, ClassOf)):
        return atom(type(each), each.cls, level)
    values = [level if name == "level" else getattr(each, name) for name in each.fields]
    return atom(type(each), *values)


def perhaps(value: Type) -> Type:
    """*value* as one of several things that may be there."""
    return type_of(*[_perhaps(each) for each in value])


def _perhaps(each: Atom) -> Atom:
    if is_leveled(each):
        return with_level(each, each.level & ~CERTAINTY_BITS | POSSIBLE)
    return atom(Items, perhaps(each.item)) if type(each) is Items else each


def returned(value: Type, *, by_caller: int, by_itself: int, proved: bool, kept: int = 0) -> Type:
    """A result as its caller sees it: who decided its model is counted from the caller's own standpoint.

    *by_caller* are the bits of what was decided by the function's caller or its class, *by_itself* those of what the function
    decided; *kept* are bits that mean the same to the caller as to the function.
    """
    within = partial(returned, by_caller=by_caller, by_itself=by_itself, proved=proved, kept=kept)
    result: list[Atom] = []
    for each in value:
        if is_leveled(each):
            level = each.level
            certainty = level & CERTAINTY_BITS if proved else max(level & CERTAINTY_BITS, INFERRED)
            bits = (by_caller if level & (BY_CALLER | BY_CLASS) else by_itself) | (level & kept)
            result.append(with_level(each, certainty | bits))
        elif type(each) is Items:
            result.append(atom(Items, within(each.item)))
        elif type(each) is Boxed:
            result.append(atom(Boxed, each.cls, within(each.value)))
        elif type(each) is Group:
            result.append(atom(Group, tuple(map(within, each.items))))
        else:
            result.append(each)
    return type_of(*result) if result else NOTHING


def bits_of(values: tuple[Type, ...]) -> int:
    """Who decided any of these values besides the code at hand."""
    bits = 0
    for value in values:
        for each in value:
            if type(each) in LEVELED:
                # `is_leveled`, which is asked nowhere as often as here.
                bits |= each.level & (BY_CALLER | BY_CLASS)  # type: ignore[attr-defined]
            elif type(each) is Items:
                bits |= bits_of((each.item,))
            elif type(each) is Boxed:
                bits |= bits_of((each.value,))
    return bits
