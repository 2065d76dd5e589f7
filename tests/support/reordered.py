"""Source text goes in; the same code comes out with its functions in the opposite order, wherever that changes no meaning.

A run of functions that follow each other in the body of a module, class or function is turned around, with the comments
and blank lines above each. A function stays where it is when its head (decorators, defaults, annotations) names another
one of the run, when both have one name, or when it shares a line with something else.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def reordered(text: str) -> str:
    """*text* with its functions in the opposite order; as it is when no Python reads it."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return text
    lines = text.splitlines(keepends=True)
    if len(lines) != len(text.split("\n")) - text.endswith("\n"):
        # Form feeds and their like end lines for one and not for the other.
        return text
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    _turn_around(tree, lines)
    return "".join(lines)


def reorder_folder(folder: Path) -> int:
    """Write every Python file below *folder* anew; how many of them have changed."""
    changed = 0
    for path in sorted(folder.rglob("*.py")):
        try:
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError):
            continue
        after = reordered(text)
        if after != text:
            changed += 1
            path.write_text(after, "utf-8", newline="")
    return changed


def _turn_around(node: ast.AST, lines: list[str]) -> None:
    """Inner bodies first: they keep the lines that they take up."""
    for body in _bodies(node):
        for statement in body:
            _turn_around(statement, lines)
        for run, start in _runs(body, lines):
            _reverse(run, start, lines)


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        body = getattr(node, name, None)
        if isinstance(body, list) and body:
            yield body
    for handler in getattr(node, "handlers", ()):
        yield handler.body


def _runs(body: list[ast.stmt], lines: list[str]) -> Iterator[tuple[list[ast.stmt], int]]:
    """(functions that may change places, the last line before them)."""
    run: list[ast.stmt] = []
    start, end = 0, _first_line(body[0]) - 1
    # Comments belong to the function below; the first two lines of a file may be the interpreter's and the encoding's.
    while end > 2 and lines[end - 1].lstrip().startswith("#"):
        end -= 1
    for statement in body:
        if isinstance(statement, _FUNCTIONS) and _first_line(statement) > end:
            if _depends(statement, run):
                yield run, start
                run = []
            if not run:
                start = end
            run.append(statement)
        else:
            if run:
                yield run, start
            run = []
        end = statement.end_lineno or 0
    if run:
        yield run, start


def _first_line(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(each.lineno for each in decorators)])


def _depends(function: ast.FunctionDef | ast.AsyncFunctionDef, run: list[ast.stmt]) -> bool:
    names = {each.name for each in run if isinstance(each, _FUNCTIONS)}
    head = [*function.decorator_list, function.args, *([function.returns] if function.returns else [])]
    said = {each.id for part in head for each in ast.walk(part) if isinstance(each, ast.Name)}
    said |= {
        word for part in head for each in ast.walk(part) if isinstance(each, ast.Constant) for word in _words(each)
    }
    return function.name in names or not names.isdisjoint(said)


def _words(constant: ast.Constant) -> set[str]:
    return {constant.value} if isinstance(constant.value, str) else set()


def _reverse(run: list[ast.stmt], start: int, lines: list[str]) -> None:
    """Put the lines of *run* in the opposite order; each takes along what stands between it and the one before."""
    last = run[-1].end_lineno or 0
    pieces: list[list[str]] = []
    for statement in run:
        end = statement.end_lineno or 0
        pieces.append(lines[start:end])
        start = end
    first = last - sum(map(len, pieces))
    lines[first:last] = [line for piece in reversed(pieces) for line in piece]
