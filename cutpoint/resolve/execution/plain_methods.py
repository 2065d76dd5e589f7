"""Methods of texts, lists, sets, tuples and dicts, carried out on known values."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from cutpoint.resolve.execution.doubts import is_key
from cutpoint.resolve.execution.objects import Native
from cutpoint.resolve.execution.targets import iterate
from cutpoint.resolve.execution.values import Mapping, PathText, Place, Sequence, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.resolve.execution.interpreter import Interpreter

_LONGEST = 100_000
# Methods whose result is never much longer than what goes in.
_TEXT_METHODS = frozenset(
    [
        "lower",
        "upper",
        "title",
        "capitalize",
        "swapcase",
        "strip",
        "lstrip",
        "rstrip",
        "split",
        "rsplit",
        "splitlines",
        "startswith",
        "endswith",
        "partition",
        "rpartition",
        "removeprefix",
        "removesuffix",
        "isdigit",
        "isidentifier",
        "find",
        "index",
        "count",
        "casefold",
    ]
)
_FIELD = re.compile(r"\{(\w*)\}")


def plain_method(run: Interpreter, value: Value, name: str) -> Value:
    """The method or attribute *name* of a plain value; None when we do not know it."""
    if isinstance(value, PathText):
        found = _of_path(run, value, name)
        if found is not None:
            return found
    if isinstance(value, str):
        return _of_text(run, value, name)
    table = _LIST if type(value) is Sequence else _DICT if type(value) is Mapping else {}
    method = table.get(name)
    if method is None:
        return None
    return Native(lambda arguments, keywords: method(run, value, arguments, keywords))


def _of_text(run: Interpreter, text: str, name: str) -> Value:
    def call(arguments: list[Value], keywords: dict[str, Value]) -> Value:
        known = [run.plain(argument) for argument in arguments]
        match name:
            case "join":
                items, _ = iterate(run, arguments[0] if arguments else (), None)
                parts = [run.plain(item) for item in items]
                if all(isinstance(part, str) for part in parts) and sum(map(len, parts)) < _LONGEST:
                    return text.join(parts)
            case "format":
                return _format(text, known, {key: run.plain(value) for key, value in keywords.items()})
            case "replace" if len(known) >= 2 and all(isinstance(part, str) for part in known[:2]):
                if len(text) * (len(known[1]) + 1) < _LONGEST:
                    return text.replace(known[0], known[1])
            case "rjust" | "ljust" | "center" | "zfill":
                return _padded(text, name, known)
            case _ if (
                name in _TEXT_METHODS and not keywords and all(isinstance(k, str | int | tuple | None) for k in known)
            ):
                return _text_method(text, name, known)
        kind = "path" if isinstance(text, PathText) else "text"
        return Unknown(f"the {kind} method {name}", run.here)

    return Native(call)


# The widest text that padding may make.
_WIDEST = 1_000


def _padded(text: str, name: str, known: list[Value]) -> Value:
    if known and type(known[0]) is int and known[0] <= _WIDEST and all(isinstance(fill, str) for fill in known[1:]):
        return _text_method(text, name, known)
    return Unknown("a padded text")


def _text_method(text: str, name: str, known: list[Value]) -> Value:
    try:
        result = getattr(text, name)(*known)
    except (TypeError, ValueError):
        return Unknown(f"the text method {name} on unknown values")
    return Sequence(result) if isinstance(result, list) else result


def _format(text: str, arguments: list[Value], keywords: dict[str, Value]) -> Value:
    parts, position, used = [], 0, 0
    for found in _FIELD.finditer(text):
        parts.append(text[position : found.start()])
        position = found.end()
        key = found[1]
        if not key:
            value = arguments[used] if used < len(arguments) else None
            used += 1
        elif key.isdigit():
            value = arguments[int(key)] if int(key) < len(arguments) else None
        else:
            value = keywords.get(key)
        if not isinstance(value, str | int):
            return Unknown("a text with unknown parts")
        parts.append(str(value))
    result = "".join([*parts, text[position:]])
    return Unknown("a text with format specifications") if "{" in result else result


def _of_path(run: Interpreter, path: PathText, name: str) -> Value:
    match name:
        case "parent":
            return PathText(posixpath.dirname(path) or "/")
        case "parents":
            chain, current = [], str(path)
            while current not in ("/", ""):
                current = posixpath.dirname(current) or "/"
                chain.append(PathText(current))
            return tuple(chain)
        case "name":
            return posixpath.basename(path)
        case "stem":
            return posixpath.basename(path).rpartition(".")[0] or posixpath.basename(path)
        case "resolve" | "absolute" | "as_posix" | "expanduser":
            return Native(lambda _arguments, _keywords: path)
        case "joinpath":
            return Native(lambda arguments, _: _joined(path, [run.plain(argument) for argument in arguments]))
    return None


def _joined(path: PathText, parts: list[Value]) -> Value:
    if all(isinstance(part, str) for part in parts):
        return PathText(posixpath.normpath(posixpath.join(path, *parts)))
    return Unknown("a path with unknown parts")


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
        value.extend(items, [place or _here(run) for place in places])
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


def _nothing(_: Interpreter, _value: Value, _arguments: list[Value], _keywords: dict[str, Value]) -> Value:
    return None


def _get(run: Interpreter, value: Mapping, arguments: list[Value], _: dict[str, Value]) -> Value:
    key = run.plain(arguments[0]) if arguments else None
    if isinstance(key, str | int) and key in value.items:
        return value.items[key]
    default = arguments[1] if len(arguments) > 1 else None
    return Unknown("a key that a dict may hold") if value.open and default is None else default


def _set_default(run: Interpreter, value: Mapping, arguments: list[Value], _: dict[str, Value]) -> Value:
    key = run.plain(arguments[0]) if arguments else None
    if not isinstance(key, str | int):
        return Unknown("an unknown key")
    return value.items.setdefault(key, arguments[1] if len(arguments) > 1 else None)


def _update(run: Interpreter, value: Mapping, arguments: list[Value], keywords: dict[str, Value]) -> Value:
    for argument in arguments:
        other = run.plain(argument)
        if type(other) is Mapping:
            value.items.update(other.items)
            value.open |= other.open
        else:
            _update_pairs(run, value, other)
    value.items.update(keywords)
    return None


def _update_pairs(run: Interpreter, value: Mapping, pairs: Value) -> None:
    for pair in map(run.plain, iterate(run, pairs, None)[0]):
        if type(pair) is tuple and len(pair) == 2 and is_key(run.plain(pair[0])):
            value.items[run.plain(pair[0])] = pair[1]
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


_LIST: dict[str, Callable[[Interpreter, Value, list[Value], dict[str, Value]], Value]] = {
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
    "sort": _nothing,
    "reverse": _nothing,
}

_DICT: dict[str, Callable[[Interpreter, Value, list[Value], dict[str, Value]], Value]] = {
    "get": _get,
    "setdefault": _set_default,
    "update": _update,
    "pop": _pop_key,
    "items": _items,
    "keys": _keys,
    "values": _values,
    "copy": _copy_dict,
}
