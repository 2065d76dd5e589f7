"""Code that goes: a write, a function that nobody names, and a helper whose body goes into its only caller."""

import ast
import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.neutral.blocks import Function, error_lines, functions_of
from benchmarks.mutation.neutral.kind import Edits, Texts
from benchmarks.mutation.splices import (
    Splice,
    blocks,
    ends_its_line,
    first_line,
    is_docstring,
    spliced,
    starts_its_line,
)


def _write_removed(ground: Ground, path: str, random: Random) -> Texts | None:
    text = ground.project.files[path]
    lines, errors = text.splitlines(), error_lines(ground, path)
    found = [
        statement
        for _, function in functions_of(ground.tree_of(path))
        for block in blocks(function)
        for statement in block
        if isinstance(statement, ast.Expr)
        and not errors.isdisjoint(range(statement.lineno, (statement.end_lineno or statement.lineno) + 1))
        and starts_its_line(statement, lines)
        and ends_its_line(statement, lines)
    ]
    if not found:
        return None
    gone = random.choice(found)
    splice = Splice("", gone.lineno, gone.end_lineno or gone.lineno, (" " * gone.col_offset + "pass",))
    return {path: spliced({"": text}, [splice])[0][""]}


def _function_removed(ground: Ground, path: str, random: Random) -> Texts | None:
    """A function of the module's own level whose name stands nowhere else, or else one with something accepted in it."""
    text, tree = ground.project.files[path], ground.tree_of(path)
    lines, errors = text.splitlines(), error_lines(ground, path)
    found = [
        node
        for node in (tree.body if tree is not None else ())
        if isinstance(node, Function) and starts_its_line(node, lines) and ends_its_line(node, lines)
    ]
    random.shuffle(found)
    for node in sorted(found, key=lambda each: errors.isdisjoint(range(each.lineno, (each.end_lineno or 0) + 1))):
        word = re.compile(rf"\b{node.name}\b")
        if sum(len(word.findall(each)) for each in ground.project.files.values()) == 1:
            gone = Splice("", first_line(node), node.end_lineno or node.lineno, ())
            return {path: spliced({"": text}, [gone])[0][""]}
    return None


def _put_into_its_caller(ground: Ground, path: str, random: Random) -> Texts | None:
    """A function that one statement of the project calls, with names or constants, takes the place of that statement."""
    text, tree = ground.project.files[path], ground.tree_of(path)
    lines = text.splitlines()
    helpers = [
        node
        for node in (tree.body if tree is not None else ())
        if isinstance(node, ast.FunctionDef) and _can_go_into_another(node) and starts_its_line(node, lines)
    ]
    random.shuffle(helpers)
    for helper in helpers:
        word = re.compile(rf"\b{helper.name}\b")
        if sum(len(word.findall(each)) for each in ground.project.files.values()) != 2:
            continue
        for _, function in functions_of(tree):
            for statement in (each for block in blocks(function) for each in block):
                body = _in_place_of(statement, helper, function)
                if body and starts_its_line(statement, lines) and ends_its_line(statement, lines):
                    indent = " " * statement.col_offset
                    put = Splice(
                        "",
                        statement.lineno,
                        statement.end_lineno or statement.lineno,
                        tuple(f"{indent}{line}" for line in body),
                    )
                    gone = Splice("", helper.lineno, helper.end_lineno or helper.lineno, ())
                    return {path: spliced({"": text}, [put, gone])[0][""]}
    return None


def _can_go_into_another(helper: ast.FunctionDef) -> bool:
    arguments = helper.args
    is_plain = not (arguments.vararg or arguments.kwarg or arguments.kwonlyargs or arguments.defaults)
    leaves = [node for node in ast.walk(helper) if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom)]
    nested = [node for node in ast.walk(helper) if isinstance(node, Function | ast.Lambda | ast.ClassDef)]
    long = any(isinstance(node, ast.Constant) and "\n" in str(node.value) for node in ast.walk(helper))
    is_flat = not long and len(nested) == 1 and not helper.decorator_list
    return is_plain and is_flat and leaves in ([], [helper.body[-1]])


def _in_place_of(statement: ast.stmt, helper: ast.FunctionDef, caller: Function) -> list[str]:
    """The lines of *helper* that take the place of *statement*, if that only calls it; none where names would clash."""
    match statement:
        case (
            ast.Expr(value=ast.Call(func=ast.Name(id=name), args=given, keywords=[]))
            | ast.Return(value=ast.Call(func=ast.Name(id=name), args=given, keywords=[]))
            | ast.Assign(value=ast.Call(func=ast.Name(id=name), args=given, keywords=[]))
        ) if name == helper.name and len(given) == len(helper.args.args):
            values = dict(zip((each.arg for each in helper.args.args), given, strict=True))
        case _:
            return []
    own = set(_stored(helper))
    if own & values.keys() or own & _all_names(caller):
        return []
    if not all(isinstance(each, ast.Name | ast.Constant) for each in given):
        return []
    body = helper.body[1:] if is_docstring(helper.body[0]) else helper.body
    put = [
        _With(values).visit(ast.parse(ast.unparse(each)).body[0]) for each in body if not isinstance(each, ast.Return)
    ]
    last = helper.body[-1]
    if isinstance(statement, ast.Return | ast.Assign):
        if not isinstance(last, ast.Return) or last.value is None:
            return []
        result = _With(values).visit(ast.parse(ast.unparse(last.value), mode="eval").body)
        put.append(
            ast.Return(result) if isinstance(statement, ast.Return) else ast.Assign(statement.targets, result, lineno=1)
        )
    elif isinstance(last, ast.Return) and last.value is not None:
        return []
    return [line for each in put for line in ast.unparse(ast.fix_missing_locations(each)).splitlines()]


class _With(ast.NodeTransformer):
    def __init__(self, values: dict[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node)


def _stored(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        match each:
            case ast.Name(id=name, ctx=ast.Store()) | ast.ExceptHandler(name=str(name)):
                yield name
            case ast.alias(name=name, asname=asname):
                yield asname or name


def _all_names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)} | {
        each.arg for each in ast.walk(node) if isinstance(each, ast.arg)
    }


KINDS: Edits = {
    "write removed": _write_removed,
    "function removed": _function_removed,
    "helper put into its caller": _put_into_its_caller,
}
