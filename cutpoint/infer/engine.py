"""The fixpoint: frames are run on demand, and again when something that they read has grown."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NONE,
    NOTHING,
    PLAIN,
    Constant,
    Expression,
    Items,
    LibraryMethod,
    LibraryName,
    Manager,
    ModelClass,
    ModuleOf,
    Query,
    Row,
    Text,
    Type,
    join,
    one,
    type_of,
    unknown,
)
from cutpoint.domain.lookups.query_arguments import joins_of_call
from cutpoint.infer.dispatch import evaluate
from cutpoint.infer.frame import Env, Frame, Slot
from cutpoint.infer.libraries import is_followed
from cutpoint.infer.names import global_type
from cutpoint.infer.statements import run_body

if TYPE_CHECKING:
    from cutpoint.infer.hints import Hints
    from collections.abc import Iterable

    from cutpoint.domain.objects import Function, Module
    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.world import World

# A frame that still grows after so many runs is left as it is, and counted: lattices this short settle long before.
MOST_RUNS = 40
# Calls nested deeper than this wait for their turn instead of being followed at once.
DEEPEST = 60
# Combinations of argument types for one function; further ones share one frame, whose arguments are joined.
MOST_FRAMES = 48
# The same for functions whose result depends on texts, as a look-up of models by name does.
MOST_FRAMES_BY_TEXT = 2_000
# Calls inside libraries that lead away from our code for longer than this are not followed.
DEEPEST_IN_LIBRARIES = 6
# What many places add to is anything once it is more than this.
MOST_IN_SLOT = 20


_MODEL_WORDS = (
    b"queryset",
    b"objects",
    b"_manager",
    b"form",
    b"serializer",
    b"save",
    b"instance",
    b"model",
    b"get_object",
    b"__class__",
    b"kwargs",
)


def kept(value: Type) -> Type:
    """*value* as a thing to keep: a method of something that is no model is as good as any plain value."""
    if any(type(each) is LibraryMethod and type(each.receiver) not in _MODEL_ATOMS for each in value):
        rest = [each for each in value if type(each) is not LibraryMethod or type(each.receiver) in _MODEL_ATOMS]
        return type_of(*rest, *PLAIN)
    return value


def _tables_inside(values: Iterable[Any], depth: int, without: frozenset[str]) -> set[str]:
    """Tables that the queries among *values*, and inside their expressions, join, but for joins of the kinds *without*."""
    found: set[str] = set()
    for value in values:
        for each in value if isinstance(value, tuple) else ():
            if type(each) is Query:
                found.update(table for table, _, kind in each.joins if kind not in without)
            elif type(each) is Expression and depth:
                found |= _tables_inside((*each.arguments, *(inner for _, inner in each.keywords)), depth - 1, without)
    return found


def _without_texts(value: Type) -> Type:
    if any(type(each) in (Text, Constant) for each in value):
        return type_of(*[each for each in value if type(each) not in (Text, Constant)], *PLAIN)
    return value


_NOT_IN_SUBQUERIES = frozenset({"order", "select_related", "prefetch_related"})
_MODEL_ATOMS = frozenset({Row, Query, Manager, ModelClass})


class Engine:
    """All frames and slots of one analysis."""

    def __init__(self, world: World, hints: Hints) -> None:
        self.world = world
        self.hints = hints
        self.frames: dict[Any, Frame] = {}
        self.by_function: dict[Function, list[Frame]] = {}
        self.slots: dict[Any, Slot] = {}
        self.text_sensitive: set[Function] = set()
        self.filling: set[Function] = set()
        """Functions that add to a list or dict which they are handed."""
        self.unsettled: dict[Frame, None] = {}
        self.bodies: dict[int, Body] = {}
        self.globals: dict[tuple[str, str], Type] = {}
        """Types of module-level names that cannot grow."""
        self.annotations: dict[Any, tuple[Type, bool]] = {}
        self.nested: dict[int, Function] = {}
        self.nested_frames: dict[tuple[Function, Frame], None] = {}
        self.keep: list[Any] = []
        self.class_bodies: dict[Class, list[str]] = {}
        """Class -> names annotated or assigned in its body, in order, once its body has been looked at."""
        self.passed: dict[Any, Type] = {}
        """(type, whether texts matter, depth) -> the type as an argument."""
        self._speaking: dict[Function, bool] = {}
        self._joins: dict[Any, tuple[tuple[str, str, str], ...]] = {}
        self._homes: dict[Any, Frame] = {}
        self.defined: dict[Function, None] = {}
        """Functions of modules and classes of ours, in the order of their definition."""
        self._queue: deque[Frame] = deque()
        self._dirty: dict[Frame, None] = {}
        self._depth = 0

    # Slots

    def slot(self, key: Any) -> Slot:  # noqa: ANN401 - any hashable
        """The slot under *key*, made when it is first asked for."""
        slot = self.slots.get(key)
        if slot is None:
            slot = self.slots[key] = Slot()
        return slot

    def read(self, key: Any, frame: Frame) -> Type:  # noqa: ANN401
        """What is in a slot; *frame* runs again when that grows."""
        slot = self.slot(key)
        slot.readers[frame] = None
        return slot.type

    def write(self, key: Any, value: Type) -> None:  # noqa: ANN401
        """Add *value* to a slot."""
        if not value:
            return
        slot = self.slot(key)
        if slot.type is value or slot.wide:
            return
        grown = join(slot.type, kept(value))
        if len(grown) > MOST_IN_SLOT:
            # For good: what is anything now does not become something again.
            slot.wide = True
            grown = unknown("too-wide")
        if grown is not slot.type:
            slot.type = grown
            for reader in slot.readers:
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
        key = (function, scope, receiver, "joined")
        # One text of many says nothing about another argument's.
        args = {name: _without_texts(value) for name, value in args.items()}
        frame = self.frames.get(key)
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
        known = caller.calls.get(frame)
        # The weakest call is the one that matters: whoever decides himself is a decider.
        if known is None or bits < known[1]:
            caller.calls[frame] = (line, bits)
        if frame.runs == 0 and not frame.running:
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
            if frame.pending:
                self.run(frame)

    def run(self, frame: Frame) -> None:
        """Analyze the frame's body once."""
        frame.pending = False
        if frame.running:
            # It reads something that it has just made grow itself.
            self.enqueue(frame)
            frame.pending = True
            return
        if frame.runs >= MOST_RUNS:
            self.unsettled[frame] = None
            return
        frame.runs += 1
        frame.running = True
        self._depth += 1
        try:
            before = frame.result
            self._run(frame)
            frame.result = kept(frame.result)
            if frame.result is not before:
                for dependent in frame.dependents:
                    if not dependent.running or dependent.runs > 1 or frame.runs > 1:
                        self.enqueue(dependent)
        finally:
            self._depth -= 1
            frame.running = False

    def _run(self, frame: Frame) -> None:
        frame.uses.clear()
        frame.blind.clear()
        frame.calls.clear()
        frame.resolved.clear()
        frame.loop = 0
        frame.missed.clear()
        function = frame.function
        if function is None or function.body is None:
            return
        env = dict(frame.args)
        if self.hints:
            env.update(self._hinted_arguments(frame))
        if function.is_lambda:
            frame.statement = (function.place.line, function.place.line)
            returned = evaluate(frame, function.body, env)
            frame.result = join(frame.result, returned)
            return
        body = self.body_of(function)
        end = run_body(frame, body, env)
        if end is not None and frame.yields is None:
            frame.result = join(frame.result, NONE)
        if frame.yields is not None:
            frame.result = join(frame.result, one(Items, frame.yields))

    def _hinted_arguments(self, frame: Frame) -> dict[str, Type]:
        prefix = f"{frame.module.name}.{frame.qualname}."
        hinted = {name: self.hints.of_name(prefix + name) for name in frame.args}
        return {name: value for name, value in hinted.items() if value is not None}

    def body_of(self, function: Function) -> Body:
        """The statements of a function, unpacked once and kept: node identity tells uses apart."""
        key = id(function)
        body = self.bodies.get(key)
        if body is None:
            body = sk.unpack_body(function.body) if isinstance(function.body, bytes) else []
            self.bodies[key] = body
        return body

    # Homes: frames in which annotations and defaults of a function are evaluated

    def home_of(self, function: Function, receiver: Atom | None = None) -> Frame:
        """A frame at the level where *function* is defined."""
        key = (function.env.module.name, function.owner, receiver)
        home = self._homes.get(key)
        if home is None:
            home = self._homes[key] = Frame(self, None, function.env.module, "")
            home.owner = function.owner
            home.receiver = receiver
            home.is_class_body = function.owner is not None
            home.is_home = True
        return home

    def homes(self) -> list[Frame]:
        """All of them, in the order of their making."""
        return list(self._homes.values())

    def note_nested(self, frame: Frame, function: Function) -> None:
        """A function inside a frame's body: looked at on its own if nobody calls it."""
        self.nested_frames.setdefault((function, frame), None)

    # Bodies of modules and classes

    def module_body(self, module: Module, body: Body) -> None:
        """Look at the statements of a module's own level, classes included."""
        frame = Frame(self, None, module, "")
        frame.root = True
        frame.body = body
        self.frames[("module", module.name)] = frame
        self.rerun_body(frame)

    def rerun_body(self, frame: Frame) -> Env:
        """Look at a module's or class's own statements (again)."""
        for found in (frame.uses, frame.blind, frame.calls, frame.resolved):
            found.clear()
        self._dirty.pop(frame, None)
        env: Env = {}
        run_body(frame, frame.body, env)
        return env

    def take_dirty(self) -> list[Frame]:
        """Bodies of modules and classes that read something which has grown since."""
        dirty = [frame for frame in self._dirty if frame.body is not None]
        self._dirty.clear()
        return dirty

    def class_body(self, outer: Frame, cls: Class, node: Node) -> None:
        """Look at the statements of a class's body."""
        known = self.frames.get(("class", cls))
        if known is not None:
            return
        frame = Frame(self, None, outer.module, cls.qualname)
        frame.owner = cls
        frame.is_class_body = True
        frame.root = True
        frame.body = node[5]
        self.frames["class", cls] = frame
        env = self.rerun_body(frame)
        self.class_bodies[cls] = [name for name in env if type(name) is str]

    def fields_of(self, cls: Class) -> list[str]:
        """Names that a class and its bases declare, in the order of a dataclass's parameters."""
        names: dict[str, None] = {}
        for base in reversed(self.world.program.linear(cls)):
            names.update(dict.fromkeys(self.class_bodies.get(base, ())))
        return list(names)

    # Texts

    def want_texts(self, frame: Frame) -> None:
        """Something in *frame* depends on a text that a caller hands over: let callers hand it over as it is."""
        for _ in range(6):
            function = frame.function
            if function is None or not any(self._may_hold_text(value) for value in frame.args.values()):
                return
            if function not in self.text_sensitive:
                self.text_sensitive.add(function)
                for dependent in frame.dependents:
                    self.enqueue(dependent)
                return
            callers = [caller for caller in frame.dependents if caller.function is not None]
            if not callers:
                return
            for caller in callers[1:]:
                if caller.function not in self.text_sensitive:
                    self.want_texts(caller)
            frame = callers[0]

    def want_containers(self, frame: Frame) -> None:
        """Something in *frame* adds to a container: let callers hand over their own, and not just what it holds."""
        function = frame.function
        if function is not None and function not in self.filling and frame.dependents:
            self.filling.add(function)
            for dependent in frame.dependents:
                self.enqueue(dependent)

    @staticmethod
    def _may_hold_text(value: Type) -> bool:
        return any(type(each).__name__ in ("Plain", "Text", "Items", "Group", "Record") for each in value)

    # Joins

    def joins_of(
        self, label: str, word: str, arguments: tuple[Type, ...], keywords: tuple[tuple[str | None, Type], ...]
    ) -> tuple[tuple[str, str, str], ...]:
        """(table, lookup, kind) of what the arguments of a query method join."""
        key = (label, word, arguments, keywords)
        known = self._joins.get(key)
        if known is None:
            found = set(joins_of_call(self.world.space, label, word, arguments, keywords)) if label else set()
            # What a query inside joins is read along with it.
            values = (*arguments, *(value for _, value in keywords))
            # What only orders rows, or fetches others beside them, a subquery leaves out.
            without = frozenset() if word == "prefetch_related" else _NOT_IN_SUBQUERIES
            found |= {(table, "", "subquery") for table in _tables_inside(values, 4, without)}
            known = self._joins[key] = tuple(sorted(found))
        return known

    # Modules by name

    def module_named(self, frame: Frame, name: str) -> Type:
        """`import_module(name)`."""
        del frame
        return one(ModuleOf, name) if self.world.program.module(name) is not None else one(LibraryName, name)

    def member_named(self, frame: Frame, module: str, name: str) -> Type:
        """`import_string("module.name")`."""
        found = self.world.program.module(module)
        return global_type(frame, found, name) if found is not None else unknown("import")

    def follows(self, frame: Frame, function: Function, receiver: Atom | None, arguments: tuple[Type, ...]) -> bool:
        """Whether the body of a library's function is looked at for a call: where our models or classes go through it."""
        found = function.env.module.found
        if found.stand_in or not is_followed(found.name) or not self._speaks_of_models(function):
            return False
        if self._foreign_depth(frame) >= DEEPEST_IN_LIBRARIES:
            return False
        if type(receiver) in _MODEL_ATOMS:
            return True
        cls = getattr(receiver, "cls", None)
        if type(cls) is Class and cls.module.found.ours:
            return True
        return any(type(each) in _MODEL_ATOMS for value in arguments for each in value)

    def _speaks_of_models(self, function: Function) -> bool:
        """Whether the body of a library's function has a word by which a model could come in."""
        known = self._speaking.get(function)
        if known is None:
            body = function.body
            known = isinstance(body, bytes) and any(word in body for word in _MODEL_WORDS)
            self._speaking[function] = known
        return known

    @staticmethod
    def _foreign_depth(frame: Frame | None) -> int:
        return frame.foreign if frame is not None else 0

    # Sharing of inherited methods

    def self_reads_of(self, frame: Frame) -> dict[str, Any]:
        """Names that *frame*, and what it calls on the same receiver, looks up on that receiver."""
        reads: dict[str, Any] = {}
        met = {frame}
        stack = [frame]
        while stack:
            current = stack.pop()
            reads.update(current.self_reads)
            for callee in current.calls:
                if callee not in met and getattr(callee.receiver, "cls", None) is getattr(frame.receiver, "cls", None):
                    met.add(callee)
                    stack.append(callee)
        return reads

    def is_relevant(self, frame: Frame) -> bool:
        """Whether *frame*, or what it calls, has a query word or a use."""
        met = {frame}
        stack = [frame]
        while stack:
            current = stack.pop()
            if current.uses or current.blind or current.resolved:
                return True
            for callee in current.calls:
                if callee not in met:
                    met.add(callee)
                    stack.append(callee)
        return False

    def changes(self, cls: Class, owner: Class, reads: dict[str, Any], function: Function) -> bool:
        """Whether *cls* says something else than *owner* of a name that a method inherited from there reads."""
        found = self.world.member(cls, function.name)
        if found is None or found[1] is not function:
            return False
        for name, definer in reads.items():
            if name == "*":
                return True
            bare = name.removeprefix("super.")
            mine = self.world.member(cls, bare)
            if (mine[0] if mine is not None else None) is not definer and name == bare:
                return True
            slot = self.slots.get(("attribute", cls, bare))
            if slot is not None and slot.type:
                return True
        return False
