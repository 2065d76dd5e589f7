"""sqlglot's tree of a statement → notes of the tables it touches: every statement in it, wherever it is nested."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlglot import exp

from cutpoint.domain.access import Action
from cutpoint.interpret.sql.reading import UNKNOWN_QUERY, UNKNOWN_TABLE, Notes
from cutpoint.interpret.sql.spelling import MARK
from cutpoint.interpret.sql.sql_words import RESERVED

# Here sqlglot's node for tables only names one, or something else: `FOR UPDATE OF t`, `UPDATE t`, `INDEXED BY i`.
_NO_SOURCES = exp.Lock | exp.Update | exp.Schema
_ROOTS = exp.Query | exp.Insert | exp.Update | exp.Delete | exp.Merge | exp.MultitableInserts | exp.Values


def is_plausible(tree: exp.Expr) -> bool:
    """Whether *tree* is of a statement that reads or writes rows, and no keyword was taken for a table."""
    if not isinstance(tree, _ROOTS):
        return False
    if any(update.this and not update.expressions for update in tree.find_all(exp.Update)):
        return False
    if isinstance(tree, exp.Delete) and not (tree.this or tree.args.get("where")):
        # Prose: `Delete account`.
        return False
    names = (table.this for table in tree.find_all(exp.Table))
    return not any(
        isinstance(name, exp.Identifier) and not name.args.get("quoted") and name.name.upper() in RESERVED
        for name in names
    )


def note_touches(tree: exp.Expr, notes: Notes, *, replaces: bool) -> None:
    """Put into *notes* what the statement of *tree* touches; with *replaces* an insert also deletes."""
    _TreeReader(notes, replaces=replaces).read(tree)


class _Scope(NamedTuple):
    """One name that a WITH gives to a query, and the names that were known before it."""

    name: str
    query: exp.CTE
    outer: "_Scope | None"


class _TreeReader:
    def __init__(self, notes: Notes, *, replaces: bool) -> None:
        self._notes = notes
        self._replaces = replaces
        # Tables that are no reads, because they are what a statement writes or only name it again.
        self._told: set[int] = set()
        self._aliases: dict[int, dict[str, exp.Expr]] = {}

    def read(self, tree: exp.Expr) -> None:
        # With a stack of its own: a sum of many terms is a tree that is deeper than Python's recursion.
        stack: list[tuple[exp.Expr, _Scope | None]] = [(tree, None)]
        while stack:
            node, scope = stack.pop()
            if isinstance(node, exp.With):
                stack.extend(_with_scopes(node, scope))
                continue
            known = _all_of(node.args.get("with_"), scope)
            self._note(node, known)
            stack.extend((child, scope if isinstance(child, exp.With) else known) for child in node.iter_expressions())

    def _note(self, node: exp.Expr, scope: _Scope | None) -> None:
        match node:
            case exp.Insert():
                self._insert(node)
            case exp.Update():
                self._update(node, scope)
            case exp.Delete():
                self._delete(node, scope)
            case exp.Merge():
                self._merge(node, scope)
            case exp.Into():
                self._into(node)
            case exp.Returning() if isinstance(log := node.args.get("into"), exp.Identifier):
                # `OUTPUT deleted.id INTO log`
                self._write(Action.INSERT, exp.Table(this=log))
            case exp.Select() if _is_all_unknown(node):
                self._notes.opaque(UNKNOWN_QUERY)
            case exp.Table() if id(node) not in self._told and node.arg_key != "indexed":
                if not isinstance(node.parent, _NO_SOURCES):
                    self._read(node, scope)
            case _:
                pass

    def _read(self, table: exp.Table, scope: _Scope | None) -> None:
        if _query_named(table, scope) is None and not self._is_part_of_sibling(table):
            self._write(Action.READ, table)

    def _is_part_of_sibling(self, table: exp.Table) -> bool:
        """BigQuery's `FROM orders o, o.items` reads an array of each row, not a table in a schema named `o`."""
        select = table.find_ancestor(exp.Select) if table.db else None
        if select is None:
            return False
        if id(select) not in self._aliases:
            joins = select.args.get("joins") or ()
            sources = [*_sources(_from_of(select)), *(join.this for join in joins)]
            self._aliases[id(select)] = {source.alias: source for source in sources if isinstance(source, exp.Table)}
        return self._aliases[id(select)].get(table.db, table) is not table

    def _write(self, action: Action, table: exp.Expr | None, columns: tuple[str, ...] | None = None) -> None:
        """Note *action*; a function that gives rows is no table."""
        if not isinstance(table, exp.Table):
            return
        # The table of `server.database.schema.table`, which is a name with one part too many for sqlglot.
        name = table.this.expression if isinstance(table.this, exp.Dot) else table.this
        if not isinstance(name, exp.Identifier):
            return
        if MARK in name.name:
            self._notes.opaque(UNKNOWN_TABLE)
        else:
            self._notes.touch(action, _name(name), columns, schema=table.db)

    def _insert(self, insert: exp.Insert) -> None:
        target = insert.this
        columns = None
        if isinstance(target, exp.Schema):
            columns = _columns(target.expressions)
            target = target.this
        if not isinstance(target, exp.Table):
            return
        self._told.add(id(target))
        self._write(Action.INSERT, target, columns)
        if self._replaces:
            self._write(Action.DELETE, target)
        conflict = insert.args.get("conflict")
        if isinstance(conflict, exp.OnConflict) and conflict.expressions:
            self._write(Action.UPDATE, target, _columns(_assigned(conflict.expressions)))

    def _update(self, update: exp.Update, scope: _Scope | None) -> None:
        if not isinstance(update.this, exp.Table):
            return
        sources = _sources(_from_of(update))
        target = self._target(update.this, sources, scope)
        # MySQL: `UPDATE a JOIN b ... SET b.x = a.y` names what it updates by the columns.
        by_name = {source.alias_or_name.lower(): source for source in _sources(update.this)}
        changed: dict[int, tuple[exp.Expr | None, list[exp.Expr]]] = {}
        for column in _assigned(update.expressions):
            qualifier = column.table.lower() if isinstance(column, exp.Column) else ""
            joined = by_name.get(qualifier)
            table = target if joined is None or joined is update.this else joined
            changed.setdefault(id(table), (table, []))[1].append(column)
        for table, columns in changed.values():
            self._told.add(id(table))
            self._change(Action.UPDATE, table, _columns(columns))
        if id(target) not in changed:
            self._read(update.this, scope)

    def _delete(self, delete: exp.Delete, scope: _Scope | None) -> None:
        this = delete.this if isinstance(delete.this, exp.Table) else None
        using = [source for table in delete.args.get("using") or () for source in _sources(table)]
        if named := delete.args.get("tables"):
            # `DELETE a, b FROM a JOIN b JOIN c`
            sources = [*_sources(this), *using]
            targets = [self._target(table, sources, scope) for table in named]
            self._told |= set(map(id, named))
        else:
            targets = [self._target(this, using, scope)] if this else []
            self._told.add(id(this))
        for target in targets:
            self._told.add(id(target))
            self._change(Action.DELETE, target, None)

    def _merge(self, merge: exp.Merge, scope: _Scope | None) -> None:
        target = self._target(merge.this, (), scope)
        self._told |= {id(merge.this), id(target)}
        whens = merge.args.get("whens")
        for when in whens.expressions if isinstance(whens, exp.Expr) else ():
            match when.args.get("then"):
                case exp.Insert() as insert:
                    listed = insert.this.expressions if isinstance(insert.this, exp.Tuple) else ()
                    self._change(Action.INSERT, target, _columns(listed))
                case exp.Update() as update:
                    self._change(Action.UPDATE, target, _columns(_assigned(update.expressions)))
                case exp.Var(this=str(word)) if word.upper() == "DELETE":
                    self._change(Action.DELETE, target, None)
                case _:
                    pass

    def _into(self, into: exp.Into) -> None:
        self._told.add(id(into.this))
        if into.args.get("temporary"):
            self._notes.hidden.add(into.this.name.lower())
        else:
            self._write(Action.INSERT, into.this)

    def _change(self, action: Action, table: exp.Expr | None, columns: tuple[str, ...] | None) -> None:
        if table is None:
            self._notes.opaque(UNKNOWN_TABLE)
        else:
            self._write(action, table, columns)

    def _target(self, table: exp.Expr, sources: Iterable[exp.Expr], scope: _Scope | None) -> exp.Expr | None:
        """The table whose rows change where *table* is written: itself, or what it is an alias or the query of."""
        if not isinstance(table, exp.Table) or table.db or table.alias or MARK in table.name:
            return table
        for source in sources:
            if source.alias_or_name.lower() == table.name.lower():
                self._told.add(id(source))
                return _base_of(source, scope) if isinstance(source, exp.Table) else None
        return _base_of(table, scope)


