"""What a monolith offers to those who plant a write: models by service, and rows that functions have in scope."""

import ast
import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from benchmarks.mutation.project import Project
from benchmarks.mutation.splices import ends_its_line, first_line, is_docstring, parsed, starts_its_line
from cutpoint.domain.catalog import Model, Module, Relation, RelationKind
from cutpoint.domain.source import Role
from cutpoint.relate.services import services_of

Function = ast.FunctionDef | ast.AsyncFunctionDef
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_TO_ONE = {RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE}
_PLAIN_FIELDS = {
    "CharField",
    "TextField",
    "BooleanField",
    "IntegerField",
    "PositiveIntegerField",
    "DateTimeField",
    "EmailField",
}
_ONE_ROW = {"get", "create", "first", "last", "latest", "earliest"}
_MANY_ROWS = {"all", "filter", "exclude", "order_by"}


class Spot(NamedTuple):
    """Where a statement fits into a function: behind the line *after*."""

    module: Module
    function: Function
    after: int
    indent: str


class Held(NamedTuple):
    """An expression that holds a row of *model* at a spot."""

    spot: Spot
    expression: str
    model: Model
    direct: bool
    """Whether it is a name, and not a chain of attributes."""


class Ground:
    """One project, read for planting; everything comes in a fixed order."""

    def __init__(self, project: Project) -> None:
        self.project = project
        analysis = project.case.analysis
        self.catalog = analysis.catalog
        self.services = services_of(self.catalog, project.case.gate)
        self.bookkeeping = project.case.judged.bookkeeping
        self.by_label = {model.label: model for model in self.catalog.models}
        self._trees: dict[str, ast.Module | None] = {}

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        """Those of apps of ours that can be changed: code, and readable."""
        return tuple(
            module
            for module in self.catalog.modules
            if module.role is Role.CODE and module.app is not None and self.tree_of(module.path) is not None
        )

    @cached_property
    def models(self) -> tuple[Model, ...]:
        """Models of ours with a table of their own, which the gate judges."""
        return tuple(
            model
            for model in self.catalog.models
            if model.ours
            and model.table
            and model.managed
            and not (model.abstract or model.proxy or model.swapped or model.auto_created)
            and model.table not in self.bookkeeping
            and self.field_of(model) is not None
            and "." not in model.name
        )

    def tree_of(self, path: str) -> ast.Module | None:
        """The syntax tree of a committed file."""
        if path not in self._trees:
            self._trees[path] = parsed(self.project.files[path])
        return self._trees[path]

    def is_foreign(self, module: Module, model: Model | None) -> bool:
        """Whether a write of *model* in *module* crosses a boundary that the gate judges."""
        return (
            model is not None
            and model in self.models
            and self.services.of_module(module.name) != self.services.of_model(model.label)
        )

    def field_of(self, model: Model) -> str | None:
        """A plain column that can be written."""
        fields = (field.name for field in model.fields if field.type in _PLAIN_FIELDS and not field.primary_key)
        return next(fields, None)

    def to_one(self, model: Model) -> Iterator[tuple[Relation, Model]]:
        """Relations by which an instance has one other row."""
        for relation in model.relations:
            other = self.by_label.get(relation.to or "")
            if relation.kind in _TO_ONE and other is not None:
                yield relation, other

    def to_many(self, model: Model) -> Iterator[tuple[str, Model]]:
        """(accessor, model) of the rows that point at an instance of *model*."""
        for other in self.models:
            for relation in other.relations:
                if relation.kind is RelationKind.FOREIGN_KEY and relation.to == model.label:
                    accessor = relation.related_name or f"{other.name.lower()}_set"
                    if accessor.isidentifier():
                        yield accessor, other

    def many_to_many(self, model: Model) -> Iterator[tuple[str, str]]:
        """(accessor, table of the links) of the many-to-many fields of *model* whose link rows are made by Django."""
        for relation in model.relations:
            through = self.by_label.get(relation.through or "")
            if relation.kind is RelationKind.MANY_TO_MANY and through is not None and through.auto_created:
                yield relation.name, through.table or ""

    @cached_property
    def functions(self) -> tuple[tuple[Module, Function, str], ...]:
        """(module, function, class around it or empty) of all that has a body worth the name."""
        found: list[tuple[Module, Function, str]] = []
        for module in self.modules:
            tree = self.tree_of(module.path)
            assert tree is not None
            for node in tree.body:
                if isinstance(node, Function):
                    found.append((module, node, ""))
                elif isinstance(node, ast.ClassDef):
                    found.extend((module, each, node.name) for each in node.body if isinstance(each, Function))
        return tuple(found)

    def spots_in(self, module: Module, function: Function) -> Iterator[Spot]:
        """Every place between two statements of the function's own level, and the one before the first."""
        lines = self.project.files[module.path].splitlines()
        body = function.body[1:] if is_docstring(function.body[0]) else function.body
        for statement in body:
            if starts_its_line(statement, lines) and first_line(statement) > function.lineno:
                yield Spot(module, function, first_line(statement) - 1, " " * statement.col_offset)

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Rows that functions have in scope, by names that say what they are."""
        return tuple(held for each in self.functions for held in self._held_in(*each))

    @cached_property
    def guessed(self) -> tuple[Held, ...]:
        """Parameters without an annotation that are called like one model and no other, in functions that nobody wraps."""
        named: dict[str, list[Model]] = {}
        for model in self.catalog.models:
            if model.ours and not model.abstract and not model.auto_created:
                named.setdefault(_CAPITAL.sub("_", model.name).lower(), []).append(model)
        # What is called `email` is a text more often than a row.
        columns = {field.name for model in self.catalog.models for field in model.fields if field.type in _PLAIN_FIELDS}
        named = {name: models for name, models in named.items() if name not in columns}
        return tuple(
            Held(spot, argument.arg, named[argument.arg][0], direct=True)
            for module, function, _ in self.functions
            if not function.decorator_list
            for argument in function.args.args
            if argument.annotation is None and len(named.get(argument.arg, ())) == 1
            for spot in self.spots_in(module, function)
            if not any(_stores(node, argument.arg) for node in ast.walk(function))
        )

    def _held_in(self, module: Module, function: Function, owner: str) -> Iterator[Held]:
        known = self._names_of(module)
        stored = [
            node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        ]
        spots = tuple(self.spots_in(module, function))
        arguments = [*function.args.posonlyargs, *function.args.args]
        statics = {"staticmethod", "classmethod", "property", "cached_property"}
        if any(getattr(decorator, "id", "") in statics for decorator in function.decorator_list):
            arguments = arguments[1:]
            owner = ""
        for position, argument in enumerate(arguments):
            model = _annotated(argument.annotation, known)
            if position == 0 and argument.arg == "self" and module.path == getattr(known.get(owner), "path", ""):
                model = known.get(owner)
            if model is not None and argument.arg not in stored:
                yield from (Held(spot, argument.arg, model, direct=True) for spot in spots)
        yield from self._bound_in(module, function, known, stored)

    def _bound_in(
        self, module: Module, function: Function, known: dict[str, Model], stored: list[str]
    ) -> Iterator[Held]:
        lines = self.project.files[module.path].splitlines()
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if stored.count(name) == 1:
                    model = _row_of(value, known)
                    if model is not None and starts_its_line(node, lines) and ends_its_line(node, lines):
                        spot = Spot(module, function, node.end_lineno or node.lineno, " " * node.col_offset)
                        yield Held(spot, name, model, direct=True)
                case ast.For(target=ast.Name(id=name), iter=value, body=[first, *_]) if stored.count(name) == 1:
                    model = _rows_of(value, known)
                    if model is not None and starts_its_line(first, lines) and first_line(first) > node.lineno:
                        spot = Spot(module, function, first_line(first) - 1, " " * first.col_offset)
                        yield Held(spot, name, model, direct=True)

    def _names_of(self, module: Module) -> dict[str, Model]:
        """Names of a module's own level that are models: classes, imports, and `get_model` of a constant."""
        names: dict[str, Model] = {}
        tree = self.tree_of(module.path)
        by_place = {(model.module.rpartition(".models")[0], model.name): model for model in self.models}
        for node in tree.body if tree is not None else ():
            match node:
                case ast.ImportFrom():
                    package = _imported_from(node, module)
                    for alias in node.names:
                        model = by_place.get((package.rpartition(".models")[0], alias.name))
                        if model is not None:
                            names[alias.asname or alias.name] = model
                case ast.ClassDef(name=name):
                    own = by_place.get((module.name.rpartition(".models")[0], name))
                    if own is not None and own.path == module.path:
                        names[name] = own
                case ast.Assign(
                    targets=[ast.Name(id=name)],
                    value=ast.Call(
                        func=function, args=[ast.Constant(value=str(app)), ast.Constant(value=str(model_name))]
                    ),
                ) if ast.unparse(function).endswith("get_model"):
                    label = next(
                        (each for each in self.models if each.label.lower() == f"{app}.{model_name}".lower()), None
                    )
                    if label is not None:
                        names[name] = label
        return names


