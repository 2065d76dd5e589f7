"""`def`, `lambda`, `class` and `import` inside functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function, absolute_name
from cutpoint.domain.scope import Environment
from cutpoint.domain.types import (
    FALSE,
    NOTHING,
    PLAIN,
    TRUE,
    FunctionOf,
    LibraryName,
    Method,
    ModuleOf,
    PartialOf,
    Type,
    join,
    one,
    type_of,
)
from cutpoint.domain.values import Place, Symbol
from cutpoint.infer.bodies import class_body
from cutpoint.infer.dispatch import call_type, evaluate
from cutpoint.infer.names import global_type
from cutpoint.infer.transactions import atomic_in
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame


_SETTINGS = "django.conf.settings."


def nested_function(frame: Frame, node: Node) -> Function:
    """The function of a `def` or `lambda` node inside a frame's body; the same one in each run."""
    engine = frame.engine
    known = engine.nested.get(id(node))
    if known is None:
        if node[0] == sk.LAMBDA:
            _, parameters, body, line = node
            place = Place(frame.module.path, line)
            known = Function("<lambda>", parameters, body, Environment(frame.module, None, {}), place, is_lambda=True)
            known.qualname = f"{frame.qualname}.<lambda>" if frame.qualname else "<lambda>"
        else:
            _, name, parameters, _, returns, body, line, end, flags = node
            place = Place(frame.module.path, line)
            known = Function(name, parameters, body, Environment(frame.module, None, {}), place, flags=flags)
            known.returns, known.end = returns, end
            known.qualname = f"{frame.qualname}.<locals>.{name}" if frame.qualname else name
        engine.nested[id(node)] = known
        engine.keep.append(node)
    return known


def define_function(frame: Frame, node: Node, env: Env) -> Type:
    """The type of a nested function, behind its decorators."""
    if frame.function is None:
        function = _defined_function(frame, node)
        for decorator in node[3]:
            frame.statement = (node[6], node[6])
            decorated = evaluate(frame, decorator, env)
            _note_atomic(frame, function, decorated)
            _apply(frame, decorated, function)
        frame.engine.defined.setdefault(function)
        return NOTHING
    function = nested_function(frame, node)
    for name, value in env.items():
        if type(name) is str:
            frame.grow_cell(name, value)
    value = one(FunctionOf, function, frame)
    frame.engine.note_nested(frame, function)
    for decorator in reversed(node[3]):
        applied = evaluate(frame, decorator, env)
        _note_atomic(frame, function, applied)
        made = call_type(frame, applied, (value,), (), None)
        if any(type(each) in (FunctionOf, Method, PartialOf) for each in made):
            value = made
    return value


def _note_atomic(frame: Frame, function: Function, decorator: Type) -> None:
    opened = atomic_in(frame, decorator)
    if opened:
        frame.engine.atomic[function] = join(frame.engine.atomic.get(function, NOTHING), opened)


def _apply(frame: Frame, decorator: Type, function: Function) -> None:
    """Let a decorator that was made by a call see the function: it knows what that call was given."""
    for each in decorator:
        if type(each) is FunctionOf and each.scope is not None:
            frame.engine.applied.setdefault(function)
            call_type(frame, (each,), (one(FunctionOf, function, None),), (), None)


def _defined_function(frame: Frame, node: Node) -> Function:
    """The function of a `def` at the level of a module or class, as static execution has made it; else one of our own."""
    names = frame.owner.attributes if frame.is_class_body and frame.owner is not None else frame.module.env
    known = names.get(node[1])
    if type(known) is Function and known.place.line == node[6] and known.place.path == frame.module.path:
        return known
    # A later definition has taken the name: a setter beside its property, an overload, another branch.
    engine = frame.engine
    made = engine.nested.get(id(node))
    if made is None:
        made = nested_function(frame, node)
        made.owner = frame.owner if frame.is_class_body else None
        made.qualname = f"{frame.qualname}.{node[1]}" if frame.qualname else node[1]
    return made


def define_lambda(frame: Frame, node: Node) -> Type:
    """The type of a lambda."""
    function = nested_function(frame, node)
    frame.engine.note_nested(frame, function)
    return one(FunctionOf, function, frame)


def define_class(frame: Frame, node: Node) -> Type:
    """A class of a module or class, as static execution has made it; its body is looked at."""
    name = node[1]
    found = frame.owner.attributes.get(name) if frame.is_class_body and frame.owner is not None else None
    value = frame.engine.world.program.plain(found if found is not None else frame.module.env.get(name))
    if type(value) is Class:
        class_body(frame, value, node)
        return frame.engine.world.class_type(value)
    return NOTHING


def run_import(frame: Frame, node: Node, env: Env) -> None:
    """Bind what an import statement inside a function binds."""
    if frame.function is None:
        return
    if node[0] == sk.IMPORT:
        for name, alias in node[1]:
            target = name if alias else name.partition(".")[0]
            env[alias or target] = module_type(frame, target)
            frame.grow_cell(alias or target, env[alias or target])
        return
    _, written, level, names, _line = node
    base = absolute_name(frame.module, written, level)
    if base is None:
        return
    for wanted, alias in names:
        if wanted != "*":
            env[alias or wanted] = value = imported(frame, base, wanted)
            frame.grow_cell(alias or wanted, value)


def module_type(frame: Frame, name: str) -> Type:
    """The type of a module by its name."""
    return one(ModuleOf, name) if frame.engine.world.program.module(name) is not None else one(LibraryName, name)


def imported(frame: Frame, module_name: str, name: str) -> Type:
    """What `from module_name import name` gives."""
    world = frame.engine.world
    module = world.program.module(module_name)
    if module is None:
        below = world.program.module(f"{module_name}.{name}")
        return one(ModuleOf, below.name) if below is not None else type_of_library(frame, f"{module_name}.{name}")
    return global_type(frame, module, name)


def type_of_library(frame: Frame, name: str) -> Type:
    """The type of a library's name without source."""
    known = frame.engine.world.program.symbol(name)
    value = type_of_value(frame, known if known is not None else Symbol(name))
    return undecided(value) if name.startswith(_SETTINGS) else value


def undecided(value: Type) -> Type:
    """*value* without truths: what one environment has switched off runs in another one."""
    return (
        join(type_of(*[each for each in value if each not in (*TRUE, *FALSE)]), PLAIN) if _has_truth(value) else value
    )


def _has_truth(value: Type) -> bool:
    return any(each in (*TRUE, *FALSE) for each in value)
