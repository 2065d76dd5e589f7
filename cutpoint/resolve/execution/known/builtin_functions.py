"""Python's builtins, and small things of the standard library that act like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Function, Partial
from cutpoint.domain.values import Guess, Mapping, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.execution.targets import iterate

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction

_MOST_NUMBERS = 1_000


def _str(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    value = run.plain(a[0]) if a else ""
    if isinstance(value, str | int | float):
        return str(value)
    return Unknown("a text with unknown parts", place)


def _int(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    guessed = bool(a) and type(run.force(a[0])) is Guess
    value = run.plain(a[0]) if a else 0
    if isinstance(value, str | int) and len(str(value)) < 20:
        try:
            return Guess(int(value)) if guessed else int(value)
        except ValueError:
            pass
    return Unknown("a number that only run time knows", place)


def _bool(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    decided, likely = run.truth(a[0]) if a else (False, False)
    if decided is None:
        return Unknown("a truth that only run time knows", place) if likely is None else Guess(likely)
    return decided


def _sequence(kind: str) -> KnownFunction:
    def make(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
        items, places = iterate(run, a[0], place) if a else ([], [])
        return tuple(items) if kind == "tuple" else Sequence(items, places, kind)

    return make


def _dict(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    result = Mapping({})
    for argument in a:
        other = run.plain(argument)
        if type(other) is Mapping:
            result.items.update(other.items)
            continue
        for pair in map(run.plain, iterate(run, other, place)[0]):
            if type(pair) is tuple and len(pair) == 2 and isinstance(run.plain(pair[0]), str | int):
                result.items[run.plain(pair[0])] = pair[1]
            else:
                result.open = True
    result.items.update(k)
    return result


def _from_keys(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    """dict.fromkeys(list): how settings take doubles out; items without a name keep their hole."""
    items, places = iterate(run, a[0], place) if a else ([], [])
    kept: dict[Value, tuple[Value, Place | None]] = {}
    for item, at in zip(items, places, strict=True):
        plain = run.plain(item)
        kept.setdefault(plain if isinstance(plain, str | int) else id(plain), (item, at))
    return Sequence([item for item, _ in kept.values()], [at for _, at in kept.values()])


def _sorted(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    items, places = iterate(run, a[0], place) if a else ([], [])
    keys = [run.plain(run.call(k["key"], [item], {}, place) if "key" in k else item) for item in items]
    if len({type(key) for key in keys}) == 1 and isinstance(keys[0], str | int | float):
        backwards = run.truth(k.get("reverse", False))[0] is True
        order = sorted(range(len(items)), key=keys.__getitem__, reverse=backwards)
        return Sequence([items[i] for i in order], [places[i] for i in order])
    return Sequence(items, places)


def _len(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    value = run.plain(a[0]) if a else None
    if isinstance(value, str | tuple):
        return len(value)
    if type(value) is Sequence or type(value) is Mapping:
        return len(value.items)
    return Unknown("the length of an unknown value", place)


def _range(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    bounds = [run.plain(argument) for argument in a]
    if bounds and all(type(bound) is int for bound in bounds) and (len(bounds) < 3 or bounds[2] != 0):
        return tuple(range(*bounds)[:_MOST_NUMBERS])
    return Unknown("a range that only run time knows", place)


def _enumerate(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    items, _ = iterate(run, a[0], place) if a else ([], [])
    start = run.plain(a[1] if len(a) > 1 else k.get("start", 0))
    return tuple(enumerate(items, start if type(start) is int else 0))


def _reversed(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    items, places = iterate(run, a[0], place) if a else ([], [])
    return Sequence(items[::-1], places[::-1])


def _zip(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    return tuple(zip(*(iterate(run, argument, place)[0] for argument in a), strict=False))


def _map(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    items, places = iterate(run, a[1], place) if len(a) == 2 else ([], [])
    return Sequence([run.call(a[0], [item], {}, place) for item in items], places)


def _filter(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    items, places = iterate(run, a[1], place) if len(a) == 2 else ([], [])
    function = run.plain(a[0]) if a else None
    kept = [
        (item, at)
        for item, at in zip(items, places, strict=True)
        if run.truth(item if function is None else run.call(function, [item], {}, place))[0] is not False
    ]
    return Sequence([item for item, _ in kept], [at for _, at in kept])


def _chain(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    result = Sequence([])
    for argument in a:
        result.extend(*iterate(run, argument, place))
    return result


def _first(_run: Interpreter, a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    return a[0] if a else NotImplemented


def _copied(run: Interpreter, value: Value, *, deep: bool) -> Value:
    """A list or dict of its own; fields and other objects are shared, as nothing here depends on which is which."""
    plain = run.plain(value)
    if type(plain) is Sequence:
        items = [_copied(run, item, deep=True) for item in plain.items] if deep else list(plain.items)
        return Sequence(items, list(plain.places), plain.kind)
    if type(plain) is Mapping:
        pairs = ((key, _copied(run, item, deep=True) if deep else item) for key, item in plain.items.items())
        return Mapping(dict(pairs), is_open=plain.open)
    return value


def _sum(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    # sum(lists, []) is how some settings join lists.
    if len(a) == 2 and type(run.plain(a[1])) is Sequence:
        return _chain(run, iterate(run, a[0], place)[0], {}, place, None)
    return Unknown("a sum", place)


def _quantifier(*, wants: bool) -> KnownFunction:
    def decide(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
        truths = [run.truth(item)[0] for item in iterate(run, a[0], place)[0]] if a else []
        if wants in truths:
            return wants
        return Unknown("any() or all() of unknown values", place) if None in truths else not wants

    return decide


def _partial(_run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    return Partial(a[0], a[1:], k) if a else Unknown("partial of nothing", place)


def _next(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    items, _ = iterate(run, a[0], place) if a else ([], [])
    return items[0] if items else a[1] if len(a) > 1 else Unknown("next() of nothing", place)


FUNCTIONS: dict[str, KnownFunction] = {
    "builtins.str": _str,
    "builtins.int": _int,
    "builtins.bool": _bool,
    "builtins.list": _sequence("list"),
    "builtins.set": _sequence("set"),
    "builtins.frozenset": _sequence("set"),
    "builtins.tuple": _sequence("tuple"),
    "builtins.sorted": _sorted,
    "builtins.reversed": _reversed,
    "collections.deque": _sequence("list"),
    "builtins.dict": _dict,
    "collections.OrderedDict": _dict,
    "builtins.dict.fromkeys": _from_keys,
    "collections.OrderedDict.fromkeys": _from_keys,
    "types.MappingProxyType": _first,
    "builtins.len": _len,
    "builtins.range": _range,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.sum": _sum,
    "builtins.next": _next,
    "builtins.any": _quantifier(wants=True),
    "builtins.all": _quantifier(wants=False),
    "builtins.iter": _first,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": lambda run, a, k, p, e: _chain(
        run, iterate(run, a[0], p)[0] if a else [], k, p, e
    ),
    "copy.copy": lambda run, a, _k, _p, _e: _copied(run, a[0], deep=False) if a else NotImplemented,
    "copy.deepcopy": lambda run, a, _k, _p, _e: _copied(run, a[0], deep=True) if a else NotImplemented,
    "typing.cast": lambda _r, a, _k, _p, _e: a[1] if len(a) > 1 else NotImplemented,
    "functools.partial": _partial,
    "functools.wraps": lambda _r, _a, _k, _p, _e: Symbol("cutpoint.identity"),
    "cutpoint.identity": _first,
    "functools.cache": _first,
    "functools.update_wrapper": _first,
    "inspect.unwrap": _first,
    "functools.lru_cache": lambda run, a, _k, _p, _e: (
        a[0] if a and type(run.plain(a[0])) is Function else Symbol("cutpoint.identity")
    ),
    "gettext.gettext": _first,
    "django.utils.translation.gettext": _first,
    "django.utils.translation.gettext_lazy": _first,
    "django.utils.translation.gettext_noop": _first,
    "django.utils.translation.ugettext": _first,
    "django.utils.translation.ugettext_lazy": _first,
    "django.utils.translation.ugettext_noop": _first,
    "django.utils.encoding.force_str": _first,
    "django.utils.functional.lazystr": _first,
}
