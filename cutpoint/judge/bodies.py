"""Source → sketches of the bodies in it, by which code is known again after a move or a renaming.

A sketch is a MinHash (A. Z. Broder, "On the resemblance and containment of documents", 1997): of all runs of `RUN`
tokens of a body, each of `SIZE` hash functions keeps the smallest value, cut to a byte. The share of equal bytes in two
sketches estimates how much of the two sets of runs is common to both. Tokens are the kinds, attributes and constants of
the syntax tree; local names are all one, so neither renaming them nor reformatting changes anything.
"""

import ast
import contextlib
import zlib
from collections.abc import Iterator

RUN = 4
SIZE = 48
_MASK = (1 << 32) - 1
# Odd multipliers and offsets of the hash functions: drawn once from a linear congruential generator, and fixed for good.
_FUNCTIONS = tuple(((0x9E3779B1 * (2 * n + 1)) & _MASK | 1, (0x85EBCA6B * (n + 7)) & _MASK) for n in range(SIZE))
_NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Bodies:
    """The bodies in one module, by qualified name; the module itself has the empty one."""

    def __init__(self, tree: ast.Module) -> None:
        self._nodes: dict[str, ast.AST] = {"": tree}
        self._sketches: dict[str, str] = {}
        # Nested beyond Python's own stack: what was found so far is worth having.
        with contextlib.suppress(RecursionError):
            self._walk(tree, "")

    def sketch_of(self, name: str) -> str:
        """The sketch, in hexadecimal, of the function or class *name*; empty when there is none."""
        if name not in self._sketches:
            node = self._nodes.get(name)
            self._sketches[name] = "" if node is None else _sketch(node)
        return self._sketches[name]

    def _walk(self, node: ast.AST, prefix: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, _NESTED):
                # Of several of one name (overloads, branches) the last is the one that counts, as in Python.
                self._nodes[f"{prefix}{child.name}"] = child
                self._walk(child, f"{prefix}{child.name}.")
            elif isinstance(child, (ast.stmt, ast.excepthandler, ast.match_case)):
                self._walk(child, prefix)


def alike(a: str, b: str) -> float:
    """How much of two bodies is the same, between 0 and 1, by their sketches; 0 when one has none."""
    if not a or not b or len(a) != len(b):
        return 0.0
    same = sum(a[start : start + 2] == b[start : start + 2] for start in range(0, len(a), 2))
    return same * 2 / len(a)


def _sketch(node: ast.AST) -> str:
    tokens = list(_tokens(node))
    runs = {
        zlib.crc32("\0".join(tokens[start : start + RUN]).encode("utf-8", "surrogatepass"))
        for start in range(max(1, len(tokens) - RUN + 1))
    }
    return bytes(
        min((run * factor + offset & _MASK) >> 12 for run in runs) & 0xFF for factor, offset in _FUNCTIONS
    ).hex()


def _tokens(root: ast.AST) -> Iterator[str]:
    """Tokens of a body: neither its own name, nor docstrings, decorators and annotations."""
    bound = {name for node in ast.walk(root) for name in _binds(node)}
    stack: list[ast.AST] = [root]
    while stack:
        node = stack.pop()
        match node:
            case ast.Name(id=name):
                yield "_" if name in bound else name
            case ast.Attribute(attr=attribute):
                yield f".{attribute}"
            case ast.Constant(value=value):
                yield repr(value)[:80]
            case ast.keyword(arg=argument) if argument is not None:
                yield f"{argument}="
            case ast.Load() | ast.Store() | ast.Del() | ast.alias() | ast.arg():
                pass
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if node is not root:
                yield f"def {node.name}"
            case ast.AnnAssign():
                yield ast.Assign.__name__
            case _:
                yield type(node).__name__
        stack.extend(reversed(_children(node)))


def _children(node: ast.AST) -> list[ast.AST]:
    match node:
        case ast.arg():
            return []
        case ast.AnnAssign(target=target, value=value):
            return [target, value] if value is not None else [target]
        case ast.FunctionDef(args=arguments, body=body) | ast.AsyncFunctionDef(args=arguments, body=body):
            return [arguments, *_without_docstring(body)]
        case ast.ClassDef(bases=bases, keywords=keywords, body=body):
            return [*bases, *keywords, *_without_docstring(body)]
        case ast.Module(body=body):
            return [*_without_docstring(body)]
    return list(ast.iter_child_nodes(node))


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    return body[1:] if body and _is_docstring(body[0]) else body


def _binds(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store()):
            yield name
        case ast.arg(arg=name):
            yield name
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name
        case ast.MatchMapping(rest=str(name)):
            yield name


def _is_docstring(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )
