"""Type variables: what `T` is in one call, told by the arguments whose annotations name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    ANY,
    NOTHING,
    PROVED,
    ClassOf,
    Items,
    Manager,
    ModelClass,
    Object,
    Query,
    Row,
    Type,
    atom,
    join,
    one,
)
from cutpoint.domain.walking import kind_of
from cutpoint.infer.annotations import annotated_type
from cutpoint.infer.frameworks.model_of import meta_model, models_of
from cutpoint.infer.type_variables import is_variable, names_variable
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

Bindings = dict[str, Type]


def generic_result(home: Frame, function: Function, args: dict[str, Type]) -> Type:
    """What the annotations of *function* (or of its overloads) say of the result, once type variables are told by *args*."""
    known = home.engine.known.signatures.get(function)
    if known is None:
        known = home.engine.known.signatures[function] = _generic_signatures(home, function)
    for signature in known:
        bindings: Bindings = {}
        for name, _, annotation, _ in signature.parameters:
            if annotation is not None and args.get(name):
                _bind(home, annotation, args[name], bindings)
        if bindings:
            found = annotated_type(home, signature.returns, bindings=bindings)
            if any(type(each) in (Row, Query, Items, Manager, Object) for each in found):
                return found
    return NOTHING


def _generic_signatures(home: Frame, function: Function) -> list[Function]:
    """Those of *function* and its overloads that have a result and a type variable among their parameters."""
    return [
        each
        for each in (*function.overloads, function)
        if each.returns is not None and any(names_variable(home, annotation) for _, _, annotation, _ in each.parameters)
    ]


def _bind(home: Frame, annotation: Node, value: Type, bindings: Bindings) -> None:
    """Match one annotation with what is handed over."""
    match annotation:
        case [sk.NAME, name, *_] if is_variable(home, name):
            bindings[name] = join(bindings.get(name, NOTHING), value)
        case [sk.BINARY, "|", operands]:
            for operand in operands:
                _bind(home, operand, value, bindings)
        case [sk.SUBSCRIPT, base, index, *_]:
            name = base[1] if kind_of(base) == sk.NAME else base[2] if kind_of(base) == sk.ATTRIBUTE else ""
            if name in ("Optional", "Union", "Annotated"):
                for part in index[1] if type(index) is list and index[0] == sk.TUPLE else [index]:
                    _bind(home, part, value, bindings)
            elif name in ("type", "Type"):
                _bind(home, index, _instances(value), bindings)
            else:
                inner = _inside(home, value)
                if inner:
                    _bind(home, index, inner, bindings)


def _instances(classes: Type) -> Type:
    result = NOTHING
    for each in classes:
        if type(each) is ModelClass:
            result = join(result, one(Row, each.label, each.level, ANY))
        elif type(each) is ClassOf:
            result = join(result, one(Object, each.cls, each.level))
    return result


def _inside(home: Frame, value: Type) -> Type:
    """What stands for `T` in `Generic[T]` when *value* is handed over for it."""
    result = NOTHING
    for each in value:
        if isinstance(each, (Query, Manager)):
            result = join(result, one(Row, each.label, each.level, ANY))
        elif type(each) is Items:
            result = join(result, each.item)
        elif type(each) is Object and type(each.cls) is Class:
            result = join(result, _argument_of(home, each.cls))
    return result


def _argument_of(home: Frame, cls: Class) -> Type:
    """What *cls* or a class above it gives to a generic base, or else declares as its model."""
    others = NOTHING
    for ancestor in home.engine.world.program.linear(cls):
        for _, index in ancestor.type_arguments if type(ancestor) is Class else ():
            first = index[0] if type(index) is tuple and index else index
            found = _instances(type_of_value(home, first))
            if any(type(each) is Row for each in found):
                return found
            others = join(others, found)
    receiver = atom(ClassOf, cls, PROVED)
    return _instances(meta_model(home, receiver) or models_of(home, receiver, ("model",))) or others
