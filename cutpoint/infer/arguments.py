"""Arguments of calls: evaluated where they stand, and bound to the parameters of a function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NONE,
    NOTHING,
    PLAIN,
    Constant,
    Group,
    Items,
    Nothing,
    Object,
    Query,
    Record,
    Row,
    Table,
    Text,
    Type,
    Unknown,
    join,
    join_all,
    one,
    unknown,
)
from cutpoint.infer.annotated_queries import as_handed_over
from cutpoint.infer.annotations import parameter_type
from cutpoint.infer.conventions import conventional_type
from cutpoint.infer.declared_models import declared_parameter
from cutpoint.infer.dispatch import evaluate, item_type
from cutpoint.infer.named_like_models import named_parameter
from cutpoint.infer.named_tuples import as_group
from cutpoint.infer.passing import has_lists, keeps_joins, passed_type
from cutpoint.infer.spreading import spread_keywords

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Env, Frame


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
    groups = [group for group in (as_group(frame, each) for each in value) if type(group) is Group]
    if groups and len(groups) == len(value):
        # What is handed over together stays together, whichever of them it is.
        longest = max(len(group.items) for group in groups)
        return [
            join_all([group.items[index] for group in groups if index < len(group.items)]) for index in range(longest)
        ]
    # Of so many that nobody knows, one stands for all: what takes many gets one of their kind.
    return [item_type(frame, value, node)]


def bind(
    frame: Frame, function: Function, first: Type | None, arguments: tuple[Type, ...], keywords: Keywords
) -> dict[str, Type]:
    """Parameter -> type for one call, as the key of a frame needs it: weakened, and without texts nobody asks for."""
    given = list(arguments)
    if first is not None:
        given.insert(0, first)
    rest = dict(keywords) if keywords else _NO_KEYWORDS
    unnamed = NOTHING
    if None in rest:
        unnamed = next(value for name, value in keywords if name is None)
        del rest[None]
    keeps = (function in frame.engine.text_sensitive, keeps_joins(frame.engine, function))
    bound: dict[str, Type] = {}
    for position, (name, kind, _, default) in enumerate(function.parameters):
        is_receiver, is_left_out = position == 0 and first is not None, False
        if kind in (sk.POSITIONAL, sk.POSITIONAL_ONLY) and given:
            value = given.pop(0)
        elif kind == sk.VARIADIC:
            value = (
                one(Group, tuple(passed_type(frame, function, each) for each in given))
                if len(given) < 8
                else one(Items, _joined(given))
            )
            given = []
        elif kind == sk.KEYWORDS:
            items = tuple(sorted((key, passed_type(frame, function, item)) for key, item in rest.items()))
            value = one(Record, items, passed_type(frame, function, unnamed))
            rest = {}
        elif name in rest:
            value = rest.pop(name)
        elif default != sk.NO_VALUE:
            value, is_left_out = join(_default(frame, function, default), unnamed), True
        else:
            value = unnamed or unknown("argument")
        if is_receiver or kind in (sk.VARIADIC, sk.KEYWORDS):
            bound[name] = value
        elif value is NONE and is_left_out:
            # `instance: Address | None = None`: whatever others hand over, there is none in this call.
            bound[name] = value
        else:
            bound[name] = _given(frame, function, position, value, keeps)
    return bound


_NO_KEYWORDS: dict[str | None, Type] = {}


def _given(frame: Frame, function: Function, position: int, value: Type, keeps: tuple[bool, bool]) -> Type:
    """What the parameter at *position* gets for *value*; *keeps* tells whether texts and joins matter to *function*."""
    engine = frame.engine
    key = (function, position, value, keeps)
    known = engine.known.arguments.get(key)
    if known is None:
        name, _, annotation, _ = function.parameters[position]
        known = _decided(frame, function, name, annotation, passed_type(frame, function, value))
        if not has_lists(engine, value):
            engine.known.arguments[key] = known
    return known


def _joined(types: list[Type]) -> Type:
    result = NOTHING
    for each in types:
        result = join(result, each)
    return result


def _default(frame: Frame, function: Function, node: Node) -> Type:
    if type(node) is not list:
        return evaluate(frame, node, {})
    home, under_way = frame.engine.homes.of(function), frame.engine.known.defaults_under_way
    if id(node) in under_way:
        # `def f(a=f()): ...`, once more: no value of it is known before it is.
        return NOTHING
    under_way.add(id(node))
    try:
        return evaluate(home, node, {})
    finally:
        under_way.discard(id(node))


def _decided(frame: Frame, function: Function, name: str, annotation: Node, value: Type) -> Type:
    """An annotation that names models is proof; otherwise what the caller hands over counts."""
    if annotation is not None:
        said, decisive = parameter_type(frame, function, annotation)
        if said and (decisive or not value or _is_unknown(value)):
            if decisive and (_are_texts(value, said) or _are_variants(frame, value, said)):
                return value
            told = as_handed_over(said, value)
            return join(told, _queries_of_rows(value, said)) if decisive else told
    if _is_unknown(value):
        known = conventional_type(name)
        if known is not None:
            return known
        return join(value, named_parameter(frame.engine, function, name)) if value else value
    return value


def _are_texts(value: Type, said: Type) -> bool:
    """Whether *value* is known to the letter, where the annotation says `str` or `bool`: only who asks for it is told."""
    return said is PLAIN and bool(value) and all(type(each) in (Text, Constant) for each in value)


def _queries_of_rows(value: Type, said: Type) -> Type:
    """The querysets of *value* that are handed over as an `Iterable[Order]`: it is the function who runs them."""
    labels = {row.label for each in said if type(each) is Items for row in each.item if type(row) is Row}
    result = NOTHING
    for each in value if labels else ():
        if type(each) is Query and each.label in labels and each.shape != "values":
            result = join(result, (each,))
    return result


def _are_variants(frame: Frame, value: Type, said: Type) -> bool:
    """Whether *value* is what the annotation says, told apart by what it was made with."""
    classes = [each.cls for each in said if type(each) is Object]
    kept = [each for each in value if type(each) is not Nothing]
    return bool(kept) and all(
        type(each) is Object and type(each.cls) is Class and frame.engine.makings.plain(each.cls) in classes
        for each in kept
    )


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
            known = conventional_type(name) or declared_parameter(
                frame, first[0] if first else None, name, function.name
            )
            if known is not None:
                value = known
            elif default != sk.NO_VALUE and default is not None:
                default_type = _default(frame, function, default)
                value = join(passed_type(frame, function, default_type), value)
            if known is None and value:
                value = join(value, named_parameter(frame.engine, function, name))
        if kind == sk.VARIADIC:
            value = one(Items, value)
        elif kind == sk.KEYWORDS:
            value = one(Table, PLAIN, value)
        bound[name] = value
    return bound
