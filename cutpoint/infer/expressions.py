"""Expressions of the skeleton -> types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.query_words import QUERY_WORDS
from cutpoint.domain.types import (
    FALSE,
    NONE,
    NOTHING,
    PLAIN,
    Boxed,
    Constant,
    Container,
    Entered,
    Expression,
    Group,
    Items,
    Nothing,
    Object,
    Query,
    Record,
    Table,
    Type,
    Unknown,
    join,
    one,
    type_of,
    unknown,
)
from cutpoint.infer.arguments import evaluated_arguments
from cutpoint.infer.containers import subscript, tested
from cutpoint.infer.counted_words import note_query_word
from cutpoint.infer.deferred import fetch_lacking
from cutpoint.infer.definitions import define_lambda
from cutpoint.infer.dispatch import attribute_of_type, call_method, call_type, evaluate, evaluates, item_type
from cutpoint.infer.given_relations import given_to_relation
from cutpoint.infer.loaded import FETCHING_ANEW, evaluate_perhaps, forget, keep_followed, path_of
from cutpoint.infer.local_records import ADDING, add_by_method
from cutpoint.infer.named_like_models import model_by_label, named_attribute
from cutpoint.infer.named_words import note_named_word
from cutpoint.infer.names import lookup
from cutpoint.infer.narrowing import narrowed, without_none
from cutpoint.infer.queries import valued
from cutpoint.infer.rows import STATE_AFTER, keep_state
from cutpoint.infer.rows_of_any_model import attribute_of_any_model
from cutpoint.infer.targets import assign
from cutpoint.infer.texts import concatenated, formatted
from cutpoint.infer.transactions import note_yield

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame


@evaluates(sk.NAME)
def _name(frame: Frame, node: Node, env: Env) -> Type:
    value = env.get(node[1])
    if frame.shared and node[1] in frame.shared:
        return join(value or NOTHING, frame.cells.get(node[1], NOTHING))
    return value or (lookup(frame, node[1]) if value is None or frame.function is None else value)


@evaluates(sk.ATTRIBUTE)
def _attribute(frame: Frame, node: Node, env: Env) -> Type:
    base_node, name = node[1], node[2]
    # Most are attributes of a name.
    path = (base_node[1], name) if type(base_node) is list and base_node[0] == sk.NAME else path_of(node)
    if path is not None:
        stored = env.get(path)
        if stored is not None:
            return stored
    base = evaluate(frame, base_node, env)
    found = attribute_of_type(frame, base, name, node)
    if path is not None:
        keep_followed(frame, path, base, found, env)
        if frame.lacks:
            fetch_lacking(frame, path, base, node, env)
    if base and type(base[0]) is Unknown and all(type(each) is Unknown for each in base):
        known = named_attribute(frame, base_node, name, node) or given_to_relation(frame, base_node, name, node, env)
        return join(found, known or attribute_of_any_model(frame, base, name, node))
    return found


@evaluates(sk.CALL)
def _call(frame: Frame, node: Node, env: Env) -> Type:
    function_node = node[1]
    function = evaluate(frame, function_node, env)
    arguments, keywords = evaluated_arguments(frame, node, env)
    word = function_node[2] if type(function_node) is list and function_node[0] == sk.ATTRIBUTE else None
    if word in QUERY_WORDS:
        note_query_word(frame, function_node, function, node)
    frame.written.begin(node, function, arguments)
    result = call_type(frame, function, arguments, keywords, node)
    if function and type(function[0]) is Unknown and all(type(each) is Unknown for each in function):
        note_named_word(frame, node, lambda receiver: evaluate(frame, receiver, env))
        result = model_by_label(frame, function_node, arguments) or result
    if word in STATE_AFTER:
        keep_state(frame, function_node, env)
    if word in ADDING:
        add_by_method(frame, function_node, arguments, keywords, env)
    if word in FETCHING_ANEW and (anew := path_of(function_node[1])) is not None:
        forget(env, anew)
    return result


@evaluates(sk.SUBSCRIPT)
def _subscript(frame: Frame, node: Node, env: Env) -> Type:
    base = evaluate(frame, node[1], env)
    index_node = node[2]
    is_slice = type(index_node) is list and index_node[0] == sk.SLICE
    if type(index_node) is int:
        index = one(Constant, "int", index_node)
    else:
        index = NOTHING if is_slice else evaluate(frame, index_node, env)
    if is_slice:
        for part in index_node[1:]:
            evaluate(frame, part, env)
    return subscript(frame, base, index, node, is_slice=is_slice)


@evaluates(sk.STAR)
def _star(frame: Frame, node: Node, env: Env) -> Type:
    return item_type(frame, evaluate(frame, node[1], env), node[1]) if len(node) > 1 else PLAIN


@evaluates(sk.BINARY)
def _binary(frame: Frame, node: Node, env: Env) -> Type:
    operator = node[1]
    parts = [evaluate(frame, each, env) for each in node[2]]
    if operator == "%":
        parts[1:] = [valued(frame, each) for each in parts[1:]]
    if operator in ("+", "%"):
        text = concatenated(parts) if operator == "+" else formatted(frame, parts)
        if text is not None:
            return text
    result = NOTHING
    for part in parts:
        for each in part:
            # Querysets, Q objects and lists are what `|`, `&` and `+` join; everything else gives plain values.
            if type(each) in (Query, Expression, Container, Items, Group, Record, Table, Unknown):
                result = join(result, (each,))
    return result or PLAIN


@evaluates(sk.UNARY)
def _unary(frame: Frame, node: Node, env: Env) -> Type:
    value = evaluate(frame, node[2], env)
    if node[1] == "not":
        tested(frame, value, node[2])
        return PLAIN
    return type_of(*[each for each in value if type(each) is Expression]) if value else PLAIN


@evaluates(sk.COMPARE)
def _compare(frame: Frame, node: Node, env: Env) -> Type:
    evaluate(frame, node[1], env)
    for operator, each in zip(node[2], node[3], strict=False):
        value = evaluate(frame, each, env)
        if operator in ("in", "not in"):
            for part in value:
                if type(part) is Query:
                    frame.see("evaluate", part, "contains", each)
                elif type(part) is Object and type(part.cls) is str:
                    call_method(frame, part, "__contains__", (), each)
    return PLAIN


@evaluates(sk.BOOLEAN)
def _boolean(frame: Frame, node: Node, env: Env) -> Type:
    result = NOTHING
    current: Env | None = env
    around = frame.env
    last = len(node[2]) - 1
    for index, each in enumerate(node[2]):
        if current is None:
            break
        frame.env = current
        value = evaluate(frame, each, current) if index == 0 else evaluate_perhaps(frame, each, current)
        if index < last:
            tested(frame, value, each)
            kept = without_none(value) if node[1] == "or" else _only_false(value)
            result = join(result, kept)
            current = narrowed(frame, each, current, truth=node[1] == "and")
        else:
            result = join(result, value)
    frame.env = around
    return result


def _only_false(value: Type) -> Type:
    """What `a and b` may give of a: a false value, of which only None matters."""
    return type_of(*[each for each in value if type(each) in (Nothing, Unknown)]) or FALSE


@evaluates(sk.CONDITIONAL)
def _conditional(frame: Frame, node: Node, env: Env) -> Type:
    _, test, then, otherwise = node
    tested(frame, evaluate(frame, test, env), test)
    result = NOTHING
    around = frame.env
    for truth, branch in ((True, then), (False, otherwise)):
        taken = narrowed(frame, test, env, truth=truth)
        if taken is not None:
            frame.env = taken
            result = join(result, evaluate_perhaps(frame, branch, taken))
    frame.env = around
    return result


@evaluates(sk.FORMATTED)
def _formatted(frame: Frame, node: Node, env: Env) -> Type:
    parts = []
    for each in node[1]:
        if type(each) is list and each[0] == sk.FORMAT:
            evaluate(frame, each[1], env)
            parts.append(PLAIN)
        else:
            parts.append(evaluate(frame, each, env))
    return concatenated(parts, holes=True) or PLAIN


@evaluates(sk.LAMBDA)
def _lambda(frame: Frame, node: Node, env: Env) -> Type:
    for name, value in env.items():
        if type(name) is str:
            frame.grow_cell(name, value)
    return define_lambda(frame, node)


@evaluates(sk.NAMED)
def _named(frame: Frame, node: Node, env: Env) -> Type:
    value = evaluate(frame, node[2], env)
    assign(frame, [sk.NAME, node[1], 0], value, env)
    return value


@evaluates(sk.AWAIT)
def _await(frame: Frame, node: Node, env: Env) -> Type:
    value = evaluate(frame, node[1], env)
    result = NOTHING
    for each in value:
        result = join(result, each.value if isinstance(each, (Entered, Boxed)) else (each,))
    return result


@evaluates(sk.YIELD)
def _yield(frame: Frame, node: Node, env: Env) -> Type:
    value = evaluate(frame, node[1], env) if node[1] is not None else NONE
    frame.yields = join(frame.yields or NOTHING, value)
    if frame.atomicity is not None and frame.atomicity.inside:
        note_yield(frame)
    return unknown("sent")


@evaluates(sk.YIELD_FROM)
def _yield_from(frame: Frame, node: Node, env: Env) -> Type:
    value = evaluate(frame, node[1], env)
    frame.yields = join(frame.yields or NOTHING, item_type(frame, value, node[1]))
    return unknown("sent")


@evaluates(sk.SLICE, sk.BYTES, sk.OTHER, sk.NOTHING)
def _plain(_frame: Frame, _node: Node, _env: Env) -> Type:
    return PLAIN


@evaluates(sk.FORMAT)
def _format(frame: Frame, node: Node, env: Env) -> Type:
    evaluate(frame, node[1], env)
    return PLAIN
