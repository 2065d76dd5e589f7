"""Where analysis starts: every function of ours, with what is known of its receiver and its parameters."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeGuard

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.skeleton import unpack_body
from cutpoint.domain.types import (
    PROVED,
    ClassOf,
    FunctionOf,
    ModelClass,
    Object,
    Row,
    Unknown,
    atom,
    one,
)
from cutpoint.domain.values import Symbol
from cutpoint.infer.agents.declarations import run_declarations
from cutpoint.infer.any_sender import run_receivers_of_any
from cutpoint.infer.arguments import root_arguments
from cutpoint.infer.bodies import module_body
from cutpoint.infer.class_decorators import decorate_classes
from cutpoint.infer.declared_models import HANDED
from cutpoint.infer.dispatch import call_type
from cutpoint.infer.field_callbacks import run_field_callbacks
from cutpoint.infer.followed_libraries import is_unseen
from cutpoint.infer.inherited_methods import (
    callers_on_self,
    changes,
    is_own,
    is_passed_over,
    is_relevant,
    may_change,
    self_reads_of,
)
from cutpoint.infer.libraries import is_followed
from cutpoint.infer.members import canonical_receiver
from cutpoint.infer.reaching import left_behind
from cutpoint.infer.receivers import MOST_CLASSES, receivers
from cutpoint.infer.signals import connect, signals_in
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from cutpoint.domain.catalog import Module as ModuleNoun
    from cutpoint.domain.types import Atom
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


def run_roots(engine: Engine, modules: Iterable[ModuleNoun]) -> None:
    """Look at all code of *modules*, until nothing grows any more."""
    for name in sorted({module.name for module in modules}):
        _run_module(engine, name)
    for body in list(engine.wishing):
        if body.body is not None:
            engine.rerun_body(body)
    engine.settle()
    functions = sorted(engine.defined, key=_full_name)
    run_field_callbacks(engine, functions)
    decorate_classes(engine)
    waiting: list[tuple[Function, Atom | None]] = []
    for function in functions:
        _decorate(engine, function)
        for receiver in receivers(engine, function):
            frame = _root(engine, function, receiver, guess=False)
            if frame is None:
                waiting.append((function, receiver))
            elif not _depends_on_model(frame):
                # What it does is the same whatever model it is inherited by.
                break
    engine.settle()
    _run_entries(engine)
    run_declarations(engine)
    engine.settle()
    run_receivers_of_any(engine)
    _run_uncalled(engine, waiting)
    run_receivers_of_any(engine)
    _run_nested(engine)
    _run_inherited(engine, functions)
    engine.settle()
    _run_nested(engine)
    _run_dirty_modules(engine)
    run_declarations(engine)
    engine.settle()
    _run_uncalled(engine, waiting)
    run_receivers_of_any(engine)


def _run_uncalled(engine: Engine, waiting: list[tuple[Function, Atom | None]]) -> None:
    """Guess the arguments of functions that nobody calls, or that were called only before more was known."""
    left = left_behind(engine)
    for function, receiver in waiting:
        if not _has_frame(engine, function, receiver, left):
            _root(engine, function, receiver, guess=True)
    engine.settle()


def _full_name(function: Function) -> tuple[str, str]:
    """Functions are met in the order of their names: of what limits and guesses leave open, no edit decides that moves code."""
    return function.env.module.name, function.qualname


def _run_module(engine: Engine, name: str) -> None:
    module = engine.world.program.module(name)
    if module is None or module.found.file is None or ("module", module.name) in engine.frames:
        return
    facts = engine.world.program.facts(module.found.file)
    if facts.body:
        module_body(engine, module, unpack_body(facts.body))


def _run_dirty_modules(engine: Engine) -> None:
    """Module and class bodies that read something which has grown since are looked at again, for good."""
    for _ in range(4):
        dirty = engine.take_dirty()
        if not dirty:
            return
        for frame in dirty:
            engine.rerun_body(frame)
        engine.settle()


def _depends_on_model(frame: Frame) -> bool:
    return type(frame.receiver) not in (Row, ModelClass) or frame.owner is None or bool(self_reads_of(frame))


def _decorate(engine: Engine, function: Function) -> None:
    """Let decorators of ours see the function, so that what their wrappers hand over reaches it."""
    home = engine.homes.of(function)
    for decorator in function.decorators:
        if type(decorator) is Symbol or (function in engine.applied and _is_closure(decorator)):
            continue
        if _connects(decorator):
            sender = type_of_value(home, decorator.keywords["sender"]) if "sender" in decorator.keywords else None
            for signal in signals_in(home, type_of_value(home, decorator.arguments[0])):
                connect(home, signal, one(FunctionOf, function, None), sender)
            continue
        given = (one(FunctionOf, function, None),)
        told = tuple([each for each in type_of_value(home, decorator) if not is_unseen(home, each, given)])
        call_type(home, told, given, (), None)


def _is_closure(decorator: object) -> bool:
    return type(decorator) is Function and "<locals>" in decorator.qualname


def _connects(decorator: object) -> TypeGuard[Instance]:
    """`@receiver(post_save, sender=Order)`."""
    return (
        type(decorator) is Instance
        and bool(decorator.arguments)
        and type(decorator.callee) is Symbol
        and decorator.callee.name in ("django.dispatch.receiver", "django.dispatch.dispatcher.receiver")
    )


def _has_frame(
    engine: Engine, function: Function, receiver: Atom | None, left: AbstractSet[Frame] = frozenset()
) -> bool:
    frames = engine.by_function.get(function, ())
    return any((receiver is None or frame.receiver is receiver) and frame not in left for frame in frames)


def _root(engine: Engine, function: Function, receiver: Atom | None, *, guess: bool) -> Frame | None:
    """Run *function* as a root; None when that would be a guess, and guesses are not asked for yet."""
    home = engine.homes.of(function)
    first = (receiver,) if receiver is not None else None
    args = root_arguments(home, function, first)
    is_guess = any(
        type(each) is Unknown and each.reason == "no-caller"
        for name, value in args.items()
        for each in value
        if name in {parameter[0] for parameter in function.parameters if parameter[1] in (0, 1, 3)}
    )
    if is_guess and not guess:
        return None
    frame = engine.frame_for(function, None, receiver, args)
    frame.root = True
    frame.guess = is_guess and not frame.dependents
    if frame.runs == 0 or frame.left:
        engine.run(frame)
    return frame


# Methods of libraries that a framework calls, and that call ours.
_ENTRIES = (
    "get",
    "post",
    "put",
    "patch",
    "delete",
    "list",
    "retrieve",
    "create",
    "update",
    "partial_update",
    "destroy",
    "handle",
)


def _run_entries(engine: Engine) -> None:
    """Entry methods that classes of ours inherit from a library: what they hand to our methods is known from them."""
    world = engine.world
    for cls in sorted(engine.class_bodies, key=attrgetter("dotted")):
        if not world.derives(cls, ("View", "APIView", "ViewSetMixin"), ""):
            continue
        for name in _ENTRIES:
            found = world.member(cls, name)
            if found is None or type(found[0]) is not Class or found[0].module.found.ours:
                continue
            function = world.function_value(found[1])
            if function is None or not is_followed(function.env.module.name) or function.env.module.found.stand_in:
                continue
            receiver = canonical_receiver(engine.homes.of(function), atom(Object, cls, PROVED), function)
            if not _has_frame(engine, function, receiver):
                _root(engine, function, receiver, guess=True)


def _run_nested(engine: Engine) -> None:
    """Functions inside functions that nobody was seen to call."""
    done = 0
    while done < len(engine.nested_frames):
        pending = list(engine.nested_frames)[done:]
        done = len(engine.nested_frames)
        for function, scope in pending:
            if engine.by_function.get(function) or (scope.runs == 0 and scope.function is not None):
                continue
            args = root_arguments(engine.homes.of(function), function, None)
            frame = engine.frame_for(function, scope, None, args)
            frame.root = True
            engine.run(frame)
        engine.settle()


def _run_inherited(engine: Engine, functions: list[Function]) -> None:
    """Methods for each subclass that changes something which they read from `self`."""
    inherited = [function for function in functions if may_change(engine, function)]
    called = {function: None for function in inherited if callers_on_self(engine, function)}
    for function in inherited:
        if function not in called:
            _run_for_heirs(engine, function)
    engine.settle()
    for function in called:
        # By now it is known for which classes those who call it do so.
        _run_for_heirs(engine, function)


def _run_for_heirs(engine: Engine, function: Function) -> None:
    owner = function.owner
    frames = [frame for frame in engine.by_function.get(function, ()) if owner is not None and is_own(frame, owner)]
    if owner is None or not frames:
        return
    reads = self_reads_of(frames[0])
    # What its class is handed depends on the class, too.
    is_handed = frames[0].guess and any(name in HANDED for name in frames[0].args)
    if not (reads or is_handed) or not is_relevant(frames[0]):
        return
    callers = callers_on_self(engine, function)
    for cls in engine.world.subclasses(owner)[:MOST_CLASSES]:
        if not cls.module.found.ours or not (is_handed or changes(engine, cls, reads, function)):
            continue
        if callers and is_passed_over(engine, callers, function, cls):
            continue
        receiver = canonical_receiver(frames[0], atom(Object, cls, PROVED), function)
        if type(frames[0].receiver) is ClassOf:
            receiver = canonical_receiver(frames[0], atom(ClassOf, cls, PROVED), function)
        if not _has_frame(engine, function, receiver):
            _root(engine, function, receiver, guess=True)
