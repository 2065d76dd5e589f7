"""A boundary: the operations, payloads, remedies and plans that would replace what crosses a cut today."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from cutpoint.domain.cut import Side
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.source import Evidence


class OperationKind(StrEnum):
    """What an operation is for."""

    QUERY = "query"
    """It answers, and changes nothing."""
    COMMAND = "command"
    """It changes something on the side that serves it."""
    EVENT = "event"
    """The side that serves it says what has happened; whoever wants to know listens."""


class Shape(StrEnum):
    """What an operation does with rows, which is how it is carried out over the ORM."""

    GET = "get"
    """One row, or an error when there is none."""
    LIST = "list"
    COUNT = "count"
    EXISTS = "exists"
    CREATE = "create"
    SAVE = "save"
    """A row that is new or was stored before."""
    ENSURE = "ensure"
    """The row that there is, or a new one."""
    UPDATE = "update"
    DELETE = "delete"
    LINK = "link"
    """Rows of a many-to-many relation are put in or taken out."""
    CALL = "call"
    """A function of the side that serves it, as it stands."""
    EVENT = "event"


class Communication(StrEnum):
    """How the two sides speak."""

    CALL = "call"
    """Directly: the caller waits for the answer."""
    ROUTED = "routed"
    """Through a central router, which knows where each operation is served."""
    BUS = "bus"
    """Through a message bus: the sender goes on at once."""


class Delivery(StrEnum):
    """How often a message arrives."""

    AT_MOST_ONCE = "at-most-once"
    AT_LEAST_ONCE = "at-least-once"


class Purpose(StrEnum):
    """What a parameter is for, where an operation is carried out."""

    CHOOSE = "choose"
    """It chooses rows: its lookup is a condition."""
    WRITE = "write"
    """It goes into the column that its lookup names."""
    PASS = "pass"  # noqa: S105 - no password
    """It is handed to the function that is called, as the argument that its lookup names; `self` is what it is called on."""
    LINK = "link"
    """Keys of the rows that are put into a relation or taken out."""
    TELL = "tell"
    """It tells something: a field of a record or of an event."""


class Through(StrEnum):
    """What a function that is an operation is called on."""

    NOTHING = ""
    ROW = "row"
    CLASS = "class"
    """A model."""
    MANAGER = "manager"
    """A manager or queryset of the model."""


SIGNAL = "signal"
"""In the place of an action: an event is told by a signal of the project's own."""


class Parameter(msgspec.Struct, frozen=True, order=True):
    """One argument of an operation, or field of a record."""

    name: str
    type: str
    """A Python type: `int`, `tuple[int, ...]`, `Decimal | None`."""
    lookup: str = ""
    """Of an argument, the lookup or column that it is for."""
    optional: bool = False
    purpose: Purpose = Purpose.TELL
    """What it is for, where the operation is carried out."""
    model: str = ""
    """The label of the model whose row or rows it is the key of, in the place of which it is passed."""


class Record(msgspec.Struct, frozen=True, order=True):
    """A frozen dataclass that crosses the boundary in the place of a row."""

    name: str
    model: str
    fields: tuple[Parameter, ...]
    """The primary key first, then sorted by name; of a row that is to be written, those that may be left out last."""


class CallSite(msgspec.Struct, frozen=True, order=True):
    """A place that an operation replaces."""

    path: str
    line: int
    function: str
    module: str


class Operation(msgspec.Struct, frozen=True):
    """One word of the API between the sides."""

    id: str
    """The name and who serves it: `take.get_customer`."""
    name: str
    served_by: Side
    kind: OperationKind
    shape: Shape
    model: str
    access: str
    """`read` or `write`."""
    parameters: tuple[Parameter, ...]
    returns: str
    """A Python type in terms of records: `CustomerRecord`, `tuple[int, ...]`, `None`."""
    batch: bool
    idempotent: bool
    errors: tuple[str, ...]
    """Names of the errors that it raises, sorted."""
    tables: tuple[str, ...]
    communication: Communication
    delivery: Delivery
    reason: str
    """Why so, drawn from the code."""
    ordering: str
    """What must arrive in order: `none`, or what the order is kept by."""
    timeout_ms: int
    retries: int
    when_down: str
    """What the caller does while the other side is down."""
    callers: tuple[str, ...]
    """Apps, or modules outside of apps, that may call it, sorted."""
    call_sites: tuple[CallSite, ...]
    """The places that it replaces: for an event, those that react today."""
    published_at: tuple[CallSite, ...] = ()
    """Of an event, the places at which it happens."""
    function: str = ""
    """Of the shape `call`, the dotted name of what is called; of `link`, the accessor and its method: `tags.add`."""
    module: str = ""
    """Of the shape `call`, the module that has the function."""
    through: Through = Through.NOTHING
    """Of the shape `call`, what the function is called on."""
    action: str = ""
    """Of an event, what has happened to a row: insert, update or delete, or `signal` when it is one of the project's own."""


