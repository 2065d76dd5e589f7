"""`order.save()` and `paid.send(…)` do what the receivers of the signals do that they send: `@receiver(post_save, sender=Order)`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Access, Action, Certainty, Step
from cutpoint.domain.calls import EVERYTHING, Body, Call, CallGraph, Part, line_in
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.types import ANY
from cutpoint.domain.use import Receiver
from cutpoint.interpret.said_once import merged, surest_first
from cutpoint.interpret.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.use import Site
    from cutpoint.interpret.effects import Effects

_INFERRED = {
    Certainty.PROVED: Certainty.INFERRED,
    Certainty.INFERRED: Certainty.INFERRED,
    Certainty.POSSIBLE: Certainty.POSSIBLE,
}


# Above this many, the receivers of a signal are called through one body that all lines share: calls stay linear in both.
MOST_CALLED = 100
# What follows from a receiver is told this far: receivers that make each other hear in circles reach everything from anywhere.
MOST_TABLES = 100
MOST_STEPS = 25


class Hearers(msgspec.Struct, frozen=True):
    """Those who hear one signal of one sender, about rows in one state."""

    signal: str
    """Empty for a signal of the project's own."""
    sender: str | None
    """The label of the model; None for any sender."""
    receivers: tuple[Receiver, ...]


class Heard(msgspec.Struct, frozen=True):
    """A line that makes something heard by receivers."""

    site: Site
    body: int
    hearers: Hearers
    steps: tuple[Step, ...]
    """What leads from the line to the receivers."""
    certainty: Certainty
    shape: str
    nodes: tuple[int, ...]


class Audience:
    """Who hears what."""

    def __init__(self, receivers: Iterable[Receiver]) -> None:
        by_state: dict[tuple[str, str | None, int], list[Receiver]] = {}
        for receiver in receivers:
            by_state.setdefault((receiver.signal, receiver.sender, receiver.state), []).append(receiver)
        self._by_sender: dict[tuple[str, str | None], dict[int, Hearers]] = {}
        self._remaining: dict[tuple[int, tuple[int, ...]], Hearers] = {}
        for (signal, sender, state), found in by_state.items():
            self._by_sender.setdefault((signal, sender), {})[state] = Hearers(signal, sender, tuple(found))

    def of(self, signal: str, sender: str, state: int = ANY) -> Iterator[Hearers]:
        """The receivers of *signal* for this very sender, and those for any, as far as they hear of rows in this state."""
        for name in (sender, None):
            for of_state, hearers in self._by_sender.get((signal, name), {}).items():
                if (ANY in (state, of_state) or state == of_state) and (left := self._left(hearers, sender)).receivers:
                    yield left

    def _left(self, hearers: Hearers, sender: str) -> Hearers:
        """Those of any sender that are not told for this one by themselves."""
        if hearers.sender is not None:
            return hearers
        places = tuple([place for place, each in enumerate(hearers.receivers) if sender not in each.apart])
        if len(places) == len(hearers.receivers):
            return hearers
        left = self._remaining.get((id(hearers), places))
        if left is None:
            receivers = tuple(hearers.receivers[place] for place in places)
            left = self._remaining[id(hearers), places] = Hearers(hearers.signal, None, receivers)
        return left

    def listened(self) -> frozenset[str]:
        """The models of whose deletes somebody hears; `*` for all."""
        senders = {sender for signal, sender in self._by_sender if signal in ("pre_delete", "post_delete")}
        return frozenset("*" if sender is None else sender for sender in senders)


def with_receivers(graph: CallGraph, heard: Iterable[Heard]) -> CallGraph:
    """*graph*, in which lines that make Django send signals call the receivers."""
    calls: dict[int, dict[Call, None]] = {}
    shared: dict[int, int] = {}
    bodies = list(graph.bodies)
    ends: list[tuple[Call, ...]] = []
    for each in heard:
        # What is only possible leads nowhere: what follows from it would be told as more than it is.
        if each.body < 0 or each.certainty is Certainty.POSSIBLE:
            continue
        known = calls.setdefault(each.body, {})
        line = line_in(
            graph.bodies[each.body], (each.site.path, each.site.line), ((step.path, step.line) for step in each.steps)
        )
        called = dict.fromkeys(body for receiver in each.hearers.receivers for body in receiver.bodies)
        if len(called) <= MOST_CALLED:
            known |= dict.fromkeys(Call(body, line) for body in called)
            continue
        number = shared.get(id(each.hearers))
        if number is None:
            number = shared[id(each.hearers)] = len(bodies)
            body = _shared_body(each.hearers, graph)
            bodies.append(body)
            ends.append(tuple(Call(callee, body.line) for callee in called))
        known[Call(number, line)] = None
    if not calls:
        return graph
    more = [
        tuple(dict.fromkeys((*known, *calls[body]))) if body in calls else known
        for body, known in enumerate(graph.calls)
    ]
    return CallGraph(tuple(bodies), (*more, *ends), graph.openings, graph.later)


