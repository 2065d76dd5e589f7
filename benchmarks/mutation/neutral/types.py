"""Annotations where there were none; all of them are true."""

import ast

from benchmarks.mutation.neutral.kind import Edits, of_text
from benchmarks.mutation.splices import first_line, parsed

_YIELDS = (ast.Yield, ast.YieldFrom)


def _results(text: str) -> str | None:
    """`-> None` for functions that give nothing."""
    tree = parsed(text)
    if tree is None:
        return None
    lines = text.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is None and _gives_nothing(node):
            row = first_line(node.body[0]) - 2
            if row >= node.lineno - 1 and lines[row].endswith("):"):
                lines[row] = f"{lines[row][:-1]} -> None:"
    changed = "\n".join(lines) + "\n"
    return changed if parsed(changed) is not None else None


def _gives_nothing(function: ast.AST) -> bool:
    return not any(
        isinstance(node, _YIELDS) or (isinstance(node, ast.Return) and node.value is not None)
        for node in ast.walk(function)
    )


def _anything(text: str) -> str | None:
    """`Any` for every local name that is bound on one line, and for parameters."""
    tree = parsed(text)
    if tree is None:
        return None
    lines = text.splitlines()
    places: list[tuple[int, int]] = []
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        spread = [each.arg for each in (function.args.vararg, function.args.kwarg) if each is not None]
        places += [
            (each.end_lineno or each.lineno, each.end_col_offset or 0)
            for each in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
            if each.annotation is None and each.arg not in {"self", "cls", *spread}
        ]
        declared = {
            name for node in ast.walk(function) if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names
        }
        places += [
            (name.lineno, name.end_col_offset or 0)
            for statement in ast.walk(function)
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1
            for name in statement.targets
            if isinstance(name, ast.Name) and name.id not in declared
        ]
    for row, column in sorted(set(places), reverse=True):
        line = lines[row - 1].encode()
        lines[row - 1] = (line[:column] + b': "Any"' + line[column:]).decode()
    changed = "\n".join(lines) + "\n"
    return changed if places and parsed(changed) is not None else None


KINDS: Edits = {
    "annotated results": of_text(_results),
    "annotated with Any": of_text(_anything),
}