def _base_of(table: exp.Table, scope: _Scope | None) -> exp.Table | None:
    """SQL Server writes through `WITH t AS (SELECT ... FROM base)`: the base of *table*, itself if it is no query."""
    while (named := _query_named(table, scope)) is not None:
        query = named.query.this
        if not isinstance(query, exp.Select) or query.args.get("joins"):
            return None
        source = _from_of(query)
        if not isinstance(source, exp.Table):
            return None
        table, scope = source, named.outer
    return table


def _query_named(table: exp.Table, scope: _Scope | None) -> _Scope | None:
    if table.db or MARK in table.name or not isinstance(table.this, exp.Identifier):
        return None
    name = table.name.lower()
    while scope is not None and scope.name != name:
        scope = scope.outer
    return scope


def _all_of(with_: object, scope: _Scope | None) -> _Scope | None:
    if isinstance(with_, exp.With):
        for query in with_.expressions:
            scope = _Scope(query.alias.lower(), query, scope)
    return scope


def _with_scopes(with_: exp.With, scope: _Scope | None) -> Iterator[tuple[exp.Expr, _Scope | None]]:
    """Each query of a WITH, with the names that it may use: those before it, when recursive all of them."""
    everything = _all_of(with_, scope) if with_.args.get("recursive") else None
    for query in with_.expressions:
        after = _Scope(query.alias.lower(), query, scope)
        # SQLite, Oracle and SQL Server don't ask for the word RECURSIVE.
        yield query, everything or (after if isinstance(query.this, exp.SetOperation) else scope)
        scope = after


