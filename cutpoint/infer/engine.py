"""The fixpoint: frames are run on demand, and again when something that they read has grown."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import NONE, NOTHING, Items, Type, join, one
from cutpoint.infer.call_joins import CallJoins
from cutpoint.infer.circumstances import Circumstances
from cutpoint.infer.dispatch import evaluate
from cutpoint.infer.failures import is_outlived
from cutpoint.infer.followed_libraries import FollowedLibraries
from cutpoint.infer.frame import Env, Frame
from cutpoint.infer.homes import Homes
from cutpoint.infer.joined_arguments import without_joins, without_texts
from cutpoint.infer.known import Known
from cutpoint.infer.makings import Makings
from cutpoint.infer.named_like_models import NamedLikeModels
from cutpoint.infer.reaching import is_reached
from cutpoint.infer.slots import Slot, is_of_registry, kept
from cutpoint.infer.statements import run_body
from cutpoint.infer.templates.parts import KnownTemplates
from cutpoint.infer.told_functions import ToldFunctions

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Body
    from cutpoint.domain.types import Atom
    from cutpoint.infer.hints import Hints
    from cutpoint.infer.world import World

# A frame that still grows after so many runs is left as it is, and counted: lattices this short settle long before.
MOST_RUNS = 40
# Calls nested deeper than this wait for their turn instead of being followed at once.
DEEPEST = 60
# Combinations of argument types for one function; further ones share one frame, whose arguments are joined.
MOST_FRAMES = 400
# Frames of one function in all, each class of `self` with its own; whatever comes further shares one, and is counted.
MOST_FRAMES_IN_ALL = 3_000
# Combinations for functions whose result depends on texts, as a look-up of models by name does.
MOST_FRAMES_BY_TEXT = 2_000


class Engine:
    """All frames and slots of one analysis."""

    def __init__(self, world: World, hints: Hints) -> None:
        self.world = world
        self.hints = hints
        self.joins = CallJoins(world.space)
        self.followed = FollowedLibraries()
        self.told_functions = ToldFunctions(world.program)
        self.named = NamedLikeModels(world)
        self.makings = Makings()
        self.made_forms: dict[tuple[object, str, tuple[str, ...]], Class] = {}
        self.frames: dict[Any, Frame] = {}
        self.by_function: dict[Function, list[Frame]] = {}
        self.slots: dict[Any, Slot] = {}
        self.text_sensitive: set[Function] = set()
        self.wishing: dict[Frame, None] = {}
        """Bodies of modules and classes that are to hand over texts."""
        self.filling: set[Function] = set()
        """Functions that add to a list or dict which they are handed."""
        self.unsettled: dict[Frame, None] = {}
        self.bodies: dict[int, Body] = {}
        self.globals: dict[tuple[str, str], Type] = {}
        """Types of module-level names that cannot grow."""
        self.annotations: dict[Any, tuple[Type, bool]] = {}
        self.nested: dict[int, Function] = {}
        self.local_classes: dict[int, Class] = {}
        """Classes made by class statements inside functions, by their nodes."""
        self.scopes: dict[Any, Frame] = {}
        """Method of such a class -> the frame around it."""
        self.nested_frames: dict[tuple[Function, Frame], None] = {}
        self.keep: list[Any] = []
        self.class_bodies: dict[Class, list[str]] = {}
        """Class -> names annotated or assigned in its body, in order, once its body has been looked at."""
        self.known = Known()
        self.atomic: dict[Function, Type] = {}
        """Functions whose decorators open a transaction around each call -> what opens it."""
        self.applied: dict[Function, None] = {}
        """Those that a decorator with arguments has seen where they are defined."""
        self.defined: dict[Function, None] = {}
        """Functions of modules and classes of ours, in the order of their definition."""
        self.attributes: dict[tuple[Class, str, object], tuple[Slot, ...]] = {}
        """What `attribute_slots` has found."""
        self.circumstances = Circumstances()
        self.templates = KnownTemplates(world.program)
        self.homes = Homes(self)
        self._queue: deque[Frame] = deque()
        self._dirty: dict[Frame, None] = {}
        self._depth = 0

    # Slots

    def slot(self, key: Any) -> Slot:  # noqa: ANN401 - any hashable
        """The slot under *key*, made when it is first asked for."""
        slot = self.slots.get(key)
        if slot is None:
            slot = self.slots[key] = Slot(is_registry=is_of_registry(key))
        return slot

    def read(self, key: Any, frame: Frame) -> Type:  # noqa: ANN401 - any hashable
        """What is in a slot; *frame* runs again when that grows."""
        slot = self.slots.get(key) or self.slot(key)
        slot.readers[frame] = frame.runs
        return slot.type

    def write(self, key: Any, value: Type) -> None:  # noqa: ANN401 - any hashable
        """Add *value* to a slot."""
        if value and (slot := self.slot(key)).add(value):
            for reader, run in slot.readers.items():
                # Who has not read it in this run, or in the last, will see it grown, or doesn't look at it any more.
                if run == reader.runs:
                    self.enqueue(reader)

    # Frames

    def frame_for(
        self,
        function: Function,
        scope: Frame | None,
        receiver: Atom | None,
        args: dict[str, Type],
        caller: Frame | None = None,
    ) -> Frame:
        """The frame of *function* for these arguments; beyond a number of them, the one that joins the rest."""
        key = (function, scope, receiver, tuple(args.items()))
        frame = self.frames.get(key)
        if frame is not None:
            return frame
        known = self.by_function.setdefault(function, [])
        if len(known) >= (MOST_FRAMES_BY_TEXT if function in self.text_sensitive else MOST_FRAMES):
            return self._joined_frame(function, scope, receiver, args, caller)
        frame = self._new_frame(function, scope, receiver, args, caller)
        self.frames[key] = frame
        known.append(frame)
        return frame

    def has_joined(self, function: Function) -> bool:
        """Whether *function* has so many frames that further calls share one."""
        return len(self.by_function.get(function, ())) >= MOST_FRAMES

    def _new_frame(
        self,
        function: Function,
        scope: Frame | None,
        receiver: Atom | None,
        args: dict[str, Type],
        caller: Frame | None,
    ) -> Frame:
        frame = Frame(self, function, function.env.module, function.qualname)
        frame.scope = scope
        frame.receiver = receiver
        frame.args = args
        if not frame.module.found.ours:
            frame.foreign = 1 + (caller.foreign if caller is not None else 0)
        return frame

    def _joined_frame(
        self,
        function: Function,
        scope: Frame | None,
        receiver: Atom | None,
        args: dict[str, Type],
        caller: Frame | None,
    ) -> Frame:
        key: tuple[Any, ...] = (function, scope, receiver, "joined")
        # One text of many says nothing about another argument's.
        args = {name: without_joins(without_texts(value)) for name, value in args.items()}
        frame = self.frames.get(key)
        if frame is None and len(self.by_function[function]) >= MOST_FRAMES_IN_ALL:
            # Generic code with thousands of subclasses: what it does for each further one is not told apart.
            key = (function, "rest")
            frame = self.frames.get(key)
            if frame is not None:
                self.unsettled[frame] = None
        if frame is None:
            frame = self.frames[key] = self._new_frame(function, scope, receiver, dict(args), caller)
            self.by_function[function].append(frame)
            return frame
        grown = {name: join(frame.args.get(name, NOTHING), value) for name, value in args.items()}
        if grown != frame.args:
            frame.args.update(grown)
            self.enqueue(frame)
        return frame

    def result_of(self, frame: Frame, caller: Frame, line: int, bits: int) -> Type:
        """What calling *frame* gives so far; it is run first when nobody has."""
        frame.dependents[caller] = None
        caller.note_call(frame, line, bits)
        if (frame.runs == 0 or frame.left) and not frame.running:
            if self._depth < DEEPEST:
                self.run(frame)
            else:
                self.enqueue(frame)
        return frame.result

    def enqueue(self, frame: Frame) -> None:
        """Let *frame* run again, once, when its turn comes."""
        if frame.function is None:
            self._dirty[frame] = None
        elif not frame.pending:
            frame.pending = True
            self._queue.append(frame)

    def settle(self) -> None:
        """Run whatever waits, until nothing grows any more."""
        while self._queue:
            frame = self._queue.popleft()
            if not frame.pending:
                continue
            if is_reached(frame):
                self.run(frame)
            else:
                # Its callers, or theirs, have learned to tell more, and call another frame now.
                frame.pending = False

    def run(self, frame: Frame) -> None:
        """Analyze the frame's body once."""
        frame.pending = frame.left = False
        if frame.running:
            # It reads something that it has just made grow itself.
            self.enqueue(frame)
            frame.pending = True
            return
        if frame.runs >= MOST_RUNS:
            self.unsettled[frame] = None
            return
        frame.runs, frame.running = frame.runs + 1, True
        self._depth += 1
        before = frame.result
        try:
            try:
                self._run(frame)
            except Exception as error:
                if not is_outlived(frame, error):
                    raise
            frame.built.clear()
            frame.env, frame.made, frame.result = {}, None, kept(frame.result)
            if frame.result is not before:
                for dependent in frame.dependents:
                    if not dependent.running or dependent.runs > 1 or frame.runs > 1:
                        self.enqueue(dependent)
        finally:
            self._depth -= 1
            frame.running = False

    def _run(self, frame: Frame) -> None:
        frame.begin()
        function = frame.function
        if function is None or function.body is None:
            return
        env = dict(frame.args)
        if self.hints.are_any:
            env.update(self.hints.of_arguments(frame))
        if function.is_lambda:
            frame.statement = (function.place.line, function.place.line)
            frame.result = join(frame.result, evaluate(frame, function.body, env))
            return
        body = self.body_of(function)
        end = run_body(frame, body, env)
        if end is not None and frame.yields is None:
            frame.result = join(frame.result, NONE)
        if frame.yields is not None:
            frame.result = join(frame.result, one(Items, frame.yields))
        if frame.atomicity is not None:
            frame.result = join(frame.result, frame.atomicity.opens)

    def body_of(self, function: Function) -> Body:
        """The statements of a function, unpacked once and kept: node identity tells uses apart."""
        key = id(function)
        body = self.bodies.get(key)
        if body is None:
            body = sk.unpack_body(function.body) if isinstance(function.body, bytes) else []
            self.bodies[key] = body
        return body

    def note_nested(self, frame: Frame, function: Function) -> None:
        """A function inside a frame's body: looked at on its own if nobody calls it."""
        self.nested_frames.setdefault((function, frame), None)

    # Bodies of modules and classes

    def rerun_body(self, frame: Frame) -> Env:
        """Look at a module's or class's own statements (again)."""
        frame.begin()
        self._dirty.pop(frame, None)
        env: Env = {}
        run_body(frame, frame.body, env)
        return env

    def take_dirty(self) -> list[Frame]:
        """Bodies of modules and classes that read something which has grown since."""
        dirty = [frame for frame in self._dirty if frame.body is not None]
        self._dirty.clear()
        return dirty