def _stores(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)


def _imported_from(node: ast.ImportFrom, module: Module) -> str:
    if not node.level:
        return node.module or ""
    package = module.name if module.path.endswith("__init__.py") else module.name.rpartition(".")[0]
    for _ in range(node.level - 1):
        package = package.rpartition(".")[0]
    return f"{package}.{node.module}" if node.module else package


def _annotated(annotation: ast.expr | None, known: dict[str, Model]) -> Model | None:
    match annotation:
        case ast.Name(id=name) | ast.Constant(value=str(name)):
            return known.get(name)
    return None


def _row_of(value: ast.expr, known: dict[str, Model]) -> Model | None:
    match value:
        case ast.Call(func=ast.Name(id=name)) if name in known:
            return known[name]
        case ast.Call(func=ast.Name(id="get_object_or_404"), args=[ast.Name(id=name), *_]):
            return known.get(name)
        case ast.Call(func=ast.Attribute(value=ast.Attribute(value=ast.Name(id=name), attr="objects"), attr=method)):
            return known.get(name) if method in _ONE_ROW else None
    return None


def _rows_of(value: ast.expr, known: dict[str, Model]) -> Model | None:
    match value:
        case ast.Call(func=ast.Attribute(value=ast.Attribute(value=ast.Name(id=name), attr="objects"), attr=method)):
            return known.get(name) if method in _MANY_ROWS else None
    return None
