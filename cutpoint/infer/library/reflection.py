"""Builtins that look at objects and code: `getattr` and its kin, `type`, `super`, `vars`, `exec`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    HOLE,
    NONE,
    NOTHING,
    PLAIN,
    AnyMethod,
    ClassOf,
    LibraryName,
    Manager,
    ModelClass,
    Object,
    Query,
    Row,
    SuperOf,
    Table,
    Type,
    Unknown,
    join,
    one,
    unknown,
)
from cutpoint.infer.definitions import undecided
from cutpoint.infer.dispatch import attribute, attribute_of_type
from cutpoint.infer.members import class_read
from cutpoint.infer.targets import store
from cutpoint.infer.texts import texts_in
from cutpoint.infer.walked import note_walked

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]


# `getattr(order, f"{x}_id")` says too little about the name.
_SHORTEST_PART = 4
# More methods than this share a word like `get_` and not a purpose.
_MOST_METHODS = 16


def _getattr(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    if len(a) < 2:
        return unknown("getattr")
    names = texts_in(a[1])
    if names is not None and any(HOLE in name for name in names):
        frame.want_texts()
        found = _matching(frame, a[0], names, node)
        if found:
            return found
    if names is None or any(HOLE in name for name in names):
        frame.want_texts()
        if any(each is frame.receiver for each in a[0]) and type(frame.receiver) in (Object, ClassOf):
            return one(AnyMethod, frame.receiver)
        if all(type(each) in (Row, Object, Query, Manager, ModelClass, ClassOf, Unknown) for each in a[0]) and a[0]:
            return unknown("getattr")
        return PLAIN
    if len(names) == 1 and len(a[0]) == 1 and type(a[0][0]) is LibraryName and a[0][0].name == "django.conf.settings":
        value = attribute(frame, a[0][0], names[0], node)
        known = type(value[0]) is not LibraryName if value else False
        return value if known or len(a) < 3 else undecided(a[2])
    result = a[2] if len(a) > 2 else NOTHING
    for name in names[:32]:
        found = attribute_of_type(frame, a[0], name, node)
        for each in found:
            # A name that the class does not have gives the default, or an error.
            if not (type(each) is Unknown and each.reason == "attribute" and len(a) > 2):
                result = join(result, (each,))
    if frame.loop and len(names) > 1:
        note_walked(frame, result)
    return result


def _matching(frame: Frame, value: Type, patterns: list[str], node: Node) -> Type:
    """`getattr(self, f"value_{kind}")`: every relation or method whose name fits, as one of them it must be."""
    result = NOTHING
    for each in value:
        names = _names_of(frame, each)
        for pattern in patterns:
            if len(pattern.replace(HOLE, "")) < _SHORTEST_PART:
                continue
            fits = re.compile(re.escape(pattern).replace(re.escape(HOLE), r"\w+")).fullmatch
            fitting = [name for name in names if fits(name)]
            for name in fitting if type(each) is Row or len(fitting) <= _MOST_METHODS else ():
                result = join(result, attribute(frame, each, name, node))
    return result


def _names_of(frame: Frame, each: Atom) -> list[str]:
    """Relations of a row, methods that code of ours gives an object or a class."""
    if type(each) is Row:
        return sorted(frame.engine.world.space.links(each.label))
    if not isinstance(each, (Object, ClassOf)) or type(each.cls) is not Class:
        return []
    names = {
        name
        for base in frame.engine.world.program.linear(each.cls)
        if type(base) is Class and base.module.found.ours
        for name, value in base.attributes.items()
        if type(value) is Function and value.kind in ("function", "staticmethod", "classmethod")
    }
    return sorted(names)


def _setattr(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    if len(a) != 3:
        return NONE
    names = texts_in(a[1]) or []
    # `for name, value in options.items(): setattr(self, name, value)`: which value goes with which name is not known.
    for name in names if len(names) == 1 or len(a[2]) <= len(names) // 2 + 1 else ():
        for each in a[0]:
            store(frame, each, name, a[2])
    return NONE


def _hasattr(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    names = texts_in(a[1]) if len(a) == 2 else None
    for name in names or ():
        for each in a[0]:
            if type(each) is Row and name in frame.engine.world.space.links(each.label):
                attribute(frame, each, name, node)
    return PLAIN


def _type(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    if len(a) != 1:
        return unknown("class-made-by-call")
    result = NOTHING
    for each in a[0]:
        if type(each) in (Row, Object, Query, Manager):
            result = join(result, (class_read(frame, each),))
        elif type(each) is Unknown:
            result = join(result, (each,))
    return result or PLAIN


def _super(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    home: Frame | None = frame
    while home is not None and home.receiver is None:
        home = home.scope
    if len(a) == 2:
        for cls in a[0]:
            for each in a[1]:
                inner = frame.engine.world.program.class_of(cls.label) if type(cls) is ModelClass else None
                owner = inner or (cls.cls if type(cls) is ClassOf and type(cls.cls) is Class else None)
                if owner is not None:
                    return one(SuperOf, owner, each)
    if home is None or home.owner is None:
        return unknown("super")
    return one(SuperOf, home.owner, home.receiver)


def _vars(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return one(Table, PLAIN, unknown("vars"))


def _exec(frame: Frame, _a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    if node is not None:
        frame.blind[id(node)] = (node[4], "exec", "exec")
    return unknown("exec")


def _import(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return unknown("import")


FUNCTIONS: dict[str, Known] = {
    "builtins.getattr": _getattr,
    "builtins.setattr": _setattr,
    "builtins.hasattr": _hasattr,
    "builtins.type": _type,
    "builtins.super": _super,
    "builtins.vars": _vars,
    "builtins.globals": _vars,
    "builtins.locals": _vars,
    "builtins.exec": _exec,
    "builtins.eval": _exec,
    "builtins.__import__": _import,
}
