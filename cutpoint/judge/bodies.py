"""Source → sketches of the bodies in it, by which code is known again after a move or a renaming.

A sketch is a MinHash (A. Z. Broder, "On the resemblance and containment of documents", 1997): of all runs of `RUN`
tokens of a body, each of `SIZE` hash functions keeps the smallest value, cut to a byte. The share of equal bytes in two
sketches estimates how much of the two sets of runs is common to both. Tokens are the kinds, attributes and constants of
the syntax tree; local names are all one, and a local that only names a value is that value, so neither renaming nor
introducing them changes anything, nor does reformatting. Behind it come the prints of the steps of a function
(`cutpoint.judge.steps`): resemblance alone doesn't tell a small part of a body.
"""

import ast
import contextlib
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeGuard, TypeVar

from cutpoint.judge.named_values import named_values
from cutpoint.judge.steps import PRINT, Step, steps_in

RUN = 4
SIZE = 48
_LENGTH = 2 * SIZE
_MASK = (1 << 32) - 1
# Odd multipliers and offsets of the hash functions: drawn once from a linear congruential generator, and fixed for good.
_FUNCTIONS = tuple(((0x9E3779B1 * (2 * n + 1)) & _MASK | 1, (0x85EBCA6B * (n + 7)) & _MASK) for n in range(SIZE))
# All of them at once: each works in a lane of one large number, which costs an eighth of as many small ones.
_LANE = 72
_FACTORS = sum(factor << n * _LANE for n, (factor, _) in enumerate(_FUNCTIONS))
_OFFSETS = sum(offset << n * _LANE for n, (_, offset) in enumerate(_FUNCTIONS))
_VALUES = sum(_MASK << n * _LANE for n in range(SIZE))
_ABOVE = sum(1 << n * _LANE + 32 for n in range(SIZE))
_Named = TypeVar("_Named", bound=Hashable)
_NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Bodies:
    """The bodies in one module, by qualified name; the module itself has the empty one."""

    def __init__(self, tree: ast.Module, package: str = "") -> None:
        """*package* is the one that relative imports begin at."""
        self._nodes: dict[str, ast.AST] = {"": tree}
        self._imported = dict(_imported(tree, package))
        self._sketches: dict[str, str] = {}
        self._steps: dict[str, tuple[Step, ...]] = {}
        # Nested beyond Python's own stack: what was found so far is worth having.
        with contextlib.suppress(RecursionError):
            self._walk(tree, "")

    def sketch_of(self, name: str) -> str:
        """The sketch, in hexadecimal, of the function or class *name*; empty when there is none."""
        if name not in self._sketches:
            node = self._nodes.get(name)
            self._sketches[name] = "" if node is None else _sketch(node, self._imported)
        return self._sketches[name]

    def steps_of(self, name: str) -> tuple[Step, ...]:
        """The steps of the function *name*; none of anything else, nor when there is none."""
        if name not in self._steps:
            node = self._nodes.get(name)
            self._steps[name] = steps_in(node, self._bound_in(name), self._imported) if _is_function(node) else ()
        return self._steps[name]

    def called(self, word: str) -> Iterator[str]:
        """The qualified names of all that is called *word*."""
        return (name for name in self._nodes if name.rpartition(".")[2] == word)

    def _bound_in(self, name: str) -> frozenset[str]:
        """Locals of a function and of those around it."""
        parts = name.split(".")
        around = (self._nodes.get(".".join(parts[:count])) for count in range(1, len(parts) + 1))
        return frozenset(
            bound for each in around if _is_function(each) for node in ast.walk(each) for bound in _binds(node)
        )

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
    if min(len(a), len(b)) < _LENGTH:
        return 0.0
    return sum(a[start : start + 2] == b[start : start + 2] for start in range(0, _LENGTH, 2)) / SIZE


def with_prints(sketch: str, steps: Iterable[Step]) -> str:
    """*sketch* and the prints of *steps* behind it."""
    return sketch + "".join(sorted({each for step in steps for each in step.prints})) if sketch else ""


def prints_in(sketch: str) -> frozenset[str]:
    """The prints behind a sketch; an older one has none."""
    return frozenset(sketch[start : start + PRINT] for start in range(_LENGTH, len(sketch), PRINT))


class Near(Generic[_Named]):
    """What has a sketch, by pairs of its bytes: two sketches that agree in more than a half have such a pair in common."""

    def __init__(self, sketch_of: Callable[[_Named], str]) -> None:
        """*sketch_of* is asked when somebody first asks."""
        self._sketch_of = sketch_of
        self._waiting: list[_Named] = []
        self._by_pair: dict[tuple[int, str], list[_Named]] = {}

    def add(self, named: _Named) -> None:
        """One more."""
        self._waiting.append(named)

    def to(self, sketch: str) -> Iterator[_Named]:
        """All that may agree with *sketch* in more than a half, and some that don't, none twice."""
        for named in self._waiting:
            for pair in _pairs_of_bytes(self._sketch_of(named)):
                self._by_pair.setdefault(pair, []).append(named)
        self._waiting.clear()
        found = (named for pair in _pairs_of_bytes(sketch) for named in self._by_pair.get(pair, ()))
        yield from dict.fromkeys(found)


def _pairs_of_bytes(sketch: str) -> Iterator[tuple[int, str]]:
    return ((start, sketch[start : start + 4]) for start in range(0, min(len(sketch), _LENGTH), 4))


def _imported(tree: ast.Module, package: str) -> Iterator[tuple[str, str]]:
    """Names that imports bind, wherever in *tree* → what they stand for, dotted."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((each.asname, each.name) for each in names if each.asname)
            case ast.ImportFrom(module=module, names=names, level=level):
                above = package.split(".")[: len(package.split(".")) - level + 1] if level else []
                path = [*above, *filter(None, [module])]
                yield from ((each.asname or each.name, ".".join([*path, each.name])) for each in names)


def _sketch(node: ast.AST, imported: Mapping[str, str]) -> str:
    tokens = list(_tokens(node, imported))
    runs = {
        zlib.crc32("\0".join(tokens[start : start + RUN]).encode("utf-8", "surrogatepass"))
        for start in range(max(1, len(tokens) - RUN + 1))
    }
    least = _VALUES
    for run in runs:
        values = (run * _FACTORS + _OFFSETS) & _VALUES
        # The bit above a lane stays where its value is not larger than the least one so far: all below it are then taken over.
        smaller = ((least | _ABOVE) - values) & _ABOVE
        least ^= (least ^ values) & (smaller - (smaller >> 32))
    return bytes((least >> n * _LANE + 12) & 0xFF for n in range(SIZE)).hex()


def _tokens(root: ast.AST, imported: Mapping[str, str]) -> Iterator[str]:
    """Tokens of a body: neither its own name, nor docstrings, decorators and annotations.

    A name that is imported is read as if it had been reached by its whole path, so the way of importing changes nothing.
    """
    bound = {name for node in ast.walk(root) for name in _binds(node)}
    named = named_values(root)
    stack: list[ast.AST] = [root]
    while stack:
        node = stack.pop()
        if id(node) in named.assignments:
            continue
        # Of a value that is a name itself, another one may be the value.
        while (other := named.value_of.get(id(node))) is not None:
            node = other
        match node:
            case ast.Name(id=name) if name in bound:
                yield "_"
            case ast.Name(id=name):
                first, *parts = imported.get(name, name).split(".")
                yield from (f".{part}" for part in reversed(parts))
                yield first
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


def _is_function(node: ast.AST | None) -> TypeGuard[ast.FunctionDef | ast.AsyncFunctionDef]:
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))


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
