"""What code does to tables: the accesses, who owns and uses each table, and how much of the code was understood."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from cutpoint.domain.source import Evidence


class Action(StrEnum):
    """What an access does to a table."""

    READ = "read"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


WRITES = frozenset({Action.INSERT, Action.UPDATE, Action.DELETE})


class Certainty(StrEnum):
    """How an access is known; the weakest step of the reasoning decides."""

    PROVED = "proved"
    """Every step is a definition: a class, an annotation, a relation, a manager, a constructor."""
    INFERRED = "inferred"
    """Some step came through call sites, results, attributes or a convention of a framework."""
    POSSIBLE = "possible"
    """A name only, or one of too many candidates."""


class Join(msgspec.Struct, frozen=True, order=True):
    """A further table that the statement of an access reads."""

    table: str
    through: str
    """The lookup that leads there, as written: `order__user__email`."""
    kind: str = msgspec.field(name="class")
    """`filter`, `order`, `select`, `annotation`, `select_related`, `prefetch_related` or `subquery`."""


class Step(msgspec.Struct, frozen=True, order=True):
    """One place on the way from who decided the table to the line that touches it."""

    path: str
    line: int
    function: str


class Part(msgspec.Struct, frozen=True, order=True):
    """One expression of those on a line that do the same to a table; what it says as in Access."""

    expression: str
    via: str
    certainty: Certainty
    ways: tuple[tuple[Step, ...], ...] = ()
    because: str = ""


CONSEQUENCES = frozenset({"cascade", "history", "signal", "trigger"})
"""Mechanisms by which a write makes another one happen."""


STATEMENTS = frozenset({"instance", "manager", "queryset", "related", "m2m", "raw_sql"})
"""Mechanisms of a statement that the code has at its place."""


class Access(msgspec.Struct, frozen=True, order=True):
    """Code of ours touches a table."""

    path: str
    line: int
    end_line: int
    function: str
    """Dotted qualified name of the enclosing function, of the class or module at their own level."""
    module: str
    app: str | None
    """The label of the app that owns the line; None for code outside of apps."""
    action: Action
    table: str | None
    """None when the statement is opaque (SQL that could not be read)."""
    model: str | None
    columns: tuple[str, ...] | None
    """Sorted: of a write, those that it changes; of a read, those that it asks for by name. None when they are not known."""
    joins: tuple[Join, ...]
    via: str
    """The mechanism in one word: `manager`, `queryset`, `instance`, `related`, `m2m`, `raw_sql` …"""
    certainty: Certainty
    in_loop: bool
    cause: Evidence | None = None
    """Of an implicit access, the code or declaration that makes it happen."""
    on_behalf_of: str | None = None
    """The app that decided the table, when the line is generic code of another app."""
    chain: tuple[Step, ...] = ()
    """From there to the line."""
    ways: tuple[tuple[Step, ...], ...] = ()
    """A chain from every place where that app decided the table, sorted; *chain* is one of them."""
    expression: str = ""
    """What touches the table, without arguments and with `_` for local names: the same after a move or a reformatting."""
    parts: tuple[Part, ...] = ()
    """Every expression on the line that does it, sorted; two that look alike are there twice."""
    because: str = ""
    """Why the table is this one, in words: `invoice.order` is an instance of orders.Order."""
    conditions: tuple[str, ...] | None = None
    """Lookups by which its statement chooses rows, as written: `pk`, `order__in`, `~status` when it leaves rows out; sorted. None when they are not known."""

    @property
    def is_consequence(self) -> bool:
        """Whether it follows from another write: a cascade, a kept version, a trigger, or a receiver, whose own statement is an access, too.

        It makes nobody a writer of its table: there is no line that could do it through somebody else.
        """
        return self.cause is not None and self.via in CONSEQUENCES

    @property
    def is_direct(self) -> bool:
        """Whether a statement about rows stands at the place: what a form, an admin page, a cascade or a receiver does is implicit.

        A call of a `save` that the model overrides is one, too.
        """
        return not self.is_consequence and (self.cause is None or self.via in STATEMENTS)

    @property
    def writes(self) -> bool:
        """Whether it changes rows."""
        return self.action is not Action.READ

    @property
    def doer(self) -> str | None:
        """The app that counts as reader or writer."""
        return self.on_behalf_of or self.app


def in_order(accesses: Iterable[Access]) -> tuple[Access, ...]:
    """*accesses* sorted by place; structs with None among their values can't be compared by themselves."""
    return tuple(sorted(accesses, key=_order))


def _order(access: Access) -> tuple[object, ...]:
    return (
        access.path,
        access.line,
        access.end_line,
        access.function,
        access.action,
        access.table or "",
        access.model or "",
        access.via,
        access.certainty,
        access.on_behalf_of or "",
        access.chain,
        (access.cause.path, access.cause.line) if access.cause else ("", 0),
        access.columns or (),
        access.joins,
        access.expression,
        access.ways,
        access.because,
    )


class Reason(msgspec.Struct, frozen=True, order=True):
    """How many query sites stayed unresolved for one reason."""

    kind: str
    count: int


class QueryResolution(msgspec.Struct, frozen=True):
    """How many places that look like queries were understood."""

    query_sites: int
    resolved: int
    reasons: tuple[Reason, ...]
    """Most frequent first."""

    @property
    def rate(self) -> float:
        """Between 0 and 1; 1 when there are no query sites."""
        return self.resolved / self.query_sites if self.query_sites else 1.0


class TableUse(msgspec.Struct, frozen=True):
    """One app writes or reads a table."""

    app: str | None
    """None for code outside of apps."""
    actions: tuple[Action, ...]
    """Sorted."""
    evidence: tuple[Evidence, ...]
    """Places (path and line), sorted, each once."""

    @property
    def sites(self) -> int:
        """In how many places."""
        return len(self.evidence)


class Move(msgspec.Struct, frozen=True):
    """Write sites of one app that would have to go through the table's writer."""

    app: str | None
    evidence: tuple[Evidence, ...]


class Bucket(StrEnum):
    """Whose a table is: the project's, or a framework's."""

    OWN = "own"
    FRAMEWORK = "framework"


class Table(msgspec.Struct, frozen=True):
    """Where rows live, who declares it and who uses it; accesses that are only possible make nobody a user."""

    name: str
    model: str | None
    """The model that declares it; None for a table that only raw SQL names."""
    owner: str | None
    bucket: Bucket
    writers: tuple[TableUse, ...]
    """Sorted by app, code outside of apps last."""
    readers: tuple[TableUse, ...]
    """The same; who joins a table reads it."""

    @property
    def shared(self) -> bool:
        """Whether several apps write it."""
        return len(self.writers) > 1


class SharedTable(msgspec.Struct, frozen=True):
    """A table that several apps write, who should own it, and the cheapest way to one writer."""

    table: str
    owner: str | None
    bucket: Bucket
    suggested_owner: str | None
    """None when no model declares the table and no app has nearly all of its writes."""
    reason: str
    """Why that one, in words."""
    writers: tuple[TableUse, ...]
    writer: str
    """The app that would stay its writer with the fewest places to move."""
    moves: tuple[Move, ...]
    """The write sites of everybody else, sorted by app, code outside of apps last."""

    @property
    def sites_to_move(self) -> int:
        """Different places in all of *moves*; a line that works for several apps is one."""
        return len({place for move in self.moves for place in move.evidence})
