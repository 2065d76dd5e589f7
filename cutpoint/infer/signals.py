"""Signals: what is connected to them, and the calls that sending them makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    INFERRED,
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
    Type,
    atom,
    join,
    one,
)
from cutpoint.infer.dispatch import attribute_of, call_type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_OF_MODELS = frozenset({"pre_init", "post_init", "pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed"})


@attribute_of(SignalOf)
def _signal(_frame: Frame, each: SignalOf, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name)


def call_signal(
    frame: Frame, each: SignalOf, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    """`signal.connect(f, sender=Order)`, `signal.send(sender, order=order)`."""
    named = {key: value for key, value in keywords if key is not None}
    if name == "connect":
        connect(
            frame,
            each,
            arguments[0] if arguments else named.get("receiver", NOTHING),
            arguments[1] if len(arguments) > 1 else named.get("sender", NOTHING),
        )
        return NONE
    if name in ("send", "send_robust", "asend", "asend_robust"):
        given = tuple((key, value) for key, value in keywords if key != "sender")
        sender = arguments[0] if arguments else named.get("sender", PLAIN)
        receivers = frame.engine.read(("signal", each.source), frame)
        call_type(frame, receivers, (), (("sender", sender), ("signal", PLAIN), *given), node)
        return one(Items, one(Group, (PLAIN, PLAIN)))
    return PLAIN


def connect(frame: Frame, each: SignalOf, receiver: Type, senders: Type) -> None:
    """Note the receiver; one of a model's signal is called with rows of its senders at once."""
    frame.engine.write(("signal", each.source), receiver)
    bare = each.source.rpartition(".")[2] if isinstance(each.source, str) else ""
    if bare not in _OF_MODELS:
        return
    rows, classes = NOTHING, NOTHING
    for model in _flat(frame, senders):
        if type(model) is ModelClass:
            classes = join(classes, (model,))
            rows = join(rows, one(Row, model.label, INFERRED, STORED))
    if not rows:
        return
    keywords: Keywords = (("sender", classes), ("instance", rows), ("created", PLAIN), ("raw", PLAIN), ("using", PLAIN))
    for function in receiver:
        if type(function) in (FunctionOf, Method, PartialOf):
            accepted = _accepted(function, keywords)
            call_type(frame, (function,), (), accepted, None)


def _accepted(function: object, keywords: Keywords) -> Keywords:
    code = getattr(function, "function", None)
    names = {parameter[0] for parameter in getattr(code, "parameters", ())}
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
