"""Arguments of calls: evaluated where they stand, and bound to the parameters of a function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import (
    ANY,
    BY_CALLER,
    BY_CLASS,
    CERTAINTY_BITS,
    INFERRED,
    NONE,
    NOTHING,
    PLAIN,
    PROVED,
    Atom,
    ClassOf,
    Constant,
    Container,
    FileOf,
    Group,
    Items,
    LibraryMethod,
    Manager,
    Meta,
    ModelClass,
    Nothing,
    Object,
    Plain,
    Query,
    Record,
    Row,
    Table,
    Text,
    Type,
    Unknown,
    atom,
    join,
    one,
    type_of,
    unknown,
)
from cutpoint.infer.annotations import parameter_type
from cutpoint.infer.conventions import conventional_type
from cutpoint.infer.dispatch import evaluate, item_type
from cutpoint.infer.spreading import spread_keywords

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Env, Frame

LEVELED = (Row, Query, Manager, ModelClass, ClassOf, Object, FileOf, Meta)


def evaluated_arguments(frame: Frame, node: Node, env: Env) -> tuple[tuple[Type, ...], Keywords]:
    """The types of a call's arguments; `*values` of known length are spread, a `**` of unknown keys has the name None."""
    arguments: list[Type] = []
    for each in node[2]:
        if type(each) is list and each[0] == sk.STAR:
            arguments += _spread(frame, evaluate(frame, each[1], env), each[1])
        else:
            arguments.append(evaluate(frame, each, env))
    keywords: list[tuple[str | None, Type]] = []
    for name, value_node in node[3]:
        value = evaluate(frame, value_node, env)
        if name is not None:
            keywords.append((name, value))
        else:
            keywords += spread_keywords(frame, value)
    return tuple(arguments), tuple(keywords)


def _spread(frame: Frame, value: Type, node: Node) -> list[Type]:
    if len(value) == 1 and type(value[0]) is Group:
        return list(value[0].items)
    return [one(Items, item_type(frame, value, node))]


def bind(
    frame: Frame, function: Function, first: Type | None, arguments: tuple[Type, ...], keywords: Keywords
) -> dict[str, Type]:
    """Parameter -> type for one call, as the key of a frame needs it: weakened, and without texts nobody asks for."""
    given = list(arguments)
    if first is not None:
        given.insert(0, first)
    rest = {name: value for name, value in keywords if name is not None}
    unnamed = next((value for name, value in keywords if name is None), NOTHING)
    bound: dict[str, Type] = {}
    for position, (name, kind, annotation, default) in enumerate(function.parameters):
        is_receiver = position == 0 and first is not None
        if kind in (sk.POSITIONAL, sk.POSITIONAL_ONLY) and given:
            value = given.pop(0)
        elif kind == sk.VARIADIC:
            value = (
                one(Group, tuple(_passed(frame, function, each) for each in given))
                if len(given) < 8
                else one(Items, _joined(given))
            )
            given = []
        elif kind == sk.KEYWORDS:
            items = tuple(sorted((key, _passed(frame, function, item)) for key, item in rest.items()))
            value = one(Record, items, _passed(frame, function, unnamed))
            rest = {}
        elif name in rest:
            value = rest.pop(name)
        elif default != sk.NO_VALUE:
            value = join(_default(frame, function, default), unnamed)
        else:
            value = unnamed or unknown("argument")
        if is_receiver:
            bound[name] = value
        elif kind in (sk.VARIADIC, sk.KEYWORDS):
            bound[name] = value
        else:
            bound[name] = _decided(frame, function, name, annotation, _passed(frame, function, value))
    return bound


def _joined(types: list[Type]) -> Type:
    result = NOTHING
    for each in types:
        result = join(result, each)
    return result


def _default(frame: Frame, function: Function, node: Node) -> Type:
    if type(node) is not list:
        return evaluate(frame, node, {})
    home = frame.engine.home_of(function)
    return evaluate(home, node, {})


def _decided(frame: Frame, function: Function, name: str, annotation: Node, value: Type) -> Type:
    """An annotation that names models is proof; otherwise what the caller hands over counts."""
    if annotation is not None:
        said, decisive = parameter_type(frame, function, annotation)
        if said and (decisive or not value or _is_unknown(value)):
            return said
    if _is_unknown(value):
        known = conventional_type(frame, function, name)
        if known is not None:
            return known
    return value


def _is_unknown(value: Type) -> bool:
    return all(type(each) in (Unknown, Nothing) for each in value)


def root_arguments(frame: Frame, function: Function, first: Type | None) -> dict[str, Type]:
    """Parameter -> type for a function whose callers are not known."""
    bound: dict[str, Type] = {}
    for position, (name, kind, annotation, default) in enumerate(function.parameters):
        if position == 0 and first is not None:
            bound[name] = first
            continue
        value = unknown("no-caller")
        if annotation is not None:
            said, _ = parameter_type(frame, function, annotation)
            value = said or value
        if _is_unknown(value):
            known = conventional_type(frame, function, name)
            if known is not None:
                value = known
            elif default != sk.NO_VALUE and default is not None:
                default_type = _default(frame, function, default)
                value = join(_passed(frame, function, default_type), value)
        if kind == sk.VARIADIC:
            value = one(Items, value)
        elif kind == sk.KEYWORDS:
            value = one(Table, PLAIN, value)
        bound[name] = value
    return bound


