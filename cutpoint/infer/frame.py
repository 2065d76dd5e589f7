"""A frame: one function (or the body of a module or class) analyzed for one combination of argument types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.types import NOTHING, Manager, Query, Type, join
from cutpoint.infer.dispatch import evaluate
from cutpoint.infer.loaded import has_run
from cutpoint.infer.wishes import want_containers, want_texts
from cutpoint.infer.written import text_of
from cutpoint.infer.written_calls import WrittenCalls

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function, Module
    from cutpoint.domain.types import Atom
    from cutpoint.infer.atomicity import Atomicity
    from cutpoint.infer.circumstances import Agent
    from cutpoint.infer.engine import Engine

Env = dict[Any, Type]
"""Local names -> types; (name, attribute …) holds what was last stored or fetched there, as long as nobody else could have."""


_NO_NAMES: frozenset[str] = frozenset()


class Seen:
    """A use before its deciders are known."""

    __slots__ = (
        "agents",
        "arguments",
        "callees",
        "cause",
        "consumed",
        "end",
        "in_loop",
        "item",
        "joins",
        "keywords",
        "kind",
        "line",
        "name",
        "node",
        "override",
        "receiver",
    )

    def __init__(
        self,
        kind: str,
        receiver: Atom,
        name: str,
        arguments: tuple[Type, ...],
        keywords: tuple[tuple[str | None, Type], ...],
        line: int,
        end: int,
        node: Any,  # noqa: ANN401 - a node of the skeleton
        *,
        in_loop: bool,
        item: tuple[int, ...],
    ) -> None:
        self.kind = kind
        self.receiver = receiver
        self.name = name
        self.arguments = arguments
        self.keywords = keywords
        self.line = line
        self.end = end
        self.node = node
        self.in_loop, self.item = in_loop, item
        self.callees: dict[Frame, None] = {}
        """Of a call of an overridden save or delete: the frames of the override."""
        self.cause: tuple[str, int] | None = None
        self.agents: tuple[Agent, ...] = ()
        """On whose behalf a framework does this, outermost first."""
        self.override = ""
        """The name of what *cause* is the place of."""
        self.joins: tuple[tuple[str, str, str], ...] = getattr(receiver, "joins", ())
        """Of a method of the query API: what the query joins after it."""
        self.consumed = ""
        """The method that goes on with the query which this call gives."""

    @property
    def text(self) -> str:
        """The expression as written, about."""
        return text_of(self.node)


class Frame:
    """State of one analysis of one body; results only grow while the fixpoint is sought."""

    __slots__ = (
        "args",
        "atomicity",
        "blind",
        "body",
        "built",
        "calls",
        "cell_readers",
        "cells",
        "chooses",
        "dependents",
        "engine",
        "env",
        "fetching",
        "fields",
        "foreign",
        "function",
        "guess",
        "is_class_body",
        "is_home",
        "item",
        "jumps",
        "lacks",
        "left",
        "loop",
        "made",
        "missed",
        "module",
        "outward",
        "owner",
        "pending",
        "qualname",
        "receiver",
        "resolved",
        "result",
        "root",
        "rounds",
        "running",
        "runs",
        "scope",
        "self_reads",
        "shared",
        "statement",
        "uses",
        "written",
        "yields",
    )

    def __init__(self, engine: Engine, function: Function | None, module: Module, qualname: str) -> None:
        self.engine = engine
        self.function = function
        self.module = module
        self.qualname = qualname
        self.owner = function.owner if function is not None else None
        self.scope: Frame | None = None
        """The frame around a nested function."""
        self.args: dict[str, Type] = {}
        self.receiver: Atom | None = None
        """What `self` or `cls` is."""
        self.result: Type = NOTHING
        self.yields: Type | None = None
        self.dependents: dict[Frame, None] = {}
        self.cells: dict[str, Type] = {}
        self.cell_readers: dict[Frame, None] = {}
        self.uses: dict[Any, Seen] = {}
        self.built: dict[int, list[Any]] = {}
        """Node of a call on a manager or queryset -> keys of its uses, while the body is run."""
        self.made: dict[tuple[int, int], Type] | None = None
        """(identity of what a module makes while it loads, depth) -> its type, while the body is run: nothing else tells it anew."""
        self.blind: dict[Any, tuple[int, str, str]] = {}
        """Node -> (line, verb, reason) of what looks like a query on a receiver that is not known."""
        self.resolved: dict[tuple[int, str], bool] = {}
        """(line, verb) of query words whose receiver is known, models and others alike -> whether it is more than data."""
        self.calls: dict[Frame, tuple[tuple[int, int], ...]] = {}
        """Frames that this one calls -> (line, who decided the arguments) of each line that does."""
        self.written = WrittenCalls()
        self.atomicity: Atomicity | None = None  # what it knows of transactions, once there is anything to know
        self.self_reads: dict[str, Any] = {}
        """Names looked up on the receiver -> what gave them; `*` when the receiver itself got away."""
        self.outward: frozenset[str] = _NO_NAMES
        self.shared: frozenset[str] = _NO_NAMES
        """Names that functions inside assign, by `nonlocal`."""
        self.missed: dict[str, None] = {}  # names that were looked up while they had no local value
        self.jumps: list[Env] = []  # what held at each `break` and `continue` of the loop around
        self.foreign = self.loop = self.rounds = self.runs = 0
        """How many calls of library code lead here from ours, for library code; how many loops are around the statement;
        how often this run has gone through the body of any loop; how many runs there were."""
        self.statement = (0, 0)
        self.item: tuple[int, ...] = ()  # numbers of the items that loops over lists which are written out are at
        self.env: Env = {}  # what holds where the run is
        self.fields: dict[tuple[str, str, bool], int] = {}
        """(model, field or relation, whether it is assigned) of rows -> the first line that does it."""
        self.fetching: dict[int, None] = {}  # nodes that make querysets fetch their rows
        self.running = self.pending = self.left = self.lacks = False
        """The last two: whether it was not run again, since nobody calls it any more; whether it has rows without all columns."""
        self.root = self.guess = self.chooses = self.is_class_body = self.is_home = False
        """The second: a root of which not all arguments are known. The third: whether a test tells which class of some it gets.
        The last: whether it only stands for the level at which a function is defined."""
        self.body: Any = None  # the statements of a module or class

    def begin(self) -> None:
        """Forget what the last run has seen."""
        for seen in (self.uses, self.built, self.blind, self.calls, self.written):
            seen.clear()
        for noted in (self.resolved, self.missed, self.fields):
            noted.clear()
        self.item = ()
        self.loop = self.rounds = 0
        self.fetching.clear()
        self.made = None
        # A run that Python's stack has cut off leaves the jumps of its loops behind.
        self.jumps = []
        if self.atomicity is not None:
            self.atomicity.begin()

    def note_call(self, callee: Frame, line: int, bits: int) -> None:
        """This one calls *callee* on *line*, with arguments that *bits* tell the decider of."""
        if self.engine.circumstances.sending is self:
            self.engine.circumstances.sent[self, callee, line] = None
        if self.atomicity is not None and self.atomicity.deferring:
            self.atomicity.later.add((callee, line))
            if self.atomicity.sending:
                self.atomicity.sent.add((callee, line))
        known = self.calls.get(callee, ())
        for index, (other, its_bits) in enumerate(known):
            if other == line:
                # Of two calls on one line the weakest matters: whoever decides himself is a decider.
                if bits < its_bits:
                    self.calls[callee] = (*known[:index], (line, bits), *known[index + 1 :])
                return
        self.calls[callee] = (*known, (line, bits))

    def grow_cell(self, name: str, value: Type) -> None:
        """Add to what functions inside see of a local name."""
        before = self.cells.get(name, NOTHING)
        if before is value:
            return
        after = join(before, value)
        if after is not before:
            self.cells[name] = after
            for reader in self.cell_readers:
                self.engine.enqueue(reader)

    def note_field(self, label: str, name: str, *, is_assigned: bool) -> None:
        """A column of a row of *label* is read or assigned in the statement at hand."""
        self.fields.setdefault(self.engine.known.column(label, name, is_assigned), self.statement[0])

    def site(self, node: Any) -> Any:  # noqa: ANN401 - a node of the skeleton; any hashable
        """The key of a container that *node* makes in this frame."""
        return (self, id(node) if node is not None else self.statement)

    def want_texts(self) -> bool:
        """Ask the callers for the texts that they hand over: something here depends on them."""
        return want_texts(self)

    def want_containers(self) -> None:
        """Ask the callers for their own lists and dicts: something here adds to them."""
        want_containers(self)

    def peek(self, node: Any, env: Env) -> Type:  # noqa: ANN401 - a node of the skeleton
        """The type of an expression that was evaluated already."""
        uses, built, blind, resolved, made = self.uses, self.built, self.blind, self.resolved, self.made
        self.uses, self.built, self.blind, self.resolved, self.made = {}, {}, {}, {}, None
        kept, self.env = self.env, dict(env)
        try:
            return evaluate(self, node, self.env)
        finally:
            self.env = kept
            self.uses, self.built, self.blind, self.resolved, self.made = uses, built, blind, resolved, made

    def see(
        self,
        kind: str,
        receiver: Atom,
        name: str,
        node: Any,  # noqa: ANN401 - a node of the skeleton
        arguments: tuple[Type, ...] = (),
        keywords: tuple[tuple[str | None, Type], ...] = (),
    ) -> Seen:
        """Note that a model word is at work at *node*."""
        line, end = lines_of(node, self.statement)
        in_loop, item = self.loop > 0, self.item
        seen = Seen(kind, receiver, name, arguments, keywords, line, end, node, in_loop=in_loop, item=item)
        if kind == "evaluate" and has_run(self, node, name):
            return seen
        # In a loop over a list that is written out, what one item says is no news about the others.
        key = (id(node), receiver, name, kind, item)
        seen.agents = self.engine.circumstances.agents_in(self)
        if kind == "call" and type(receiver) in (Manager, Query) and key not in self.uses:
            self.built.setdefault(id(node), []).append(key)
        self.uses[key] = seen
        return seen


def lines_of(node: Any, statement: tuple[int, int]) -> tuple[int, int]:  # noqa: ANN401 - a node of the skeleton
    """(first, last) line of an expression; those of its statement when it has none of its own."""
    if type(node) is list:
        kind = node[0]
        if kind in _TWO_LINES:
            return node[-2], node[-1]
        if kind == 1:
            return node[2], node[2]
    return statement


# ATTRIBUTE, CALL, SUBSCRIPT and COMPREHENSION end with their lines.
_TWO_LINES = frozenset({2, 3, 4, 17})
