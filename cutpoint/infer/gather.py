"""Frames after the fixpoint -> uses with their deciders, and the blind spots that no frame resolves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.query_words import DELETING, SAVING, WRITING
from cutpoint.domain.types import (
    BY_CALLER,
    BY_CLASS,
    CERTAINTY_BITS,
    POSSIBLE,
    PROVED,
    STORED,
    Manager,
    Query,
    Row,
    atom,
)
from cutpoint.domain.use import Decider, Inference, QueryWord, Site, Use
from cutpoint.infer.agents.library import Lifting, is_foreign
from cutpoint.infer.call_graph import CallGraphing
from cutpoint.infer.column_uses import column_uses
from cutpoint.infer.deciders import Deciders, name_of
from cutpoint.infer.emptied import Deletes
from cutpoint.infer.entries.entries import entries_of
from cutpoint.infer.failures import is_outlived
from cutpoint.infer.fetched.fetched import Fetched
from cutpoint.infer.frameworks.collectors import COLLECTED
from cutpoint.infer.hearers import receivers_of, sendings_of
from cutpoint.infer.levels import is_leveled, with_level
from cutpoint.infer.reaching import reach
from cutpoint.infer.unreached import unreached
from cutpoint.infer.vendor_tests import VendorTests
from cutpoint.infer.walked import walks
from cutpoint.infer.written import nodes_of, shape_of

if TYPE_CHECKING:
    from typing import TypeAlias

    from cutpoint.domain.types import Atom
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame, Seen

    _At: TypeAlias = tuple[int, int, str, str, tuple[int, ...]]

# More models than this at one place in one frame are candidates and no longer knowledge.
_MOST_CANDIDATES = 8


def _model(seen: Seen) -> object:
    """What makes a receiver another candidate: its model, however it came here."""
    return getattr(seen.receiver, "label", None) or seen.receiver


def _is_possible(seen: Seen) -> bool:
    """Whether its receiver is a guess already, which says nothing against those that are known."""
    return getattr(seen.receiver, "level", PROVED) & CERTAINTY_BITS == POSSIBLE


def _takes_all(seen: Seen) -> bool:
    """Whether it is one of many that a loop takes one after the other: `for model in MODELS`, where a definition names all."""
    bits = CERTAINTY_BITS | BY_CALLER | BY_CLASS
    return seen.in_loop and getattr(seen.receiver, "level", BY_CALLER) & bits == PROVED


def _stored(receiver: Atom) -> Atom:
    """Who deletes a row has one that is stored, whatever becomes of it then."""
    return atom(Row, receiver.label, receiver.level, STORED) if type(receiver) is Row else receiver


class Gathering:
    """One walk over all frames that count."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.world = engine.world
        self._texts: dict[int, str] = {}
        """Node, as it stays where it is while frames live -> its text."""
        self.live = self._live_frames()
        self.graphing = CallGraphing(engine, self.live)
        self.deciders = Deciders(engine.world, self.live)
        self._vendor_tests = VendorTests(engine)
        self.entries = entries_of(engine, self.graphing.index)
        self._fetched = Fetched(engine, self.live, ((entry.path, entry.line) for entry in self.entries))
        self._deletes = Deletes(engine, self._fetched.sites)

    def _live_frames(self) -> list[Frame]:
        """Roots, and whatever they call; a guess only where nothing better is known of its function."""
        roots = [frame for frame in self.engine.frames.values() if frame.root and not self._is_guess(frame)]
        # Frames at the level of modules call what signals, decorators and module-level values run.
        roots += self.engine.homes.all()
        live: dict[Frame, None] = {}
        reach(live, roots)
        guesses = [frame for frame in self.engine.frames.values() if frame.root and self._is_guess(frame)]
        # Whoever is called by another that is only guessed at is known better by that one.
        called = {callee.function for frame in self.engine.frames.values() for callee in frame.calls}
        for some in (
            [frame for frame in guesses if frame.function not in called],
            [frame for frame in guesses if frame.function in called],
        ):
            known = {(frame.function, self._plain(frame.receiver)) for frame in live if frame.function is not None}
            reach(live, [frame for frame in some if (frame.function, self._plain(frame.receiver)) not in known])
        return list(live)

    def _is_guess(self, frame: Frame) -> bool:
        """A root whose arguments are not known, or of an object of which it is not known what it is made with."""
        cls = getattr(frame.receiver, "cls", None)
        return frame.guess or (type(cls) is Class and self.engine.makings.has_variants(cls))

    def _plain(self, receiver: Atom | None) -> object:
        """*receiver* without what tells it apart from others of its class."""
        cls = getattr(receiver, "cls", None)
        return (type(receiver), self.engine.makings.plain(cls)) if type(cls) is Class else receiver

    def gather(self) -> Inference:
        """Everything that was seen."""
        lifting = Lifting(self)
        uses: list[Use] = []
        blind: dict[tuple[str, int, str], str] = {}
        resolved: set[tuple[str, int, str]] = set()
        called = {frame.function for frame in self.deciders.callers}
        closed = unreached(self.live, self.deciders.callers)
        for frame in self.live:
            if is_foreign(frame):
                uses += lifting.at_class(frame)
            if not frame.module.found.ours or frame.is_home:
                continue
            uses += lifting.at_calls(frame)
            hypothetical = frame in closed or (
                frame.root and frame not in self.deciders.callers and frame.function in called
            )
            try:
                uses += self._seen_in(frame, hypothetical=hypothetical)
            except Exception as error:
                if not is_outlived(frame, error):
                    raise
            path = frame.module.path
            resolved.update((path, seen.line, seen.name) for seen in frame.uses.values())
            for line, verb, reason in frame.blind.values():
                blind.setdefault((path, line, verb), reason)
        words = [QueryWord(*key, reason) for key, reason in blind.items() if key not in resolved]
        unsettled = {
            (frame.module.path, frame.function.place.line) for frame in self.engine.unsettled if frame.function
        }
        return Inference(
            tuple(uses),
            tuple(sorted(words)),
            frozenset(resolved),
            tuple(sorted(unsettled)),
            self.engine.hints.stale(),
            self.graphing.graph(),
            tuple(receivers_of(self)),
            tuple(sendings_of(self)),
            tuple(sorted(self.engine.circumstances.keepings)),
            self.entries,
            tuple(sorted({*self.engine.circumstances.unnamed, *self.engine.templates.unread()})),
            column_uses(self.live),
        )

    def _seen_in(self, frame: Frame, *, hypothetical: bool) -> list[Use]:
        """What the body of *frame* does; nobody is seen to get there when it is *hypothetical*."""
        uses: list[Use] = []
        wide = {
            place
            for place, some in self._models_at(frame).items()
            if len(some) > _MOST_CANDIDATES and (place[3] in WRITING or not walks(frame, frozenset(some)))
        }
        for seen in frame.uses.values():
            if not self._fetched.has(frame, seen):
                # A write that nobody is seen to call gates nobody; that its table is read in general code is still worth knowing.
                unseen = hypothetical and seen.name in WRITING
                uses += self.uses_of(frame, seen, wide=unseen or self._place_of(seen) in wide)
        return uses

    def _models_at(self, frame: Frame) -> dict[_At, dict[object, None]]:
        """Which models there are at each place of the frame.

        A wrong writer costs a plan, so guesses count against what is written there; a wrong reader costs a look,
        and what a loop walks over is read, all of it.
        """
        known: dict[_At, dict[object, None]] = {}
        for seen in frame.uses.values():
            if (seen.name in WRITING or not _is_possible(seen)) and not _takes_all(seen):
                known.setdefault(self._place_of(seen), {})[_model(seen)] = None
        return known

    def _place_of(self, seen: Seen) -> _At:
        return seen.line, seen.end, self._text_of(seen), seen.name, seen.item

    def _text_of(self, seen: Seen) -> str:
        """Its expression as written: frames of one function share the nodes of its body."""
        text = self._texts.get(id(seen.node))
        if text is None:
            text = self._texts[id(seen.node)] = seen.text
        return text

    def uses_of(self, frame: Frame, seen: Seen, *, wide: bool) -> list[Use]:
        """What one thing that was seen does; an override, whatever it finally does to its own row or query."""
        if wide and is_leveled(seen.receiver):
            # One of many candidates, or a method that is called on other classes, but never seen called on this one.
            seen.receiver = with_level(seen.receiver, seen.receiver.level & ~CERTAINTY_BITS | POSSIBLE)
        level = getattr(seen.receiver, "level", 0)
        site = self.site_at(frame, seen.line, seen.end, in_loop=seen.in_loop)
        deciders = self.deciders.of(frame, level & (BY_CALLER | BY_CLASS))
        shape = shape_of(seen.node, frame.module.env)
        body = self.graphing.index[frame]
        emptied = self._deletes.before(frame, seen)
        is_foreign = self._vendor_tests.is_foreign(frame, seen)
        if seen.kind != "override":
            return [self._use(seen, site, seen.name, deciders, shape, body, emptied, seen, is_foreign=is_foreign)]
        verbs: dict[str, Seen] = {}
        for callee in seen.callees:
            self._own_verbs(callee, seen, verbs, set())
        return [
            self._use(seen, site, verb, deciders, shape, body, emptied, inner, is_foreign=is_foreign)
            for verb, inner in verbs.items()
        ]

    def _use(
        self,
        seen: Seen,
        site: Site,
        name: str,
        deciders: tuple[Decider, ...],
        shape: str,
        body: int,
        emptied: tuple[tuple[str, str], ...],
        inner: Seen,
        *,
        is_foreign: bool,
    ) -> Use:
        # `delete()` that saves says itself which columns; what was asked for is another thing.
        said = seen if name == seen.name else inner
        return Use(
            "call" if seen.kind == "override" else seen.kind,
            _stored(seen.receiver) if seen.name in DELETING and name != seen.name else seen.receiver,
            name,
            said.arguments,
            said.keywords,
            site,
            self._text_of(seen),
            shape,
            nodes_of(seen.node),
            deciders,
            seen.cause,
            seen.override,
            seen.agents,
            seen.consumed,
            seen.joins,
            body,
            emptied,
            seen.item,
            POSSIBLE if is_foreign else PROVED,
        )

    def _own_verbs(self, frame: Frame, outer: Seen, verbs: dict[str, Seen], met: set[Frame]) -> None:
        """What an override finally does to its own row or query -> where it was seen."""
        if frame in met:
            return
        met.add(frame)
        known = len(verbs)
        label = getattr(frame.receiver, "label", None)
        for seen in frame.uses.values():
            if (
                seen.kind == "call"
                and getattr(seen.receiver, "label", None) == label
                and (
                    type(seen.receiver) in (Manager, Query)
                    # A file of the row is another thing.
                    or (
                        type(seen.receiver) is Row
                        and (
                            seen.text.startswith(("self.", "super()", "super(", "cls.", "models.Model."))
                            or any(name == COLLECTED for name, _ in seen.keywords)
                        )
                    )
                )
            ):
                verbs.setdefault(seen.name, seen)
        for callee in frame.calls:
            if getattr(callee.receiver, "label", None) == label and type(callee.receiver) is type(frame.receiver):
                self._own_verbs(callee, outer, verbs, met)
        if len(verbs) == known and frame.function is not None and not frame.module.found.ours:
            # Whatever a library's override does instead, with a collector or SQL of its own, saves or deletes the row.
            verbs.update(dict.fromkeys({frame.function.name} & SAVING, outer))

    def site_at(self, frame: Frame, line: int, end: int | None = None, *, in_loop: bool = False) -> Site:
        """The place of a line of *frame*."""
        module = frame.module
        app = self.world.app_of_path.get(module.path)
        return Site(module.path, line, end or line, name_of(frame), module.name, app, in_loop)
