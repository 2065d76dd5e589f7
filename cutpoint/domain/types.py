"""The lattice of inference: what an expression may be. A *type* is a tuple of atoms in the order of their making.

Atoms and types are interned: equal ones are the same object, so joins and comparisons cost an identity test.
The empty type is the bottom of the lattice: nothing is known to arrive here. `Unknown` atoms are its top.

The *level* of an atom says how it is known: one of PROVED, INFERRED, POSSIBLE, and added to it BY_CALLER or BY_CLASS when
the model was not decided by the code at hand but by its caller, or by the class of `self`.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from cutpoint.domain.atoms import (
    HOLE,
    AnyMethod,
    Atom,
    AtomicOf,
    Boxed,
    ClassOf,
    Constant,
    Container,
    DictOf,
    Entered,
    Expression,
    FunctionOf,
    Group,
    Items,
    LibraryMethod,
    LibraryName,
    Method,
    ModuleOf,
    Nothing,
    Object,
    OptionsOf,
    Pages,
    PartialOf,
    Plain,
    Record,
    SignalOf,
    SuperOf,
    Table,
    Text,
    Type,
    Unknown,
)
from cutpoint.domain.model_atoms import (
    ANY,
    NEW,
    STORED,
    AppOf,
    Cursor,
    FieldOf,
    FileOf,
    FormOf,
    FormSetOf,
    Manager,
    Meta,
    ModelClass,
    Query,
    Related,
    Row,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


# Whoever speaks of types speaks of atoms: they are had from here, too.
__all__ = [
    "ANY",
    "HOLE",
    "NEW",
    "STORED",
    "AnyMethod",
    "AppOf",
    "Atom",
    "AtomicOf",
    "Boxed",
    "ClassOf",
    "Constant",
    "Container",
    "Cursor",
    "DictOf",
    "Entered",
    "Expression",
    "FieldOf",
    "FileOf",
    "FormOf",
    "FormSetOf",
    "FunctionOf",
    "Group",
    "Items",
    "LibraryMethod",
    "LibraryName",
    "Manager",
    "Meta",
    "Method",
    "ModelClass",
    "ModuleOf",
    "Nothing",
    "Object",
    "OptionsOf",
    "Pages",
    "PartialOf",
    "Plain",
    "Query",
    "Record",
    "Related",
    "Row",
    "SignalOf",
    "SuperOf",
    "Table",
    "Text",
    "Type",
    "Unknown",
]

SENTINEL = "object"
"""Kind of constants that are made to be compared by identity."""

PROVED, INFERRED, POSSIBLE = 0, 1, 2
BY_CALLER, BY_CLASS = 4, 8
CERTAINTY_BITS = 3

NOTHING: Type = ()
"""The bottom: no value arrives."""

_Kind = TypeVar("_Kind", bound=Atom)
_serial: Callable[[Atom], int] = attrgetter("serial")

_atoms: dict[tuple[Any, ...], Any] = {}
_types: dict[Type, Type] = {(): NOTHING}
_joins: dict[tuple[Type, Type], Type] = {}
_ones: dict[tuple[Any, ...], Type] = {}


def atom(kind: type[_Kind], *values: Any) -> _Kind:  # noqa: ANN401 - whatever the fields of *kind* hold
    """The one atom of *kind* with these values, in the order of its `fields`.

    What would be nested more deeply than DEEPEST is `Unknown` instead: the lattice stays finite.
    """
    key = (kind, *values)
    known: _Kind | None = _atoms.get(key)
    if known is None:
        known = _atoms[key] = _made(kind, values)
    return known


def _made(kind: type[Atom], values: tuple[Any, ...]) -> Any:  # noqa: ANN401 - an atom of *kind*, or one that says "too deep"
    depth = 0
    if kind.holds:
        depth = 1 + max((_depth_of(value) for value in values), default=0)
        if depth > DEEPEST:
            return atom(Unknown, "too-deep")
    made = kind()
    made.serial = len(_atoms)
    made.depth = depth
    for name, value in zip(kind.fields, values, strict=True):
        setattr(made, name, value)
    return made


DEEPEST = 6
"""Types nested more deeply are unknown."""
MOST_TEXTS = 24
"""More texts or numbers in one type than these are any text or number."""
_MOST_JOINS = 96
"""A query that prefetches a dozen many-to-many relations of each of its two halves joins some fifty tables."""
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
    if len(found) > 1 and [*map(type, found)].count(Query) > 1:
        found = _with_queries_joined(found)
    if len(found) > MOST_TEXTS:
        found = _widened(found)
    return _types.setdefault(found, found)


def _with_queries_joined(found: Type) -> Type:
    # A query to which five lookups may be added or not is one query, and not 32.
    alike: dict[tuple[Any, ...], list[Query]] = {}
    result: list[Atom] = []
    for each in found:
        if type(each) is Query:
            alike.setdefault((each.label, each.level, each.shape, each.cls, each.related), []).append(each)
        else:
            result.append(each)
    for key, queries in alike.items():
        if len(queries) == 1 and len(queries[0].joins) < 2:
            result.append(queries[0])
        else:
            result.append(atom(Query, *key, first_joins(join for each in queries for join in each.joins)))
    return tuple(sorted(result, key=_serial))


def first_joins(joins: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    """*joins* in order, each once; of very many, the first of each table before further ones."""
    found = sorted(set(joins))
    if len(found) <= _MOST_JOINS:
        return tuple(found)
    by_table = {join[0]: join for join in reversed(found)}
    firsts = sorted(by_table.values())
    rest = [join for join in found if by_table[join[0]] is not join]
    return tuple(sorted([*firsts, *rest][:_MOST_JOINS]))


def _widened(found: Type) -> Type:
    kinds = [*map(type, found)]
    texts = kinds.count(Text) + kinds.count(Constant)
    if texts > MOST_TEXTS:
        kept = {each for each in found if type(each) not in (Text, Constant)}
        found = tuple(sorted({*kept, *PLAIN}, key=_serial))
    return found if len(found) <= MOST_ATOMS else unknown("too-wide")


def one(kind: type[Atom], *values: Any) -> Type:  # noqa: ANN401 - whatever the fields of *kind* hold
    """The type of a single atom."""
    key = (kind, *values)
    known = _ones.get(key)
    if known is None:
        found = (atom(kind, *values),)
        known = _ones[key] = _types.setdefault(found, found)
    return known


def join(a: Type, b: Type) -> Type:
    """The least type above both."""
    if a is b:
        return a
    if not a or not b:
        # One of them may be made on the spot of a single atom: it becomes the same object as all that equal it.
        return _types.setdefault(a or b, a or b)
    key = (a, b)
    known = _joins.get(key)
    if known is None:
        known = _joins[key] = type_of(*a, *b)
    return known


def join_all(types: Iterable[Type]) -> Type:
    """The least type above all of *types*, made at once: of wide types, one after the other is quadratic work."""
    result: Type = NOTHING
    rest: dict[Type, None] = {}
    for each in types:
        if each is result or not each:
            continue
        if not result:
            result = each
        else:
            rest[each] = None
    if not rest:
        return _types.setdefault(result, result)
    if len(rest) == 1:
        return join(result, *rest)
    return type_of(*result, *[part for each in rest for part in each])


def forget_atoms() -> None:
    """Start anew: atoms live as long as one analysis."""
    _atoms.clear()
    _types.clear()
    _joins.clear()
    _ones.clear()
    for kept in _KEPT:
        kept[0].serial = len(_atoms)
        kept[0].depth = 0
        _atoms[(type(kept[0]), *(getattr(kept[0], name) for name in kept[0].fields))] = kept[0]
        _types[kept] = kept
    _types[NOTHING] = NOTHING


PLAIN: Type = one(Plain)
NONE: Type = one(Nothing)
TRUE: Type = one(Constant, "bool", True)
FALSE: Type = one(Constant, "bool", False)
_KEPT = (PLAIN, NONE, TRUE, FALSE)


def unknown(reason: str) -> Type:
    """The type of a value that could not be had, for this kind of reason."""
    return _ones.get((Unknown, reason)) or one(Unknown, reason)
