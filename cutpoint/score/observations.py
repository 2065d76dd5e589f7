"""What was seen of a project, each thing with its place: uses of tables, calls, relations, transactions."""

from __future__ import annotations

import msgspec

from cutpoint.domain.access import CONSEQUENCES, WRITES
from cutpoint.domain.catalog import Relation
from cutpoint.domain.source import Evidence
from cutpoint.domain.transaction import Transaction


class Use(msgspec.Struct, frozen=True, order=True):
    """Code touches the table of a model."""

    path: str
    line: int
    function: str
    module: str
    model: str
    action: str
    """read, insert, update, delete or join."""
    via: str
    in_loop: bool
    through: str = ""
    """Of a join, the lookup."""
    kind: str = ""
    """Of a join, its class."""
    base: str = ""
    """Of a join, the model whose table the statement is about."""
    columns: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether it changes rows."""
        return self.action in WRITES

    @property
    def follows(self) -> bool:
        """Whether it follows from another write by itself."""
        return self.via in CONSEQUENCES

    @property
    def kind_of_use(self) -> str:
        """`read`, `join`, `write`, or `consequence` of another write."""
        if self.action == "join":
            return "join"
        return "read" if not self.writes else "consequence" if self.follows else "write"

    @property
    def place(self) -> Evidence:
        """Where."""
        return Evidence(self.path, self.line)


class Call(msgspec.Struct, frozen=True, order=True):
    """A function calls one that works with tables of ours by itself."""

    path: str
    line: int
    caller: str
    module: str
    """That of the caller."""
    callee: str
    callee_path: str
    callee_line: int
    when: int
    """As in `cutpoint.domain.flow`: now, after the commit, or by a task."""

    @property
    def place(self) -> Evidence:
        """Where."""
        return Evidence(self.path, self.line)


class Link(msgspec.Struct, frozen=True):
    """A relation between two models that take sides."""

    model: str
    to: str
    relation: Relation

    @property
    def place(self) -> Evidence:
        """Where it is declared."""
        return Evidence(self.relation.path, self.relation.line)


class Extent(msgspec.Struct, frozen=True):
    """A transaction with the models that it writes and reads."""

    transaction: Transaction
    writes: tuple[str, ...]
    reads: tuple[str, ...]
    named: tuple[str, ...]
    """Of what it writes, what code names; the rest only follows, by cascades and receivers of signals."""

    @property
    def place(self) -> Evidence:
        """Where it is opened."""
        return Evidence(self.transaction.path, self.transaction.line)
