"""A tree → its modules, with the places where a statement can stand and the names that models have there."""

import ast
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from benchmarks.planted_writes.plan import lines_of
from benchmarks.planted_writes.truth import Model, Truth, is_test

Function = ast.FunctionDef | ast.AsyncFunctionDef
_LAST = (ast.Return, ast.Raise, ast.Continue, ast.Break)


class Spot(NamedTuple):
    """Between two lines: what stands there begins with *indent*, and comes after so many lines of the file."""

    after: int
    indent: str


class Source:
    """A file of an app of the project."""

    def __init__(self, path: str, module: str, app: str, text: str) -> None:
        self.path = path
        self.module = module
        self.app = app
        self.text = text
        self.lines = lines_of(text)
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
        """What each name that the module imports at its own level comes from: the module, and its name there."""
        package = self.module if self.path.endswith("__init__.py") else self.module.rpartition(".")[0]
        names = {}
        for node in self.tree.body:
            if isinstance(node, ast.ImportFrom):
                above = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
                origin = ".".join(filter(None, (above, node.module)))
                names.update({each.asname or each.name: (origin, each.name) for each in node.names})
        return names

    @cached_property
    def _inside(self) -> set[str]:
        """Names that functions and classes bind for themselves."""
        return {
            name
            for outer in self.tree.body
            if isinstance(outer, Function | ast.ClassDef)
            for node in ast.walk(outer)
            for name in _bound(node)
        }

    @cached_property
    def _used(self) -> set[str]:
        """All names that the module has, wherever."""
        return {name for node in ast.walk(self.tree) for name in (*_bound(node), getattr(node, "id", ""))}

    def name_of(self, module: str, name: str) -> tuple[str, str]:
        """A name for what *module* calls *name*, in a new statement anywhere, and the import that it needs, if any."""
        if module == self.module:
            return name, ""
        for known, (origin, attribute) in self.imported.items():
            if attribute == name and may_hold(origin, module) and known not in self._inside:
                return known, ""
        statement = f"from {module} import {name}" if module else f"import {name}"
        if name not in self._used:
            return name, statement
        known = f"Planted{name}" if name[0].isupper() else f"planted_{name}"
        return known, f"{statement} as {known}"


class Sources:
    """The files of *truth*'s apps below *root*, without tests and migrations."""

    def __init__(self, root: Path, truth: Truth) -> None:
        self.all: dict[str, Source] = {}
        self.users = truth.users
        self._truth = truth
        for path in sorted(root.rglob("*.py")):
            place = path.relative_to(root).as_posix()
            app = truth.app_of(place)
            if app and not is_test(place) and "/migrations/" not in place:
                # A file that this Python can't parse has syntax of a later one.
                with suppress(SyntaxError):
                    self.all[place] = Source(place, truth.module_of(place), app, path.read_bytes().decode())

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
        origin, attribute = source.imported.get(name, (source.module, name))
        return next((model for model in self._named.get(attribute, ()) if may_hold(origin, model.module)), None)


def _bound(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.ImportFrom(names=names) | ast.Import(names=names):
            yield from (each.asname or each.name.partition(".")[0] for each in names)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
            yield name


def may_hold(module: str, other: str) -> bool:
    """Whether what *other* declares may be imported from *module*: a package hands on what its modules declare."""
    return other == module or other.startswith(f"{module}.")
