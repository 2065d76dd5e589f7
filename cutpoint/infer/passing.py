"""The type of an argument -> the type that the parameter gets: known through a call, and without what only multiplies frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    BY_CALLER,
    NONE,
    NOTHING,
    PLAIN,
    SENTINEL,
    Atom,
    Boxed,
    Constant,
    Container,
    Group,
    Items,
    LibraryMethod,
    Nothing,
    Plain,
    Query,
    Record,
    Row,
    Table,
    Text,
    Type,
    Unknown,
    atom,
    first_joins,
    join_all,
    one,
    type_of,
)
from cutpoint.infer.levels import LEVELED, is_leveled, weakened, with_level
from cutpoint.infer.spreading import names_in

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

_NESTED = frozenset({Container, Items, Group, Record, Table, Boxed})
_MOST_NESTED = 6
_MOST_WITH_JOINS = 8
_MOST_KEYS = 24


def passed_type(frame: Frame, function: Function, value: Type, depth: int = 2) -> Type:
    """*value* as a parameter: known through a call, and without what would only multiply frames."""
    engine = frame.engine
    keep_texts = function in engine.text_sensitive
    key = (value, keep_texts, keeps_joins(engine, function), depth)
    known = engine.known.passed.get(key)
    if known is not None:
        return known
    result = _freshly_passed(frame, function, value, depth, keep_texts=keep_texts)
    if not has_lists(engine, value):
        engine.known.passed[key] = result
    return result


def keeps_joins(engine: Engine, function: Function) -> bool:
    """Whether which tables a query joins is told to *function*: a frame for each combination would be too much."""
    return len(engine.by_function.get(function, ())) < _MOST_WITH_JOINS


def with_joins_given(
    engine: Engine, function: Function, result: Type, arguments: tuple[Type, ...], keywords: Keywords
) -> Type:
    """*result* of a call; of a function that is no longer told what the queries in its arguments join, with these joins."""
    if Query not in map(type, result) or keeps_joins(engine, function):
        return result
    given: dict[str, set[tuple[str, str, str]]] = {}
    for value in (*arguments, *(value for _, value in keywords)):
        for each in value:
            if type(each) is Query:
                given.setdefault(each.label, set()).update(each.joins)
    return join_all([_with_joins(each, given.get(each.label)) if type(each) is Query else (each,) for each in result])


def _with_joins(each: Query, given: set[tuple[str, str, str]] | None) -> Type:
    if not given or each.shape == "none":
        return (each,)
    joins = first_joins(given.union(each.joins))
    return one(Query, each.label, each.level, each.shape, each.cls, each.related, joins)


def _is_sentinel(each: Atom) -> bool:
    return type(each) is Constant and each.kind == SENTINEL


def has_lists(engine: Engine, value: Type) -> bool:
    """Whether how a value is passed depends on more than itself: on what its lists hold by now."""
    known = engine.known.with_lists.get(value)
    if known is None:
        kinds = {*map(type, value)}
        known = Container in kinds or (
            not _NESTED.isdisjoint(kinds) and any(has_lists(engine, part) for each in value for part in _parts_of(each))
        )
        engine.known.with_lists[value] = known
    return known


def _parts_of(each: Atom) -> tuple[Type, ...]:
    """The types that a passed atom takes along from inside *each*."""
    if type(each) is Items:
        return (each.item,)
    return each.items if type(each) is Group else ()


def _freshly_passed(frame: Frame, function: Function, value: Type, depth: int, *, keep_texts: bool) -> Type:
    passed: list[Atom] = []
    is_unknown = False
    if len(value) > _MOST_NESTED and sum(type(each) in _NESTED for each in value) > _MOST_NESTED:
        # So many lists and dicts in one place are the parts of some document.
        value = (*(each for each in value if type(each) not in _NESTED), atom(Unknown, "argument"))
    for each in value:
        kind = type(each)
        if kind is Unknown:
            is_unknown = True
        elif kind in (Plain, Nothing) or (kind in (Text, Constant) and not keep_texts and not _is_sentinel(each)):
            continue
        else:
            passed.append(_passed_atom(frame, function, each, depth))
    passed = [each for each in passed if type(each) is not Plain]
    if is_unknown:
        passed.append(atom(Unknown, "argument"))
    if not passed:
        return NONE if value == NONE else PLAIN if value else NOTHING
    return type_of(*passed)


def _passed_atom(frame: Frame, function: Function, each: Atom, depth: int) -> Atom:
    if depth == 0 and type(each) in _NESTED:
        # A list may hold itself; what lies so deep is data.
        return atom(Unknown, "argument")
    match each:
        case Row():
            return atom(Row, each.label, weakened(each.level, BY_CALLER), each.state)
        case Query():
            level = weakened(each.level, BY_CALLER)
            joins = each.joins if keeps_joins(frame.engine, function) else ()
            return atom(Query, each.label, level, each.shape, each.cls, each.related, joins)
        case Items():
            return atom(Items, passed_type(frame, function, each.item, depth - 1))
        case Boxed():
            return atom(Boxed, each.cls, passed_type(frame, function, each.value, depth - 1))
        case Group():
            return atom(Group, tuple(passed_type(frame, function, item, depth - 1) for item in each.items))
        case Container() if function not in frame.engine.filling:
            return _as_value(frame, function, each, depth - 1)
        case LibraryMethod() if type(each.receiver) not in LEVELED:
            return PLAIN[0]
    return with_level(each, weakened(each.level, BY_CALLER)) if is_leveled(each) else each


def _as_value(frame: Frame, function: Function, each: Container, depth: int) -> Atom:
    """What a list or dict holds now, for functions that only look at it: each list of its own would be a frame of its own."""
    engine = frame.engine
    content = passed_type(frame, function, engine.read(("content", each.site), frame), depth)
    if each.kind != "dict":
        return atom(Items, content)
    names = names_in(engine.read(("names", each.site), frame))
    if not names or len(names) > _MOST_KEYS:
        return atom(Table, PLAIN, content)
    items = tuple(
        (name, passed_type(frame, function, engine.read(("item", each.site, name), frame), depth)) for name in names
    )
    return atom(Record, items, passed_type(frame, function, engine.read(("rest", each.site), frame), depth))
