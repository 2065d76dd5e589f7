"""A class statement inside a function -> a class whose methods see the names around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import NOTHING, ClassOf, LibraryName, ModelClass, Type, one
from cutpoint.domain.values import Place, Symbol
from cutpoint.infer.annotations import annotated_type
from cutpoint.infer.definitions import nested_function
from cutpoint.infer.dispatch import evaluate

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Env, Frame

_KINDS = {"classmethod": "classmethod", "staticmethod": "staticmethod", "property": "property"}


def define_local_class(frame: Frame, node: Node, env: Env) -> Type:
    """The type of the class; the same class in each run of the frame's body."""
    engine = frame.engine
    cls = engine.local_classes.get(id(node))
    if cls is None:
        _, name, _, _, _, body, line, _ = node
        qualname = f"{frame.qualname}.<locals>.{name}"
        cls = Class(name, frame.module, qualname, _bases(frame, node[2], env), Place(frame.module.path, line))
        engine.local_classes[id(node)] = cls
        engine.keep.append(node)
        for statement in body:
            if statement[0] == sk.FUNCTION:
                _define_method(frame, cls, statement)
        engine.class_bodies[cls] = _names(body)
    for name, value in env.items():
        if type(name) is str:
            frame.grow_cell(name, value)
    for method in cls.attributes.values():
        engine.scopes[method] = frame
    _store_attributes(frame, cls, node[5], env)
    return one(ClassOf, cls, 0)


def _bases(frame: Frame, nodes: list[Node], env: Env) -> list[Value]:
    bases: list[Value] = []
    for node in nodes:
        for each in evaluate(frame, node, env)[:1]:
            if type(each) is ModelClass:
                bases += [found] if (found := frame.engine.world.program.class_of(each.label)) is not None else []
            elif type(each) is ClassOf:
                bases.append(each.cls if isinstance(each.cls, Class) else Symbol(each.cls))
            elif type(each) is LibraryName:
                bases.append(Symbol(each.name))
    return bases


def _define_method(frame: Frame, cls: Class, node: Node) -> None:
    function = nested_function(frame, node)
    function.owner = cls
    function.qualname = f"{cls.qualname}.{node[1]}"
    for decorator in node[3]:
        name = ""
        if type(decorator) is list and decorator[0] in (sk.NAME, sk.ATTRIBUTE):
            name = decorator[1] if decorator[0] == sk.NAME else decorator[2]
        function.kind = _KINDS.get(name.removeprefix("cached_"), function.kind)
    cls.attributes[node[1]] = function


def _names(body: list[Node]) -> list[str]:
    targets = [node[1] for node in body if node[0] == sk.ANNOTATED]
    return [target[1] for target in targets if target[0] == sk.NAME]


def _store_attributes(frame: Frame, cls: Class, body: list[Node], env: Env) -> None:
    for node in body:
        if node[0] == sk.ASSIGN:
            value = evaluate(frame, node[2], env)
            targets = node[1]
        elif node[0] == sk.ANNOTATED:
            value = annotated_type(frame, node[2], env) or (
                evaluate(frame, node[3], env) if node[3] != sk.NO_VALUE else NOTHING
            )
            targets = [node[1]]
        else:
            continue
        for target in targets:
            if target[0] == sk.NAME:
                frame.engine.write(("attribute", cls, target[1]), value)
