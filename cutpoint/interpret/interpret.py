"""Uses -> accesses: every construct is asked what the uses of its kind touch."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

from cutpoint.domain.access import Access, Action, Certainty, Join, QueryResolution, Reason, Step, in_order
from cutpoint.domain.calls import line_in
from cutpoint.domain.flow import pack_flow
from cutpoint.domain.model_space import ModelSpace
from cutpoint.domain.queries import Queries
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.types import CERTAINTY_BITS, INFERRED, PROVED, Manager, Query, Row
from cutpoint.domain.use import Receiver
from cutpoint.interpret import constructs
from cutpoint.interpret.alternatives import alternatives_in, key_of
from cutpoint.interpret.asking import Asking
from cutpoint.interpret.effects import Effects
from cutpoint.interpret.entry_points import EntryPoints
from cutpoint.interpret.following import with_what_follows
from cutpoint.interpret.hearing import Audience, Heard, Hearers, Hearing, with_receivers
from cutpoint.interpret.implicit_transactions import opens_transaction
from cutpoint.interpret.said_once import CERTAINTIES, Accesses
from cutpoint.interpret.sent import signals_of
from cutpoint.interpret.softly import as_done
from cutpoint.interpret.sql.declarations import declarations_in
from cutpoint.interpret.transactions import Transactions
from cutpoint.interpret.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.calls import CallGraph
    from cutpoint.domain.catalog import Model
    from cutpoint.domain.declared_schema import SchemaText
    from cutpoint.domain.types import Atom
    from cutpoint.domain.use import Inference, QueryWord, Sending, Touch, Use

_UNSETTLED = "types of this function still grew when the limit was reached; what it does may be incomplete"


def interpret(inference: Inference, models: Iterable[Model], schema_texts: Iterable[SchemaText] = ()) -> Queries:
    """Every access, sorted; the blind spots among queries; how much was resolved."""
    models = tuple(models)
    audience = Audience(inference.receivers)
    schema = declarations_in(schema_texts)
    space = ModelSpace(models, audience.listened(), inference.keepings, schema)
    constructs_of, found = constructs_by_use(), Accesses()
    blind: set[BlindSpot] = set()
    tables = {model.table: model.label for model in models if model.table is not None and not model.proxy}
    effects = Effects()
    alternatives = alternatives_in(inference.uses)
    asking = Asking(inference.uses, space)
    implicit: list[tuple[Use, int]] = []
    heard = [_sent(sending) for sending in inference.sendings]
    for seen in inference.uses:
        use = as_done(seen, space)
        bits, line = 0, _line_in(inference.calls, use)
        for construct in _asked_of(constructs_of, use):
            for touch in construct.touches(use, space):
                for access in _told(use, touch, space, tables, asking):
                    found.add(access, use)
                    effects.add(use.body, access, line, is_one_of_several=key_of(use) in alternatives)
                    bits |= effects.bits(access, access.certainty)
            for reason in construct.opaque(use, space) if hasattr(construct, "opaque") else ():
                blind.add(BlindSpot(use.site.path, use.site.line, "opaque-sql", reason))
        heard += _heard(use, space, audience)
        if bits and opens_transaction(use, space):
            implicit.append((use, bits))
    blind.update(_not_inferred(inference), (BlindSpot(*spot) for spot in schema.blind_spots()))
    resolution = _resolution(inference.blind, inference.resolved_sites)
    graph = with_receivers(inference.calls, heard)
    ways = Ways(graph, effects)
    hearing = Hearing(ways, effects, found.all())
    for each in heard:
        for access in hearing.accesses(each):
            found.add(access, each)
    blind |= hearing.blind.keys()
    transactions = Transactions(graph, ways, effects)
    for use, bits in implicit:
        transactions.add_implicit(use.site, bits, _certainty(use))
    entries = EntryPoints(graph, effects, inference.entries)
    return Queries(
        in_order(found.said_once()),
        resolution,
        tuple(sorted(blind)),
        transactions.all(),
        entries.all(),
        inference.columns,
        pack_flow(entries.flow()),
        tuple(inference.blind),
    )


def _not_inferred(inference: Inference) -> Iterator[BlindSpot]:
    yield from (_blind_spot(word) for word in inference.blind)
    yield from (BlindSpot(path, line, "fixpoint-limit", _UNSETTLED) for path, line in inference.unsettled)
    yield from (BlindSpot(*spot) for spot in inference.unnamed)
    for hint in inference.stale_hints:
        yield BlindSpot("pyproject.toml", 0, "stale-hint", f"{hint} matches nothing")


def _heard(use: Use, space: ModelSpace, audience: Audience) -> Iterator[Heard]:
    """Who hears of what *use* does."""
    for signal, sender, steps, state in signals_of(use, space):
        for hearers in audience.of(signal, sender, state):
            way = _steps((*_steps_to(use, None), *steps))
            # One that hears every model chooses among them by itself: what it does for this one is not known.
            certainty = _certainty(use) if hearers.sender is not None else Certainty.POSSIBLE
            yield Heard(use.site, use.body, hearers, way, certainty, use.shape, use.nodes)


def _sent(sending: Sending) -> Heard:
    """Who hears a signal of the project's own."""
    hearers = Hearers("", None, (Receiver("", None, (sending.receiver,), sending.place),))
    return Heard(sending.site, -1, hearers, (), Certainty.INFERRED, "send()", ())