def _from_of(node: exp.Expr) -> exp.Expr | None:
    clause = node.args.get("from_")
    return clause.this if isinstance(clause, exp.From) else None


def _sources(source: object) -> Iterator[exp.Expr]:
    """*source* and everything that is joined to it, without what subqueries read."""
    if not isinstance(source, exp.Expr):
        return
    if isinstance(source, exp.Subquery | exp.Paren) and isinstance(source.this, exp.Table):
        yield from _sources(source.this)
    else:
        yield source
    for join in source.args.get("joins") or ():
        yield from _sources(join.this)


def _is_all_unknown(select: exp.Select) -> bool:
    """Whether a query is only `SELECT` and an unknown part, which may hold its FROM."""
    return _from_of(select) is None and any(
        isinstance(shown, exp.Column) and shown.name == MARK and not shown.table for shown in select.expressions
    )


def _assigned(expressions: Iterable[exp.Expr]) -> Iterator[exp.Expr]:
    """The columns on the left of `a = 1, (b, c) = (2, 3), d[1] = 4`."""
    for expression in expressions:
        left = expression.this if isinstance(expression, exp.EQ | exp.PropertyEQ) else expression
        match left:
            case exp.Tuple():
                yield from left.expressions
            case exp.Paren() | exp.Bracket():
                yield left.this
            case _:
                yield left


def _columns(expressions: Iterable[exp.Expr]) -> tuple[str, ...] | None:
    """The names of columns, None when one of them isn't known or there are none."""
    names: set[str] = set()
    for expression in expressions:
        name = expression.this if isinstance(expression, exp.Column) else expression
        if not isinstance(name, exp.Identifier) or MARK in name.name:
            return None
        names.add(_name(name))
    return tuple(sorted(names)) or None


def _name(identifier: exp.Identifier) -> str:
    return identifier.name if identifier.args.get("quoted") else identifier.name.lower()
