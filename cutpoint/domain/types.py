"""The lattice of inference: what an expression may be. A *type* is a tuple of atoms in the order of their making.

Atoms and types are interned: equal ones are the same object, so joins and comparisons cost an identity test.
The empty type is the bottom of the lattice: nothing is known to arrive here. `UNKNOWN` atoms are its top.

The *level* of an atom says how it is known: one of PROVED, INFERRED, POSSIBLE, and added to it BY_CALLER or BY_CLASS when
the model was not decided by the code at hand but by its caller, or by the class of `self`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.objects import Class, Function

PROVED, INFERRED, POSSIBLE = 0, 1, 2
BY_CALLER, BY_CLASS = 4, 8
CERTAINTY_BITS = 3


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


class Text(Atom):
    """A text of which something is known; HOLE stands for every part that is not."""

    __slots__ = fields = ("value",)
    value: str


HOLE = "\0"


class ModelClass(Atom):
    """The class of a model, by its label."""

    __slots__ = fields = ("label", "level")
    label: str
    level: int


class Row(Atom):
    """An instance of a model; *state* is NEW (not saved yet), STORED (it came from the table) or ANY."""

    __slots__ = fields = ("label", "level", "state")
    label: str
    level: int
    state: int


ANY, NEW, STORED = 0, 1, 2


class Query(Atom):
    """A queryset of a model.

    *shape* tells what it yields: `rows`; `some`, rows of which only chosen columns are fetched; `values` for plain ones;
    `raw`, rows of which SQL as text tells where they come from; `none`, whose queries never run.
    """

    __slots__ = fields = ("label", "level", "shape", "cls", "related", "joins")
    label: str
    level: int
    shape: str
    cls: Class | None
    """The project's own queryset class."""
    related: Related | None
    """The relation it came through, if it is the content of a related manager."""
    joins: tuple[tuple[str, str, str], ...]
    """(table, lookup, kind) of what it joins, sorted: whoever runs it reads these tables, too."""


class Manager(Atom):
    """A manager: of the model itself (*related* is None), or of one side of a relation."""

    __slots__ = fields = ("label", "level", "cls", "related")
    label: str
    level: int
    cls: Class | None
    """The manager class of the project, or the queryset class that its methods come from."""
    related: Related | None


class Related(Atom):
    """How a related manager is reached: accessor *name* on rows of *owner*."""

    __slots__ = fields = ("owner", "name")
    owner: str
    name: str


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


class Container(Atom):
    """A list, set or dict that its code goes on filling; *site* is the key of its content."""

    __slots__ = fields = ("site", "kind")
    site: Any
    kind: str
    """`list` or `dict`."""


class FileOf(Atom):
    """The file of a file field of a row: its `save` and `delete` write the row."""

    __slots__ = fields = ("label", "level")
    label: str
    level: int


class OptionsOf(Atom):
    """`_meta` of a class that is no model: what frameworks make of its `Meta` and those of its bases."""

    __slots__ = fields = ("receiver",)
    receiver: Atom


class FormOf(Atom):
    """A model form of which only the model is known."""

    __slots__ = fields = ("label", "level")
    label: str
    level: int


class DictOf(Atom):
    """`__dict__` of an object: its items are the object's attributes."""

    __slots__ = fields = ("receiver",)
    receiver: Atom


class FormSetOf(Atom):
    """A formset (or, if *is_class*, its class): the model of its rows and the type of its forms."""

    __slots__ = fields = ("label", "level", "forms", "is_class")
    holds = ("forms",)
    label: str
    level: int
    forms: Type
    is_class: bool


class FieldOf(Atom):
    """A field of a model looked at as such: `Order._meta.get_field("customer")`, `Order.lines.rel`."""

    __slots__ = fields = ("label", "name", "level")
    label: str
    name: str
    level: int


class AnyMethod(Atom):
    """`getattr(self, name)` with a name that only run time knows."""

    __slots__ = fields = ("receiver",)
    receiver: Atom


class SignalOf(Atom):
    """A signal; *source* is the value that static execution has for it, or the dotted name of a library's."""

    __slots__ = fields = ("source",)
    source: Any


class Cursor(Atom):
    """A database cursor."""

    __slots__ = fields = ()


class Meta(Atom):
    """`_meta` of a model."""

    __slots__ = fields = ("label", "level")
    label: str
    level: int


Type: TypeAlias = tuple[Atom, ...]

NOTHING: Type = ()
"""The bottom: no value arrives."""