def _line_in(graph: CallGraph, use: Use) -> int:
    """The line of the use's body: what library code does for a class of ours is told at the class, and done in the library."""
    if use.body < 0:
        return use.site.line
    steps = ((path, line) for _, path, line, _ in use.agents)
    return line_in(graph.bodies[use.body], (use.site.path, use.site.line), steps)


class _Construct(Protocol):
    """What lies in the folder of constructs; one that reads SQL has `opaque(use, space)` as well: why it didn't understand it."""

    RECEIVERS: tuple[type[Atom], ...]
    KIND: str
    NAMES: frozenset[str] | None

    def touches(self, use: Use, space: ModelSpace, /) -> Iterator[Touch]: ...


def _asked_of(by_use: dict[tuple[str, type[Atom]], list[_Construct]], use: Use) -> Iterator[_Construct]:
    for construct in by_use.get((use.kind, type(use.receiver)), ()):
        if construct.NAMES is None or use.name in construct.NAMES:
            yield construct


def constructs_by_use() -> dict[tuple[str, type[Atom]], list[_Construct]]:
    """(kind of use, type of receiver) -> the constructs that are asked of it, in the order of their names."""
    by_kind: dict[tuple[str, type[Atom]], list[_Construct]] = {}
    for info in sorted(pkgutil.iter_modules(constructs.__path__), key=lambda info: info.name):
        construct = cast("_Construct", importlib.import_module(f"{constructs.__name__}.{info.name}"))
        for receiver in construct.RECEIVERS:
            by_kind.setdefault((construct.KIND, receiver), []).append(construct)
    return by_kind


def _told(use: Use, touch: Touch, space: ModelSpace, tables: dict[str, str], asking: Asking) -> Iterator[Access]:
    for access in _accesses(use, touch, space, tables, asking):
        yield from with_what_follows(access, space, tables)


