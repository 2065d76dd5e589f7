"""Expressions of `ast` -> expressions of the skeleton."""

import ast
from collections.abc import Callable
from typing import Any

from cutpoint.domain import skeleton as sk
from cutpoint.domain.skeleton import Node
from cutpoint.recognize.operators import BINARY_OPERATORS, COMPARISONS, UNARY_OPERATORS

# msgpack holds integers of 64 bits.
_LARGEST = 2**63 - 1


def lower(node: Any) -> Node:  # noqa: ANN401  # whatever class of `ast` it is, its entry in the table knows
    """One expression; raises RecursionError when it is nested deeper than the interpreter goes."""
    return _LOWER[type(node)](node)


def lower_all(nodes: list[ast.expr]) -> list[Node]:
    """Expressions in order."""
    return [_LOWER[type(node)](node) for node in nodes]


def lower_keywords(keywords: list[ast.keyword]) -> list[list[Node]]:
    """Keyword arguments; the name of `**value` is None."""
    return [[keyword.arg, _LOWER[type(keyword.value)](keyword.value)] for keyword in keywords]


def lower_parameters(arguments: ast.arguments) -> list[list[Node]]:
    """Parameters in the order in which they are written."""
    lowered: list[list[Node]] = []
    plain = [(a, sk.POSITIONAL_ONLY) for a in arguments.posonlyargs] + [(a, sk.POSITIONAL) for a in arguments.args]
    first_default = len(plain) - len(arguments.defaults)
    for index, (argument, kind) in enumerate(plain):
        default = lower(arguments.defaults[index - first_default]) if index >= first_default else sk.NO_VALUE
        lowered.append([argument.arg, kind, _annotation(argument), default])
    if arguments.vararg:
        lowered.append([arguments.vararg.arg, sk.VARIADIC, _annotation(arguments.vararg), sk.NO_VALUE])
    for argument, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        lowered.append([argument.arg, sk.KEYWORD_ONLY, _annotation(argument), lower(value) if value else sk.NO_VALUE])
    if arguments.kwarg:
        lowered.append([arguments.kwarg.arg, sk.KEYWORDS, _annotation(arguments.kwarg), sk.NO_VALUE])
    return lowered


def _annotation(argument: ast.arg) -> Node:
    return lower(argument.annotation) if argument.annotation else None


def _constant(node: ast.Constant) -> Node:
    match node.value:
        case str() as text:
            # A lone surrogate has no UTF-8, so facts could not hold it.
            return text if has_utf8(text) else [sk.OTHER, node.lineno]
        case bool() | None | float():
            return node.value
        case int() as number if -_LARGEST <= number <= _LARGEST:
            return number
        case bytes() as data:
            return [sk.BYTES, len(data)]
    return [sk.OTHER, node.lineno]


def has_utf8(text: str) -> bool:
    """Whether *text* has no lone surrogate, of which facts could not be made."""
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


def _name(node: ast.Name) -> Node:
    return [sk.NAME, node.id, node.lineno]


def _attribute(node: ast.Attribute) -> Node:
    return [sk.ATTRIBUTE, _LOWER[type(node.value)](node.value), node.attr, node.lineno, node.end_lineno]


def _call(node: ast.Call) -> Node:
    function = _LOWER[type(node.func)](node.func)
    return [sk.CALL, function, lower_all(node.args), lower_keywords(node.keywords), node.lineno, node.end_lineno]


def _subscript(node: ast.Subscript) -> Node:
    return [sk.SUBSCRIPT, lower(node.value), lower(node.slice), node.lineno, node.end_lineno]


def _dict(node: ast.Dict) -> Node:
    pairs = [
        [lower(key) if key is not None else [sk.STAR], lower(value)]
        for key, value in zip(node.keys, node.values, strict=True)
    ]
    return [sk.DICT, pairs]


