"""Tokens of a statement that no parser reads → notes of the tables that stand where only tables can stand."""

from cutpoint.domain.access import Action
from cutpoint.interpret.sql.reading import UNKNOWN_TABLE, Notes
from cutpoint.interpret.sql.sql_words import CLAUSE_WORDS, DML_HEADS, words_of
from cutpoint.interpret.sql.table_names import TableName, may_be_name, note_table, table_name
from cutpoint.interpret.sql.tokens import Kind, Tokens, key_at

_NO_STATEMENT = frozenset({"FOR", "ON", "DO", "KEY", "AFTER", "BEFORE", "OR", "OF", ",", ".", "NO"})
_END_OF_SOURCES = words_of(
    """
    WHERE GROUP ORDER HAVING LIMIT OFFSET FETCH SET VALUES UNION EXCEPT INTERSECT MINUS RETURNING WINDOW FOR WHEN
    QUALIFY CONNECT START PREWHERE
    """
)
_ROWS = frozenset({"(", "VALUES", "SELECT", "DEFAULT", "EXEC", "EXECUTE"})


def note_likely_touches(tokens: Tokens, notes: Notes, *, replaces: bool = False) -> bool:
    """Put into *notes* what the heads of statements in *tokens* name, and say whether there was one at all."""
    reader = _TokenReader(tokens, notes, replaces=replaces)
    reader.read()
    return reader.has_found


class _Level:
    """What is open between two parentheses."""

    def __init__(self, *, lists_tables: bool = False) -> None:
        self.head = ""
        self.lists_tables = lists_tables
        self.updated: TableName | None = None
        self.sources: list[tuple[str, TableName]] = []
        """What is read, under the names that it has in the statement."""
        self.changes: list[tuple[Action, TableName]] = []


