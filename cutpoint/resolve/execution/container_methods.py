"""Methods of lists, sets and dicts, carried out on known values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.values import Mapping, Place, Sequence, Unknown, Value
from cutpoint.resolve.execution.doubts import is_key
from cutpoint.resolve.execution.targets import iterate, unknown_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.resolve.execution.interpreter import Interpreter


def _append(run: Interpreter, value: Sequence, arguments: list[Value], _: dict[str, Value]) -> Value:
    if arguments:
        value.append(arguments[-1], _here(run))
    return None


def _insert(run: Interpreter, value: Sequence, arguments: list[Value], _: dict[str, Value]) -> Value:
    position = run.plain(arguments[0]) if len(arguments) == 2 else None
    if type(position) is not int:
        return _append(run, value, arguments, {})
    value.items.insert(position, arguments[1])
    value.places.insert(position, _here(run))
    return None


def _extend(run: Interpreter, value: Sequence, arguments: list[Value], _: dict[str, Value]) -> Value:
    for argument in arguments:
        items, places = iterate(run, argument, None)
        value.extend(items, run.doubted([place or _here(run) for place in places]))
    return None


def _here(run: Interpreter) -> Place:
    return Place(run.here.path, run.here.line, conditional=run.undecided > 0, unlikely=run.unlikely > 0)


def _remove(run: Interpreter, value: Sequence, arguments: list[Value], _: dict[str, Value]) -> Value:
    gone = run.plain(arguments[0]) if arguments else None
    # On a branch that may not run, the item may stay.
    if run.undecided == 0 and isinstance(gone, str):
        for index, item in enumerate(value.items):
            if run.plain(item) == gone:
                del value.items[index], value.places[index]
                break
    elif not isinstance(gone, str):
        # Any of them may be the one that goes.
        value.places[:] = [place and place.doubted(unlikely=False) for place in value.places]
    return None


def _pop(run: Interpreter, value: Sequence, arguments: list[Value], _: dict[str, Value]) -> Value:
    index = run.plain(arguments[0]) if arguments else -1
    if type(index) is int and -len(value.items) <= index < len(value.items):
        if run.undecided:
            return value.items[index]
        value.places.pop(index)
        return value.items.pop(index)
    return Unknown("an unknown item")


def _index(run: Interpreter, value: Sequence, arguments: list[Value], _: dict[str, Value]) -> Value:
    wanted = run.plain(arguments[0]) if arguments else None
    for position, item in enumerate(value.items):
        if isinstance(wanted, str) and run.plain(item) == wanted:
            return position
    return Unknown("the position of an unknown item")


def _copy_list(_: Interpreter, value: Sequence, _arguments: list[Value], _keywords: dict[str, Value]) -> Value:
    return Sequence(list(value.items), list(value.places), value.kind)


def _sort(run: Interpreter, value: Sequence, _arguments: list[Value], keywords: dict[str, Value]) -> Value:
    keys = [
        run.plain(run.call(keywords["key"], [item], {}, run.here) if "key" in keywords else item)
        for item in value.items
    ]
    if len({type(key) for key in keys}) == 1 and isinstance(keys[0], str | int | float):
        backwards = run.truth(keywords.get("reverse", False))[0] is True
        _reorder(value, sorted(range(len(keys)), key=keys.__getitem__, reverse=backwards))
    return None


def _reverse(_: Interpreter, value: Sequence, _arguments: list[Value], _keywords: dict[str, Value]) -> Value:
    _reorder(value, list(range(len(value.items)))[::-1])
    return None


def _reorder(value: Sequence, order: list[int]) -> None:
    value.items[:] = [value.items[index] for index in order]
    value.places[:] = [value.places[index] for index in order]


def _get(run: Interpreter, value: Mapping, arguments: list[Value], _: dict[str, Value]) -> Value:
    key = run.plain(arguments[0]) if arguments else None
    if isinstance(key, str | int) and key in value.items:
        return value.items[key]
    default = arguments[1] if len(arguments) > 1 else None
    return Unknown("a key that a dict may hold") if value.open and default is None else default


def _set_default(run: Interpreter, value: Mapping, arguments: list[Value], _: dict[str, Value]) -> Value:
    key = run.plain(arguments[0]) if arguments else None
    if not isinstance(key, str | int) or (value.of_names and not isinstance(key, str)):
        return Unknown("an unknown key")
    return value.items.setdefault(key, arguments[1] if len(arguments) > 1 else None)


def _update(run: Interpreter, value: Mapping, arguments: list[Value], keywords: dict[str, Value]) -> Value:
    for argument in arguments:
        other = run.plain(argument)
        if type(other) is Mapping:
            value.update(other.items)
            value.open |= other.open
        else:
            _update_pairs(run, value, other)
    value.items.update(keywords)
    if value.of_names and value.open:
        unknown_names(run, run.here)
    return None


def _update_pairs(run: Interpreter, value: Mapping, pairs: Value) -> None:
    for pair in map(run.plain, iterate(run, pairs, None)[0]):
        if type(pair) is tuple and len(pair) == 2 and is_key(run.plain(pair[0])):
            value.update({run.plain(pair[0]): pair[1]})
        else:
            value.open = True


def _pop_key(run: Interpreter, value: Mapping, arguments: list[Value], _: dict[str, Value]) -> Value:
    key = run.plain(arguments[0]) if arguments else None
    default = arguments[1] if len(arguments) > 1 else Unknown("an unknown key")
    if not isinstance(key, str | int):
        return default
    if run.undecided:
        return value.items.get(key, default)
    return value.items.pop(key, default)


def _items(_: Interpreter, value: Mapping, _arguments: list[Value], _keywords: dict[str, Value]) -> Value:
    return tuple((key, item) for key, item in value.items.items())


def _keys(_: Interpreter, value: Mapping, _arguments: list[Value], _keywords: dict[str, Value]) -> Value:
    return tuple(value.items)


def _values(_: Interpreter, value: Mapping, _arguments: list[Value], _keywords: dict[str, Value]) -> Value:
    return tuple(value.items.values())


def _copy_dict(_: Interpreter, value: Mapping, _arguments: list[Value], _keywords: dict[str, Value]) -> Value:
    return Mapping(dict(value.items), is_open=value.open)


LIST_METHODS: dict[str, Callable[[Interpreter, Value, list[Value], dict[str, Value]], Value]] = {
    "append": _append,
    "add": _append,
    "insert": _insert,
    "extend": _extend,
    "update": _extend,
    "union": lambda run, value, arguments, keywords: (
        copied := _copy_list(run, value, [], {}),
        _extend(run, copied, arguments, keywords),
    )[0],
    "remove": _remove,
    "discard": _remove,
    "pop": _pop,
    "index": _index,
    "copy": _copy_list,
    "sort": _sort,
    "reverse": _reverse,
}

DICT_METHODS: dict[str, Callable[[Interpreter, Value, list[Value], dict[str, Value]], Value]] = {
    "get": _get,
    "setdefault": _set_default,
    "update": _update,
    "pop": _pop_key,
    "items": _items,
    "keys": _keys,
    "values": _values,
    "copy": _copy_dict,
}
