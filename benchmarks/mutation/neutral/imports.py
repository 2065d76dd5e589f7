"""Imports written in another way."""

import ast
import re
from collections.abc import Callable
from random import Random

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.neutral.kind import Edits, Texts, of_text
from benchmarks.mutation.splices import Splice, ends_its_line, parsed, spliced, starts_its_line


def _one_by_one(text: str) -> str | None:
    return _rewritten(text, _split)


def _split(node: ast.stmt) -> list[str] | None:
    match node:
        case ast.ImportFrom(module=module, names=[_, _, *_] as names, level=level) if module != "__future__":
            return [ast.unparse(ast.ImportFrom(module, [name], level)) for name in names]
        case ast.Import(names=[_, _, *_] as names):
            return [ast.unparse(ast.Import([name])) for name in names]
    return None


def _rewritten(text: str, change: Callable[[ast.stmt], list[str] | None]) -> str | None:
    tree = parsed(text)
    if tree is None:
        return None
    lines = text.splitlines()
    splices = []
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Import | ast.ImportFrom)
            and starts_its_line(node, lines)
            and ends_its_line(node, lines)
        ):
            written = change(node)
            if written is not None:
                indented = tuple(" " * node.col_offset + line for line in written)
                splices.append(Splice("", node.lineno, node.end_lineno or node.lineno, indented))
    return spliced({"": text}, splices)[0][""] if splices else None


def _absolute(ground: Ground, path: str, _random: Random) -> Texts | None:
    module = next(module for module in ground.modules if module.path == path)
    package = module.name if path.endswith("__init__.py") else module.name.rpartition(".")[0]

    def change(node: ast.stmt) -> list[str] | None:
        if not isinstance(node, ast.ImportFrom) or not node.level:
            return None
        above = package.split(".")[: len(package.split(".")) - node.level + 1]
        name = ".".join([*above, node.module] if node.module else above)
        return [ast.unparse(ast.ImportFrom(name, node.names, 0))] if above else None

    text = _rewritten(ground.project.files[path], change)
    return {path: text} if text else None


def _names_imported(text: str) -> str | None:
    """`import m` and `m.f()` become `from m import f` and `f()`, for a module that is only asked for names."""
    tree = parsed(text)
    lines = text.splitlines()
    for node in tree.body if tree is not None else ():
        match node:
            case ast.Import(names=[ast.alias(name=module, asname=None)]) if "." not in module:
                uses = [each for each in ast.walk(tree) if isinstance(each, ast.Name) and each.id == module]
                asked = [
                    each
                    for each in ast.walk(tree)
                    if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == module
                ]
                names = sorted({each.attr for each in asked})
                taken = {word for each in ast.walk(tree) for word in _words(each)}
                is_free = taken.isdisjoint(names) and len(uses) == len(asked) > 0
                if is_free and text.count(module) == len(uses) + 1 and starts_its_line(node, lines):
                    changed = re.sub(rf"\b{module}\.(?=\w)", "", text)
                    return changed.replace(f"import {module}\n", f"from {module} import {', '.join(names)}\n", 1)
    return None


def _words(node: ast.AST) -> list[str]:
    """Names that *node* reads or binds."""
    match node:
        case ast.Name(id=name) | ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.alias(name=name, asname=asname):
            return [asname or name]
    return []


KINDS: Edits = {
    "an import statement for each name": of_text(_one_by_one),
    "relative imports made absolute": _absolute,
    "names imported from their module": of_text(_names_imported),
}
