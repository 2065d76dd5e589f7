"""Signals: what is connected to them, and the calls that sending them makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import (
    ANY,
    INFERRED,
    NEW,
    NONE,
    NOTHING,
    PLAIN,
    STORED,
    Container,
    FunctionOf,
    Group,
    Items,
    LibraryMethod,
    LibraryName,
    Method,
    ModelClass,
    PartialOf,
    Row,
    SignalOf,
    Text,
    Type,
    Unknown,
    atom,
    join,
    one,
)
from cutpoint.domain.walking import kind_of
from cutpoint.infer.agents.activity import store_sent
from cutpoint.infer.dispatch import attribute_of, call_type
from cutpoint.infer.signal_flags import told_to
from cutpoint.infer.slots import MOST_IN_SLOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_OF_MODELS = frozenset({"pre_init", "post_init", "pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"})


_RECEIVE = "receive"
_ANY_SENDER = "*"
_TOO_MANY = (
    f"more than {MOST_IN_SLOT} receivers hear of this signal of the project's own; what they do is not told here"
)


def receiver(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, _node: Node) -> Type | None:
    """`receiver(post_save, sender=Order)`, where it is called and not written as a decorator."""
    named = dict(keywords)
    result = NOTHING
    for signal in signals_in(frame, arguments[0] if arguments else named.get("signal", NOTHING)):
        senders = (("sender", named["sender"]),) if "sender" in named else ()
        result = join(result, one(PartialOf, atom(LibraryMethod, signal, _RECEIVE), (), senders))
    return result or None


@attribute_of(SignalOf)
def _signal(_frame: Frame, each: SignalOf, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name)


def call_signal(
    frame: Frame, each: SignalOf, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    """`signal.connect(f, sender=Order)`, `signal.send(sender, order=order)`."""
    named = {key: value for key, value in keywords if key is not None}
    if name == "connect":
        senders = arguments[1] if len(arguments) > 1 else named.get("sender")
        if senders is NONE and not _may_be_any(frame, node):
            senders = NOTHING
        connect(frame, each, arguments[0] if arguments else named.get("receiver", NOTHING), senders)
        return NONE
    if name == _RECEIVE:
        connect(frame, each, arguments[0] if arguments else NOTHING, named.get("sender"))
        return arguments[0] if arguments else PLAIN
    if name in ("send", "send_robust", "asend", "asend_robust"):
        given = tuple((key, value) for key, value in keywords if key != "sender")
        sender = arguments[0] if arguments else named.get("sender", PLAIN)
        receivers = _hearers(frame, each, sender)
        circumstances = frame.engine.circumstances
        store_sent(frame, each.source, node)
        if node is not None and atom(Unknown, "too-wide") in receivers and frame.module.found.ours:
            circumstances.unnamed[frame.module.path, node[4], "receiver-limit", _TOO_MANY] = None
        before, circumstances.sending = circumstances.sending, frame
        try:
            call_type(frame, receivers, (), (("sender", sender), ("signal", PLAIN), *given), node)
        finally:
            circumstances.sending = before
        return one(Items, one(Group, (PLAIN, PLAIN)))
    return PLAIN


def _may_be_any(frame: Frame, node: Node) -> bool:
    """Whether None is meant as the sender; what a loop or a caller hands over is None only where it wasn't resolved."""
    if node is None:
        return True
    sender = next((value for key, value in node[3] if key == "sender"), node[2][1] if len(node[2]) > 1 else None)
    if sender is None:
        return True
    defaults = {name: default for name, _, _, default in (frame.function.parameters if frame.function else ())}
    return kind_of(sender) == sk.NAME and defaults.get(sender[1]) is None


def connect(frame: Frame, each: SignalOf, receiver: Type, senders: Type | None) -> None:
    """Note the receiver; one of a model's signal is called with rows of each of its senders at once. None stands for any sender."""
    frame.engine.write(("signal", each.source), receiver)
    for heard in _heard(frame, senders):
        frame.engine.write(("signal to", each.source, heard), receiver)
    bare = each.source.rpartition(".")[2] if isinstance(each.source, str) else ""
    senders = _by_name(frame, senders)
    if isinstance(each.source, str):
        _note(frame, bare, receiver, senders)
    if bare not in _OF_MODELS:
        return
    state = state_heard(bare)
    if senders is None:
        frame.engine.circumstances.open.update(
            ((bare, each), None) for each in receiver if type(each) in (FunctionOf, Method)
        )
    for model in _flat(frame, senders or NOTHING):
        if type(model) is ModelClass:
            rows = NOTHING
            for label in _ends_of(frame, model.label) if bare == "m2m_changed" else (model.label,):
                rows = join(rows, one(Row, label, INFERRED, state))
            # Each model by itself: they are no candidates for one row, but all of them happen.
            hear(frame, bare, receiver, (model,), rows)


