"""`order.save()` and `paid.send(…)` do what the receivers of the signals do that they send: `@receiver(post_save, sender=Order)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Access, Action, Certainty, Step
from cutpoint.domain.calls import EVERYTHING, Call, CallGraph, Part
from cutpoint.domain.source import Evidence
from cutpoint.domain.types import ANY
from cutpoint.interpret.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.use import Receiver, Site
    from cutpoint.interpret.effects import Effects

_INFERRED = {
    Certainty.PROVED: Certainty.INFERRED,
    Certainty.INFERRED: Certainty.INFERRED,
    Certainty.POSSIBLE: Certainty.POSSIBLE,
}


class Heard(msgspec.Struct, frozen=True):
    """A line that makes something heard by receivers."""

    site: Site
    body: int
    receivers: tuple[int, ...]
    """Bodies."""
    steps: tuple[Step, ...]
    """What leads from the line to the receiver, the receiver itself last."""
    certainty: Certainty
    shape: str
    nodes: tuple[int, ...]


class Audience:
    """Who hears what."""

    def __init__(self, receivers: Iterable[Receiver]) -> None:
        self._by_sender: dict[tuple[str, str | None], list[Receiver]] = {}
        for receiver in receivers:
            self._by_sender.setdefault((receiver.signal, receiver.sender), []).append(receiver)

    def of(self, signal: str, sender: str, state: int = ANY) -> Iterator[Receiver]:
        """The receivers of *signal* for this very sender, and those for any, as far as they hear of rows in this state."""
        for name in (sender, None):
            for receiver in self._by_sender.get((signal, name), ()):
                if ANY in (state, receiver.state) or state == receiver.state:
                    yield receiver

    def listened(self) -> frozenset[str]:
        """The models of whose deletes somebody hears; `*` for all."""
        senders = {sender for signal, sender in self._by_sender if signal in ("pre_delete", "post_delete")}
        return frozenset("*" if sender is None else sender for sender in senders)


def with_receivers(graph: CallGraph, heard: Iterable[Heard]) -> CallGraph:
    """*graph*, in which lines that make Django send signals call the receivers."""
    calls: dict[int, dict[Call, None]] = {}
    for each in heard:
        # What is only possible leads nowhere: what follows from it would be told as more than it is.
        for receiver in each.receivers if each.certainty is not Certainty.POSSIBLE else ():
            if each.body >= 0:
                calls.setdefault(each.body, {})[Call(receiver, each.site.line)] = None
    if not calls:
        return graph
    more = tuple(
        tuple(dict.fromkeys((*known, *calls[body]))) if body in calls else known
        for body, known in enumerate(graph.calls)
    )
    return CallGraph(graph.bodies, more, graph.openings, graph.later)


class Hearing:
    """What receivers do, looked up once for each of them."""

    def __init__(self, graph: CallGraph, effects: Effects, accesses: Iterable[Access]) -> None:
        self._effects = effects
        self._summaries = effects.summaries(graph)
        self._ways = Ways(graph, effects, self._summaries)
        self._done: dict[int, tuple[tuple[str, bool, Certainty, tuple[Step, ...]], ...]] = {}
        self._at: dict[tuple[str, int, str, bool], dict[Action, Access]] = {}
        for access in accesses:
            if access.table is not None:
                self._at.setdefault((access.path, access.line, access.table, access.writes), {})[access.action] = access
            for join in access.joins:
                self._at.setdefault((access.path, access.line, join.table, False), {})[Action.READ] = access

    def accesses(self, heard: Heard) -> Iterator[Access]:
        """What the receivers do because of the line, each by the shortest way."""
        site = heard.site
        via = "signal"
        for receiver in heard.receivers:
            for table, writes, certainty, steps in self._doings(receiver):
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
                        chain=(*heard.steps, *steps[:-1]),
                        expression=heard.shape,
                        because=f"{heard.steps[-1].function} hears of it",
                    )

    def _doings(self, receiver: int) -> tuple[tuple[str, bool, Certainty, tuple[Step, ...]], ...]:
        known = self._done.get(receiver)
        if known is None:
            wanted = {
                bit: (table, writes, how) for table, writes, how, bit in self._effects.tables(self._summaries[receiver])
            }
            found = self._ways.shortest([Part(receiver, *EVERYTHING)], wanted)
            known = self._done[receiver] = tuple((*wanted[bit], steps) for bit, steps in found)
        return known


def _weaker(a: Certainty, b: Certainty) -> Certainty:
    """The weaker of two, and never proved: a receiver may look away."""
    order = list(Certainty)
    return _INFERRED[order[max(order.index(a), order.index(b))]]
