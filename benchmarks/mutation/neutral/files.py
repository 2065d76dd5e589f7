"""Code in other files, with the imports that this takes."""

import ast
import re
from functools import cache
from random import Random

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.neutral.kind import FOLDERS_FOUND_BY_NAME, Edits, Texts
from benchmarks.mutation.splices import (
    Splice,
    ends_its_line,
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
_DOTTED = re.compile(r"[\w.]+")


def _to_package(ground: Ground, path: str, _random: Random) -> Texts | None:
    """`m.py` becomes `m/__init__.py`; the module keeps its name."""
    if path.endswith("__init__.py") or path.rpartition("/")[0].rpartition("/")[2] in FOLDERS_FOUND_BY_NAME:
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
    if stem in _FOUND_BY_NAME or folder in FOLDERS_FOUND_BY_NAME or stem in _parts_of_texts(ground):
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


KINDS: Edits = {
    "module to package": _to_package,
    "file renamed": _renamed,
}
