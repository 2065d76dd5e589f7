"""A use: a model word at work, with the type of its receiver. What infer hands to interpret."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.calls import CallGraph
from cutpoint.domain.column_use import ColumnUse
from cutpoint.domain.entry_point import Entry
from cutpoint.domain.query_words import WRITING
from cutpoint.domain.types import ANY

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom, Type


class Decider(msgspec.Struct, frozen=True, order=True):
    """An app that decided the model of a use whose line is generic code, and the way from there to the line."""

    app: str | None
    chain: tuple[tuple[str, int, str], ...]
    """(path, line, function), the decider's place first."""
    ways: tuple[tuple[tuple[str, int, str], ...], ...] = ()
    """The shortest such chain from every place where this app decides it, *chain* among them, sorted."""


class Site(msgspec.Struct, frozen=True, order=True):
    """Where a use stands."""

    path: str
    line: int
    end_line: int
    function: str
    module: str
    app: str | None
    in_loop: bool


class Use(msgspec.Struct, frozen=True):
    """One call, attribute load or evaluation on a receiver of one known atom.

    *kind* is `call` (`receiver.name(arguments)`), `load` (`receiver.name`, a relation that is followed), `evaluate` (a
    query is iterated, sliced to an item, counted or tested: *name* tells by what), or `sql` (text given to a cursor).
    """

    kind: str
    receiver: Atom
    name: str
    arguments: tuple[Type, ...]
    keywords: tuple[tuple[str | None, Type], ...]
    """A name of None stands for `**` of something whose keys are not known."""
    site: Site
    text: str
    """The receiver as written, shortened."""
    shape: str = ""
    """The expression without arguments, every local name as `_`: what stays the same when code is moved or reformatted."""
    nodes: tuple[int, ...] = ()
    """Identities of the expression's node and of those that its chain goes through, inward: two uses on one line are told
    apart by them. They differ from run to run, so nothing may be sorted by them."""
    deciders: tuple[Decider, ...] = ()
    """Empty when the code at the line decides itself."""
    cause: tuple[str, int] | None = None
    """(path, line) of the override that a call of `save` or `delete` goes through."""
    override: str = ""
    """Its dotted name."""
    agents: tuple[tuple[str, str, int, str], ...] = ()
    """(mechanism, path, line, name) of the declarations by which a framework does this, outermost first: none when code does it."""
    consumed: str = ""
    """The method of the query API that goes on with what this call gives, in the same chain: its call tells everything."""
    joins: tuple[tuple[str, str, str], ...] = ()
    """(table, lookup, kind) of what a query joins once this method of the query API is called."""
    body: int = -1
    """Index of the body that it stands in, in the call graph."""
    emptied: tuple[tuple[str, str], ...] = ()
    """(model, relation) of rows that the statements right before a delete have removed: those that point at the deleted
    row by the relation, all for no name."""
    item: tuple[int, ...] = ()
    """The item of each list that is written out and gone through around it: a loop takes all of them."""
    level: int = 0
    """At most this sure, whatever is known of the receiver: PROVED, INFERRED or POSSIBLE."""


class Touch(msgspec.Struct, frozen=True, order=True):
    """What one construct says of one use: *action* on the table of the model *label*, or on *table* by its name."""

    action: str
    label: str | None
    via: str
    columns: tuple[str, ...] | None = None
    joins: tuple[tuple[str, str, str], ...] = ()
    """(table, lookup as written, kind), kinds as in `cutpoint.domain.access.Join`."""
    cause: tuple[str, int] | None = None
    table: str | None = None
    chain: tuple[tuple[str, int, str], ...] = ()
    """(path, line, function) of the steps between the line and *cause*."""
    because: str = ""
    """Why, in words; by default what the receiver is."""
    level: int = 0
    """At most this sure: PROVED, INFERRED or POSSIBLE."""


ADDED, REMOVED, CLEARED = 3, 4, 5
"""What `m2m_changed` tells of, where `NEW` and `STORED` are what `post_save` does."""


class Receiver(msgspec.Struct, frozen=True):
    """A function that hears a signal."""

    signal: str
    """The bare name of one of Django's: `post_save`."""
    sender: str | None
    """The label of the model; None for any sender."""
    bodies: tuple[int, ...]
    """Indexes of its bodies in the call graph."""
    place: tuple[str, int, str]
    """(path, line, name)."""
    state: int = ANY
    """Whether this is what it does for rows that a save has made, or for those that were stored before; of rows between,
    whether they are added, removed one by one, or all at once."""
    apart: frozenset[str] = frozenset()
    """Of any sender: labels of those for which it is told by itself."""


class Sending(msgspec.Struct, frozen=True):
    """A line that sends a signal of the project's own, and a receiver that hears it."""

    site: Site
    body: int
    receiver: int
    place: tuple[str, int, str]
    """(path, line, name) of the receiver."""


class QueryWord(msgspec.Struct, frozen=True, order=True):
    """A call that looks like a query on a receiver that is not known."""

    path: str
    line: int
    verb: str
    reason: str

    @property
    def writes(self) -> bool:
        """Whether the call would change rows."""
        return self.verb in WRITING or self.reason in ("handed-over", "exec")


class Inference(msgspec.Struct, frozen=True):
    """What inference found: uses in no particular order, and how much stayed dark."""

    uses: tuple[Use, ...]
    blind: tuple[QueryWord, ...]
    resolved_sites: frozenset[tuple[str, int, str]]
    """(path, line, verb) of query words on models."""
    unsettled: tuple[tuple[str, int], ...]
    """(path, line) of functions that were left before they settled."""
    stale_hints: tuple[str, ...] = ()
    """Hints that nothing matched, in the words of their author."""
    calls: CallGraph = CallGraph()
    receivers: tuple[Receiver, ...] = ()
    sendings: tuple[Sending, ...] = ()
    keepings: tuple[tuple[str, str, str, int], ...] = ()
    """(model, model of the rows that each save and delete of it leaves, path, line) of what is registered somewhere."""
    entries: tuple[Entry, ...] = ()
    """What calls code of ours from outside."""
    unnamed: tuple[tuple[str, int, str, str], ...] = ()
    """(path, line, kind, reason) of calls by a name that only run time knows."""
    columns: tuple[ColumnUse, ...] = ()
    """Sorted by place, one for each function, model, name and direction."""