def _shared_body(hearers: Hearers, graph: CallGraph) -> Body:
    """What stands for all *hearers*, in the place of the first."""
    first = min(hearers.receivers, key=lambda receiver: receiver.place)
    path, line, _ = first.place
    body = graph.bodies[first.bodies[0]]
    name = f"{len(hearers.receivers):,} receivers of {hearers.signal} of {hearers.sender}"
    return Body(path, name, line, line, body.module, body.app)


class Hearing:
    """What receivers do, looked up once for each of them, and put together once for those that hear the same."""

    def __init__(self, ways: Ways, effects: Effects, accesses: Iterable[Access]) -> None:
        self._effects = effects
        self._summaries = ways.summaries
        self._ways = ways
        self._done: dict[int, tuple[tuple[str, bool, Certainty, tuple[Step, ...]], ...]] = {}
        self._told: dict[tuple[int, Certainty], tuple[Access, ...]] = {}
        self._hearers: list[Hearers] = []
        """Kept, so that their identities stay theirs."""
        self.blind: dict[BlindSpot, None] = {}
        self._at: dict[tuple[str, int, str, bool], dict[Action, Access]] = {}
        for access in accesses:
            if access.table is not None:
                self._at.setdefault((access.path, access.line, access.table, access.writes), {})[access.action] = access
            for join in access.joins:
                self._at.setdefault((access.path, access.line, join.table, False), {})[Action.READ] = access

    def accesses(self, heard: Heard) -> Iterator[Access]:
        """What the receivers do because of the line, each by the shortest way."""
        key = (id(heard.hearers), heard.certainty)
        told = self._told.get(key)
        if told is None:
            self._hearers.append(heard.hearers)
            told = self._told[key] = tuple(self._together(heard))
        site = heard.site
        for each in told:
            yield msgspec.structs.replace(
                each,
                path=site.path,
                line=site.line,
                end_line=site.end_line,
                function=site.function,
                module=site.module,
                app=site.app,
                in_loop=site.in_loop,
                chain=(*heard.steps, *each.chain),
                expression=heard.shape,
            )

    def _together(self, heard: Heard) -> Iterator[Access]:
        """What all of them do, told once: how the best known does it, and who is named for it."""
        best: dict[tuple[Action, str | None], Access] = {}
        named: dict[tuple[Action, str | None], Access] = {}
        for receiver in heard.hearers.receivers:
            for access in self._by_receiver(receiver, heard):
                key = (access.action, access.table)
                best[key] = merged(best[key], access) if key in best else access
                named[key] = surest_first(named[key], access) if key in named else access
        for key, access in best.items():
            yield access
            if named[key].because != access.because:
                yield msgspec.structs.replace(named[key], columns=access.columns)

    def _by_receiver(self, receiver: Receiver, heard: Heard) -> Iterator[Access]:
        site = heard.site
        via = "signal"
        for body in receiver.bodies:
            for table, writes, certainty, steps in self._doings(body, receiver):
                last = steps[-1]
                for action, origin in self._at.get((last.path, last.line, table, writes), {}).items():
                    yield Access(
                        path=site.path,
                        line=site.line,
                        end_line=site.end_line,
                        function=site.function,
                        module=site.module,
                        app=site.app,
                        action=action,
                        table=table,
                        model=origin.model if origin.table == table else None,
                        columns=origin.columns if origin.table == table else None,
                        joins=(),
                        via=via,
                        certainty=_weaker(certainty, heard.certainty),
                        in_loop=site.in_loop,
                        cause=Evidence(last.path, last.line),
                        chain=(Step(*receiver.place), *steps[:-1]),
                        because=f"{receiver.place[2]} handles it",
                    )

    def _doings(self, body: int, receiver: Receiver) -> tuple[tuple[str, bool, Certainty, tuple[Step, ...]], ...]:
        known = self._done.get(body)
        if known is None:
            wanted = {
                bit: (table, writes, how) for table, writes, how, bit in self._effects.tables(self._summaries[body])
            }
            ways = self._ways.shortest([Part(body, *EVERYTHING)], wanted, MOST_STEPS)
            known = self._done[body] = tuple((*wanted[bit], steps) for bit, steps in islice(ways, MOST_TABLES))
            if len(known) < len(wanted):
                self._note_limit(receiver, len(known), len(wanted))
        return known

    def _note_limit(self, receiver: Receiver, told: int, reached: int) -> None:
        path, line, name = receiver.place
        reason = f"{name} leads to {reached:,} reads and writes of tables; where it is heard, only the nearest {told} are told"
        self.blind[BlindSpot(path, line, "receiver-limit", reason)] = None


def _weaker(a: Certainty, b: Certainty) -> Certainty:
    """The weaker of two, and never proved: a receiver may look away."""
    order = list(Certainty)
    return _INFERRED[order[max(order.index(a), order.index(b))]]
