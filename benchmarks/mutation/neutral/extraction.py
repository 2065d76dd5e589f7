"""Definitions that go to another module, or whose body goes to another function."""

import ast
import builtins
import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.neutral.kind import FOLDERS_FOUND_BY_NAME, Edit, Edits, Texts, of_text
from benchmarks.mutation.splices import (
    Splice,
    ends_its_line,
    first_line,
    insert,
    is_docstring,
    parsed,
    spliced,
    starts_its_line,
)

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_WORD = re.compile(r"(?<![\w.])[^\W\d]\w*")


def _extracted(kind: type[ast.stmt] | tuple[type[ast.stmt], ...]) -> Edit:
    """A definition goes to a new module beside, with the imports that it needs, and is imported back."""

    def edit(ground: Ground, path: str, random: Random) -> Texts | None:
        text = ground.project.files[path]
        tree = ground.tree_of(path)
        if (
            tree is None
            or path.endswith("__init__.py")
            or path.rpartition("/")[0].endswith(tuple(FOLDERS_FOUND_BY_NAME))
        ):
            return None
        lines = text.splitlines()
        found: list[tuple[ast.stmt, list[ast.stmt]]] = []
        for node in tree.body:
            if isinstance(node, kind) and starts_its_line(node, lines) and ends_its_line(node, lines):
                imports = needed(node, tree)
                if imports is not None and not is_model(ground, path, node):
                    found.append((node, imports))
        if not found:
            return None
        node, imports = random.choice(found)
        name = getattr(node, "name", "")
        stem = f"extracted_{path.rpartition('/')[2].removesuffix('.py')}"
        first, last = first_line(node), node.end_lineno or node.lineno
        head = [ast.get_source_segment(text, each) or "" for each in imports]
        new = "\n".join([*head, "", "", *lines[first - 1 : last], ""])
        old = "\n".join([*lines[: first - 1], f"from .{stem} import {name}", *lines[last:], ""])
        return {path: old, f"{path.rpartition('/')[0]}/{stem}.py": new}

    return edit


def is_model(ground: Ground, path: str, node: ast.stmt) -> bool:
    """Whether *node* declares a model."""
    return any(model.path == path and model.name == getattr(node, "name", "") for model in ground.catalog.models)


def needed(node: ast.stmt, tree: ast.Module) -> list[ast.stmt] | None:
    """The imports, and the assignments of what only imports give, that *node* needs; None when it needs more."""
    if any(
        isinstance(each, ast.Global) or (isinstance(each, ast.Name) and each.id == "__name__")
        for each in ast.walk(node)
    ):
        return None
    bound: dict[str, list[ast.stmt]] = {}
    for statement in tree.body:
        for name in _bound_by(statement):
            bound.setdefault(name, []).append(statement)
    wanted = _free_names(node) - {getattr(node, "name", "")}
    found: list[ast.stmt] = []
    while wanted:
        name = wanted.pop()
        statements = bound.get(name, [])
        if not statements and hasattr(builtins, name):
            continue
        if len(statements) != 1:
            return None
        if statements[0] not in found:
            found.append(statements[0])
            match statements[0]:
                case ast.Import() | ast.ImportFrom():
                    pass
                case ast.Assign(value=value):
                    wanted |= _free_names(value)
                case ast.If(test=test) if "TYPE_CHECKING" in ast.unparse(test):
                    wanted |= _free_names(test)
                case _:
                    return None
    future = [each for each in tree.body if isinstance(each, ast.ImportFrom) and each.module == "__future__"]
    return [*future, *sorted((each for each in found if each not in future), key=lambda each: each.lineno)]


def _bound_by(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from (each.asname or each.name.partition(".")[0] for each in names)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case _:
            yield from (
                each.id
                for each in ast.walk(statement)
                if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
            )
            for each in ast.walk(statement):
                if each is not statement and isinstance(each, ast.stmt):
                    yield from _bound_by(each)


def _free_names(node: ast.AST) -> set[str]:
    """Names that are read in *node*, those in annotations of a text included, without those that it binds itself."""
    read = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
    stored = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)}
    stored |= {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}
    stored |= {name for each in ast.walk(node) if isinstance(each, ast.stmt) for name in _bound_by_one(each)}
    for annotation in _annotations(node):
        read |= set(_WORD.findall(annotation))
    return {name for name in read if name not in stored}


def _annotations(node: ast.AST) -> Iterator[str]:
    """Annotations that are texts, or hold some: for those who check types, their names must be there."""
    for each in ast.walk(node):
        for name in ("annotation", "returns"):
            annotation = getattr(each, name, None)
            for part in ast.walk(annotation) if isinstance(annotation, ast.expr) else ():
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def _bound_by_one(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.Import | ast.ImportFrom | _Function | ast.ClassDef):
        yield from _bound_by(statement)
    elif isinstance(statement, ast.Try):
        yield from (handler.name for handler in statement.handlers if handler.name)


def _delegated(text: str) -> str | None:
    """Bodies of the module's own functions go to new functions, which the old ones call."""
    tree = parsed(text)
    if tree is None:
        return None
    lines = text.splitlines()
    splices: list[Splice] = []
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or node.decorator_list or not starts_its_line(node, lines):
            continue
        if len(node.body) < 3 or is_docstring(node.body[0]) or node.name.startswith("__"):
            continue
        given = ", ".join(_passed_on(node.args))
        head = ast.unparse(ast.FunctionDef(node.name, node.args, [ast.Pass()], [], node.returns, lineno=1))
        head = head.removesuffix("\n    pass")
        block = f"\n\n{head}\n    return {node.name}_inner({given})\n"
        line = lines[node.lineno - 1]
        splices.append(
            Splice("", node.lineno, node.lineno, (line.replace(f"def {node.name}(", f"def {node.name}_inner(", 1),))
        )
        splices.append(insert("", node.end_lineno or node.lineno, block))
    return spliced({"": text}, splices)[0][""] if splices else None


def _passed_on(arguments: ast.arguments) -> Iterator[str]:
    yield from (each.arg for each in (*arguments.posonlyargs, *arguments.args))
    if arguments.vararg is not None:
        yield f"*{arguments.vararg.arg}"
    yield from (f"{each.arg}={each.arg}" for each in arguments.kwonlyargs)
    if arguments.kwarg is not None:
        yield f"**{arguments.kwarg.arg}"


KINDS: Edits = {
    "function to another module": _extracted((ast.FunctionDef, ast.AsyncFunctionDef)),
    "class to another module": _extracted(ast.ClassDef),
    "body to another function": of_text(_delegated),
}
