"""The same steps in other statements."""

import ast
from collections.abc import Callable, Iterator
from itertools import pairwise

from benchmarks.mutation.neutral.kind import Edits, of_text
from benchmarks.mutation.splices import (
    Splice,
    blocks,
    ends_its_line,
    first_line,
    insert,
    is_docstring,
    parsed,
    spliced,
    starts_its_line,
)

_Rewrite = Callable[[ast.stmt], list[ast.stmt] | None]


def _each(rewrite: _Rewrite) -> Callable[[str], str | None]:
    """Rewrites the outermost statements for which *rewrite* has other ones."""

    def change(text: str) -> str | None:
        tree = parsed(text)
        if tree is None:
            return None
        lines = text.splitlines()
        splices: list[Splice] = []
        covered = 0
        for statement in sorted(_in_functions(tree), key=lambda each: each.lineno):
            is_free = starts_its_line(statement, lines) and ends_its_line(statement, lines)
            if statement.lineno <= covered or not is_free:
                continue
            others = rewrite(statement)
            if others is not None:
                covered = statement.end_lineno or statement.lineno
                splices.append(Splice("", statement.lineno, covered, tuple(_written(others, statement.col_offset))))
        return spliced({"": text}, splices)[0][""] if splices else None

    return change


def _in_functions(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (statement for block in blocks(node) for statement in block)


def _written(statements: list[ast.stmt], indent: int) -> Iterator[str]:
    for statement in statements:
        for line in ast.unparse(ast.fix_missing_locations(statement)).splitlines():
            yield " " * indent + line if line else ""


def _result_named(statement: ast.stmt) -> list[ast.stmt] | None:
    match statement:
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant | ast.Name):
            return [_assign("named_result", value), ast.Return(ast.Name("named_result"))]
    return None


def _receiver_named(statement: ast.stmt) -> list[ast.stmt] | None:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=receiver, attr=name), args=given, keywords=named)) if (
            isinstance(receiver, ast.Attribute | ast.Call) and "super" not in ast.unparse(receiver)
        ):
            call = ast.Call(ast.Attribute(ast.Name("named_receiver"), name), given, named)
            return [_assign("named_receiver", receiver), ast.Expr(call)]
    return None


def _branches_swapped(statement: ast.stmt) -> list[ast.stmt] | None:
    match statement:
        case ast.If(test=test, body=body, orelse=[first, *_] as orelse) if not isinstance(first, ast.If) and not any(
            isinstance(node, ast.JoinedStr | ast.NamedExpr) or _is_long_text(node) for node in ast.walk(statement)
        ):
            return [ast.If(ast.UnaryOp(ast.Not(), test), orelse, body)]
    return None


def _is_long_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and len(repr(node.value)) > 60


def _assign(name: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([ast.Name(name)], value, lineno=1)


def _keywords_reversed(statement: ast.stmt) -> list[ast.stmt] | None:
    """`f(a=1, b=c)` → `f(b=c, a=1)`, where no value does anything."""
    match statement:
        case ast.Expr(value=ast.Call(func=called, args=given, keywords=[_, _, *_] as named)) if all(
            each.arg is not None and isinstance(each.value, ast.Name | ast.Constant) for each in named
        ):
            return [ast.Expr(ast.Call(called, given, named[::-1]))]
    return None


def _in_a_comprehension(text: str) -> str | None:
    """`found = []`, filled in a loop that does nothing else, becomes one expression."""
    tree = parsed(text)
    lines = text.splitlines()
    splices: list[Splice] = []
    for block in blocks(tree) if tree is not None else ():
        for first, second in pairwise(block):
            one = _filled(first, second)
            if one is not None and starts_its_line(first, lines) and ends_its_line(second, lines):
                new = tuple(_written([one], first.col_offset))
                splices.append(Splice("", first.lineno, second.end_lineno or second.lineno, new))
    return spliced({"": text}, splices[:1])[0][""] if splices else None


def _filled(first: ast.stmt, second: ast.stmt) -> ast.stmt | None:
    match first, second:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=ast.List(elts=[])),
            ast.For(
                target=ast.Name() as target,
                iter=values,
                body=[
                    ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=filled), attr="append"), args=[value]))
                ],
                orelse=[],
            ),
        ) if filled == name and name not in {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}:
            return _assign(name, ast.ListComp(value, [ast.comprehension(target, values, [], 0)]))
    return None


def _returned_early(statement: ast.stmt) -> list[ast.stmt] | None:
    """`if done: … return x`, with an `else`, needs none."""
    match statement:
        case ast.If(test=test, body=[*_, ast.Return()] as body, orelse=[first, *_] as orelse) if not isinstance(
            first, ast.If
        ) and not any(isinstance(node, ast.JoinedStr) or _is_long_text(node) for node in ast.walk(statement)):
            return [ast.If(test, body, []), *orelse]
    return None


def _logged(text: str) -> str | None:
    """Every third function of the module says that it was called."""
    tree = parsed(text)
    lines = text.splitlines()
    functions = [
        node
        for node in ast.walk(tree or ast.Module([], []))
        if isinstance(node, ast.FunctionDef)
        and starts_its_line(node.body[0], lines)
        and first_line(node.body[0]) > node.lineno
    ]
    splices = [
        insert("", (node.body[0].end_lineno or 0) if is_docstring(node.body[0]) else first_line(node.body[0]) - 1, line)
        for node in functions[::3]
        if (line := f'{" " * node.body[0].col_offset}__import__("logging").getLogger(__name__).info("called")')
    ]
    return spliced({"": text}, splices)[0].get("") if splices else None


def _wrapped(text: str) -> str | None:
    """The first function without a decorator gets one that only calls it."""
    tree = parsed(text)
    if tree is None or "traced" in text:
        return None
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.decorator_list and starts_its_line(node, text.splitlines()):
            new = (
                "import functools\n\n\ndef traced(function):\n    @functools.wraps(function)\n"
                "    def inner(*args, **kwargs):\n        return function(*args, **kwargs)\n\n    return inner\n\n\n@traced"
            )
            return spliced({"": text}, [insert("", node.lineno - 1, new)])[0][""]
    return None


KINDS: Edits = {
    "result in a local variable": of_text(_each(_result_named)),
    "receiver in a local variable": of_text(_each(_receiver_named)),
    "branches swapped": of_text(_each(_branches_swapped)),
    "keywords in another order": of_text(_each(_keywords_reversed)),
    "no else after return": of_text(_each(_returned_early)),
    "loop to a comprehension": of_text(_in_a_comprehension),
    "log lines": of_text(_logged),
    "decorator that only calls": of_text(_wrapped),
}
