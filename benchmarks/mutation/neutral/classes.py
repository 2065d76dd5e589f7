"""Methods that go to a mixin or a base class, and functions that go into a class."""

import ast
import re
from collections.abc import Iterable
from random import Random

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.neutral.blocks import Function, error_lines
from benchmarks.mutation.neutral.cutting import moved_to_module, with_base
from benchmarks.mutation.neutral.extraction import is_model
from benchmarks.mutation.neutral.kind import Edits, Texts
from benchmarks.mutation.splices import Splice, ends_its_line, first_line, spliced, starts_its_line


def _method_to_mixin(ground: Ground, path: str, random: Random) -> Texts | None:
    """One method, to a class of its own in a module beside."""
    text, tree = ground.project.files[path], ground.tree_of(path)
    errors = error_lines(ground, path)
    for owner in _classes(ground, path, random):
        name, head = with_base(owner, text)
        for method in sorted(_movable(owner, text), key=lambda each: errors.isdisjoint(_lines(each))):
            if tree is not None and head and len(owner.body) > 1:
                definition = [f"class {name}:", *text.splitlines()[first_line(method) - 1 : method.end_lineno]]
                gone = Splice("", first_line(method), method.end_lineno or method.lineno, ())
                return moved_to_module(path, text, tree, definition, name, first_line(owner), [gone, *head])
    return None


def _methods_to_base(ground: Ground, path: str, random: Random) -> Texts | None:
    """Every other method, to a class above in the same module."""
    text = ground.project.files[path]
    lines = text.splitlines()
    for owner in _classes(ground, path, random):
        name, head = with_base(owner, text)
        methods = _movable(owner, text)[::2]
        if head and methods and len(methods) < len(owner.body):
            moved = [line for each in methods for line in (*lines[first_line(each) - 1 : each.end_lineno], "")]
            above = first_line(owner) - 1
            base = Splice("", above + 1, above, (f"class {name}:", *moved, ""))
            gone = [Splice("", first_line(each), each.end_lineno or each.lineno, ()) for each in methods]
            return {path: spliced({"": text}, [base, *head, *gone])[0][""]}
    return None


def _classes(ground: Ground, path: str, random: Random) -> list[ast.ClassDef]:
    tree = ground.tree_of(path)
    errors = error_lines(ground, path)
    found = [
        node
        for node in (tree.body if tree is not None else ())
        if isinstance(node, ast.ClassDef) and not is_model(ground, path, node) and not node.keywords
    ]
    random.shuffle(found)
    return sorted(found, key=lambda each: errors.isdisjoint(_lines(each)))


def _movable(owner: ast.ClassDef, text: str) -> list[Function]:
    """Methods that stand on their own: nothing in the class's own level names them, and they ask for no class by name."""
    lines = text.splitlines()
    others = [node for each in owner.body for node in ast.walk(each) if not isinstance(each, Function)]
    others += [node for each in owner.body if isinstance(each, Function) for node in each.decorator_list]
    named = {name for node in others for part in ast.walk(node) for name in _names(part)}
    counts = [each.name for each in owner.body if isinstance(each, Function)]
    return [
        each
        for each in owner.body
        if isinstance(each, Function)
        and each.name not in named
        and counts.count(each.name) == 1
        and starts_its_line(each, lines)
        and ends_its_line(each, lines)
        and not (each.name.startswith("__") or each.decorator_list)
        and {"super", "__class__", owner.name}.isdisjoint(name for node in ast.walk(each) for name in _names(node))
        and not re.search(r"\b__\w+[^_\W]\b(?!__)", "\n".join(lines[each.lineno - 1 : each.end_lineno]))
    ]


def _names(node: ast.AST) -> Iterable[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
            yield name


def _lines(node: ast.stmt) -> range:
    return range(first_line(node), (node.end_lineno or node.lineno) + 1)


def _function_to_class(ground: Ground, path: str, random: Random) -> Texts | None:
    """A function becomes a static method of a new class, and keeps its name in the module."""
    text, tree = ground.project.files[path], ground.tree_of(path)
    lines, errors = text.splitlines(), error_lines(ground, path)
    found = [
        node
        for node in (tree.body if tree is not None else ())
        if isinstance(node, Function) and not node.decorator_list and not node.name.startswith("__")
        if starts_its_line(node, lines) and ends_its_line(node, lines) and not _has_long_text(node)
    ]
    random.shuffle(found)
    for node in sorted(found, key=lambda each: errors.isdisjoint(_lines(each))):
        name = f"PartsOf{node.name.title().replace('_', '')}"
        body = [f"    {line}" if line else "" for line in lines[node.lineno - 1 : node.end_lineno]]
        new = (f"class {name}:", "    @staticmethod", *body, "", "", f"{node.name} = {name}.{node.name}")
        return {path: spliced({"": text}, [Splice("", node.lineno, node.end_lineno or node.lineno, new)])[0][""]}
    return None


def _has_long_text(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Constant) and "\n" in str(each.value) for each in ast.walk(node))


KINDS: Edits = {
    "method to a mixin": _method_to_mixin,
    "methods to a base class": _methods_to_base,
    "function to a static method": _function_to_class,
}