_NESTED = frozenset({Container, Items, Group, Record, Table})
_MOST_NESTED = 6
_MOST_WITH_JOINS = 8


def _passed(frame: Frame, function: Function, value: Type, depth: int = 2) -> Type:
    """*value* as a parameter: known through a call, and without what would only multiply frames."""
    engine = frame.engine
    keep_texts = function in engine.text_sensitive
    key = (value, keep_texts, depth)
    known = engine.passed.get(key)
    if known is not None:
        return known
    result = _freshly_passed(frame, function, value, depth, keep_texts=keep_texts)
    if not _depends_on_function(value):
        engine.passed[key] = result
    return result


def _depends_on_function(value: Type) -> bool:
    """Whether how a value is passed depends on more than itself: on what lists hold, on how many frames there are."""
    for each in value:
        kind = type(each)
        if kind in _NESTED or (kind is Query and each.joins):
            return True
    return False


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
        elif kind in (Plain, Nothing) or (kind in (Text, Constant) and not keep_texts):
            continue
        else:
            passed.append(_passed_atom(frame, function, each, depth))
    passed = [each for each in passed if type(each) is not Plain]
    if is_unknown:
        passed.append(atom(Unknown, "argument"))
    return type_of(*passed) if passed else PLAIN if value else NOTHING


def _passed_atom(frame: Frame, function: Function, each: Atom, depth: int) -> Atom:
    kind = type(each)
    if depth == 0 and kind in (Items, Group, Container, Record, Table):
        # A list may hold itself; what lies so deep is data.
        return atom(Unknown, "argument")
    if kind is Row:
        return atom(Row, each.label, weakened(each.level, BY_CALLER), each.state)
    if kind is Query:
        level = weakened(each.level, BY_CALLER)
        # Which tables it joins is told where it was built; a frame for each combination would be too much.
        joins = each.joins if len(frame.engine.by_function.get(function, ())) < _MOST_WITH_JOINS else ()
        return atom(Query, each.label, level, each.shape, each.cls, each.related, joins)
    if kind in LEVELED:
        return with_level(each, weakened(each.level, BY_CALLER))
    if kind is Items:
        return atom(Items, _passed(frame, function, each.item, depth - 1))
    if kind is Group:
        return atom(Group, tuple(_passed(frame, function, item, depth - 1) for item in each.items))
    if kind is Container and function not in frame.engine.filling:
        return _as_value(frame, function, each, depth - 1)
    if kind is LibraryMethod and type(each.receiver) not in LEVELED:
        return PLAIN[0]
    return each


def _as_value(frame: Frame, function: Function, each: Container, depth: int) -> Atom:
    """What a list or dict holds now, for functions that only look at it: each list of its own would be a frame of its own."""
    engine = frame.engine
    content = _passed(frame, function, engine.read(("content", each.site), frame), depth)
    if each.kind != "dict":
        return atom(Items, content)
    names = engine.read(("names", each.site), frame)
    if not names or len(names) > 24 or not all(type(name) is Text for name in names):
        return atom(Table, PLAIN, content)
    items = tuple(
        (name.value, _passed(frame, function, engine.read(("item", each.site, name.value), frame), depth))
        for name in sorted(names, key=lambda name: name.value)
    )
    return atom(Record, items, _passed(frame, function, engine.read(("rest", each.site), frame), depth))


def weakened(level: int, bit: int) -> int:
    """*level* for something that came through a call."""
    return max(level & CERTAINTY_BITS, INFERRED) | (level & ~CERTAINTY_BITS) | bit


def with_level(each: Atom, level: int) -> Atom:
    """The same atom, known in another way."""
    kind = type(each)
    if each.level == level:  # type: ignore[attr-defined]  # only atoms with levels come here
        return each
    if kind is Row:
        return atom(Row, each.label, level, each.state)
    if kind is Object or kind is ClassOf:
        return atom(kind, each.cls, level)
    values = [level if name == "level" else getattr(each, name) for name in each.fields]
    return atom(type(each), *values)


def returned(value: Type, *, by_caller: int, proved: bool) -> Type:
    """A result as its caller sees it: who decided its model is counted from the caller's own standpoint."""
    result: list[Atom] = []
    for each in value:
        if type(each) in LEVELED:
            level = each.level
            certainty = level & CERTAINTY_BITS if proved else max(level & CERTAINTY_BITS, INFERRED)
            bits = by_caller if level & (BY_CALLER | BY_CLASS) else 0
            result.append(with_level(each, certainty | bits))
        elif type(each) is Items:
            result.append(atom(Items, returned(each.item, by_caller=by_caller, proved=proved)))
        elif type(each) is Group:
            items = tuple(returned(item, by_caller=by_caller, proved=proved) for item in each.items)
            result.append(atom(Group, items))
        else:
            result.append(each)
    return type_of(*result) if result else NOTHING


def bits_of(values: tuple[Type, ...]) -> int:
    """Who decided any of these values besides the code at hand."""
    bits = 0
    for value in values:
        for each in value:
            if type(each) in LEVELED:
                bits |= each.level & (BY_CALLER | BY_CLASS)
            elif type(each) is Items:
                bits |= bits_of((each.item,))
    return bits


__all__ = ["ANY", "NONE", "PROVED", "bind", "evaluated_arguments", "returned", "root_arguments", "spread_keywords"]
