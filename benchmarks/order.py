"""Whether answers depend on the order of definitions: a project is analyzed as it is and with its functions reversed."""

import argparse
import ast
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import measured  # noqa: F401 - it puts the checkout on the path
import msgspec

from cutpoint import pipeline
from cutpoint.config import load_gate
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.catalog import Catalog, Module
from cutpoint.domain.program import Program
from cutpoint.domain.project import Hint, Options
from cutpoint.domain.use import Inference
from cutpoint.judging import judge
from tests.support.reordered import reorder_folder


def main() -> None:
    """Print the differences of each kind; end with 1 if there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tree", type=Path)
    parser.add_argument("--settings")
    parser.add_argument("--path", action="append", default=[])
    parser.add_argument("--packages", action="append", default=[])
    parser.add_argument("--by", choices=("functions", "files"), default="functions", help="what is turned around")
    parser.add_argument("--show", type=int, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / asked.tree.resolve().name
        shutil.copytree(asked.tree, copy, symlinks=True, ignore=shutil.ignore_patterns(".git", "node_modules"))
        before = _said_of(copy, asked)
        if asked.by == "functions":
            print(f"{reorder_folder(copy)} files changed")
        else:
            _look_backwards()
        after = _said_of(copy, asked)
    different = 0
    for kind, first in before.items():
        second = after[kind]
        gone, new = first - second, second - first
        different += len(gone) + len(new)
        print(f"{kind}: {first.total()}, {gone.total()} gone, {new.total()} new")
        for sign, some in (("-", gone), ("+", new)):
            for each in sorted(some, key=repr)[: asked.show]:
                print(f"  {sign} {' | '.join(map(str, each))}")
    sys.exit(bool(different))


def _said_of(tree: Path, asked: argparse.Namespace) -> dict[str, Counter[tuple[Any, ...]]]:
    options = Options(
        root=str(tree),
        settings=asked.settings,
        python_path=tuple(str((tree / each).resolve()) for each in asked.path),
        packages=tuple(str(Path(each).resolve()) for each in asked.packages),
    )
    analysis = pipeline.analyze(options)
    function_at = _Functions(tree)
    return {
        "accesses": Counter(_accesses(analysis)),
        "ways": Counter(_ways(analysis)),
        "blind spots": Counter(
            (function_at(spot.path, spot.line), spot.kind, spot.reason) for spot in analysis.blind_spots
        ),
        "findings": Counter(
            (*msgspec.structs.astuple(each.key), each.severity)
            for each in judge(analysis, load_gate(str(tree))).findings
        ),
    }


def _accesses(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    for each in analysis.accesses:
        yield (
            each.function,
            each.expression,
            each.action,
            each.table,
            each.app,
            each.on_behalf_of,
            each.certainty,
            each.via,
            each.in_loop,
            tuple(sorted(each.joins)),
            each.columns,
        )


def _ways(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    """The chains of each access, without lines: these are other ones after the change."""
    for each in analysis.accesses:
        for way in each.ways:
            yield each.function, each.expression, each.action, each.table, *(step.function for step in way)


class _Functions:
    """(path, line) -> the function there, which keeps its name when it moves."""

    def __init__(self, tree: Path) -> None:
        self._tree = tree
        self._spans: dict[str, list[tuple[int, int, str]]] = {}

    def __call__(self, path: str, line: int) -> str:
        if path not in self._spans:
            try:
                tree = ast.parse((self._tree / path).read_bytes())
            except (OSError, SyntaxError, ValueError):
                tree = ast.Module([], [])
            self._spans[path] = sorted(_spans(tree, ""))
        around = [name for first, last, name in self._spans[path] if first <= line <= last]
        return f"{path}:{around[-1] if around else ''}"


def _spans(node: ast.AST, above: str) -> Iterator[tuple[int, int, str]]:
    for each in ast.iter_child_nodes(node):
        name = above
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            name = f"{above}.{each.name}"
            yield min([each.lineno, *(one.lineno for one in each.decorator_list)]), each.end_lineno or 0, name
        yield from _spans(each, name)


def _look_backwards() -> None:
    """From now on, inference meets the modules of the project in the opposite order."""
    forwards = pipeline.infer

    def backwards(
        program: Program, catalog: Catalog, modules: Iterable[Module], hints: Iterable[Hint] = ()
    ) -> Inference:
        return forwards(program, catalog, tuple(reversed(tuple(modules))), hints)

    pipeline.infer = backwards


if __name__ == "__main__":
    main()