def _binary(node: ast.BinOp) -> Node:
    # a + b + c … is nested to the left, thousands deep in generated code, so the spine is walked and not recursed.
    operator = type(node.op)
    operands: list[Node] = [lower(node.right)]
    left = node.left
    while isinstance(left, ast.BinOp) and type(left.op) is operator:
        operands.append(lower(left.right))
        left = left.left
    operands.append(lower(left))
    operands.reverse()
    return [sk.BINARY, BINARY_OPERATORS[operator], operands]


def _compare(node: ast.Compare) -> Node:
    return [sk.COMPARE, lower(node.left), [COMPARISONS[type(op)] for op in node.ops], lower_all(node.comparators)]


def _boolean(node: ast.BoolOp) -> Node:
    return [sk.BOOLEAN, "and" if isinstance(node.op, ast.And) else "or", lower_all(node.values)]


def _formatted(node: ast.JoinedStr) -> Node:
    return [sk.FORMATTED, lower_all(node.values)]


def _formatted_value(node: ast.FormattedValue) -> Node:
    if node.conversion in (ord("r"), ord("a")):
        return [sk.FORMAT, lower(node.value), "!r"]
    return [sk.FORMAT, lower(node.value), lower(node.format_spec)] if node.format_spec else lower(node.value)


def _comprehension(node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Node:
    return [
        sk.COMPREHENSION,
        _KINDS[type(node)],
        lower(node.elt),
        None,
        _generators(node),
        node.lineno,
        node.end_lineno,
    ]


def _dict_comprehension(node: ast.DictComp) -> Node:
    key, value = lower(node.key), lower(node.value)
    return [sk.COMPREHENSION, "dict", key, value, _generators(node), node.lineno, node.end_lineno]


def _generators(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> list[list[Node]]:
    return [[lower(g.target), lower(g.iter), lower_all(g.ifs), bool(g.is_async)] for g in node.generators]


def _lines(nodes: list[ast.expr]) -> int | list[int]:
    # Settings list apps as texts, and a text in a skeleton has no line of its own.
    if not nodes:
        return 0
    if nodes[0].lineno == nodes[-1].lineno:
        return nodes[0].lineno
    return [node.lineno for node in nodes]


def _slice(node: ast.Slice) -> Node:
    return [sk.SLICE, *(lower(part) if part else None for part in (node.lower, node.upper, node.step))]


_KINDS: dict[type[ast.expr], str] = {ast.ListComp: "list", ast.SetComp: "set", ast.GeneratorExp: "generator"}

_LOWER: dict[type[Any], Callable[[Any], Node]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Subscript: _subscript,
    ast.List: lambda node: [sk.LIST, lower_all(node.elts), _lines(node.elts)],
    ast.Tuple: lambda node: [sk.TUPLE, lower_all(node.elts), _lines(node.elts)],
    ast.Set: lambda node: [sk.SET, lower_all(node.elts)],
    ast.Dict: _dict,
    ast.Starred: lambda node: [sk.STAR, lower(node.value)],
    ast.BinOp: _binary,
    ast.UnaryOp: lambda node: [sk.UNARY, UNARY_OPERATORS[type(node.op)], lower(node.operand)],
    ast.Compare: _compare,
    ast.BoolOp: _boolean,
    ast.IfExp: lambda node: [sk.CONDITIONAL, lower(node.test), lower(node.body), lower(node.orelse)],
    ast.JoinedStr: _formatted,
    ast.FormattedValue: _formatted_value,
    ast.Lambda: lambda node: [sk.LAMBDA, lower_parameters(node.args), lower(node.body), node.lineno],
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _dict_comprehension,
    ast.NamedExpr: lambda node: [sk.NAMED, node.target.id, lower(node.value)],
    ast.Await: lambda node: [sk.AWAIT, lower(node.value)],
    ast.Yield: lambda node: [sk.YIELD, lower(node.value) if node.value else None],
    ast.YieldFrom: lambda node: [sk.YIELD_FROM, lower(node.value)],
    ast.Slice: _slice,
}
