"""Frames after the fixpoint -> bodies, their calls, and the transactions that they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.calls import EVERYTHING, Body, Call, CallGraph, Later, Opening, Part
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import AtomicOf, FunctionOf
from cutpoint.infer.atomic_classes import atomic_classes, handles
from cutpoint.infer.routed_views import is_exempt, routed_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.types import Atom
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


class CallGraphing:
    """One walk over all frames that count."""

    def __init__(self, engine: Engine, live: list[Frame]) -> None:
        self._engine = engine
        self._live = live
        self.index = {frame: number for number, frame in enumerate(live)}
        self._by_function: dict[Function, list[Frame]] = {}
        for frame in live:
            if frame.function is not None:
                self._by_function.setdefault(frame.function, []).append(frame)

    def graph(self) -> CallGraph:
        """Everything, in the order of the frames."""
        return CallGraph(
            tuple(map(self._body, self._live)),
            tuple(tuple(self._calls(frame)) for frame in self._live),
            tuple(self._openings()),
            tuple(self._later()),
        )

    def _body(self, frame: Frame) -> Body:
        module, function = frame.module, frame.function
        line, end = (function.place.line, function.end) if function is not None else _start_of(frame)
        name = f"{module.name}.{frame.qualname}" if frame.qualname else module.name
        return Body(module.path, name, line, end, module.name, self._engine.world.app_of_path.get(module.path))

    def _calls(self, frame: Frame) -> Iterator[Call]:
        later = frame.atomicity.later if frame.atomicity is not None else ()
        for callee, lines in frame.calls.items():
            number = self.index.get(callee)
            if number is not None:
                for line, _ in lines:
                    if (callee, line) not in later:
                        yield Call(number, line)

    def _later(self) -> Iterator[Later]:
        for frame in self._live:
            state = frame.atomicity
            for callee, lines in frame.calls.items() if state is not None and state.later else ():
                for line, _ in lines:
                    if state is not None and (callee, line) in state.later and callee in self.index:
                        by_task = (callee, line) in state.sent
                        yield Later(self.index[frame], self.index[callee], line, by_task)

    # Openings

    def _openings(self) -> Iterator[Opening]:
        for frame in self._live:
            if frame.module.found.ours and not frame.is_home:
                yield from self._blocks(frame)
        for function, opened in self._engine.atomic.items():
            yield from self._decorated(function, [each for each in opened if type(each) is AtomicOf])
        yield from self._wrapped()
        yield from self._classes()
        aliases = self._engine.world.catalog.settings.atomic_requests
        if aliases:
            for view in routed_views(self._engine):
                if not is_exempt(self._engine, view):
                    yield from self._requests(view, aliases)

    def _blocks(self, frame: Frame) -> Iterator[Opening]:
        for (line, opened), (first, last, is_generic) in _blocks_of(frame).items():
            if type(opened) is AtomicOf:
                others = tuple(self._around(frame, line, opened.through)) if opened.through is not None else ()
                own = Part(self.index[frame], first, last, tuple(sorted({part.body for part in others})))
                yield self._opening("atomic", frame, line, last, (own, *others), opened, is_generic)

    def _around(self, frame: Frame, line: int, through: tuple[str, int]) -> Iterator[Part]:
        """What a context manager that is entered on *line* does inside of its own block; before and after is outside."""
        for callee, lines in frame.calls.items():
            if callee in self.index and callee.module.path == through[0] and any(line == each for each, _ in lines):
                for first, last, is_generic in _blocks_of(callee).values():
                    if first == through[1] and is_generic and not _is_enter(callee):
                        yield Part(self.index[callee], first, last)

    def _opening(
        self,
        kind: str,
        frame: Frame,
        line: int,
        end: int,
        parts: tuple[Part, ...],
        opened: AtomicOf | None,
        is_generic: bool = False,
    ) -> Opening:
        body = self._body(frame)
        return Opening(
            kind,
            body.path,
            line,
            end,
            body.function,
            body.module,
            body.app,
            parts,
            opened.using if opened is not None else "default",
            opened.durable if opened is not None else False,
            opened.through if opened is not None else None,
            is_generic,
        )

    def _decorated(self, function: Function, opened: list[AtomicOf]) -> Iterator[Opening]:
        """Functions under `@atomic`: whole bodies."""
        if not function.env.module.found.ours:
            return
        for frame in self._by_function.get(function, ()):
            inside = (Part(self.index[frame], *EVERYTHING), *self._dispatched(frame))
            for each in opened:
                yield self._opening("decorator", frame, function.place.line, function.end, inside, each)

    def _dispatched(self, frame: Frame) -> Iterator[Part]:
        """`dispatch` of a view calls the handlers of its class."""
        function = frame.function
        if function is None or function.owner is None or function.name not in ("dispatch", "as_view"):
            return
        for other in self._live:
            if handles(self._engine.world, other, function.owner, "dispatch"):
                yield Part(self.index[other], *EVERYTHING)

    def _wrapped(self) -> Iterator[Opening]:
        """Functions whose decorator, one of known code, calls them inside a transaction."""
        for wrapper in self._live:
            if not _blocks_of(wrapper) or wrapper.scope is None:
                continue
            handed = {
                each.function for value in wrapper.scope.args.values() for each in value if type(each) is FunctionOf
            }
            for callee, lines in wrapper.calls.items():
                function = callee.function
                if function is None or function not in handed or not function.decorators or callee not in self.index:
                    continue
                for (_, opened), (first, last, _) in _blocks_of(wrapper).items():
                    if type(opened) is AtomicOf and any(first <= line <= last for line, _ in lines):
                        yield from self._wrapping(wrapper, callee, opened, (first, last))

    def _wrapping(self, wrapper: Frame, callee: Frame, opened: AtomicOf, lines: tuple[int, int]) -> Iterator[Opening]:
        function = callee.function
        if function is None or not function.env.module.found.ours:
            return
        yield self._opening("atomic", wrapper, lines[0], lines[1], (), opened, is_generic=True)
        for frame in self._by_function.get(function, ()):
            inside = (Part(self.index[frame], *EVERYTHING),)
            found = self._opening("decorator", frame, function.place.line, function.end, inside, opened)
            yield msgspec.structs.replace(found, through=(wrapper.module.path, lines[0]))

    def _classes(self) -> Iterator[Opening]:
        """Classes under `@method_decorator(atomic, name="dispatch")`."""
        world = self._engine.world
        for cls, method, using in atomic_classes(self._engine):
            by_class: dict[object, list[Part]] = {}
            for frame in self._live:
                if handles(world, frame, cls, method):
                    by_class.setdefault(getattr(frame.receiver, "cls", None), []).append(
                        Part(self.index[frame], *EVERYTHING)
                    )
            for parts in by_class.values() or ((),):
                yield Opening(
                    "class",
                    cls.path,
                    cls.line,
                    cls.line,
                    cls.dotted,
                    cls.module.name,
                    world.app_of_path.get(cls.path),
                    tuple(parts),
                    using,
                )

    def _requests(self, view: Function | Class, aliases: tuple[str, ...]) -> Iterator[Opening]:
        """A view under `ATOMIC_REQUESTS`."""
        path, line, end, name, module = _view(view)
        frames = self._by_function.get(view, []) if isinstance(view, Function) else self._handlers(view)
        parts = tuple(Part(self.index[frame], *EVERYTHING) for frame in frames)
        app = self._engine.world.app_of_path.get(path)
        for alias in aliases if parts else ():
            yield Opening("request", path, line, end, f"{module}.{name}", module, app, parts, alias)

    def _handlers(self, view: Class) -> list[Frame]:
        return [
            frame
            for frame in self._live
            if getattr(frame.receiver, "cls", None) is view and handles(self._engine.world, frame, view, "dispatch")
        ]


def _start_of(frame: Frame) -> tuple[int, int]:
    """Where the body of a class or of a module begins."""
    line = frame.owner.line if type(frame.owner) is Class else 1
    return line, line


def _is_enter(frame: Frame) -> bool:
    return frame.function is not None and frame.function.name in ("__enter__", "__aenter__")


def _blocks_of(frame: Frame) -> dict[tuple[int, Atom], tuple[int, int, bool]]:
    return frame.atomicity.blocks if frame.atomicity is not None else {}


def _view(view: Function | Class) -> tuple[str, int, int, str, str]:
    """(path, first line, last line, qualified name, module)."""
    if isinstance(view, Function):
        return view.place.path, view.place.line, view.end, view.qualname, view.env.module.name
    return view.path, view.line, view.line, view.qualname, view.module.name
