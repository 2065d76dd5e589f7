"""What migrations declare in SQL, and databases then do by themselves: routines, triggers, views."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class SchemaText(msgspec.Struct, frozen=True, order=True):
    """SQL that a migration runs forward, and where the migration says so."""

    path: str
    line: int
    sql: str


class Deed(msgspec.Struct, frozen=True):
    """A statement inside of a declaration does *action* to the rows of *table*."""

    action: Action
    table: str
    columns: tuple[str, ...] | None = None


class Routine(msgspec.Struct, frozen=True):
    """A function or procedure, the code of a trigger, or the query of a view."""

    name: str
    """In lower case, without its schema."""
    path: str
    line: int
    deeds: tuple[Deed, ...] = ()
    calls: tuple[str, ...] = ()
    """Names in it that would be routines, if such were declared."""
    opaque: tuple[str, ...] = ()
    """Why parts of it could not be understood."""


class Trigger(msgspec.Struct, frozen=True):
    """What a table has its database run when rows are written."""

    table: str
    actions: frozenset[Action]
    columns: frozenset[str]
    """Of `UPDATE OF …`: other updates don't fire it; empty for all."""
    routine: Routine


class View(msgspec.Struct, frozen=True):
    """A query that goes by the name of a table; *stored* when its rows are kept until they are refreshed."""

    routine: Routine
    stored: bool


class DeclaredSchema:
    """Answers by name; names are the same in any case."""

    def __init__(
        self, routines: Iterable[Routine] = (), triggers: Iterable[Trigger] = (), views: Iterable[View] = ()
    ) -> None:
        """Of two with one name the later counts."""
        self._routines = {routine.name: routine for routine in routines}
        self._triggers: dict[str, list[Trigger]] = {}
        for trigger in triggers:
            self._triggers.setdefault(trigger.table.lower(), []).append(trigger)
        self._views = {view.routine.name: view for view in views}
        self._deeds: dict[int, tuple[tuple[Routine, Deed], ...]] = {}
        """By the identity of a routine: all of them live as long as this."""

    def __bool__(self) -> bool:
        """Whether anything is declared."""
        return bool(self._routines or self._triggers or self._views)

    def routine(self, name: str) -> Routine | None:
        """The routine of this name, with its schema or without."""
        return self._routines.get(name.replace('"', "").rpartition(".")[2].lower())

    def view(self, table: str) -> View | None:
        """The view of this name; None for a table."""
        return self._views.get(table.lower())

    def triggers(self, table: str, action: Action, columns: tuple[str, ...] | None) -> Iterator[Trigger]:
        """Those that *action* on *table* fires, if it sets *columns*; None for unknown ones."""
        for trigger in self._triggers.get(table.lower(), ()):
            if action not in trigger.actions:
                continue
            is_limited = bool(trigger.columns) and action is Action.UPDATE
            if not is_limited or columns is None or not trigger.columns.isdisjoint(columns):
                yield trigger

    def blind_spots(self) -> Iterator[tuple[str, int, str, str]]:
        """(path, line, kind, reason) of what was not understood in triggers and in what they call."""
        for triggers in self._triggers.values():
            for trigger in triggers:
                for routine in self.behind(trigger.routine):
                    yield from ((routine.path, routine.line, "opaque-sql", reason) for reason in routine.opaque)

    def deeds(self, routine: Routine) -> tuple[tuple[Routine, Deed], ...]:
        """What *routine* does with all that it calls, each once with the nearest routine that does it, nearest first."""
        known = self._deeds.get(id(routine))
        if known is None:
            found: dict[Deed, Routine] = {}
            for each in self.behind(routine):
                for deed in each.deeds:
                    found.setdefault(deed, each)
            known = self._deeds[id(routine)] = tuple((each, deed) for deed, each in found.items())
        return known

    def behind(self, routine: Routine) -> list[Routine]:
        """*routine* and all routines that it calls, however far that leads, each once."""
        found = [routine]
        # A trigger often has the name of the function that it calls.
        met = {id(routine)}
        for each in found:
            for name in each.calls:
                called = self._routines.get(name)
                if called is not None and id(called) not in met:
                    met.add(id(called))
                    found.append(called)
        return found
