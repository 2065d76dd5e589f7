"""Calls of functions and methods of known code, and of values that nothing more is known of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.references import texts_of
from cutpoint.domain.objects import Function
from cutpoint.domain.query_words import QUERY_WRITES, SAVING
from cutpoint.domain.types import (
    BY_CLASS,
    NOTHING,
    PLAIN,
    AtomicOf,
    Constant,
    Entered,
    FunctionOf,
    Items,
    Manager,
    Method,
    ModelClass,
    Nothing,
    PartialOf,
    Plain,
    Query,
    Row,
    Text,
    Type,
    Unknown,
    atom,
    join,
    one,
    unknown,
)
from cutpoint.infer.annotations import annotated_type
from cutpoint.infer.call_targets import target_of
from cutpoint.infer.callbacks import call_callbacks
from cutpoint.infer.dispatch import attribute, call_of, call_type
from cutpoint.infer.formsets import form_of_instance
from cutpoint.infer.frameworks import framework_call
from cutpoint.infer.generics import generic_result
from cutpoint.infer.handing_over import is_sent_by_call
from cutpoint.infer.levels import LEVELED, bits_of, returned
from cutpoint.infer.library_functions import call_library
from cutpoint.infer.members import canonical_receiver
from cutpoint.infer.passing import with_joins_given
from cutpoint.infer.queries import valued
from cutpoint.infer.transactions import called_later, is_context_manager

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


@call_of(FunctionOf)
def _function(frame: Frame, each: FunctionOf, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if each.function.decorators and is_sent_by_call(each.function):
        with called_later(frame, by_task=True):
            return run_function(frame, each.function, each.scope, None, arguments, keywords, node)
    return run_function(frame, each.function, each.scope, None, arguments, keywords, node)


@call_of(Method)
def _method(frame: Frame, each: Method, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    return run_function(frame, each.function, each.scope, each.receiver, arguments, keywords, node)


def run_function(
    frame: Frame,
    function: Function,
    scope: Frame | None,
    receiver: Atom | None,
    arguments: tuple[Type, ...],
    keywords: Keywords,
    node: Node,
) -> Type:
    """The result of one call of a function of known code."""
    engine = frame.engine
    if engine.hints.are_any:
        hinted = engine.hints.of_call(frame, f"{function.env.module.name}.{function.qualname}", node)
        if hinted is not None:
            return hinted
    if not function.env.module.found.ours:
        known = _known_call(frame, function, receiver, arguments, keywords, node)
        if known is not None:
            return known
        function = engine.told_functions.in_place_of(function)
        if not engine.followed.follows(frame, function, receiver, arguments):
            if type(receiver) is Row and function.name in SAVING and node is not None:
                # However a library does it, the row is written.
                frame.see("call", receiver, function.name, node, arguments, keywords)
            return _of_library(frame, receiver, arguments, keywords)
    if function.body is None:
        return unknown("test-code")
    self_atom = canonical_receiver(frame, receiver, function) if receiver is not None else None
    line = node[4] if type(node) is list and node[0] == 3 else frame.statement[0]
    scope = scope or engine.scopes.get(function)
    target, args = target_of(frame, function, scope, self_atom, arguments, keywords)
    known_by = frame.written.note(node, arguments, target)
    bits = bits_of(arguments)
    if keywords:
        bits |= bits_of(tuple([value for _, value in keywords]))
    wanted = function in engine.text_sensitive, function in engine.filling
    result = engine.result_of(target, frame, line, bits)
    if wanted != (function in engine.text_sensitive, function in engine.filling):
        # Looking at it showed that it needs to be told more.
        frame.calls.pop(target, None)
        before = target
        target, _ = target_of(frame, function, scope, self_atom, arguments, keywords)
        frame.written.replace(known_by, before, target)
        result = engine.result_of(target, frame, line, bits)
    result = with_joins_given(engine, function, result, arguments, keywords)
    if receiver is not None and function.name in _OVERRIDDEN and type(node) is list and node[0] == 3:
        _note_override(frame, function, receiver, arguments, keywords, node, target)
    if receiver is not None and type(receiver) in LEVELED:
        bits |= bits_of(((receiver,),))
    # What the class of `self` decided stays decided by it for as long as `self` is the same.
    is_same_self = self_atom is not None and _is_same_self(frame, receiver)
    kept = BY_CLASS if is_same_self else 0
    # What a class below decides in its own method is, to the code that calls it on its own object, decided by that class.
    by_itself = BY_CLASS if is_same_self and _is_further_down(frame, function) else 0
    result = _returned(engine, result, bits, kept, by_itself, proved=function.returns is not None)
    result = _said(frame, function, self_atom, result, args) if function.returns is not None else result
    return _kept_by_decorators(function, result) if function.decorators else result


def _known_call(
    frame: Frame,
    function: Function,
    receiver: Atom | None,
    arguments: tuple[Type, ...],
    keywords: Keywords,
    node: Node,
) -> Type | None:
    """What a call of a library's function gives, if that is known without its code."""
    known = call_library(frame, f"{function.env.module.name}.{function.qualname}", arguments, keywords, node)
    if known is None and receiver:
        known = framework_call(frame, receiver, function.name, arguments, keywords, node)
    return known


