"""What assignment binds: names, attributes, items, and the parts of tuples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NEW,
    NOTHING,
    ClassOf,
    Container,
    DictOf,
    Group,
    Items,
    Nothing,
    Object,
    Query,
    Record,
    Row,
    Table,
    Text,
    Type,
    join,
    one,
    type_of,
)
from cutpoint.infer.dispatch import call_method, evaluate, item_type
from cutpoint.infer.generic_keys import is_generic_key
from cutpoint.infer.keys import names_of_keys, wants_key_to_add
from cutpoint.infer.levels import perhaps
from cutpoint.infer.loaded import forget, path_of
from cutpoint.infer.local_records import add_item
from cutpoint.infer.named_tuples import as_group

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame


def key_of(node: Node) -> str | tuple[str, str] | None:
    """Under what the environment keeps the expression *node*; None when it keeps nothing of the kind."""
    match node:
        case [sk.NAME, name, *_]:
            return str(name)
        case [sk.ATTRIBUTE, [sk.NAME, base, *_], name, *_]:
            return (base, name)
    return None


def assign(frame: Frame, target: Node, value: Type, env: Env) -> None:
    """Bind *target* to *value*."""
    kind = target[0]
    if kind == sk.NAME:
        _assign_name(frame, target[1], value, env)
    elif kind in (sk.TUPLE, sk.LIST):
        _unpack(frame, target[1], value, env)
    elif kind == sk.ATTRIBUTE:
        _assign_attribute(frame, target, value, env)
    elif kind == sk.SUBSCRIPT:
        _assign_item(frame, target, value, env)
    elif kind == sk.STAR:
        assign(frame, target[1], one(Items, value), env)


def _assign_name(frame: Frame, name: str, value: Type, env: Env) -> None:
    if frame.engine.hints.are_any:
        value = frame.engine.hints.of_name(f"{frame.module.name}.{frame.qualname}.{name}") or value
    if name in frame.outward:
        frame.engine.write(("global", frame.module.name, name), value)
        if frame.scope is not None:
            frame.scope.shared |= {name}
            frame.scope.cell_readers[frame.scope] = None
            frame.scope.grow_cell(name, value)
    env[name] = value
    for key in [key for key in env if type(key) is tuple and key[0] == name]:
        del env[key]
    frame.grow_cell(name, value)
    if frame.function is None:
        owner = frame.owner if frame.is_class_body else None
        key = ("attribute", owner, name) if owner is not None else ("global", frame.module.name, name)
        frame.engine.write(key, value)


def _unpack(frame: Frame, targets: list[Node], value: Type, env: Env) -> None:
    if not targets:
        # `[] = value`
        return
    star = next((index for index, target in enumerate(targets) if target[0] == sk.STAR), None)
    parts: list[Type] = [NOTHING] * len(targets)
    for each in (as_group(frame, part) for part in value):
        if type(each) is Group and (len(each.items) == len(targets) or star is not None):
            items = each.items
            for index in range(len(targets)):
                if star is None or index < star:
                    part = items[index] if index < len(items) else NOTHING
                elif index == star:
                    part = NOTHING
                    for item in items[star : len(items) - (len(targets) - star - 1)]:
                        part = join(part, item)
                else:
                    place = len(items) - (len(targets) - index)
                    part = items[place] if place >= 0 else NOTHING
                parts[index] = join(parts[index], part)
        else:
            item = item_type(frame, (each,), targets[0])
            parts = [join(part, item) for part in parts]
    for target, part in zip(targets, parts, strict=True):
        assign(frame, target, part, env)


def _assign_attribute(frame: Frame, target: Node, value: Type, env: Env) -> None:
    _, base_node, name, *_ = target
    base = evaluate(frame, base_node, env)
    for each in base:
        store(frame, each, name, value)
        if type(each) is Object:
            _tell(frame, each, "__setattr__", (one(Text, name), value), target)
        if type(each) is Row:
            _note_column(frame, each, name)
            if is_generic_key(frame, each.label, name):
                frame.see("assign", each, name, target)
    path = path_of(target)
    if path is not None:
        forget(env, path)
        env[path] = value
    key = key_of(base_node)
    if key is not None and name in ("pk", "id") and all(type(part) is Nothing for part in value):
        # `copy.pk = None` makes the next save an insert, and so does `order.address.pk = None`.
        fresh = [one(Row, each.label, each.level, NEW)[0] if type(each) is Row else each for each in base]
        env[key] = type_of(*fresh)


def _note_column(frame: Frame, row: Row, name: str) -> None:
    space = frame.engine.world.space
    if name in space.fields(row.label) or name in space.attnames(row.label):
        frame.note_field(row.label, name, is_assigned=True)


def store(frame: Frame, owner: object, name: str, value: Type) -> None:
    """Note `owner.name = value` for all who read that attribute of the owner's class."""
    engine = frame.engine
    if type(owner) is Object:
        engine.write(("attribute", owner.cls, name), value)
        if type(owner.cls) is Class and (plain := engine.makings.plain(owner.cls)) is not owner.cls:
            # What one of several variants is given, another object of the class is given perhaps.
            given = value if engine.makings.are_alike(plain) else perhaps(value)
            engine.write(("attribute", plain, name), given)
    elif type(owner) is Row:
        space = engine.world.space
        if name in space.links(owner.label):
            link = space.links(owner.label)[name]
            if link.target is None:
                engine.write(("attribute", owner.label, name), value)
        elif name not in space.fields(owner.label) and name not in space.attnames(owner.label):
            engine.write(("attribute", owner.label, name), value)
    elif type(owner) is ClassOf:
        engine.write(("attribute", owner.cls, name), value)
    elif type(owner) is Query and name == "_iterable_class":
        _iterate(frame, owner, value)


