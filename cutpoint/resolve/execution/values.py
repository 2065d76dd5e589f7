"""The values of static execution.

Texts, numbers, booleans, None and tuples stand for themselves. The classes below are the rest. An `Unknown` is a value
that could not be had, with the reason; a `Guess` is one that may be otherwise at run time (it came from the environment).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.resolve.execution.environment import Environment
    from cutpoint.resolve.module_index import Found

Value: TypeAlias = Any
"""A plain Python constant, a tuple of values, or an instance of one of the classes of this module."""


class Place:
    """Where a value was made, and whether only some branch of the code makes it, or one that the defaults do not take."""

    __slots__ = ("conditional", "line", "path", "unlikely")

    def __init__(self, path: str, line: int, *, conditional: bool = False, unlikely: bool = False) -> None:
        self.path = path
        self.line = line
        self.conditional = conditional
        self.unlikely = unlikely


class Unknown:
    """A value that could not be had."""

    __slots__ = ("place", "reason")

    def __init__(self, reason: str, place: Place | None = None) -> None:
        self.reason = reason
        self.place = place


class Guess:
    """A value that the environment may change; *value* is the default."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value


class Unlikely:
    """A value that a name has only on a branch that the defaults do not take."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value


class Either:
    """One of several values; *ranked* when the first is what defaults give, and not just the better known one."""

    __slots__ = ("options", "ranked")

    def __init__(self, options: tuple[Value, ...], *, ranked: bool = False) -> None:
        self.options = options
        self.ranked = ranked


class Symbol:
    """Something of a library that is known by its dotted name alone."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def last(self) -> str:
        return self.name.rpartition(".")[2]


class Reference:
    """A name of a module, looked up when it is needed."""

    __slots__ = ("module", "name", "place")

    def __init__(self, module: str, name: str, place: Place) -> None:
        self.module = module
        self.name = name
        self.place = place


class ModelReference:
    """A model named by a label, looked up when it is needed."""

    __slots__ = ("label",)

    def __init__(self, label: str) -> None:
        self.label = label


class Sequence:
    """A list, a set or the result of a generator, with the place of each item; holes are Unknown items."""

    __slots__ = ("items", "kind", "places")

    def __init__(self, items: list[Value], places: list[Place | None] | None = None, kind: str = "list") -> None:
        self.items = items
        self.places: list[Place | None] = places if places is not None else [None] * len(items)
        self.kind = kind

    def append(self, item: Value, place: Place | None) -> None:
        self.items.append(item)
        self.places.append(place)

    def extend(self, items: list[Value], places: list[Place | None]) -> None:
        self.items.extend(items)
        self.places.extend(places)


class Mapping:
    """A dict whose known keys are constants or other values; *open* when it may hold more."""

    __slots__ = ("items", "open")

    def __init__(self, items: dict[Value, Value], *, is_open: bool = False) -> None:
        self.items = items
        self.open = is_open


class Module:
    """A module; its code runs when a name of it is first asked for, or at its import when it is of ours."""

    __slots__ = ("env", "found", "lines", "name", "star_sources", "state")

    def __init__(self, found: Found) -> None:
        self.name = found.name
        self.found = found
        self.env: dict[str, Value] = {}
        self.state = "new"
        self.lines: dict[str, list[int]] = {}
        """Name of a tuple that the module assigns -> line of each item: tuples themselves hold no places."""
        self.star_sources: list[str] = []
        """Modules without source whose `import *` may bind any name."""

    @property
    def path(self) -> str:
        return self.found.file.path if self.found.file else ""


class Function:
    """A function or lambda with the environment that it closes over."""

    __slots__ = (
        "active",
        "body",
        "decorators",
        "env",
        "flags",
        "is_lambda",
        "kind",
        "name",
        "owner",
        "parameters",
        "place",
        "qualname",
    )

    def __init__(
        self,
        name: str,
        parameters: list[list[Node]],
        body: bytes | Node | None,
        env: Environment,
        place: Place,
        *,
        flags: int = 0,
        is_lambda: bool = False,
        owner: Class | None = None,
    ) -> None:
        self.name = name
        self.parameters = parameters
        self.body = body
        self.env = env
        self.place = place
        self.flags = flags
        self.is_lambda = is_lambda
        self.owner = owner
        self.qualname = name
        self.active = 0
        """How many calls of it are running."""
        self.kind = "function"
        """`function`, `classmethod`, `staticmethod` or `property`."""
        self.decorators: tuple[Value, ...] = ()


