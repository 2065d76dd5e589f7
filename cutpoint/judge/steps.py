"""A function → its steps, by which a part of it is known again where it was cut out.

A step is a statement without the blocks in it, in prints that leave out what cutting out changes: a local and what is
reached through it are one blank, because it may come as a parameter, and what is only named or returned is what is done.

    invoice.order.save()        order.save()        return self.order.save()

are one step. One that uses a local that only names a value has two prints, since the value may come along or not.
"""

import ast
import zlib
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from cutpoint.judge.named_values import named_values

PRINT = 4
"""Characters of a print."""
_MOST = 300
"""Longer functions have no steps: their ledgers would be too large."""
_MOST_TOKENS = 1_000
"""Of a statement: further ones don't count, as where each of forty names stands for twice the one before."""
_BLANK = "_"
_NO_STEPS = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Import,
    ast.ImportFrom,
    ast.Global,
    ast.Nonlocal,
    ast.Pass,
    ast.Break,
    ast.Continue,
)


class Step(NamedTuple):
    """What one statement does."""

    prints: frozenset[str]
    words: frozenset[str]
    """Names that are no locals, each without what it is reached through."""


def steps_in(function: ast.AST, bound: frozenset[str], imported: Mapping[str, str]) -> tuple[Step, ...]:
    """The steps of *function* and of what is nested in it, in no order; none of what does next to nothing.

    *bound* are the names of locals, *imported* what names of imports stand for.
    """
    named = named_values(function)
    found: list[Step] = []
    for statement in _statements(function):
        parts = _parts(statement)
        plain = tuple(islice(_tokens(parts, bound, imported, {}), _MOST_TOKENS))
        valued = tuple(islice(_tokens(parts, bound, imported, named.value_of), _MOST_TOKENS))
        prints = frozenset(_print(tokens) for tokens in (plain, valued) if _says_enough(tokens))
        if prints:
            found.append(Step(prints, frozenset(token.removeprefix(".") for token in plain)))
    return tuple(found) if len(found) <= _MOST else ()


def _statements(function: ast.AST) -> Iterator[ast.stmt]:
    stack: list[ast.AST] = [function]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.stmt) and not isinstance(node, _NO_STEPS):
            yield node
        stack.extend(each for each in ast.iter_child_nodes(node) if not isinstance(each, ast.expr))


def _parts(statement: ast.stmt) -> list[ast.AST]:
    match statement:
        case ast.Expr(value=value) | ast.Assign(targets=[ast.Name()], value=value):
            return [value]
        case ast.Return(value=ast.expr() as value) | ast.AnnAssign(target=ast.Name(), value=ast.expr() as value):
            return [value]
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            return [target, value]
    return [each for each in ast.iter_child_nodes(statement) if isinstance(each, (ast.expr, ast.withitem))]


def _tokens(
    parts: list[ast.AST], bound: frozenset[str], imported: Mapping[str, str], value_of: Mapping[int, ast.expr]
) -> Iterator[str]:
    stack = parts[::-1]
    while stack:
        node = stack.pop()
        while (other := value_of.get(id(node))) is not None:
            node = other
        match node:
            case ast.Name(id=name):
                yield _BLANK if name in bound else imported.get(name, name).rpartition(".")[2]
            case ast.Call(func=ast.Attribute(value=receiver, attr=name), args=given, keywords=named):
                # What is called is no part of what a parameter may bring along.
                yield f".{name}"
                stack.extend((*named[::-1], *given[::-1], receiver))
            case ast.Attribute(ctx=ast.Load()) | ast.Subscript(ctx=ast.Load()) if _is_of_local(node, bound, value_of):
                yield _BLANK
            case ast.Attribute(value=holder, attr=name):
                yield f".{name}"
                stack.append(holder)
            case ast.Constant(value=value):
                yield repr(value)[:80]
            case ast.keyword(arg=str(name), value=value):
                yield f"{name}="
                stack.append(value)
            case ast.Load() | ast.Store() | ast.Del() | ast.arguments():
                pass
            case _:
                yield type(node).__name__
                stack.extend(list(ast.iter_child_nodes(node))[::-1])


def _is_of_local(node: ast.AST, bound: frozenset[str], value_of: Mapping[int, ast.expr]) -> bool:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return isinstance(node, ast.Name) and node.id in bound and id(node) not in value_of


def _says_enough(tokens: tuple[str, ...]) -> bool:
    return len(tokens) > 1 and any(token != _BLANK for token in tokens)


def _print(tokens: tuple[str, ...]) -> str:
    return f"{zlib.crc32(chr(0).join(tokens).encode('utf-8', 'surrogatepass')) & 0xFFFF:0{PRINT}x}"