def state_heard(signal: str) -> int:
    """The state of the rows that a signal of models tells of."""
    return ANY if signal == "pre_save" else NEW if signal == "pre_init" else STORED


def _hearers(frame: Frame, each: SignalOf, sender: Type) -> Type:
    """Who hears what *sender* sends: of a model, those that listen to it, to any sender, or to one that is not known."""
    labels = [model.label for model in sender if type(model) is ModelClass]
    if not labels or len(labels) < len(sender):
        return frame.engine.read(("signal", each.source), frame)
    result = NOTHING
    for heard in (*labels, _ANY_SENDER):
        result = join(result, frame.engine.read(("signal to", each.source, heard), frame))
    return result


def _heard(frame: Frame, senders: Type | None) -> list[str]:
    """The labels of the models that a receiver listens to."""
    senders = _by_name(frame, senders)
    known = [model.label for model in _flat(frame, senders or NOTHING) if type(model) is ModelClass]
    return known or [_ANY_SENDER]


def hear(frame: Frame, signal: str, receiver: Type, sender: Type, rows: Type) -> None:
    """Call the receivers with *rows*, those of one sender."""
    for function in receiver if rows else ():
        if type(function) in (FunctionOf, Method, PartialOf):
            for flags in told_to(frame.engine, signal, function):
                told: Keywords = (*flags, ("raw", PLAIN), ("using", PLAIN))
                accepted = _accepted(function, (("sender", sender), ("instance", rows), *told))
                call_type(frame, (function,), (), accepted, None)


def _ends_of(frame: Frame, between: str) -> Iterator[str]:
    """The models whose rows a table between them holds in pairs: `m2m_changed` tells of a row of one of these."""
    space = frame.engine.world.space
    for link in space.links(between).values():
        if link.forward and link.target and any(each.through == between for each in space.links(link.target).values()):
            yield link.target


def _by_name(frame: Frame, senders: Type | None) -> Type | None:
    """Senders, with the model in the place of its label: `sender="shop.Order"`."""
    if senders is None or senders is NONE:
        return None
    result = NOTHING
    for each in senders:
        model = frame.engine.world.space.model(each.value) if type(each) is Text else None
        found = one(ModelClass, model.label, INFERRED) if model is not None and not model.abstract else (each,)
        result = join(result, found)
    return result


def _note(frame: Frame, signal: str, receiver: Type, senders: Type | None) -> None:
    """Remember who hears what; a sender that isn't known is nobody's."""
    labels: list[str | None] = [None] if senders is None else []
    labels += [each.label for each in _flat(frame, senders or NOTHING) if type(each) is ModelClass]
    for each in receiver:
        inner = each.function if type(each) is PartialOf else each
        function = inner.function if type(inner) in (FunctionOf, Method) else None  # type: ignore[attr-defined]
        if function is not None:
            frame.engine.circumstances.hearing[function] = None
            for label in labels:
                frame.engine.circumstances.connections[signal, label, function] = None


def _accepted(function: object, keywords: Keywords) -> Keywords:
    """What a receiver takes by name; all of it where it takes its row, too, out of `**kwargs`."""
    parameters = getattr(getattr(function, "function", None), "parameters", ())
    names = {parameter[0] for parameter in parameters}
    if "instance" not in names and any(parameter[1] == sk.KEYWORDS for parameter in parameters):
        return keywords
    return tuple((key, value) for key, value in keywords if key in names)


def _flat(frame: Frame, value: Type) -> Type:
    result = NOTHING
    for each in value:
        if type(each) is Group:
            for item in each.items:
                result = join(result, item)
        elif type(each) is Items:
            result = join(result, each.item)
        elif type(each) is Container:
            result = join(result, frame.engine.read(("content", each.site), frame))
        else:
            result = join(result, (each,))
    return result


def signals_in(frame: Frame, value: Type) -> list[SignalOf]:
    """The signals that `@receiver(…)` names."""
    found = []
    for each in _flat(frame, value):
        if type(each) is SignalOf:
            found.append(each)
        elif type(each) is LibraryName and each.name.rpartition(".")[2] in _OF_MODELS:
            found.append(atom(SignalOf, each.name))
    return found