def _accesses(use: Use, touch: Touch, space: ModelSpace, tables: dict[str, str], asking: Asking) -> Iterator[Access]:
    model = space.model(touch.label) if touch.label is not None else None
    label = touch.label
    table = touch.table if touch.table is not None else space.table(touch.label or "")
    if model is None and touch.table is not None:
        label = tables.get(touch.table)
        model = space.model(label) if label is not None else None
    if table is None and touch.label is not None:
        return
    owner = model.app if model is not None else None
    site = use.site
    steps = _steps_to(use, touch)
    cause = steps[-1] if steps else None
    # What a framework or a library does, it does by convention: no definition of the project says so.
    by_convention = INFERRED if use.agents else PROVED
    level = max(_level(use), touch.level, by_convention)
    on_the_way = _steps(steps[:-1])
    behalf = [decider for decider in use.deciders if decider.app != site.app] if owner != site.app else []
    conditions, columns = _asked(use, touch, asking)
    own_decider = not use.deciders or any(decider.app == site.app for decider in use.deciders) or owner == site.app
    for decider in [*behalf, *([None] if own_decider or not behalf else [])]:
        yield Access(
            path=site.path,
            line=site.line,
            end_line=site.end_line,
            function=site.function,
            module=site.module,
            app=site.app,
            action=Action(touch.action),
            table=table,
            model=label,
            columns=columns,
            joins=tuple(Join(*join) for join in touch.joins) if touch.table is None else (),
            via=use.agents[-1][0] if use.agents and touch.cause is None else touch.via,
            certainty=CERTAINTIES[level],
            in_loop=site.in_loop,
            cause=Evidence(*cause[:2]) if cause is not None else None,
            on_behalf_of=decider.app if decider is not None else None,
            chain=_steps(decider.chain if decider is not None else ()) + on_the_way,
            ways=tuple(_steps(way) + on_the_way for way in decider.ways) if decider is not None else (),
            expression=use.shape,
            because=touch.because or _because(use),
            conditions=conditions,
        )


_Names: TypeAlias = "tuple[str, ...] | None"


def _asked(use: Use, touch: Touch, asking: Asking) -> tuple[_Names, _Names]:
    """Conditions and columns; what is read or written besides goes by keys, and is not asked for by name."""
    if touch.table is not None or touch.cause is not None or use.agents or touch.action == "insert":
        return None, touch.columns
    named = asking.columns(use) if touch.action == "read" else None
    return asking.conditions(use), touch.columns if named is None else named


def _steps_to(use: Use, touch: Touch | None) -> tuple[tuple[str, int, str], ...]:
    """What makes it happen: by whom a framework acts, the override that a call goes through, relations; none if the line itself."""
    agents = [agent[1:] for agent in use.agents]
    override = [(*use.cause, use.override)] if use.cause is not None else []
    further = (*touch.chain, *([(*touch.cause, "")] if touch.cause is not None else ())) if touch is not None else ()
    return (*agents, *override, *further)


def _certainty(use: Use) -> Certainty:
    return CERTAINTIES[_level(use)]


def _level(use: Use) -> int:
    return max(getattr(use.receiver, "level", 0) & CERTAINTY_BITS, use.level)


def _steps(steps: Iterable[tuple[str, int, str]]) -> tuple[Step, ...]:
    return tuple(Step(*step) for step in steps)


def _because(use: Use) -> str:
    receiver = use.receiver
    text = use.text.rpartition(".")[0] if use.kind == "call" else use.text
    if type(receiver) is Row and use.kind == "load":
        return f"{text or 'it'} follows {receiver.label}.{use.name}"
    if type(receiver) is Row:
        return f"{text or 'it'} is an instance of {receiver.label}"
    if type(receiver) is Manager:
        related = receiver.related
        return f"{text or 'it'} is {'the manager' if related is None else f'{related.owner}.{related.name}, a related manager'} of {receiver.label}"
    if type(receiver) is Query:
        return f"{text or 'it'} is a queryset of {receiver.label}"
    return ""


def _blind_spot(word: QueryWord) -> BlindSpot:
    what = f"`.{word.verb}()` on an unresolved receiver: {word.reason}"
    if word.verb == word.reason:
        # `exec(text)`, `getattr(Order.objects, name)()`: no method on something, but a function of Python's own.
        what = f"`{word.verb}()` of something that only run time knows"
    return BlindSpot(word.path, word.line, f"query-{word.reason}", what)


def _resolution(words: Iterable[QueryWord], resolved: frozenset[tuple[str, int, str]]) -> QueryResolution:
    words = tuple(words)
    reasons = Counter(word.reason for word in words)
    counted = tuple(
        Reason(f"query-{kind}", count) for kind, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return QueryResolution(len(resolved) + len(words), len(resolved), counted)
