"""Calls of classes, of models and others, and of their instances: what is made, and what it is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    ANY,
    NEW,
    PLAIN,
    ClassOf,
    FunctionOf,
    Manager,
    ModelClass,
    Object,
    Row,
    Type,
    one,
    unknown,
)
from cutpoint.infer.bodies import fields_of
from cutpoint.infer.callbacks import call_callbacks
from cutpoint.infer.delegation import made_instead
from cutpoint.infer.dispatch import attribute, call_of, call_type
from cutpoint.infer.frameworks.own_containers import fill
from cutpoint.infer.libraries import keeps_rows
from cutpoint.infer.library_functions import call_library
from cutpoint.infer.pagination import paginator
from cutpoint.infer.queries import query_of
from cutpoint.infer.row_states import class_for_rows
from cutpoint.infer.rows import key_names
from cutpoint.infer.targets import store
from cutpoint.infer.typed_dicts import as_dict

if TYPE_CHECKING:
    from cutpoint.domain.objects import Module
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


@call_of(ClassOf)
def _class(frame: Frame, each: ClassOf, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    cls = each.cls
    if isinstance(cls, str):
        call_callbacks(frame, arguments, keywords)
        return one(Object, cls, each.level)
    world = frame.engine.world
    known = None if cls.module.found.ours else call_library(frame, cls.dotted, arguments, keywords, node)
    if known is not None:
        return known
    if world.is_query(cls):
        return query_of(cls, arguments, keywords) or unknown("queryset-without-model")
    if world.is_manager(cls):
        return one(Manager, "", each.level, cls, None)
    if world.derives(cls, ("Paginator", "AsyncPaginator"), "django.core.paginator"):
        return paginator(cls if cls.module.found.ours else None, arguments, keywords)
    others = made_instead(frame, each, arguments, keywords, node)
    if others:
        return others
    found = world.member(cls, "__init__")
    cls = frame.engine.makings.class_of(frame, cls, arguments, keywords)
    cls = class_for_rows(frame, cls, arguments, keywords)
    made = one(Object, cls, each.level)
    if found is not None and type(found[0]) is Class and _is_run(found[0].module):
        call_type(frame, attribute(frame, made[0], "__init__", None), arguments, keywords, node)
    else:
        fill(frame, made[0], arguments, keywords, node)
        _store_fields(frame, made[0], cls, arguments, keywords)
    return as_dict(world, made)


def _is_run(module: Module) -> bool:
    """Whether `__init__` of a class of *module* is looked at."""
    return module.found.ours or keeps_rows(module.name)


def _store_fields(frame: Frame, made: Atom, cls: Class, arguments: tuple[Type, ...], keywords: Keywords) -> None:
    """A class without `__init__` of its own keeps what it is made with under the same names, as dataclasses and forms do."""
    names = fields_of(frame.engine, cls)
    for name, value in zip(names, arguments, strict=False):
        store(frame, made, name, value)
    for key, value in keywords:
        if key is not None:
            store(frame, made, key, value)
    call_callbacks(frame, arguments, keywords)


@call_of(ModelClass)
def _model(frame: Frame, each: ModelClass, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    space = frame.engine.world.space
    keys = key_names(frame, each.label)
    state = ANY if any(name is None or name in keys for name, _ in keywords) or arguments else NEW
    made = one(Row, each.label, each.level, state)
    links = space.links(each.label)
    for name, value in keywords:
        if name is not None and name in links and links[name].target is None:
            store(frame, made[0], name, value)
            if node is not None:
                frame.see("assign", made[0], name, node)
    if node is not None:
        frame.see("make", each, "", node, arguments, keywords)
    return made


@call_of(Object)
def _object(frame: Frame, each: Object, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if type(each.cls) is str:
        if node is None and len(arguments) == 1 and all(type(part) is FunctionOf for part in arguments[0]):
            # `@transaction.atomic()`: what a library's decorator is given is called by others.
            return arguments[0]
        call_callbacks(frame, arguments, keywords)
        return PLAIN
    return call_type(frame, attribute(frame, each, "__call__", None), arguments, keywords, node)
