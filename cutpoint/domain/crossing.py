"""What crosses a cut: every use, join, relation, call and transaction that has ends on both sides."""

from __future__ import annotations

import msgspec

from cutpoint.domain.catalog import Model, Relation
from cutpoint.domain.column_use import ColumnUse
from cutpoint.domain.cut import Side
from cutpoint.domain.source import Evidence
from cutpoint.domain.transaction import Transaction


class CrossingUse(msgspec.Struct, frozen=True):
    """Code of one side reads or writes a table of the other."""

    path: str
    """Of the code that decided on it, which is not always the one that does it."""
    line: int
    function: str
    module: str
    side: Side
    """Of the code."""
    model: str
    """The label of the model that takes a side for the table."""
    table: str
    action: str
    """read, insert, update or delete."""
    via: str
    in_loop: bool
    expression: str
    conditions: tuple[str, ...] | None
    """As in `cutpoint.domain.access.Access`."""
    columns: tuple[str, ...] | None
    cause: Evidence | None
    is_shared: bool = False
    """Whether its line does the same for models of very many apps: then it is general code, and no party."""
    in_transaction: bool = False
    """Whether it happens inside an atomic block."""
    origins: tuple[str, ...] = ()
    """What leads there: `request`, `background`, both or neither; sorted."""
    reacting: tuple[str, str] = ("", "")
    """(function, module) of what reacts at *cause*: a receiver, or the module that declares a relation."""
    sender: tuple[str, str] = ("", "")
    """Of what a cascade or a receiver of a signal does: (model, action) of what its line does to its own side."""

    @property
    def place(self) -> Evidence:
        """Where."""
        return Evidence(self.path, self.line)

    @property
    def served_by(self) -> Side:
        """The side that has the table."""
        return self.side.other


class CrossingJoin(msgspec.Struct, frozen=True):
    """A statement about a table of one side joins one of the other."""

    path: str
    line: int
    function: str
    module: str
    side: Side
    """Of the code."""
    base: str
    """The model that the statement is about; empty when it is not known."""
    model: str
    """The model that is joined."""
    through: str
    """The lookup, as written."""
    kind: str
    """`filter`, `order`, `select`, `annotation`, `select_related`, `prefetch_related` or `subquery`."""
    in_loop: bool

    @property
    def place(self) -> Evidence:
        """Where."""
        return Evidence(self.path, self.line)


class CrossingLink(msgspec.Struct, frozen=True):
    """A relation of a model of one side to one of the other."""

    model: str
    to: str
    relation: Relation
    side: Side
    """Of the model that has the column."""

    @property
    def place(self) -> Evidence:
        """Where it is declared."""
        return Evidence(self.relation.path, self.relation.line)


class CrossingCall(msgspec.Struct, frozen=True, order=True):
    """Code of one side calls a function of the other that works with its own tables."""

    path: str
    line: int
    function: str
    module: str
    side: Side
    """Of the caller."""
    callee: str
    """Dotted qualified name."""
    callee_path: str
    callee_line: int
    reads: tuple[str, ...]
    """Labels of the models of its side that the called function reads by itself, sorted."""
    writes: tuple[str, ...]
    when: int
    """NOW, AFTER_COMMIT or BY_TASK, as in `cutpoint.domain.flow`."""
    in_transaction: bool = False
    origins: tuple[str, ...] = ()

    @property
    def place(self) -> Evidence:
        """Where."""
        return Evidence(self.path, self.line)


class CrossingTransaction(msgspec.Struct, frozen=True):
    """A transaction that writes models of both sides."""

    transaction: Transaction
    writes: tuple[str, ...]
    """Labels of models, sorted."""
    reads: tuple[str, ...]


class Crossing(msgspec.Struct, frozen=True):
    """A cut, and all that crosses it; tuples are sorted by place."""

    id: str
    """Of the cut point."""
    name: str
    take: tuple[str, ...]
    """Labels of the models that leave, sorted."""
    keep: tuple[str, ...]
    models: tuple[Model, ...]
    """All of *take* and *keep*, and those that follow one of them: proxies and tables between. Sorted by label."""
    others: tuple[Model, ...]
    """Models that take no side, such as those of frameworks: what points at them points at both sides. Sorted by label."""
    classes: tuple[tuple[str, str], ...]
    """(dotted name of a class of rows, label of the model), abstract ones with the only model that has them as a base."""
    follows: tuple[tuple[str, str], ...]
    """(label of such a follower, the model whose side it takes)."""
    uses: tuple[CrossingUse, ...]
    joins: tuple[CrossingJoin, ...]
    links: tuple[CrossingLink, ...]
    calls: tuple[CrossingCall, ...]
    transactions: tuple[CrossingTransaction, ...]
    columns: tuple[ColumnUse, ...]
    """What code of one side takes from rows of the other, or puts into them; the label is that of the model at hand."""
    taken_modules: tuple[str, ...]
    """Modules whose code goes along, sorted."""
    side_of_function: tuple[tuple[str, Side], ...]
    """Of each function that uses models, sorted by name."""
    app_of_module: tuple[tuple[str, str | None], ...] = ()
    """Of every module of ours, sorted by name."""
    settings: str = ""
    """The settings module of the project."""

    @property
    def name_or_id(self) -> str:
        """What a command takes for it."""
        return self.name if self.name and " " not in self.name else self.id