class _TokenReader:
    def __init__(self, tokens: Tokens, notes: Notes, *, replaces: bool) -> None:
        self._tokens = tokens
        self._notes = notes
        self._replaces = replaces
        self._closing = _closing_parentheses(tokens)
        self._queries = _names_of_queries(tokens, self._closing)
        self._levels = [_Level()]
        self.has_found = False

    def read(self) -> None:
        for position, token in enumerate(self._tokens):
            if token.key == "(":
                self._levels.append(_Level(lists_tables=self._expects_table(position)))
                if self._levels[-1].lists_tables:
                    self._source(position + 1)
            elif token.key == ")":
                self._close()
            elif token.key:
                self._word(token.key, position, self._levels[-1])
        while len(self._levels) > 1:
            self._close()
        self._close()

    def _expects_table(self, position: int) -> bool:
        before = key_at(self._tokens, position - 1)
        return before in {"FROM", "JOIN"} and key_at(self._tokens, position + 1) not in DML_HEADS

    def _word(self, key: str, position: int, level: _Level) -> None:
        before = key_at(self._tokens, position - 1)
        match key:
            case "SELECT":
                level.head, level.lists_tables = key, False
            case "INSERT" | "REPLACE" | "UPDATE" | "DELETE" | "MERGE" if before not in _NO_STATEMENT:
                self._statement(key, position, level, before)
            case "INTO" if level.head == "DELETE":
                # SQL Server: `OUTPUT deleted.id INTO log`; a variable of RETURNING is taken out before.
                if (log := table_name(self._tokens, position + 1)) is not None:
                    self._change(level, Action.INSERT, log)
            case "SET" if level.updated is not None:
                self._set(position, level, level.updated)
            case "FROM" if level.head and not self._is_comparison(position):
                level.lists_tables = True
                self._source(position + 1)
            case "JOIN" if level.head or level.lists_tables:
                level.lists_tables = True
                self._source(position + 1)
            case "USING" if level.head in {"DELETE", "MERGE"} and key_at(self._tokens, position + 1) != "(":
                level.lists_tables = True
                self._source(position + 1)
            case "," if level.lists_tables:
                self._source(position + 1)
            case _ if key in _END_OF_SOURCES:
                level.lists_tables = False

    def _is_comparison(self, position: int) -> bool:
        # `a IS DISTINCT FROM b`
        return key_at(self._tokens, position - 1) == "DISTINCT" and key_at(self._tokens, position - 2) in {"IS", "NOT"}

    def _statement(self, key: str, position: int, level: _Level, before: str) -> None:
        if before == "THEN" and level.head == "MERGE" and level.updated is not None:
            if key in Action.__members__:
                self._change(level, Action[key], level.updated)
            return
        start = position + 1
        if key_at(self._tokens, start) == "INTO":
            start += 1
        elif key == "REPLACE":
            return
        if key == "DELETE":
            self._delete(start, level)
            return
        table = table_name(self._tokens, start + (key_at(self._tokens, start) == "ONLY"))
        if table is None or not self._is_followed_well(table, may_open=key != "UPDATE"):
            return
        if key == "INSERT" and start == position + 1 and key_at(self._tokens, table.end) not in _ROWS:
            # Prose: `Insert a preview`.
            return
        # `UPDATE a, b SET`
        level.head, level.lists_tables, level.updated = key, key == "UPDATE", table
        if key in {"INSERT", "REPLACE"}:
            self._change(level, Action.INSERT, table)
        if key == "REPLACE" or (key == "INSERT" and self._replaces):
            self._change(level, Action.DELETE, table)

    def _delete(self, start: int, level: _Level) -> None:
        level.head, level.lists_tables, level.updated = "DELETE", False, None
        is_from = key_at(self._tokens, start) == "FROM"
        start += is_from
        start += key_at(self._tokens, start) == "ONLY"
        # `DELETE FROM a`, `DELETE a, b FROM ...` and Oracle's `DELETE a WHERE ...`.
        while (table := table_name(self._tokens, start)) is not None and self._is_followed_well(table):
            after = key_at(self._tokens, table.end)
            is_named = after in {",", "WHERE"} or (after == "FROM" and table_name(self._tokens, table.end + 1))
            if not is_from and not is_named:
                # Prose: `Delete pages with children`.
                break
            self._change(level, Action.DELETE, table)
            if key_at(self._tokens, table.end) != ",":
                break
            start = table.end + 1

    def _set(self, position: int, level: _Level, table: TableName) -> None:
        if level.head == "UPDATE" and self._assigns(position + 1):
            qualifier = self._tokens[position + 1].text.lower() if key_at(self._tokens, position + 2) == "." else ""
            # MySQL: `UPDATE a JOIN b SET b.x = a.y` names what it updates by the columns.
            joined = dict(level.sources).get(qualifier)
            if joined is not None:
                level.sources.append(("", table))
            self._change(level, Action.UPDATE, joined or table)
        elif level.head in {"INSERT", "REPLACE"} and "UPDATE" in self._keys_before(position, 2):
            # `ON CONFLICT DO UPDATE SET`
            self._change(level, Action.UPDATE, table)
        level.lists_tables = False
        if level.head != "MERGE":
            level.updated = None

    def _assigns(self, position: int) -> bool:
        """Whether something is set, and not `set live` in prose."""
        if position >= len(self._tokens) or self._tokens[position].key == "(":
            return position < len(self._tokens)
        unknown = self._tokens[position].kind in {Kind.HOLE, Kind.PLACEHOLDER}
        return unknown or key_at(self._tokens, position + 1) in {"=", ":=", ".", "[", "+="}

    def _keys_before(self, position: int, count: int) -> set[str]:
        return {key_at(self._tokens, position - back) for back in range(1, count + 1)}

    def _change(self, level: _Level, action: Action, table: TableName) -> None:
        self.has_found = True
        level.changes.append((action, table))

    def _source(self, position: int) -> None:
        while key_at(self._tokens, position) in {"ONLY", "LATERAL"}:
            position += 1
        table = table_name(self._tokens, position)
        if table is None or not self._is_followed_well(table):
            return
        self.has_found = True
        if not table.schema and table.name.lower() in self._queries:
            return
        alias = self._alias(table.end)
        self._levels[-1].sources.append((alias or table.name.lower(), table))

    def _alias(self, position: int) -> str:
        position += key_at(self._tokens, position) == "AS"
        if position < len(self._tokens) and may_be_name(self._tokens[position]):
            token = self._tokens[position]
            return "" if token.key in CLAUSE_WORDS else token.text.lower()
        return ""

    def _is_followed_well(self, table: TableName, *, may_open: bool = False) -> bool:
        """Whether what comes after *table* can come after a table: prose is not taken for SQL, nor a function."""
        position = table.end
        if key_at(self._tokens, position) == "(":
            return may_open or key_at(self._tokens, position + 1) == "NOLOCK"
        named = key_at(self._tokens, position) == "AS"
        position += named
        if named and key_at(self._tokens, position) == "OF":
            # `AS OF SYSTEM TIME`
            return True
        if self._alias(position):
            position += 1
            if key_at(self._tokens, position) == "(":
                position = self._closing.get(position, len(self._tokens)) + 1
        if position >= len(self._tokens):
            return True
        token = self._tokens[position]
        return (
            token.kind in {Kind.HOLE, Kind.PLACEHOLDER}
            or token.key in {",", ")", "(", ";"}
            or token.key in CLAUSE_WORDS
            or token.key in DML_HEADS
            or (may_open and token.key == "DEFAULT")
        )

    def _close(self) -> None:
        """Note what the innermost level did, its targets under their real names."""
        level = self._levels.pop() if len(self._levels) > 1 else self._levels[0]
        if not level.sources and not level.changes:
            return
        by_alias = dict(reversed(level.sources))
        targets = set()
        for action, table in level.changes:
            may_be_alias = action is not Action.INSERT and table.known and not table.schema
            target = by_alias.get(table.name.lower(), table) if may_be_alias else table
            targets.add(target.end)
            if target.schema or target.name.lower() not in self._queries:
                note_table(self._notes, action, target)
            else:
                self._notes.opaque(UNKNOWN_TABLE)
        for _, table in level.sources:
            if table.end not in targets:
                note_table(self._notes, Action.READ, table)
        level.sources, level.changes = [], []


def _closing_parentheses(tokens: Tokens) -> dict[int, int]:
    """Where each parenthesis that is closed is closed."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for position, token in enumerate(tokens):
        if token.key == "(":
            opened.append(position)
        elif token.key == ")" and opened:
            closing[opened.pop()] = position
    return closing


def _names_of_queries(tokens: Tokens, closing: dict[int, int]) -> frozenset[str]:
    """What WITH gives names to: `name AS (SELECT`, `name (columns) AS NOT MATERIALIZED (SELECT`."""
    opening = {end: start for start, end in closing.items()}
    names = set()
    for position, token in enumerate(tokens):
        if token.key != "(" or key_at(tokens, position + 1) not in DML_HEADS:
            continue
        back = position - 1
        back -= key_at(tokens, back) == "MATERIALIZED"
        back -= key_at(tokens, back) == "NOT"
        if key_at(tokens, back) != "AS":
            continue
        back = opening.get(back - 1, back) - 1
        if back > 0:
            names.add(tokens[back].text.lower())
    return frozenset(names)