class Remedy(msgspec.Struct, frozen=True, order=True):
    """What becomes of a crossing that no operation can replace."""

    kind: str
    """`lookup`, `move`, `projection`, `replicate`, `rewrite` or `share`."""
    model: str
    columns: tuple[str, ...]
    path: str
    line: int
    function: str
    reason: str


class ExposedModel(msgspec.Struct, frozen=True):
    """A model that is needed from across."""

    model: str
    served_by: Side
    weight: float
    """How much of it is needed: docs/reference/boundaries.md says how that is reckoned."""


class ForeignKeyPlan(msgspec.Struct, frozen=True, order=True):
    """A relation that crosses, and what becomes of it."""

    model: str
    field: str
    to: str
    kind: str
    on_delete: str | None
    becomes: str
    """The column that stays, or what takes the place of a table between."""
    replaced_by: str
    """What does the work of on_delete."""
    path: str
    line: int
    column: str | None = None
    """The column that holds the key, where there is one."""
    key: str | None = None
    """The column of the other table that it points at."""


class DataSet(msgspec.Struct, frozen=True, order=True):
    """A table, the side that has it after the cut, and how far it has to be protected."""

    table: str
    model: str
    side: Side
    protection: str
    """`internal`, `personal`, `payment` or `secret`: what its most sensitive column needs."""
    columns: tuple[str, ...]
    """Those that are more than internal, sorted."""


class SharedData(msgspec.Struct, frozen=True, order=True):
    """A table of a framework or package that both sides point at."""

    table: str
    model: str
    pointing: tuple[str, ...]
    """`shop.Order.user` for each relation that points at it, sorted."""
    plan: str


class Replica(msgspec.Struct, frozen=True, order=True):
    """A model of which the other side keeps a copy, fed by events, since it only ever looks things up in it."""

    model: str
    kept_by: Side
    fields: tuple[str, ...]
    reason: str


class TransactionPlan(msgspec.Struct, frozen=True):
    """A transaction that no single database can hold any more."""

    path: str
    line: int
    function: str
    tables: tuple[str, ...]
    remedy: str
    """`outbox`, `saga` or `move`."""
    reason: str
    steps: tuple[str, ...]


class Step(msgspec.Struct, frozen=True):
    """One step of the way, with what it has to bring to zero."""

    id: str
    title: str
    ledger: str
    """What is counted."""
    remaining: int
    check: str
    """The command that tells whether it is done."""
    evidence: tuple[Evidence, ...] = ()


class Boundary(msgspec.Struct, frozen=True):
    """The proposal for one cut; tuples are sorted by name or place unless something else is said."""

    name: str
    cut_point: str
    take: tuple[str, ...]
    keep: tuple[str, ...]
    operations: tuple[Operation, ...]
    records: tuple[Record, ...]
    remedies: tuple[Remedy, ...]
    exposed_models: tuple[ExposedModel, ...]
    """The heaviest first."""
    foreign_keys: tuple[ForeignKeyPlan, ...]
    transactions: tuple[TransactionPlan, ...]
    data: tuple[DataSet, ...]
    shared: tuple[SharedData, ...]
    replicas: tuple[Replica, ...]
    steps: tuple[Step, ...]
    """In the order in which they can be deployed."""
    crossings: int
    """How many places cross: function, line, table and action, each once; general code is no party, and not counted."""
    in_operations: int
    """How many of them belong to an operation; the others belong to a remedy."""
    settings: str = ""
    """The settings module of the project."""
    complete: bool = True
    doubts: tuple[Doubt, ...] = ()
    """Why all of it is doubtful; when *complete* is False, files were lost on the way, and what they hold is missing here."""