_atoms: dict[tuple[Any, ...], Atom] = {}
_types: dict[Type, Type] = {(): NOTHING}
_joins: dict[tuple[Type, Type], Type] = {}


def atom(kind: type[Atom], *values: Any) -> Any:  # noqa: ANN401 - an instance of *kind*
    """The one atom of *kind* with these values, in the order of its `fields`.

    What would be nested more deeply than DEEPEST is `Unknown` instead: the lattice stays finite.
    """
    key = (kind, *values)
    known = _atoms.get(key)
    if known is None:
        depth = 0
        if kind.holds:
            depth = 1 + max((_depth_of(value) for value in values), default=0)
            if depth > DEEPEST:
                known = _atoms[key] = atom(Unknown, "too-deep")
                return known
        known = kind()
        known.serial = len(_atoms)
        known.depth = depth
        for name, value in zip(kind.fields, values, strict=True):
            setattr(known, name, value)
        _atoms[key] = known
    return known


DEEPEST = 6
"""Types nested more deeply are unknown."""
MOST_TEXTS = 24
"""More texts or numbers in one type than these are any text or number."""
_MOST_JOINS = 24
MOST_ATOMS = 256
"""A type of more atoms is unknown."""


def _depth_of(value: Any) -> int:  # noqa: ANN401 - a type, or a tuple with types in it
    if isinstance(value, Atom):
        return value.depth
    if isinstance(value, tuple):
        return max((_depth_of(each) for each in value), default=0)
    return 0


def type_of(*atoms: Atom) -> Type:
    """The type that holds these atoms; of queries that differ only in what they join, one that joins all of it."""
    found = tuple(sorted(set(atoms), key=_serial)) if len(atoms) > 1 else atoms
    if sum(type(each) is Query for each in found) > 1:
        found = _with_queries_joined(found)
    if len(found) > MOST_TEXTS:
        found = _widened(found)
    return _types.setdefault(found, found)


def _with_queries_joined(found: Type) -> Type:
    # A query to which five lookups may be added or not is one query, and not 32.
    joins: dict[tuple[Any, ...], set[tuple[str, str, str]]] = {}
    others = []
    for each in found:
        if type(each) is Query:
            key = (each.label, each.level, each.shape, each.cls, each.related)
            joins.setdefault(key, set()).update(each.joins)
        else:
            others.append(each)
    queries = [atom(Query, *key, first_joins(each)) for key, each in joins.items()]
    return tuple(sorted([*others, *queries], key=_serial))


def first_joins(joins: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    """*joins* in order, each once; a query with very many is told with the first of them."""
    return tuple(sorted(set(joins)))[:_MOST_JOINS]


def _widened(found: Type) -> Type:
    texts = sum(type(each) in (Text, Constant) for each in found)
    if texts > MOST_TEXTS:
        kept = {each for each in found if type(each) not in (Text, Constant)}
        found = tuple(sorted({*kept, *PLAIN}, key=_serial))
    return found if len(found) <= MOST_ATOMS else unknown("too-wide")


def one(kind: type[Atom], *values: Any) -> Type:  # noqa: ANN401
    """The type of a single atom."""
    found = (atom(kind, *values),)
    return _types.setdefault(found, found)


def join(a: Type, b: Type) -> Type:
    """The least type above both."""
    if a is b or not b:
        return a
    if not a:
        return b
    key = (a, b)
    known = _joins.get(key)
    if known is None:
        known = _joins[key] = type_of(*a, *b)
    return known


def forget_atoms() -> None:
    """Start anew: atoms live as long as one analysis."""
    _atoms.clear()
    _types.clear()
    _joins.clear()
    for kept in _KEPT:
        kept[0].serial = len(_atoms)
        kept[0].depth = 0
        _atoms[(type(kept[0]), *(getattr(kept[0], name) for name in kept[0].fields))] = kept[0]
        _types[kept] = kept
    _types[NOTHING] = NOTHING


def _serial(each: Atom) -> int:
    return each.serial


PLAIN: Type = one(Plain)
NONE: Type = one(Nothing)
TRUE: Type = one(Constant, "bool", True)  # noqa: FBT003 - it is the value that this is about
FALSE: Type = one(Constant, "bool", False)  # noqa: FBT003
_KEPT = (PLAIN, NONE, TRUE, FALSE)


def unknown(reason: str) -> Type:
    """The type of a value that could not be had, for this kind of reason."""
    return one(Unknown, reason)
