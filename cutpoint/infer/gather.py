"""Frames after the fixpoint -> uses with their deciders, and the blind spots that no frame resolves."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    BY_CALLER,
    BY_CLASS,
    CERTAINTY_BITS,
    POSSIBLE,
    ClassOf,
    Manager,
    ModelClass,
    Object,
    Query,
    Row,
    unknown,
)
from cutpoint.domain.use import Decider, Inference, QueryWord, Receiver, Sending, Site, Use
from cutpoint.infer.agents.library import Lifting, agent_of, class_of, is_foreign
from cutpoint.infer.call_graph import CallGraphing
from cutpoint.infer.frame import Seen
from cutpoint.infer.levels import is_leveled, with_level
from cutpoint.infer.query_words import WRITING
from cutpoint.infer.written import nodes_of, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.types import Atom
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

    Chain = tuple[tuple[str, int, str], ...]
    Found = dict[str | None, dict[tuple[str, int, str], Chain]]
    """App -> place where it decides -> shortest way from there."""

_MOST_DECIDERS = 64
_DEEPEST_CHAIN = 8
# More models than this at one place in one frame are candidates and no longer knowledge.
_MOST_CANDIDATES = 8


UNKNOWN = unknown("library")[0]


def _name_of(frame: Frame) -> str:
    return frame.function.name if frame.function is not None else frame.qualname


def _shortest(chain: Chain) -> tuple[int, Chain]:
    return len(chain), chain


def _model(seen: Seen) -> object:
    """What makes a receiver another candidate: its model, however it came here."""
    return getattr(seen.receiver, "label", None) or seen.receiver


class Gathering:
    """One walk over all frames that count."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._world = engine.world
        self._deciders: dict[tuple[Frame, int], tuple[Decider, ...]] = {}
        self._texts: dict[int, str] = {}
        """Node, as it stays where it is while frames live -> its text."""
        self._live = self._live_frames()
        self._lifting = Lifting()
        self._graphing = CallGraphing(engine, self._live)
        self._callers: dict[Frame, list[tuple[Frame, int, int]]] = {}
        for frame in self._live:
            for callee, lines in frame.calls.items():
                self._callers.setdefault(callee, []).extend((frame, line, bits) for line, bits in lines)

    def _live_frames(self) -> list[Frame]:
        """Roots, and whatever they call; a guess only where nothing better is known of its function."""
        roots = [frame for frame in self._engine.frames.values() if frame.root and not self._is_guess(frame)]
        # Frames at the level of modules call what signals, decorators and module-level values run.
        roots += self._engine.homes()
        live = dict.fromkeys(roots)
        queue = deque(roots)
        self._reach(live, queue)
        known = {(frame.function, self._plain(frame.receiver)) for frame in live if frame.function is not None}
        for frame in list(self._engine.frames.values()):
            if (
                frame.root
                and self._is_guess(frame)
                and frame not in live
                and (frame.function, self._plain(frame.receiver)) not in known
            ):
                live[frame] = None
                queue.append(frame)
        self._reach(live, queue)
        return list(live)

    def _is_guess(self, frame: Frame) -> bool:
        """A root whose arguments are not known, or of an object of which it is not known what it is made with."""
        cls = getattr(frame.receiver, "cls", None)
        return frame.guess or (type(cls) is Class and self._engine.makings.has_variants(cls))

    def _plain(self, receiver: Atom | None) -> object:
        """*receiver* without what tells it apart from others of its class."""
        cls = getattr(receiver, "cls", None)
        return (type(receiver), self._engine.makings.plain(cls)) if type(cls) is Class else receiver

    @staticmethod
    def _reach(live: dict[Frame, None], queue: deque[Frame]) -> None:
        while queue:
            for callee in queue.popleft().calls:
                if callee not in live:
                    live[callee] = None
                    queue.append(callee)

    def gather(self) -> Inference:
        """Everything that was seen."""
        uses: list[Use] = []
        blind: dict[tuple[str, int, str], str] = {}
        resolved: set[tuple[str, int, str]] = set()
        called = {frame.function for frame in self._callers}
        for frame in self._live:
            if is_foreign(frame):
                uses += self._uses_of_class(frame)
            if not frame.module.found.ours or frame.is_home:
                continue
            uses += self._lifted(frame)
            hypothetical = frame.root and frame not in self._callers and frame.function in called
            path = frame.module.path
            counts = Counter(
                word for word, _ in {(self._place_of(seen), _model(seen)): None for seen in frame.uses.values()}
            )
            for seen in frame.uses.values():
                # A write that nobody is seen to call gates nobody; that its table is read in general code is still worth knowing.
                unseen = hypothetical and seen.name in WRITING
                uses += self._uses_of(frame, seen, wide=unseen or counts[self._place_of(seen)] > _MOST_CANDIDATES)
                resolved.add((path, seen.line, seen.name))
            for line, verb, reason in frame.blind.values():
                blind.setdefault((path, line, verb), reason)
        words = [QueryWord(*key, reason) for key, reason in blind.items() if key not in resolved]
        unsettled = {
            (frame.module.path, frame.function.place.line) for frame in self._engine.unsettled if frame.function
        }
        return Inference(
            tuple(uses),
            tuple(sorted(words)),
            frozenset(resolved),
            tuple(sorted(unsettled)),
            self._engine.hints.stale(),
            self._graphing.graph(),
            tuple(self._receivers()),
            tuple(self._sendings()),
        )

    def _place_of(self, seen: Seen) -> tuple[int, int, str, str]:
        return seen.line, seen.end, self._text_of(seen), seen.name

    def _text_of(self, seen: Seen) -> str:
        """Its expression as written: frames of one function share the nodes of its body."""
        text = self._texts.get(id(seen.node))
        if text is None:
            text = self._texts[id(seen.node)] = seen.text
        return text

    def _receivers(self) -> Iterator[Receiver]:
        """Who hears which of Django's signals."""
        by_function: dict[object, list[int]] = {}
        for frame in self._live:
            if frame.function is not None:
                by_function.setdefault(frame.function, []).append(self._graphing.index[frame])
        for signal, sender, function in self._engine.connections:
            place = (function.place.path, function.place.line, f"{function.env.module.name}.{function.qualname}")
            bodies = tuple(by_function.get(function, ()))
            if bodies and function.env.module.name not in self._world.test_modules:
                yield Receiver(signal, sender, bodies, place)

    def _sendings(self) -> Iterator[Sending]:
        """Lines that send signals of the project's own."""
        index = self._graphing.index
        for frame, callee, line in self._engine.sent:
            # The line may have gone another way in the last run.
            is_so = any(line == other for other, _ in frame.calls.get(callee, ()))
            function = callee.function
            if is_so and function is not None and frame in index and callee in index and not is_foreign(frame):
                around = Seen("call", UNKNOWN, "send", (), (), line, line, None, in_loop=False)
                name = f"{function.env.module.name}.{function.qualname}"
                place = (function.place.path, function.place.line, name)
                yield Sending(self._site(frame, around), index[frame], index[callee], place)

    def _lifted(self, frame: Frame) -> Iterator[Use]:
        """What library code does that *frame* calls, on the line of the call."""
        for callee, lines in frame.calls.items():
            if not is_foreign(callee):
                continue
            for line, bits in lines:
                around = Seen("call", UNKNOWN, _name_of(callee), (), (), line, line, None, in_loop=False)
                site = self._site(frame, around)
                for inner, seen in self._lifting.inside(callee):
                    level = getattr(seen.receiver, "level", 0)
                    deciders = {
                        **{each.app: each for each in self._deciders_of(frame, level & bits & BY_CALLER)},
                        **{each.app: each for each in self._deciders_of(inner, level & BY_CLASS)},
                    }
                    yield from self._told_by_library(inner, seen, site, tuple(deciders.values()), frame)

    def _uses_of_class(self, frame: Frame) -> Iterator[Use]:
        """What an entry of library code does for the class of ours that inherits it, on the line of the class."""
        cls = class_of(frame)
        if cls is None:
            return
        app = self._world.app_of_path.get(cls.path)
        site = Site(cls.path, cls.line, cls.line, cls.dotted, cls.module.name, app, in_loop=False)
        for inner, seen in self._lifting.inside(frame):
            yield from self._told_by_library(inner, seen, site, (), frame)

    def _told_by_library(
        self, inner: Frame, seen: Seen, site: Site, deciders: tuple[Decider, ...], body: Frame
    ) -> Iterator[Use]:
        agent = agent_of(inner, seen, self._name(inner))
        for use in self._uses_of(inner, seen, wide=False):
            yield msgspec.structs.replace(
                use,
                site=site,
                shape=f"{_name_of(inner)}()",
                nodes=(),
                deciders=deciders,
                agents=(agent, *use.agents),
                body=self._graphing.index[body],
            )

    def _uses_of(self, frame: Frame, seen: Seen, *, wide: bool) -> list[Use]:
        if wide and is_leveled(seen.receiver):
            # One of many candidates, or a method that is called on other classes, but never seen called on this one.
            seen.receiver = with_level(seen.receiver, seen.receiver.level & ~CERTAINTY_BITS | POSSIBLE)
        level = getattr(seen.receiver, "level", 0)
        site = self._site(frame, seen)
        deciders = self._deciders_of(frame, level & (BY_CALLER | BY_CLASS))
        shape = shape_of(seen.node, frame.module.env)
        body = self._graphing.index[frame]
        if seen.kind != "override":
            return [self._use(seen, site, seen.name, deciders, shape, body)]
        verbs: dict[str, None] = {}
        for callee in seen.callees:
            self._own_verbs(callee, verbs, set())
        return [self._use(seen, site, verb, deciders, shape, body) for verb in verbs]

    def _use(self, seen: Seen, site: Site, name: str, deciders: tuple[Decider, ...], shape: str, body: int) -> Use:
        return Use(
            "call" if seen.kind == "override" else seen.kind,
            seen.receiver,
            name,
            seen.arguments,
            seen.keywords,
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
        )

    def _own_verbs(self, frame: Frame, verbs: dict[str, None], met: set[Frame]) -> None:
        """What an override finally does to its own row or query."""
        if frame in met:
            return
        met.add(frame)
        label = getattr(frame.receiver, "label", None)
        for seen in frame.uses.values():
            if (
                seen.kind == "call"
                and getattr(seen.receiver, "label", None) == label
                and (
                    type(seen.receiver) is not Row
                    or seen.text.startswith(("self.", "super()", "super(", "cls.", "models.Model."))
                )
            ):
                verbs.setdefault(seen.name)
        for callee in frame.calls:
            if getattr(callee.receiver, "label", None) == label and type(callee.receiver) is type(frame.receiver):
                self._own_verbs(callee, verbs, met)

    def _site(self, frame: Frame, seen: Seen) -> Site:
        module = frame.module
        qualname = f"{module.name}.{frame.qualname}" if frame.qualname else module.name
        return Site(
            module.path,
            seen.line,
            seen.end,
            qualname,
            module.name,
            self._world.app_of_path.get(module.path),
            seen.in_loop,
        )

    # Deciders

    def _deciders_of(self, frame: Frame, bits: int) -> tuple[Decider, ...]:
        if not bits:
            return ()
        key = (frame, bits)
        known = self._deciders.get(key)
        if known is None:
            found: Found = {}
            if bits & BY_CLASS and frame.receiver is not None:
                self._add(found, self._class_decider(frame.receiver))
            if bits & BY_CALLER:
                self._add_callers(frame, found)
            known = self._deciders[key] = tuple(
                Decider(app, min(ways.values(), key=_shortest), tuple(sorted(ways.values())))
                for app, ways in sorted(found.items(), key=lambda item: item[0] or "")
            )
        return known

    @staticmethod
    def _add(found: Found, decider: Decider | None) -> None:
        if decider is None:
            return
        ways = found.setdefault(decider.app, {})
        known = ways.get(decider.chain[0])
        if known is None or _shortest(decider.chain) < _shortest(known):
            ways[decider.chain[0]] = decider.chain

    def _add_callers(self, frame: Frame, found: Found) -> None:
        """Walk up to the callers that know the model themselves; breadth first, so that chains are short."""
        queue: deque[tuple[Frame, tuple[tuple[str, int, str], ...]]] = deque([(frame, ())])
        met = {frame}
        while queue and len(found) < _MOST_DECIDERS:
            current, chain = queue.popleft()
            for caller, line, bits in self._callers.get(current, ()):
                step = (caller.module.path, line, self._name(caller))
                way = (step, *chain)
                if bits & BY_CALLER and len(way) < _DEEPEST_CHAIN:
                    if caller not in met:
                        met.add(caller)
                        queue.append((caller, way))
                    continue
                if bits & BY_CLASS and caller.receiver is not None:
                    by = self._class_decider(caller.receiver)
                    if by is not None:
                        self._add(found, Decider(by.app, (*by.chain, *way)))
                    continue
                self._add(found, Decider(self._world.app_of_path.get(caller.module.path), way))

    def _name(self, frame: Frame) -> str:
        return f"{frame.module.name}.{frame.qualname}" if frame.qualname else frame.module.name

    def _class_decider(self, receiver: Atom) -> Decider | None:
        if isinstance(receiver, (Row, ModelClass, Manager, Query)):
            model = self._world.space.model(receiver.label)
            if model is None:
                return None
            return Decider(model.app, ((model.path, model.line, f"{model.module}.{model.name}"),))
        cls = getattr(receiver, "cls", None)
        if type(receiver) in (Object, ClassOf) and type(cls) is Class:
            return Decider(self._world.app_of_path.get(cls.path), ((cls.path, cls.line, cls.dotted),))
        return None
