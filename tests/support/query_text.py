"""A query as people write it -> its calls with arguments as types: `Invoice.objects.filter(order__user=F("seller"))`."""

import ast

from cutpoint.domain.lookups.query_arguments import joins_of_call
from cutpoint.domain.model_space import ModelSpace
from cutpoint.domain.types import (
    FALSE,
    HOLE,
    NONE,
    PLAIN,
    PROVED,
    TRUE,
    Expression,
    Group,
    Items,
    Query,
    Record,
    Related,
    Text,
    Type,
    atom,
    join,
    one,
    type_of,
)


def joins_of_text(space: ModelSpace, text: str) -> list[tuple[str, str, str]]:
    """What all calls of the query join, in order."""
    label, calls = _chain(space, ast.parse(text.strip(), mode="eval").body)
    found = [joins_of_call(space, label, *_arguments(space, call)) for call in calls]
    return [each for joins in found for each in joins]


def start_of_text(space: ModelSpace, text: str) -> str:
    """The label of the model that is asked."""
    return _chain(space, ast.parse(text.strip(), mode="eval").body)[0]


def _chain(space: ModelSpace, node) -> tuple[str, list[ast.Call]]:
    """The label at which the query starts, and its calls in order."""
    calls: list[ast.Call] = []
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                calls.insert(0, node)
            node = node.func
        else:
            node = node.value
    (label,) = space.labels_named(node.id)
    return label, calls


def _arguments(space, call):
    given = tuple(_type(space, node) for node in call.args)
    return call.func.attr, given, tuple((word.arg, _type(space, word.value)) for word in call.keywords)


def _type(space, node) -> Type:
    match node:
        case ast.Constant():
            return _constant(node.value)
        case ast.JoinedStr():
            return one(
                Text, "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
            )
        case ast.List():
            return one(Items, type_of(*[each for item in node.elts for each in _type(space, item)]))
        case ast.Tuple():
            return one(Group, tuple(_type(space, item) for item in node.elts))
        case ast.Dict():
            keys = [ast.literal_eval(key) for key in node.keys if key is not None]
            values = [_type(space, value) for value in node.values]
            return one(Record, tuple(zip(keys, values, strict=True)), ())
        case ast.BinOp():
            return join(_type(space, node.left), _type(space, node.right))
        case ast.UnaryOp():
            return _type(space, node.operand)
        case ast.Call(func=ast.Name(id=name)) if not space.labels_named(name):
            given = tuple(_type(space, each) for each in node.args)
            return one(Expression, name, given, tuple((word.arg, _type(space, word.value)) for word in node.keywords))
        case ast.Call(func=ast.Attribute(attr="asc" | "desc", value=value)):
            return one(Expression, "OrderBy", (_type(space, value),), ())
        case ast.Subscript():
            return _type(space, node.value)
        case ast.Call():
            return _query(space, node)
    return PLAIN


def _constant(value) -> Type:
    match value:
        case str():
            return one(Text, value)
        case bool():
            return TRUE if value else FALSE
    return NONE if value is None else PLAIN


def _query(space, node) -> Type:
    label, calls = _chain(space, node)
    accessor = None
    match calls[0].func:
        # `Order(pk=1).products.all()` is written for the rows of a related manager.
        case ast.Attribute(value=ast.Attribute(attr=name)) if name != "objects":
            accessor = atom(Related, label, name)
            label = space.links(label)[name].target or ""
    return one(Query, label, PROVED, "rows", None, accessor, ())
