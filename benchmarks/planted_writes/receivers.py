"""A module → the rows and querysets that its functions hold in a name, and where a statement could use them.

order = Order.objects.get(pk=pk)       an assigned row, and `order.customer`, one that it leads to
def close(order: Order): ...           an annotated one
for order in Order.objects.all(): ...  one of a loop
orders = Order.objects.filter(...)     a queryset
def show(request, ...): ...            `request.user`
self.get_object()                      in a view of one row, whose class names its model
"""

import ast
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.planted_writes.sources import Function, Source, Sources, Spot
from benchmarks.planted_writes.truth import Model

_NARROWS = {
    "all",
    "filter",
    "exclude",
    "order_by",
    "select_related",
    "prefetch_related",
    "select_for_update",
    "distinct",
}
_FETCHES = {"get", "first", "last", "create", "latest", "earliest"}
_VIEWS = ("DetailView", "UpdateView", "DeleteView")
_PAIRS = {"get_or_create", "update_or_create"}


class Receiver(NamedTuple):
    """An expression of existing code, what it is, and where it can be used."""

    source: Source
    spots: tuple[Spot, ...]
    expression: str
    model: Model
    how: str


def receivers_in(source: Source, sources: Sources) -> Iterator[Receiver]:
    """All of *source* whose name is bound once in its function, so that nobody can doubt what it holds."""
    for function in source.functions:
        bound = _bindings(function)
        for receiver in (*_annotated(source, sources, function), *_held(source, sources, function)):
            if bound[receiver.expression] == 1 and receiver.spots:
                yield receiver
        if _takes_request(function) and bound["request"] == 1:
            spots = tuple(source.spots(function.body))
            yield from (
                Receiver(source, spots, "request.user", user, "request.user") for user in sources.users if spots
            )
    yield from _viewed(source, sources)


def _bindings(function: Function) -> Counter[str]:
    arguments = [node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)]
    stored = [
        node.id for node in ast.walk(function) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)
    ]
    return Counter([*arguments, *stored])


def _annotated(source: Source, sources: Sources, function: Function) -> Iterator[Receiver]:
    # The first one of a method is its object, whatever is said of it.
    is_method = any(function in node.body for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef))
    for argument in (*function.args.args[is_method:], *function.args.kwonlyargs):
        match argument.annotation:
            case ast.Name(id=name) | ast.Constant(value=str(name)):
                if model := sources.model_of(source, name):
                    yield Receiver(source, tuple(source.spots(function.body)), argument.arg, model, "annotated")


def _held(source: Source, sources: Sources, function: Function) -> Iterator[Receiver]:
    for block in _blocks(function):
        for number, statement in enumerate(block):
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    for model, how in _said(source, sources, value):
                        yield Receiver(source, tuple(source.spots(block, number + 1)), name, model, how)
                case ast.Assign(
                    targets=[ast.Tuple(elts=[ast.Name(id=name), _])],
                    value=ast.Call(func=ast.Attribute(value=held, attr=attr)),
                ) if attr in _PAIRS:
                    if paired := _manager(source, sources, held):
                        yield Receiver(source, tuple(source.spots(block, number + 1)), name, paired, "assigned")
                case ast.For(target=ast.Name(id=name), iter=value, body=body):
                    for model, how in _said(source, sources, value):
                        if how == "queryset":
                            yield Receiver(source, tuple(source.spots(body)), name, model, "loop")


def _takes_request(function: Function) -> bool:
    """Whether it is a view for those who are logged in, or says what kind of request it takes."""
    decorated = any(ast.unparse(each).endswith("login_required") for each in function.decorator_list)
    arguments = function.args.args[:2]
    annotated = any(
        each.annotation and ast.unparse(each.annotation).endswith("HttpRequest")
        for each in arguments
        if each.arg == "request"
    )
    return annotated or (decorated and bool(arguments) and arguments[0].arg == "request")


def _viewed(source: Source, sources: Sources) -> Iterator[Receiver]:
    for view in ast.walk(source.tree):
        if not isinstance(view, ast.ClassDef) or not any(ast.unparse(base).endswith(_VIEWS) for base in view.bases):
            continue
        named = [(each.targets[0], each.value) for each in view.body if isinstance(each, ast.Assign)]
        models = [value.id for target, value in named if ast.unparse(target) == "model" and isinstance(value, ast.Name)]
        if len(models) != 1 or (model := sources.model_of(source, models[0])) is None:
            continue
        for method in view.body:
            if not isinstance(method, ast.FunctionDef) or method.name == "get_object" or method.decorator_list:
                continue
            if spots := tuple(source.spots(method.body)):
                yield Receiver(source, spots, "self.get_object()", model, "self.get_object()")


def _blocks(function: Function) -> Iterator[list[ast.stmt]]:
    waiting: list[ast.AST] = [function]
    while waiting:
        node = waiting.pop()
        for _, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                yield value
                # A function inside has names of its own.
                waiting += [each for each in value if not isinstance(each, Function | ast.ClassDef)]
            elif isinstance(value, list):
                waiting += [each for each in value if isinstance(each, ast.ExceptHandler)]


def _said(source: Source, sources: Sources, value: ast.expr) -> Iterator[tuple[Model, str]]:
    model: Model | None
    match value:
        case ast.Call(func=ast.Name(id="get_object_or_404"), args=[ast.Name(id=name), *_]):
            model, how = sources.model_of(source, name), "assigned"
        case ast.Call(func=ast.Name(id=name)):
            model, how = sources.model_of(source, name), "assigned"
        case ast.Call(func=ast.Attribute(value=held, attr=attr)) if attr in _FETCHES:
            model, how = _manager(source, sources, held), "assigned"
        case ast.Call(func=ast.Attribute(attr=attr)) if attr in _NARROWS:
            model, how = _manager(source, sources, value), "queryset"
        case _:
            return
    if model is not None:
        yield model, how


def _manager(source: Source, sources: Sources, value: ast.expr) -> Model | None:
    match value:
        case ast.Call(func=ast.Attribute(value=held, attr=attr)) if attr in _NARROWS:
            return _manager(source, sources, held)
        case ast.Attribute(value=ast.Name(id=name), attr="objects"):
            return sources.model_of(source, name)
    return None