def _iterate(frame: Frame, query: Query, classes: Type) -> None:
    """Django makes an iterable of one of *classes* with the queryset whenever that is iterated over."""
    for each in classes:
        if type(each) is ClassOf and type(each.cls) is Class:
            cls = frame.engine.makings.class_of(frame, each.cls, ((query,),), ())
            made = one(Object, cls, each.level)[0]
            store(frame, made, "queryset", (query,))
            call_method(frame, made, "__iter__")


def _assign_item(frame: Frame, target: Node, value: Type, env: Env) -> None:
    base = evaluate(frame, target[1], env)
    index = evaluate(frame, target[2], env)
    for each in base:
        if type(each) is DictOf:
            for part in index:
                if type(part) is Text:
                    store(frame, each.receiver, part.value, value)
        elif type(each) is Container:
            put(frame, each, index, value)
        elif type(each) in (Items, Table, Record):
            frame.want_containers()
            if type(each) is Record:
                add_item(target[1], index, value, env)
        elif type(each) is Object:
            _tell(frame, each, "__setitem__", (index, value), target)


_MOST_KEYS = 3


def put(frame: Frame, each: Container, index: Type, value: Type) -> None:
    """`container[index] = value`."""
    engine = frame.engine
    names = names_of_keys(index) if each.kind == "dict" else None
    if names is None and each.kind == "dict" and wants_key_to_add(frame, each, value):
        return
    engine.write(("content", each.site), value)
    if each.kind != "dict":
        return
    engine.write(("keys", each.site), index)
    if names is None:
        engine.write(("rest", each.site), value)
        return
    # What is put under any of many keys says nothing of one of them that is known by itself.
    if len(names) > _MOST_KEYS:
        engine.write(("rest", each.site), value)
    for name in names:
        if len(names) <= _MOST_KEYS:
            engine.write(("item", each.site, name), value)
        engine.write(("classes" if name.startswith("\0") else "names", each.site), one(Text, name))


def delete(frame: Frame, target: Node, env: Env) -> None:
    """`del` of a name; of anything else nothing follows for types."""
    if target[0] == sk.NAME:
        env.pop(target[1], None)
    elif target[0] in (sk.ATTRIBUTE, sk.SUBSCRIPT):
        for each in evaluate(frame, target[1], env):
            if type(each) is Object and target[0] == sk.SUBSCRIPT:
                _tell(frame, each, "__delitem__", (evaluate(frame, target[2], env),), target)
            elif type(each) is Object:
                _tell(frame, each, "__delattr__", (one(Text, target[2]),), target)


def _tell(frame: Frame, each: Object, hook: str, arguments: tuple[Type, ...], target: Node) -> None:
    """What `each.name = value`, `each[key] = value` and their `del` call, where the object's class has a say."""
    if type(each.cls) is not Class:
        call_method(frame, each, hook, arguments, target)
        return
    found = frame.engine.world.member(each.cls, hook)
    # What an object keeps of itself says little of what others set on it.
    if found is None or type(found[0]) is not Class:
        if hook == "__setitem__":
            # A class of ours below `dict` holds what is put into it.
            call_method(frame, each, hook, arguments, None)
    elif each is not frame.receiver:
        call_method(frame, each, hook, arguments, None)
