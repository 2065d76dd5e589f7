"""What a text of SQL does to tables: the nouns that leave this room, and the notes they are made from."""

from collections.abc import Iterable

import msgspec

from cutpoint.domain.access import Action
from cutpoint.interpret.sql.system_tables import is_system_table

UNKNOWN_TABLE = "unknown table"
UNKNOWN_QUERY = "unknown query"
UNKNOWN_STATEMENT = "unknown statement"
NOT_SQL = "not SQL"
PROCEDURAL = "procedural code: only its statements are read"
FOREIGN_LANGUAGE = "function in another language than SQL"
PROCEDURE_CALL = "call of a stored procedure"
DYNAMIC = "SQL made while it runs"
UNPARSED = "read with the tokenizer only: no dialect parses it"
TOO_LONG = "read with the tokenizer only: too long"
TOO_DEEP = "read with the tokenizer only: nested too deeply"

# All attempts to parse the statements of one text together; sqlglot reads about 200,000 characters a second.
PARSED_CHARACTERS = 400_000

# Variables and temporary tables of SQL Server and MySQL carry this in front, so they need no declaration to be known.
_LOCAL_PREFIXES = ("@", "#")


class SqlTouch(msgspec.Struct, frozen=True):
    """A statement does *action* to the rows of *table*."""

    action: Action
    table: str
    """As in the database: unquoted, without its schema, in lower case if it was written without quotes."""
    columns: tuple[str, ...] | None
    """Of an insert its column list, of an update what it sets, sorted; None when not known, and for the other actions."""


class SqlReading(msgspec.Struct, frozen=True):
    """What one text of SQL touches."""

    touches: tuple[SqlTouch, ...]
    """Sorted by table and action; none occurs twice."""
    opaque: tuple[str, ...]
    """Why parts could not be understood, sorted."""


class Notes:
    """What has been found so far while the statements of one text are read in order."""

    def __init__(self, *, hidden: Iterable[str] = (), is_body: bool = False) -> None:
        self.hidden = set(hidden)
        """Lower-case names that mean no table of the project: temporary tables, rows of a trigger."""
        self.is_body = is_body
        """Whether these are about the body of a routine."""
        self.parse_at_most = PARSED_CHARACTERS
        """Characters that may still be given to a parser."""
        self.touches: set[SqlTouch] = set()
        self.reasons: set[str] = set()

    def touch(self, action: Action, table: str, columns: tuple[str, ...] | None = None, *, schema: str = "") -> None:
        """Note a touch, unless *table* is none of the project's."""
        if table.startswith(_LOCAL_PREFIXES) or table.lower() in self.hidden or is_system_table(table, schema):
            return
        self.touches.add(SqlTouch(action, table, columns))

    def fresh(self, *, hidden: Iterable[str] = (), is_body: bool = False) -> "Notes":
        """Notes of a part, for which the same names are hidden."""
        part = Notes(hidden=self.hidden.union(hidden), is_body=self.is_body or is_body)
        part.parse_at_most = self.parse_at_most
        return part

    def opaque(self, reason: str) -> None:
        """Note that something was not understood."""
        self.reasons.add(reason)

    def take(self, other: "Notes", *, only_reads: bool = False, but: frozenset[str] = frozenset()) -> None:
        """Add what *other*, the notes of a part, noted, without the reasons in *but*."""
        self.parse_at_most = other.parse_at_most
        for touch in other.touches:
            self.touches.add(SqlTouch(Action.READ, touch.table, None) if only_reads else touch)
        self.reasons |= other.reasons - but

    def reading(self) -> SqlReading:
        """Everything noted, in order."""
        return SqlReading(tuple(sorted(self.touches, key=_order)), tuple(sorted(self.reasons)))


def _order(touch: SqlTouch) -> tuple[object, ...]:
    return touch.table, touch.action, touch.columns is None, touch.columns or ()
