"""The atoms of types that speak of models and their tables: rows, queries, managers, forms, fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.atoms import Atom

if TYPE_CHECKING:
    from cutpoint.domain.atoms import Type
    from cutpoint.domain.objects import Class


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

    *shape* tells what it yields: `rows`; `some`, rows of which only chosen columns are fetched (see `chosen_columns`); `values` for plain ones;
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


class FileOf(Atom):
    """The file of a file field of a row: its `save` and `delete` write the row."""

    __slots__ = fields = ("label", "level", "state")
    label: str
    level: int
    state: int
    """Of the row."""


class AppOf(Atom):
    """The configuration of an app, by the app's label."""

    __slots__ = fields = ("label",)
    label: str


class FormOf(Atom):
    """A model form of which only the model is known, and whether its row was stored before."""

    __slots__ = fields = ("label", "level", "state")
    label: str
    level: int
    state: int


class FormSetOf(Atom):
    """A formset (or, if *is_class*, its class): the model of its rows and the type of its forms."""

    __slots__ = fields = ("label", "level", "forms", "is_class", "deletes")
    holds = ("forms",)
    label: str
    level: int
    forms: Type
    is_class: bool
    deletes: bool
    """Whether rows may be marked to be deleted."""


class FieldOf(Atom):
    """A field of a model looked at as such: `Order._meta.get_field("customer")`, `Order.lines.rel`."""

    __slots__ = fields = ("label", "name", "level")
    label: str
    name: str
    level: int


class Cursor(Atom):
    """A database cursor."""

    __slots__ = fields = ()


class Meta(Atom):
    """`_meta` of a model."""

    __slots__ = fields = ("label", "level")
    label: str
    level: int


MODEL_ATOMS = frozenset({Row, Query, Manager, ModelClass})
"""What a model comes as."""