class Class:
    """A class of which the code is known; *attributes* hold its own names with the place of each."""

    __slots__ = (
        "attributes",
        "bases",
        "contributed",
        "declared",
        "decorators",
        "keywords",
        "line",
        "linear",
        "module",
        "name",
        "path",
        "places",
        "qualname",
    )

    def __init__(self, name: str, module: Module, qualname: str, bases: list[Value], place: Place) -> None:
        self.name = name
        self.module = module
        self.qualname = qualname
        self.bases = bases
        self.path = place.path
        self.line = place.line
        self.attributes: dict[str, Value] = {}
        self.places: dict[str, int] = {}
        self.contributed: dict[str, Value] = {}
        """What was handed to `add_to_class` or `contribute_to_class`, by name."""
        self.declared: dict[str, Value] | None = None
        """Attributes at the end of the class's own body; None when the class was made by a call.
        What is set later is no field, and takes none away."""
        self.keywords: dict[str, Value] = {}
        self.decorators: list[Value] = []
        self.linear: list[Value] | None = None
        """The method resolution order, once asked for."""

    @property
    def dotted(self) -> str:
        return f"{self.module.name}.{self.qualname}"


class Instance:
    """What calling a class, or something of a library, gives."""

    __slots__ = ("arguments", "attributes", "callee", "initialized", "keywords", "outer", "owner", "place")

    def __init__(self, callee: Value, arguments: list[Value], keywords: dict[str, Value], place: Place) -> None:
        self.callee = callee
        self.arguments = arguments
        self.keywords = keywords
        self.place = place
        self.attributes: dict[str, Value] = {}
        self.initialized = False
        self.owner: tuple[Class, str] | None = None
        """The class of whose body it is an attribute, and its name there."""
        self.outer: tuple[list[Value], dict[str, Value]] | None = None
        """What the `__init__` of its class handed to the library's `__init__`."""


class Bound:
    """A function, or a method of a library, with its first argument."""

    __slots__ = ("function", "receiver")

    def __init__(self, function: Function | Symbol, receiver: Value) -> None:
        self.function = function
        self.receiver = receiver


class WithMetaclass:
    """Bases that come with a metaclass, as `six.with_metaclass(Meta, Base)` hands them to a class statement."""

    __slots__ = ("bases", "metaclass")

    def __init__(self, metaclass: Value, bases: list[Value]) -> None:
        self.metaclass = metaclass
        self.bases = bases


class Super:
    """`super()` inside a method of *owner* called on *receiver*."""

    __slots__ = ("owner", "receiver")

    def __init__(self, owner: Class | None, receiver: Value) -> None:
        self.owner = owner
        self.receiver = receiver


class Partial:
    """functools.partial, or a native function of ours with a receiver."""

    __slots__ = ("arguments", "function", "keywords")

    def __init__(self, function: Value, arguments: list[Value], keywords: dict[str, Value]) -> None:
        self.function = function
        self.arguments = arguments
        self.keywords = keywords


class Native:
    """A method of a plain value (text, list, dict), carried out by us."""

    __slots__ = ("call",)

    def __init__(self, call: Callable[[list[Value], dict[str, Value]], Value]) -> None:
        self.call = call


class Options:
    """`_meta` of a class."""

    __slots__ = ("owner",)

    def __init__(self, owner: Class) -> None:
        self.owner = owner


class PathText(str):
    """A text that is known to be a pathlib path; `/` is the analyzed root."""

    __slots__ = ()


class Deferred:
    """A call whose result nobody has asked for yet."""

    __slots__ = ("arguments", "function", "keywords", "place", "result")

    def __init__(self, function: Value, arguments: list[Value], keywords: dict[str, Value], place: Place) -> None:
        self.function = function
        self.arguments = arguments
        self.keywords = keywords
        self.place = place
        self.result: Value = self
        """Itself until it is forced."""


def is_key(value: Value) -> bool:
    """Whether *value* is known well enough to be the key of a Mapping."""
    return isinstance(value, str | int | float | Symbol | Class | Function | None) or (
        type(value) is tuple and all(map(is_key, value))
    )


def settled(value: Value) -> Value:
    """*value* without the marks of doubt: the default of a guess, the likeliest of several."""
    while True:
        if type(value) is Guess or type(value) is Unlikely:
            value = value.value
        elif type(value) is Either:
            value = value.options[0]
        else:
            return value


# A value that may be more things than these is not known well enough to be worth keeping them all.
_MOST_OPTIONS = 8


def either(values: list[Value]) -> Value:
    """One value for several: the known before the unknown, something before None, in the given order."""
    options: list[Value] = []
    seen: set[object] = set()
    for value in values:
        for option in value.options if type(value) is Either else (value,):
            key = (type(option), option) if type(option) in _CONSTANTS else id(option)
            if key not in seen:
                seen.add(key)
                options.append(option)
    if len(options) == 1:
        return options[0]
    options.sort(key=_doubt)
    return Either(tuple(options[:_MOST_OPTIONS]))


_CONSTANTS = frozenset({str, int, bool, float, type(None)})


def _doubt(value: Value) -> int:
    if type(value) is Unknown:
        return 3
    if value is None:
        return 2
    of_library = type(value) is Symbol or (type(value) is Instance and type(value.callee) is Symbol)
    return 1 if of_library else 0
