"""A tree → its modules, with the places where a statement can stand and the names that models have there."""

import ast
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from benchmarks.planted_writes.truth import Model, Truth, is_test

Function = ast.FunctionDef | ast.AsyncFunctionDef
_LAST = (ast.Return, ast.Raise, ast.Continue, ast.Break)


class Spot(NamedTuple):
    """Between two lines: what stands there begins with *indent*, and comes after so many lines of the file."""

    after: int
    indent: str


class Source:
    """A file of an app of the project."""

    def __init__(self, path: str, app: str, text: str) -> None:
        self.path = path
        self.app = app
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.tree = ast.parse(text)

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """All functions and methods, in the order of the file."""
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, Function))

    @cached_property
    def end(self) -> Spot:
        """Below everything."""
        return Spot(len(self.lines), "")

    def spots(self, block: list[ast.stmt], first: int = 0) -> Iterator[Spot]:
        """The places in *block* that come after so many of its statements and are reached."""
        for number, statement in enumerate(block):
            if number > 0 and isinstance(block[number - 1], _LAST):
                return
            line = min([statement.lineno, *(each.lineno for each in getattr(statement, "decorator_list", ()))])
            before = self.lines[line - 1].encode()[: statement.col_offset].decode()
            is_docstring = number == 0 and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
            if number >= first and not before.strip() and not is_docstring:
                yield Spot(line - 1, before)

    @cached_property
    def imported(self) -> dict[str, tuple[str, str]]:
        """What each name that the module imports comes from: the module, and its name there."""
        package = Path(self.path).parent.parts
        names = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                above = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
                origin = ".".join(filter(None, (above, node.module)))
                names.update({each.asname or each.name: (origin, each.name) for each in node.names})
        return names

    def name_for(self, model: Model) -> tuple[str, str]:
        """A name of *model* for a new statement, and the import that it needs, if any."""
        top = {name for node in self.tree.body if isinstance(node, ast.ImportFrom) for name in _bound(node)}
        for name, (origin, attribute) in self.imported.items():
            if name in top and attribute == model.name and _may_hold(origin, model):
                return name, ""
        used = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)} | self.imported.keys()
        if model.name in used or any(isinstance(node, ast.ClassDef) and node.name == model.name for node in self.tree.body):
            return f"Planted{model.name}", f"from {model.module} import {model.name} as Planted{model.name}"
        return model.name, f"from {model.module} import {model.name}"


class Sources:
    """The files of *truth*'s apps below *root*, without tests and migrations."""

    def __init__(self, root: Path, truth: Truth) -> None:
        self.all: dict[str, Source] = {}
        self._truth = truth
        for path in sorted(root.rglob("*.py")):
            place = path.relative_to(root).as_posix()
            app = truth.app_of(place)
            if app and not is_test(place) and "/migrations/" not in place:
                self.all[place] = Source(place, app, path.read_bytes().decode())

    @cached_property
    def by_app(self) -> dict[str, list[Source]]:
        """Those that have a function, by the label of their app."""
        found: dict[str, list[Source]] = {}
        for source in self.all.values():
            if source.functions:
                found.setdefault(source.app, []).append(source)
        return found

    @cached_property
    def _named(self) -> dict[str, list[Model]]:
        named: dict[str, list[Model]] = {}
        for model in self._truth.models.values():
            named.setdefault(model.name, []).append(model)
        return named

    def model_of(self, source: Source, name: str) -> Model | None:
        """The model that *name* means in *source*."""
        origin, attribute = source.imported.get(name, (_module(source.path), name))
        return next((model for model in self._named.get(attribute, ()) if _may_hold(origin, model)), None)


def _bound(node: ast.ImportFrom) -> Iterator[str]:
    return (each.asname or each.name for each in node.names)


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _may_hold(module: str, model: Model) -> bool:
    # A package hands on what its modules declare.
    return model.module == module or model.module.startswith(f"{module}.")