_OVERRIDDEN = SAVING | QUERY_WRITES


def _returned(engine: Engine, result: Type, bits: int, kept: int, by_itself: int, *, proved: bool) -> Type:
    key = (result, bits, kept, by_itself, proved)
    known = engine.known.returned.get(key)
    if known is None:
        known = engine.known.returned[key] = returned(
            result, by_caller=bits, by_itself=by_itself, kept=kept, proved=proved
        )
    return known


def _is_further_down(frame: Frame, function: Function) -> bool:
    """Whether the method belongs to no class that the caller's own method knows."""
    own, owner = frame.function.owner if frame.function is not None else None, function.owner
    return own is not None and owner is not None and owner not in frame.engine.world.program.linear(own)


def _is_same_self(frame: Frame, receiver: Atom | None) -> bool:
    own = frame.receiver
    if own is None or type(receiver) is not type(own):
        return False
    return getattr(receiver, "cls", None) is getattr(own, "cls", None) and getattr(receiver, "label", None) == getattr(
        own, "label", None
    )


def _note_override(
    frame: Frame,
    function: Function,
    receiver: Atom,
    arguments: tuple[Type, ...],
    keywords: Keywords,
    node: Node,
    target: Frame,
) -> None:
    """A call of a project's own save or delete is told where it is called, too."""
    is_row = type(receiver) is Row and function.name in SAVING
    is_query = type(receiver) in (Manager, Query) and function.name in QUERY_WRITES
    if not (is_row or is_query) or function.owner is None:
        return
    arguments = tuple([valued(frame, value) for value in arguments])
    keywords = tuple([(key, valued(frame, value)) for key, value in keywords])
    seen = frame.see("override", receiver, function.name, node, arguments, keywords)
    seen.callees[target] = None
    seen.cause = (function.place.path, function.place.line)
    seen.override = f"{function.env.module.name}.{function.qualname}"


def _said(frame: Frame, function: Function, self_atom: Atom | None, result: Type, args: dict[str, Type]) -> Type:
    """The annotation of the result counts where the body tells nothing."""
    if not _TELLING_NOTHING.issuperset(map(type, result)):
        return result
    generic = generic_result(frame.engine.homes.of(function, self_atom), function, args)
    if generic:
        return generic
    key = (function, "returns", self_atom)
    said = frame.engine.annotations.get(key)
    if said is None:
        home = frame.engine.homes.of(function, self_atom)
        said = (annotated_type(home, function.returns), True)
        frame.engine.annotations[key] = said
    if not said[0]:
        return result
    return said[0]


_TELLING_NOTHING = frozenset({Unknown, Plain, Nothing})


def _kept_by_decorators(function: Function, result: Type) -> Type:
    if not is_context_manager(function):
        return result
    item, opened = NOTHING, NOTHING
    for each in result:
        if type(each) is AtomicOf:
            opened = join(opened, (each,))
        else:
            item = join(item, each.item if type(each) is Items else (each,))
    return join(one(Entered, item), opened)


def _of_library(frame: Frame, receiver: Atom | None, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    call_callbacks(frame, arguments, keywords)
    return unknown("library-manager" if type(receiver) in (Manager, Query) else "library")


@call_of(PartialOf)
def _partial(frame: Frame, each: PartialOf, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    return call_type(frame, (each.function,), (*each.arguments, *arguments), (*each.keywords, *keywords), node)


@call_of(Plain, Constant, Text)
def _plain(frame: Frame, _each: Atom, arguments: tuple[Type, ...], keywords: Keywords, _node: Node) -> Type:
    call_callbacks(frame, arguments, keywords)
    return PLAIN


@call_of(Unknown)
def _unknown(frame: Frame, each: Unknown, arguments: tuple[Type, ...], keywords: Keywords, _node: Node) -> Type:
    call_callbacks(frame, arguments, keywords)
    return join((each,), form_of_instance(keywords))


@call_of(Nothing)
def _none(_frame: Frame, _each: Nothing, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node) -> Type:
    return NOTHING


def _by_name(frame: Frame, each: Manager, names: Type) -> Type:
    """`order.lines(manager="archive")`: the related rows, as another manager of their model sees them."""
    result = NOTHING
    for name in texts_of(names):
        for other in attribute(frame, atom(ModelClass, each.label, each.level), name, None):
            if type(other) is Manager:
                result = join(result, one(Manager, each.label, each.level, other.cls, each.related))
    return result


@call_of(Entered, Row, Query, Manager)
def _called(frame: Frame, each: Atom, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if type(each) is Manager and each.related is not None:
        return _by_name(frame, each, dict(keywords).get("manager", NOTHING)) or (each,)
    if type(each) is Entered:
        return call_type(frame, each.value, arguments, keywords, node)
    call_callbacks(frame, arguments, keywords)
    return unknown("call")
