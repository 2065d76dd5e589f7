"""Definitions in another order."""

import ast
from collections.abc import Callable

from benchmarks.mutation.neutral.kind import Edits, of_text
from benchmarks.mutation.splices import Splice, ends_its_line, first_line, parsed, spliced, starts_its_line

_Definition = ast.FunctionDef | ast.AsyncFunctionDef


def _reversed(bodies_of: Callable[[ast.Module], list[list[ast.stmt]]]) -> Callable[[str], str | None]:
    """Each run of definitions, of which none needs another one to be defined, in the opposite order."""

    def change(text: str) -> str | None:
        tree = parsed(text)
        if tree is None:
            return None
        lines = text.splitlines()
        splices: list[Splice] = []
        for body in bodies_of(tree):
            for run in _runs(body, lines):
                splices += _in_opposite_order(run, lines)
        return spliced({"": text}, splices)[0][""] if splices else None

    return change


def _runs(body: list[ast.stmt], lines: list[str]) -> list[list[ast.stmt]]:
    runs: list[list[ast.stmt]] = [[]]
    for statement in body:
        is_alone = starts_its_line(statement, lines) and ends_its_line(statement, lines)
        if isinstance(statement, _Definition) and is_alone:
            runs[-1].append(statement)
        else:
            runs.append([])
    return [run for run in runs if len(run) > 1 and _is_free(run)]


def _is_free(run: list[ast.stmt]) -> bool:
    names = [getattr(definition, "name", "") for definition in run]
    needed = {
        node.id
        for definition in run
        if isinstance(definition, _Definition)
        for part in (*definition.decorator_list, *definition.args.defaults, *definition.args.kw_defaults)
        if part is not None
        for node in ast.walk(part)
        if isinstance(node, ast.Name)
    }
    return len(set(names)) == len(names) and needed.isdisjoint(names)


def _in_opposite_order(run: list[ast.stmt], lines: list[str]) -> list[Splice]:
    places = [(first_line(each), each.end_lineno or each.lineno) for each in run]
    texts = [tuple(lines[first - 1 : last]) for first, last in places]
    return [Splice("", *place, text) for place, text in zip(places, reversed(texts), strict=True)]


def _of_module(tree: ast.Module) -> list[list[ast.stmt]]:
    return [tree.body]


def _of_classes(tree: ast.Module) -> list[list[ast.stmt]]:
    return [node.body for node in tree.body if isinstance(node, ast.ClassDef)]


KINDS: Edits = {
    "functions reordered": of_text(_reversed(_of_module)),
    "methods reversed": of_text(_reversed(_of_classes)),
}
