"""The objects of static execution: modules, functions, classes, instances and what is between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.scope import Environment
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.source import Found
    from cutpoint.domain.values import Place, Symbol, Value


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
        """Of its file; empty for a namespace package."""
        return self.found.file.path if self.found.file else ""


def absolute_name(module: Module, name: str, level: int) -> str | None:
    """The absolute form of a relative import in *module*; None when it climbs out of every package."""
    if not level:
        return name
    parts = module.name.split(".")
    keep = len(parts) - level + (1 if module.found.is_package else 0)
    if keep <= 0:
        return None
    return ".".join([*parts[:keep], name] if name else parts[:keep])


class Function:
    """A function or lambda with the environment that it closes over."""

    __slots__ = (
        "body",
        "decorators",
        "end",
        "env",
        "flags",
        "is_given_back",
        "is_lambda",
        "kind",
        "name",
        "overloads",
        "owner",
        "parameters",
        "place",
        "qualname",
        "returns",
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
        self.is_given_back = True
        """Whether calls of it, behind its decorators, give what it gives."""
        self.kind = "function"
        """`function`, `classmethod`, `staticmethod` or `property`."""
        self.decorators: tuple[Value, ...] = ()
        self.returns: Node = None
        """The annotation of the result, an expression of the skeleton."""
        self.overloads: tuple[Function, ...] = ()
        """The signatures that `@overload` gave it before its own."""
        self.end = place.line
        """The last line."""


class Class:
    """A class of which the code is known; *attributes* hold its own names with the place of each."""

    __slots__ = (
        "attributes",
        "bases",
        "contributed",
        "declared",
        "decorators",
        "fields",
        "inherited_managers",
        "is_hoped_for",
        "keywords",
        "line",
        "linear",
        "module",
        "name",
        "path",
        "places",
        "qualname",
        "type_arguments",
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
        self.fields: list[str] = []
        """Names that its body declares with a type, in this order: what an object of a record holds."""
        self.type_arguments: list[tuple[Value, Value]] = []
        """(generic base, what stands in its brackets) of `class Orders(Page[Order])`."""
        self.inherited_managers: dict[str, Instance] = {}
        """Managers that its abstract bases declare, as Django copies them for each model, by name."""
        self.linear: list[Value] | None = None
        """The method resolution order, once asked for."""
        self.is_hoped_for = False
        """Whether it is made only where a package is installed that isn't here."""

    @property
    def dotted(self) -> str:
        """Module and qualified name."""
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
