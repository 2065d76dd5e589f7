"""The atoms of types: plain values, classes, functions and what code keeps things in; those of models lie in `model_atoms`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class, Function


class Atom:
    """One thing that an expression may be; made with `atom` only."""

    __slots__ = ("depth", "serial")
    fields: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    """Those of the fields that hold types."""
    serial: int
    depth: int
    """How deeply types are nested inside."""

    def __repr__(self) -> str:
        """Readable in tests and in a debugger."""
        return f"{type(self).__name__}({', '.join(repr(getattr(self, name)) for name in self.fields)})"


class Unknown(Atom):
    """Anything: *reason* is a kind of blind spot."""

    __slots__ = fields = ("reason",)
    reason: str


class Plain(Atom):
    """Certainly nothing that touches a table: a number, a text, a date, a row of `values()`, an object of the standard library."""

    __slots__ = fields = ()


class Nothing(Atom):
    """None."""

    __slots__ = fields = ()


class Constant(Atom):
    """A known number or truth value."""

    __slots__ = fields = ("kind", "value")
    kind: str
    value: Any


HOLE = "\0"


class Text(Atom):
    """A text of which something is known; HOLE stands for every part that is not."""

    __slots__ = fields = ("value",)
    value: str


class ClassOf(Atom):
    """A class that is no model with a table: of known code, or of a library by its dotted name."""

    __slots__ = fields = ("cls", "level")
    cls: Class | str
    level: int


class Object(Atom):
    """An instance of such a class."""

    __slots__ = fields = ("cls", "level")
    cls: Class | str
    level: int


class Expression(Atom):
    """What calling something of `django.db.models` gives, with its arguments: Q, F, Count, Prefetch, Subquery and their kin."""

    __slots__ = fields = ("name", "arguments", "keywords")
    holds = ("arguments", "keywords")
    name: str
    """The bare name."""
    arguments: tuple[Type, ...]
    keywords: tuple[tuple[str | None, Type], ...]


class FunctionOf(Atom):
    """A function; *scope* is the frame around a nested one, None at the level of a module or class."""

    __slots__ = fields = ("function", "scope")
    function: Function
    scope: Any


class Method(Atom):
    """A function with the receiver that becomes its first argument."""

    __slots__ = fields = ("function", "receiver", "scope")
    function: Function
    receiver: Atom
    scope: Any


class LibraryName(Atom):
    """Something of a library that is known by its dotted name alone."""

    __slots__ = fields = ("name",)
    name: str


class LibraryMethod(Atom):
    """An attribute of *receiver* that no code of ours defines, about to be called: `order.save`, `Order.objects.filter`."""

    __slots__ = fields = ("receiver", "name")
    receiver: Atom
    name: str


class ModuleOf(Atom):
    """A module."""

    __slots__ = fields = ("name",)
    name: str


class PartialOf(Atom):
    """A callable with some of its arguments, as functools.partial makes it."""

    __slots__ = fields = ("function", "arguments", "keywords")
    holds = ("arguments", "keywords")
    function: Atom
    arguments: tuple[Type, ...]
    keywords: tuple[tuple[str | None, Type], ...]


class SuperOf(Atom):
    """`super()` in a method of *owner*, called on *receiver*."""

    __slots__ = fields = ("owner", "receiver")
    owner: Class
    receiver: Atom


class Items(Atom):
    """Many values of one type: a list, set, generator, or the values of a dict; made where nothing adds to it later."""

    __slots__ = fields = ("item",)
    holds = ("item",)
    item: Type


class Pages(Atom):
    """A paginator, or one of its pages: *items* is what it was given, *cls* the project's own class, if it has one."""

    __slots__ = fields = ("kind", "items", "cls")
    holds = ("items",)
    kind: str
    items: Type
    cls: Any


class Group(Atom):
    """A tuple of known length."""

    __slots__ = fields = ("items",)
    holds = ("items",)
    items: tuple[Type, ...]


class Table(Atom):
    """A dict of which only the types of keys and values are known."""

    __slots__ = fields = ("key", "value")
    holds = ("key", "value")
    key: Type
    value: Type


class Record(Atom):
    """A dict with constant keys that nothing adds to later; *rest* is the type of values under other keys."""

    __slots__ = fields = ("items", "rest")
    holds = ("items", "rest")
    items: tuple[tuple[str, Type], ...]
    rest: Type


class Entered(Atom):
    """A context manager, an awaitable or the like: what `with` or `await` makes of it."""

    __slots__ = fields = ("value",)
    holds = ("value",)
    value: Type


class AtomicOf(Atom):
    """What opens a transaction: a context manager that is entered, a decorator that is applied."""

    __slots__ = fields = ("using", "durable", "through")
    using: str | None
    """The alias of the database; None when only run time knows."""
    durable: bool
    through: tuple[str, int] | None
    """(path, line) of the block of a context manager of known code whose body goes on inside it."""


class Boxed(Atom):
    """An instance of a library's generic class, and the value that it holds for later: `Promise[Order]`, `Future[Order]`."""

    __slots__ = fields = ("cls", "value")
    holds = ("value",)
    cls: Class | str
    value: Type


class Container(Atom):
    """A list, set or dict that its code goes on filling; *site* is the key of its content."""

    __slots__ = fields = ("site", "kind")
    site: Any
    kind: str
    """`list` or `dict`."""


class OptionsOf(Atom):
    """`_meta` of a class that is no model: what frameworks make of its `Meta` and those of its bases."""

    __slots__ = fields = ("receiver",)
    receiver: Atom


class DictOf(Atom):
    """`__dict__` of an object: its items are the object's attributes."""

    __slots__ = fields = ("receiver",)
    receiver: Atom


class AnyMethod(Atom):
    """`getattr(self, name)` with a name that only run time knows."""

    __slots__ = fields = ("receiver",)
    receiver: Atom


class SignalOf(Atom):
    """A signal; *source* is the value that static execution has for it, or the dotted name of a library's."""

    __slots__ = fields = ("source",)
    source: Any


Type: TypeAlias = tuple[Atom, ...]
