"""Changes of single lines of texts, and where the new lines come to lie."""

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Splice(NamedTuple):
    """Lines *first* to *last* (from 1, both included; *last* one less than *first* to insert) give way to *lines*."""

    path: str
    first: int
    last: int
    lines: tuple[str, ...]


class Lines(NamedTuple):
    """Lines of a file, both ends included."""

    path: str
    first: int
    last: int


def insert(path: str, after: int, block: str, indent: str = "") -> Splice:
    """*block* behind the line *after*, each line of it indented."""
    return Splice(path, after + 1, after, tuple(f"{indent}{line}" if line else "" for line in block.splitlines()))


def spliced(texts: dict[str, str], splices: Iterable[Splice]) -> tuple[dict[str, str], tuple[Lines, ...]]:
    """The files of *texts* that change, and where the new lines lie; splices of one file must not overlap."""
    changed: dict[str, str] = {}
    places: list[Lines] = []
    by_path: dict[str, list[Splice]] = {}
    for splice in splices:
        by_path.setdefault(splice.path, []).append(splice)
    for path, several in sorted(by_path.items()):
        lines = texts.get(path, "").splitlines()
        shift = 0
        for splice in sorted(several):
            start = splice.first - 1 + shift
            lines[start : splice.last + shift] = splice.lines
            shift += len(splice.lines) - (splice.last - splice.first + 1)
            if splice.lines:
                places.append(Lines(path, start + 1, start + len(splice.lines)))
        changed[path] = "\n".join(lines) + "\n"
    return changed, tuple(places)


def parsed(text: str) -> ast.Module | None:
    """The syntax tree of *text*, if it is Python and has the lines that an editor counts."""
    if "\f" in text or "\r" in text or len(text.splitlines()) != text.count("\n") + (not text.endswith("\n")):
        return None
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return None


def first_line(statement: ast.stmt) -> int:
    """The line where *statement* begins, decorators included."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and statement.decorator_list:
        return min(decorator.lineno for decorator in statement.decorator_list)
    return statement.lineno


def blocks(root: ast.AST) -> Iterator[list[ast.stmt]]:
    """Every list of statements in *root*, nested functions and classes included."""
    for node in ast.walk(root):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def starts_its_line(statement: ast.stmt, lines: list[str]) -> bool:
    """Whether only blanks are before *statement*, and the line above doesn't go on in it."""
    first = first_line(statement)
    above = lines[first - 2].rstrip() if first > 1 else ""
    return not lines[first - 1][: statement.col_offset].strip() and not above.endswith("\\")


def ends_its_line(statement: ast.stmt, lines: list[str]) -> bool:
    """Whether nothing but a comment is behind *statement*."""
    last = lines[(statement.end_lineno or statement.lineno) - 1].encode()
    behind = last[statement.end_col_offset or 0 :].decode().strip()
    return not behind or behind.startswith("#")


def is_docstring(statement: ast.stmt) -> bool:
    """Whether *statement* is a text and nothing else."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )
