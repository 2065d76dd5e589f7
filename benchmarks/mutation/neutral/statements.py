"""The same steps in other statements."""

import ast
from collections.abc import Callable, Iterator

from benchmarks.mutation.neutral.kind import Edits, of_text
from benchmarks.mutation.splices import Splice, blocks, ends_its_line, parsed, spliced, starts_its_line

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


KINDS: Edits = {
    "result in a local variable": of_text(_each(_result_named)),
    "receiver in a local variable": of_text(_each(_receiver_named)),
    "branches swapped": of_text(_each(_branches_swapped)),
}
