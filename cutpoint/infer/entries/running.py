"""A function or class that something outside calls -> the bodies that run then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.calls import EVERYTHING, Part
from cutpoint.domain.entry_point import Entry
from cutpoint.domain.objects import Class, Function

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from cutpoint.domain.entry_point import EntryKind
    from cutpoint.domain.objects import Module
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


class Running:
    """Answers for one analysis."""

    def __init__(self, engine: Engine, index: dict[Frame, int]) -> None:
        self.engine = engine
        self.world = engine.world
        self._index = index
        self._by_function: dict[Function, list[Frame]] = {}
        self._by_class: dict[Class, list[Frame]] = {}
        self._told_apart: dict[Function, dict[object, list[Frame]]] = {}
        """Of a function that was asked for: the class of `self` -> frames."""
        self._called = {callee.function for frame in index for callee in frame.calls}
        """Functions that some code calls."""
        self._by_scope: dict[Frame, list[Frame]] = {}
        for frame in index:
            if frame.function is not None:
                self._by_function.setdefault(frame.function, []).append(frame)
            if frame.scope is not None and frame.root:
                self._by_scope.setdefault(frame.scope, []).append(frame)
            cls = getattr(frame.receiver, "cls", None)
            if type(cls) is Class and not frame.is_class_body and not frame.is_home:
                self._by_class.setdefault(cls, []).append(frame)

    def of_function(self, function: Function) -> tuple[Part, ...]:
        """All that is known of calls of *function*, and of the functions inside of it that nobody calls."""
        frames = self._by_function.get(function, [])
        # What a function returns, as middleware does, is called by whoever it is returned to.
        inner = (other for frame in frames for other in self._by_scope.get(frame, ()) if other not in frame.calls)
        return self._parts([*frames, *inner])

    def of_class(
        self, cls: Class, without: Collection[str] = (), always: Collection[str] | None = None
    ) -> tuple[Part, ...]:
        """What runs of a class: its methods and those that it inherits, but for those named in *without*.

        Of methods that others call, only those named in *always* run by themselves, if that is given.
        """
        frames = self._frames_of(cls, without)
        return self._parts(each for each in frames if always is None or self._runs_alone(each.function, always))

    def _runs_alone(self, function: Function | None, always: Collection[str]) -> bool:
        return function is None or function.name in always or function not in self._called

    def of_method(self, cls: Class, name: str) -> tuple[Part, ...]:
        """What one method of a class runs."""
        found = self.world.member(cls, name)
        function = self.world.function_value(found[1]) if found is not None else None
        return self._parts(self._for_class(function, cls)) if function is not None else ()

    def modules(self) -> Iterator[Module]:
        """Those of ours that were looked at, but for test code."""
        for key, frame in list(self.engine.frames.items()):
            if type(key) is tuple and key[0] == "module" and frame.module.name not in self.world.test_modules:
                yield frame.module

    def handed_over(self) -> list[Function]:
        """Functions of ours that some code hands to a queue."""
        found: dict[Function, None] = {}
        for frame in self._index:
            for callee, _ in frame.atomicity.sent if frame.atomicity is not None else ():
                function = callee.function
                is_named = function is not None and not function.is_lambda and "<locals>" not in function.qualname
                if function is not None and is_named and function.env.module.found.ours and function.owner is None:
                    found[function] = None
        return sorted(found, key=place_of)

    def at_line(self, frame: Frame, line: int) -> tuple[Part, ...]:
        """What one line of *frame* does."""
        return (Part(self._index[frame], line, line),) if frame in self._index else ()

    def _frames_of(self, cls: Class, without: Collection[str]) -> Iterator[Frame]:
        met: set[str] = set(without)
        for frame in self._by_class.get(cls, ()):
            name = frame.function.name if frame.function is not None else self.engine.circumstances.actions.get(frame)
            if name not in met:
                yield frame
        for base in self.world.program.linear(cls):
            if type(base) is not Class or not base.module.found.ours:
                continue
            for name, value in base.attributes.items():
                if name not in met and base is not cls:
                    function = self.world.function_value(value)
                    if function is not None:
                        yield from self._for_class(function, cls)
                met.add(name)

    def _for_class(self, function: Function, cls: Class) -> list[Frame]:
        """Frames of a method for *cls*: its own, or, where the class changes nothing, those of the class that defines it."""
        own = self._told_apart.get(function)
        if own is None:
            own = self._told_apart[function] = {}
            for frame in self._by_function.get(function, ()):
                own.setdefault(getattr(frame.receiver, "cls", None), []).append(frame)
        if cls in own:
            return own[cls]
        return [frame for frame in own.get(function.owner, ()) if frame.root]

    def _parts(self, frames: Iterable[Frame]) -> tuple[Part, ...]:
        return tuple(Part(number, *EVERYTHING) for number in sorted({self._index[frame] for frame in frames}))

    # Entries

    def entry(
        self,
        kind: EntryKind,
        name: str,
        what: Function | Class,
        parts: tuple[Part, ...],
        *,
        aliases: Iterable[str] = (),
        certainty: Certainty = Certainty.PROVED,
        declared: tuple[str, int] | None = None,
        methods: tuple[str, ...] = (),
    ) -> Entry:
        """The entry point that *what* is."""
        path, line, function, module = place_of(what)
        others = tuple(dict.fromkeys(each for each in aliases if each and each not in (name, function)))
        app = self.world.app_of_path.get(path)
        return Entry(kind, name, function, path, line, module, app, certainty, others, declared, parts, methods)


def place_of(what: Function | Class) -> tuple[str, int, str, str]:
    """(path, line, dotted name, module)."""
    if isinstance(what, Class):
        return what.path, what.line, what.dotted, what.module.name
    module = what.env.module
    return what.place.path, what.place.line, f"{module.name}.{what.qualname}", module.name
