"""Assignment targets, and what iterating over a value gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Instance, Module
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import Either, Mapping, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.execution.dict_classes import held_by
from cutpoint.resolve.execution.doubts import is_key, why_unknown
from cutpoint.resolve.execution.making import items_of

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.domain.skeleton import Node
    from cutpoint.resolve.execution.interpreter import Interpreter


def assign(run: Interpreter, target: Node, value: Value, env: Environment, line: int) -> None:
    """Store *value* where *target* says."""
    match target:
        case [sk.NAME, str() as name, *_]:
            env.bind(name, value, line)
        case [sk.ATTRIBUTE, base, str() as name, *_]:
            set_attribute(run, run.plain(run.evaluate(base, env)), name, value, line)
        case [sk.SUBSCRIPT, base, index, *_]:
            owner, key = run.plain(run.evaluate(base, env)), run.plain(run.evaluate(index, env))
            set_item(run, owner, key, value, run.place(env, line))
            if type(owner) is Mapping and owner.of_names and not is_key(key):
                unknown_names(run, run.place(env, line))
        case [sk.TUPLE | sk.LIST, targets, *_]:
            _unpack(run, targets, value, env, line)
        case [sk.STAR, inner]:
            assign(run, inner, value, env, line)


def set_attribute(run: Interpreter, owner: Value, name: str, value: Value, line: int) -> None:
    """`owner.name = value`."""
    if type(owner) is Class:
        owner.attributes[name] = value
        owner.places[name] = line
        owner.linear = None if name == "__bases__" else owner.linear
    elif type(owner) is Module:
        run.run_module(owner)
        owner.env[name] = value
    elif type(owner) is Instance:
        owner.attributes[name] = value
    elif type(owner) is Symbol and owner.name == "sys" and name == "path":
        _note_path(run, value)
    elif type(owner) is Symbol and owner.name == "django.conf.settings":
        # Libraries put their defaults there.
        run.added_settings.setdefault(name, value)


def set_item(run: Interpreter, owner: Value, key: Value, value: Value, place: Place | None = None) -> None:
    """`owner[key] = value`; slices and unknown keys only leave the container open."""
    owner = held_by(run, owner)
    if type(owner) is Mapping:
        if is_key(key) and (isinstance(key, str) or not owner.of_names):
            owner.items[key] = value
        else:
            owner.open = True
    elif type(owner) is Sequence and type(key) is int and -len(owner.items) <= key < len(owner.items):
        owner.items[key] = value
    elif type(owner) is Symbol and owner.name == "sys.path":
        _note_path(run, value)
    elif type(owner) is Sequence and isinstance(key, Instance) and _is_slice(key):
        # On a branch that may not run nothing is taken away, only added.
        items, places = iterate(run, value, place)
        bounds = [part if type(part) is int else None for part in map(run.plain, key.arguments[:2])]
        at = slice(*bounds) if run.undecided == 0 else slice(len(owner.items), None)
        owner.items[at], owner.places[at] = items, run.doubted(places)


def unknown_names(run: Interpreter, place: Place) -> None:
    """Tell that names of a scope got values there that are not known: any of them may have another one now."""
    if run.index.names.get(place.path):
        reason = "names are bound that only run time knows"
        run.blind_spots.append(BlindSpot(place.path, place.line, "code-at-run-time", reason))


def _note_path(run: Interpreter, folders: Value) -> None:
    for folder in map(run.plain, iterate(run, folders, None)[0]):
        if isinstance(folder, str):
            run.note_path(folder)


def delete_item(owner: Value, key: Value) -> None:
    """`del owner[key]` where both are known."""
    if type(owner) is Mapping and is_key(key):
        owner.items.pop(key, None)
    elif type(owner) is Sequence and type(key) is int and -len(owner.items) <= key < len(owner.items):
        del owner.items[key], owner.places[key]


def _is_slice(value: Instance) -> bool:
    return type(value.callee) is Symbol and value.callee.name == "builtins.slice"


def _unpack(run: Interpreter, targets: list[Node], value: Value, env: Environment, line: int) -> None:
    items, _ = iterate(run, value, run.place(env, line))
    starred = next((i for i, target in enumerate(targets) if target[0] == sk.STAR), None)
    if starred is not None and len(items) >= len(targets) - 1:
        after = len(targets) - starred - 1
        middle = items[starred : len(items) - after]
        items = [*items[:starred], Sequence(list(middle)), *items[len(items) - after :]]
    if len(items) != len(targets):
        items = [Unknown("unpacked from an unknown value")] * len(targets)
    for target, item in zip(targets, items, strict=True):
        assign(run, target, item, env, line)


_MOST_DOUBTS = 100
"""Of one value: a loop may add one in each round."""


def merged(run: Interpreter, value: Value) -> Value:
    """*value* without its doubts; of several lists the items of all, those that not all have marked as conditional."""
    return _merged(run, value, {})


def _merged(run: Interpreter, value: Value, known: dict[int, tuple[Value, Value]]) -> Value:
    doubtful = run.force(value)
    if type(doubtful) is not Either:
        return run.plain(value)
    if id(doubtful) not in known:
        if len(known) >= _MOST_DOUBTS:
            return Unknown("a value with more doubts than are followed")
        # Doubts about doubts share most of what they hold, and by way of a module's names one may hold itself: each is looked at once.
        known[id(doubtful)] = doubtful, Unknown("a value that needs itself")
        known[id(doubtful)] = doubtful, _without_doubts(run, value, doubtful, known)
    return known[id(doubtful)][1]


def _without_doubts(run: Interpreter, value: Value, doubtful: Either, known: dict[int, tuple[Value, Value]]) -> Value:
    options = [_merged(run, option, known) for option in doubtful.options]
    lists = [option for option in options if type(option) in (Sequence, tuple)]
    if len(lists) < 2:
        return run.plain(value)
    result = Sequence([], kind=lists[0].kind if type(lists[0]) is Sequence else "tuple")
    holders: dict[object, int] = {}
    pairs: list[tuple[object, Value, Place | None, bool]] = []
    for index, option in enumerate(lists):
        places = option.places if type(option) is Sequence else [None] * len(option)
        for item, place in zip(option.items if type(option) is Sequence else option, places, strict=True):
            plain = run.plain(item)
            key: object = plain if isinstance(plain, str | int) else id(plain)
            if key not in holders:
                pairs.append((key, item, place, index > 0))
            holders[key] = holders.get(key, 0) + 1
    for held, item, where, late in pairs:
        place = where
        if place is not None and holders[held] >= len(options):
            place = Place(place.path, place.line, conditional=run.undecided > 0, unlikely=run.unlikely > 0)
        elif place is not None:
            place = place.doubted(unlikely=doubtful.ranked and late)
        result.append(item, place)
    return result


def iterate(run: Interpreter, value: Value, place: Place | None) -> tuple[list[Value], list[Place | None]]:
    """The items that a loop over *value* sees, and their places; one Unknown when there is no knowing."""
    value = held_by(run, merged(run, value))
    if type(value) is Sequence:
        return list(value.items), [at or place for at in value.places]
    if type(value) is tuple:
        return list(value), [place] * len(value)
    if type(value) is Mapping:
        keys = list(value.items)
        return keys, [place] * len(keys)
    if isinstance(value, str):
        return list(value[:1000]), [place] * len(value[:1000])
    if type(value) is Class:
        members = [v for k, v in value.attributes.items() if not k.startswith("_")]
        return members, [place] * len(members)
    items = items_of(run, value)
    if items is not None:
        return items, [place] * len(items)
    return [Unknown(why_unknown(value), place)], [place]


def first_of(run: Interpreter, value: Value) -> Value:
    """The first item of a list or tuple; what is none, and what is empty, as it is."""
    if type(value) not in (Sequence, tuple):
        return value
    return run.plain(next(iter(iterate(run, value, None)[0]), value))
