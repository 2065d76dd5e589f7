"""A body → the locals in it that only give a name to a value, which then stands for the name.

    rows = Order.objects.filter(state="open")
    rows.delete()

says what `Order.objects.filter(state="open").delete()` says.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple


class NamedValues(NamedTuple):
    """What may be read as if it had no name; nodes are known by their `id()`."""

    value_of: dict[int, ast.expr]
    """Where such a name is read → the value that it stands for."""
    assignments: frozenset[int]
    """The statements that give the names."""


def named_values(root: ast.AST) -> NamedValues:
    """Every local below *root* that is read as often as it is bound: once in all, or always in the next statement."""
    bound: Counter[str] = Counter()
    reads: dict[str, list[ast.Name]] = {}
    givings: dict[str, list[_Giving]] = {}
    for node in ast.walk(root):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                reads.setdefault(name, []).append(node)
            case ast.Name(id=name) | ast.arg(arg=name):
                bound[name] += 1
        for giving in _givings(node):
            givings.setdefault(giving.name, []).append(giving)
    value_of: dict[int, ast.expr] = {}
    assignments: set[int] = set()
    for name, found in givings.items():
        read = reads.get(name, [])
        if not len(found) == bound[name] == len(read):
            continue
        # Each leads to another place, so no value ever stands for itself.
        places = read if len(read) == 1 else [each.read_next for each in found]
        if all(place is not None for place in places):
            value_of |= {id(place): each.value for place, each in zip(places, found, strict=True)}
            assignments |= {id(each.statement) for each in found}
    return NamedValues(value_of, frozenset(assignments))


class _Giving(NamedTuple):
    name: str
    value: ast.expr
    statement: ast.stmt
    read_next: ast.Name | None
    """The one place in the next statement where the name is read."""


def _givings(node: ast.AST) -> Iterator[_Giving]:
    for block in _blocks(node):
        for statement, after in zip_longest(block, block[1:]):
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    yield _Giving(name, value, statement, _only_read(name, after))
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    yield _Giving(name, value, statement, _only_read(name, after))


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        # The body of a lambda is an expression.
        if isinstance(block, list):
            yield block


def _only_read(name: str, statement: ast.stmt | None) -> ast.Name | None:
    """Where *statement* itself, before any block in it, reads *name*, if that is in one place."""
    found: list[ast.Name] = []
    stack: list[ast.AST] = [] if statement is None else [statement]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
            found.append(node)
        stack.extend(child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt))
    return found[0] if len(found) == 1 else None
