"""A file → blocks of statements that can go out of a function, with what they need of it and it of them."""

import ast
from collections.abc import Iterable, Iterator
from random import Random
from typing import NamedTuple

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.splices import ends_its_line, first_line, is_docstring, starts_its_line
from cutpoint.domain.finding import Severity

Function = ast.FunctionDef | ast.AsyncFunctionDef
_LONGEST = 6
_STAYS = (
    ast.Return,
    ast.Yield,
    ast.YieldFrom,
    ast.Await,
    ast.AsyncFor,
    ast.AsyncWith,
    ast.Global,
    ast.Nonlocal,
    ast.Delete,
    ast.NamedExpr,
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
)
_OF_THE_FRAME = {"super", "locals", "vars", "exec", "eval", "__class__"}


class Block(NamedTuple):
    """Statements that can go out of a function."""

    top: ast.stmt
    """What stands at the module's own level: the function or its class."""
    function: Function
    statements: list[ast.stmt]
    given: tuple[str, ...]
    """Locals that it needs."""
    taken: tuple[str, ...]
    """Locals that are needed of it."""

    @property
    def first(self) -> int:
        """Its first line."""
        return first_line(self.statements[0])

    @property
    def last(self) -> int:
        """Its last line."""
        return self.statements[-1].end_lineno or self.statements[-1].lineno


def blocks_in(ground: Ground, path: str, random: Random) -> list[Block]:
    """All of a file, in a random order, those first that hold an accepted error."""
    tree = ground.tree_of(path)
    lines = ground.project.files[path].splitlines()
    errors = error_lines(ground, path)
    found = [block for top, function in functions_of(tree) for block in _of_function(top, function, lines)]
    random.shuffle(found)
    return sorted(found, key=lambda block: errors.isdisjoint(range(block.first, block.last + 1)))


def functions_of(tree: ast.Module | None) -> Iterator[tuple[ast.stmt, Function]]:
    """(what stands at the module's own level, function): functions, and methods of classes."""
    for top in tree.body if tree is not None else ():
        for each in top.body if isinstance(top, ast.ClassDef) else (top,):
            if isinstance(each, Function):
                yield top, each


def error_lines(ground: Ground, path: str) -> set[int]:
    """Where something accepted is that would fail if it were new."""
    findings = ground.project.case.judged.findings
    return {each.place.line for each in findings if each.severity is Severity.ERROR and each.place.path == path}


def _of_function(top: ast.stmt, function: Function, lines: list[str]) -> Iterator[Block]:
    body = function.body[1:] if is_docstring(function.body[0]) else function.body
    for start in range(len(body)):
        for end in range(start + 1, min(start + _LONGEST, len(body)) + 1):
            part = body[start:end]
            if not all(map(_may_go, part)):
                break
            is_alone = starts_its_line(part[0], lines) and ends_its_line(part[-1], lines)
            if is_alone and len(part) < len(body) and part[0].lineno > function.lineno:
                block = _block(top, function, part, body[:start], body[end:])
                if block is not None:
                    yield block


def _may_go(statement: ast.stmt) -> bool:
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=name) if name in _OF_THE_FRAME:
                return False
            case ast.Attribute(attr=name) if name.startswith("__") and not name.endswith("__"):
                return False
            case ast.Constant(value=str() | bytes() as text) if len(repr(text).split("\\n")) > 1:
                return False
            case _ if isinstance(node, _STAYS):
                return False
    return not is_docstring(statement)


def _block(
    top: ast.stmt, function: Function, part: list[ast.stmt], before: list[ast.stmt], after: list[ast.stmt]
) -> Block | None:
    arguments = {each.arg for each in ast.walk(function.args) if isinstance(each, ast.arg)}
    stored, sure = _stored(part), _stored(filter(_binds_always, part))
    given = _read(part) & (arguments | _stored(before))
    taken = stored & _read(after)
    nested = [node for node in ast.walk(function) if isinstance(node, Function | ast.Lambda) and node is not function]
    is_sound = taken <= sure and given <= arguments | _stored(filter(_binds_always, before))
    return (
        Block(top, function, part, tuple(sorted(given)), tuple(sorted(taken)))
        if is_sound and stored.isdisjoint(_read(nested))
        else None
    )


def _binds_always(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign | ast.AnnAssign | Function)


def _stored(statements: Iterable[ast.AST]) -> set[str]:
    found: set[str] = set()
    for node in (node for each in statements for node in ast.walk(each)):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.ExceptHandler(name=str(name)):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.alias(name=name, asname=asname):
                found.add(asname or name.partition(".")[0])
    return found


def _read(statements: Iterable[ast.AST]) -> set[str]:
    """Names that are read, those included that `+=` reads."""
    nodes = [node for each in statements for node in ast.walk(each)]
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)} | {
        node.target.id for node in nodes if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
    }
