"""Code in other files, with the imports that this takes."""

import ast
import builtins
import re
from collections.abc import Iterator
from functools import cache
from random import Random

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.neutral.kind import Edit, Edits, Texts, of_text
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
from cutpoint.domain.catalog import Module

_Function = ast.FunctionDef | ast.AsyncFunctionDef
# Names by which Django, pytest or celery find modules.
_FOUND_BY_NAME = {
    "models",
    "admin",
    "apps",
    "urls",
    "tasks",
    "signals",
    "settings",
    "conftest",
    "wsgi",
    "asgi",
    "__init__",
}
_FOLDERS_FOUND_BY_NAME = {"commands", "templatetags", "migrations", "models"}
_DOTTED = re.compile(r"[\w.]+")


def _to_package(ground: Ground, path: str, _random: Random) -> Texts | None:
    """`m.py` becomes `m/__init__.py`; the module keeps its name."""
    if path.endswith("__init__.py") or path.rpartition("/")[0].rpartition("/")[2] in _FOLDERS_FOUND_BY_NAME:
        return None
    if "__file__" in ground.project.files[path] or "__path__" in ground.project.files[path]:
        return None
    text = _one_level_deeper(ground.project.files[path])
    target = f"{path.removesuffix('.py')}/__init__.py"
    return {path: None, target: text} if text is not None and target not in ground.project.files else None


def _one_level_deeper(text: str) -> str | None:
    tree = parsed(text)
    if tree is None:
        return None
    lines = text.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            line = lines[node.lineno - 1]
            lines[node.lineno - 1] = line[: node.col_offset] + line[node.col_offset :].replace("from .", "from ..", 1)
    return "\n".join(lines) + "\n"


def _renamed(ground: Ground, path: str, _random: Random) -> Texts | None:
    """`m.py` becomes `m_renamed.py`, and every import of it says so."""
    module = _module(ground, path)
    stem = module.name.rpartition(".")[2]
    folder = path.rpartition("/")[0].rpartition("/")[2]
    if stem in _FOUND_BY_NAME or folder in _FOLDERS_FOUND_BY_NAME or stem in _parts_of_texts(ground):
        return None
    if "__name__" in ground.project.files[path] or "." not in module.name:
        return None
    texts: Texts = {}
    for other in ground.catalog.modules:
        changed = _with_new_name(ground.project.files[other.path], other, module.name)
        if changed is None:
            return None
        if changed != ground.project.files[other.path]:
            texts[other.path] = changed
    new = f"{path.removesuffix('.py')}_renamed.py"
    if new in ground.project.files:
        return None
    own = texts.pop(path, ground.project.files[path])
    return {**texts, path: None, new: own}


def _with_new_name(text: str, module: Module, name: str) -> str | None:
    """*text* of *module*, where imports of the module *name* say its new one; None where that takes more."""
    stem, package = name.rpartition(".")[2], name.rpartition(".")[0]
    if stem not in text:
        return text
    tree = parsed(text)
    if tree is None:
        return None
    splices: list[Splice] = []
    lines = text.splitlines()
    for node in ast.walk(tree):
        written: ast.stmt | None = None
        match node:
            case ast.Import(names=names) if any(f"{each.name}.".startswith(f"{name}.") for each in names):
                return None
            case ast.ImportFrom(module=said, names=names, level=level):
                base = _absolute(node, module)
                if base == name:
                    written = ast.ImportFrom(f"{said}_renamed", names, level)
                elif base == package and any(each.name == stem for each in names):
                    renamed = [
                        ast.alias(f"{stem}_renamed", each.asname or stem) if each.name == stem else each
                        for each in names
                    ]
                    written = ast.ImportFrom(said, renamed, level)
        if written is not None and isinstance(node, ast.stmt):
            if not (starts_its_line(node, lines) and ends_its_line(node, lines)):
                return None
            line = " " * node.col_offset + ast.unparse(written)
            splices.append(Splice("", node.lineno, node.end_lineno or node.lineno, (line,)))
    return spliced({"": text}, splices)[0][""] if splices else text


def _absolute(node: ast.ImportFrom, module: Module) -> str:
    if not node.level:
        return node.module or ""
    package = module.name if module.path.endswith("__init__.py") else module.name.rpartition(".")[0]
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


@cache
def _parts_of_texts(ground: Ground) -> frozenset[str]:
    """Parts of dotted names in texts: by them, somebody may ask for a module."""
    found: set[str] = set()
    for path in ground.project.files:
        tree = ground.tree_of(path)
        for node in ast.walk(tree) if tree is not None else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _DOTTED.fullmatch(node.value):
                found.update(node.value.split("."))
    return frozenset(found)


def _module(ground: Ground, path: str) -> Module:
    return next(module for module in ground.modules if module.path == path)


def _extracted(kind: type[ast.stmt] | tuple[type[ast.stmt], ...]) -> Edit:
    """A definition goes to a new module beside, with the imports that it needs, and is imported back."""

    def edit(ground: Ground, path: str, random: Random) -> Texts | None:
        text = ground.project.files[path]
        tree = ground.tree_of(path)
        if (
            tree is None
            or path.endswith("__init__.py")
            or path.rpartition("/")[0].endswith(tuple(_FOLDERS_FOUND_BY_NAME))
        ):
            return None
        lines = text.splitlines()
        found: list[tuple[ast.stmt, list[ast.stmt]]] = []
        for node in tree.body:
            if isinstance(node, kind) and starts_its_line(node, lines) and ends_its_line(node, lines):
                needed = _needed(node, tree)
                if needed is not None and not _is_model(ground, path, node):
                    found.append((node, needed))
        if not found:
            return None
        node, needed = random.choice(found)
        name = getattr(node, "name", "")
        stem = f"extracted_{path.rpartition('/')[2].removesuffix('.py')}"
        first, last = first_line(node), node.end_lineno or node.lineno
        head = [ast.get_source_segment(text, each) or "" for each in needed]
        new = "\n".join([*head, "", "", *lines[first - 1 : last], ""])
        old = "\n".join([*lines[: first - 1], f"from .{stem} import {name}", *lines[last:], ""])
        return {path: old, f"{path.rpartition('/')[0]}/{stem}.py": new}

    return edit


def _is_model(ground: Ground, path: str, node: ast.stmt) -> bool:
    return any(model.path == path and model.name == getattr(node, "name", "") for model in ground.catalog.models)


def _needed(node: ast.stmt, tree: ast.Module) -> list[ast.stmt] | None:
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
        if len(statements) != 1 or not isinstance(statements[0], ast.Import | ast.ImportFrom | ast.Assign):
            return None
        if statements[0] not in found:
            found.append(statements[0])
            if isinstance(statements[0], ast.Assign):
                wanted |= _free_names(statements[0].value)
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
    # A name that is stored in one function and global in another is read as global: it is wanted, too, if the module has it.
    return {name for name in read if name not in stored}


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
    "module to package": _to_package,
    "file renamed": _renamed,
    "function to another module": _extracted((ast.FunctionDef, ast.AsyncFunctionDef)),
    "class to another module": _extracted(ast.ClassDef),
    "body to another function": of_text(_delegated),
}
