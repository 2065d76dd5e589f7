"""`def` and `class` statements, and classes made by `type(name, bases, attributes)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Bound, Class, Function, Instance, Module, WithMetaclass
from cutpoint.domain.scope import Environment
from cutpoint.domain.values import Mapping, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.execution.class_registry import forget_classes, metaclass_of, register_class
from cutpoint.resolve.execution.decorating import gives_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.resolve.execution.interpreter import Interpreter

_KINDS = {
    "classmethod": "classmethod",
    "classonlymethod": "classmethod",
    "staticmethod": "staticmethod",
    "property": "property",
    "cached_property": "property",
    "classproperty": "classproperty",
    "abstractproperty": "property",
}


def define_function(run: Interpreter, node: Node, env: Environment) -> Value:
    """A function, with its decorators evaluated; those of ours are called with it."""
    _, name, parameters, decorators, returns, body, line, end, flags = node
    function = Function(
        name, parameters, body, env, run.place(env, line), flags=flags, owner=env.owner if env.is_class else None
    )
    function.qualname = f"{env.prefix}{name}"
    function.returns = returns
    function.overloads = _overloads(env.names.get(name))
    function.end = end
    if not decorators:
        return function
    applied = []
    for decorator in reversed(decorators):
        value = run.plain(run.evaluate(decorator, env))
        applied.append(value)
        function.is_given_back &= gives_back(run, value, function)
        kind = _KINDS.get(value.last) if type(value) is Symbol else None
        if kind:
            function.kind = kind
        if type(value) is Instance and type(value.callee) is Symbol and value.callee.name == "django.dispatch.receiver":
            run.receive(value, function)
        elif type(value) is Instance and type(value.callee) is Symbol and value.callee.name in run.decorators:
            run.decorators[value.callee.name](run, value, function)
    function.decorators = tuple(applied)
    return function


def _overloads(before: Value) -> tuple[Function, ...]:
    """The signatures that stand before a function of the same name."""
    if type(before) is not Function or not any(
        type(each) is Symbol and each.last == "overload" for each in before.decorators
    ):
        return ()
    return (*before.overloads, before)


def define_class(run: Interpreter, node: Node, env: Environment, run_body: Callable[..., int]) -> Value:
    """The class of a class statement; what a decorator of ours turns it into, when that is a class too."""
    _, name, base_nodes, keyword_nodes, decorator_nodes, body, line, _ = node
    decorators = [run.evaluate(decorator, env) for decorator in decorator_nodes]
    bases, metaclass = _bases(run, base_nodes, env)
    cls = Class(name, env.module, f"{env.prefix}{name}", bases, run.place(env, line))
    cls.type_arguments = [
        (run.evaluate(node[1], env), run.evaluate(node[2], env))
        for node in base_nodes
        if type(node) is list and node[0] == sk.SUBSCRIPT
    ]
    cls.keywords = {key: run.evaluate(value, env) for key, value in keyword_nodes if key}
    inner = Environment(env.module, env, cls.attributes, is_class=True)
    inner.owner = cls
    inner.prefix = f"{cls.qualname}."
    run_body(run, body, inner)
    cls.places = inner.places
    cls.fields = [statement[1][1] for statement in body if statement[0] == sk.ANNOTATED and statement[1][0] == sk.NAME]
    for attribute, value in cls.attributes.items():
        if type(value) is Instance:
            value.owner = value.owner or (cls, attribute)
    _apply_metaclass(run, cls, cls.keywords.get("metaclass", metaclass))
    cls.declared = dict(cls.attributes) if cls.declared is None else cls.declared
    register_class(run, cls)
    _initialize_subclass(run, cls)
    return _decorated(run, cls, decorators)


def make_class(
    run: Interpreter, name: str, bases: list[Value], attributes: dict[str, Value], module: Module, place: Place
) -> Class:
    """The class that `type(name, bases, attributes)` gives when it is called in *module*."""
    home = attributes.get("__module__")
    if isinstance(home, str) and home != module.name:
        elsewhere = run.import_module(home, module)
        module = elsewhere if type(elsewhere) is Module else module
    cls = Class(name, module, name, bases, place)
    cls.attributes = attributes
    cls.declared = dict(attributes)
    register_class(run, cls)
    return cls


def _bases(run: Interpreter, nodes: list[Node], env: Environment) -> tuple[list[Value], Value]:
    bases: list[Value] = []
    metaclass: Value = None
    for node in nodes:
        value = run.evaluate(node, env)
        if type(value) is Sequence and value.kind == "star":
            bases += value.items
        elif type(value) is WithMetaclass:
            bases += value.bases
            metaclass = value.metaclass
        else:
            bases.append(value)
    return bases, metaclass


def _apply_metaclass(run: Interpreter, cls: Class, own: Value) -> None:
    """Let the `__new__` of a metaclass of ours add attributes, as Python does before the class exists."""
    if own is not None:
        cls.keywords.setdefault("metaclass", own)
    metaclass = metaclass_of(run, cls)
    if type(metaclass) is not Class:
        return
    new = run.plain(metaclass.attributes.get("__new__"))
    if type(new) is not Function or not metaclass.module.found.ours:
        return
    attributes = Mapping(dict(cls.attributes))
    known = len(run.classes)
    made = run.plain(run.call(new, [metaclass, cls.name, tuple(cls.bases), attributes], {}, Place(cls.path, cls.line)))
    if type(made) is Class:
        # The class statement's own class stands for the one that was made just now.
        forget_classes(run, known, cls.name)
        cls.attributes.update(made.attributes)
        cls.contributed.update(made.contributed)
        cls.declared = made.declared
    else:
        cls.attributes.update((name, value) for name, value in attributes.items.items() if isinstance(name, str))


def _initialize_subclass(run: Interpreter, cls: Class) -> None:
    """Call the nearest `__init_subclass__` of ours, which may add fields or change Meta."""
    for base in run.linear(cls)[1:]:
        if type(base) is Class and "__init_subclass__" in base.attributes:
            hook = run.plain(base.attributes["__init_subclass__"])
            if type(hook) is Function and base.module.found.ours:
                run.call(Bound(hook, cls), [], dict(cls.keywords), Place(cls.path, cls.line))
            return


def _decorated(run: Interpreter, cls: Class, decorators: list[Value]) -> Value:
    result: Value = cls
    for decorator in reversed(decorators):
        cls.decorators.append(decorator)
        made = run.plain(run.call(decorator, [result], {}, Place(cls.path, cls.line)))
        # An unknown decorator is taken to give the class back, as nearly all do.
        if type(made) is Class:
            result = made
        elif type(made) is Unknown:
            continue
    return result
