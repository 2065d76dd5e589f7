"""Forms and serializers are made for a stored row, or for a new one: `OrderForm(data, instance=order)`, `OrderForm(data)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import ANY, NEW, ClassOf, Nothing, Object, Row, atom, type_of
from cutpoint.domain.walking import nodes_in

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

# Bases -> the position at which their `__init__` takes a row.
_MADE_FOR_ROWS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("BaseModelForm", "ModelForm"), 9),
    (("BaseSerializer", "Serializer", "ModelSerializer", "HyperlinkedModelSerializer"), 0),
)
_GIVEN = "instance"


def class_for_rows(frame: Frame, cls: Class, arguments: tuple[Type, ...], keywords: Keywords) -> Class:
    """*cls*, or what stands for those of its objects that are made for new rows, or for stored ones."""
    world = frame.engine.world
    for bases, position in _MADE_FOR_ROWS:
        if world.derives(cls, bases, ""):
            return frame.engine.makings.in_state(cls, _state(frame, cls, arguments, keywords, position))
    return cls


def in_state(frame: Frame, value: Type, state: int) -> Type:
    """Forms and serializers as a framework makes them, for rows in this state."""
    return type_of(
        *[
            atom(type(each), frame.engine.makings.in_state(each.cls, state), each.level)
            if isinstance(each, (Object, ClassOf)) and type(each.cls) is Class and _takes_rows(frame, each.cls)
            else each
            for each in value
        ]
    )


def state_of(frame: Frame, receiver: Atom) -> int:
    """The state of the rows that a form or serializer is about."""
    cls = getattr(receiver, "cls", None)
    return frame.engine.makings.state_of(cls) if type(cls) is Class else ANY


def _takes_rows(frame: Frame, cls: Class) -> bool:
    return any(frame.engine.world.derives(cls, bases, "") for bases, _ in _MADE_FOR_ROWS)


def _state(frame: Frame, cls: Class, arguments: tuple[Type, ...], keywords: Keywords, position: int) -> int:
    if any(name is None for name, _ in keywords):
        return ANY
    given = arguments[position] if len(arguments) > position else dict(keywords).get(_GIVEN)
    found = frame.engine.world.member(cls, "__init__")
    own = found[1] if found is not None and type(found[0]) is Class and found[0].module.found.ours else None
    if type(own) is Function and decides_itself(frame.engine, own):
        # It may take another row than it is given, or make one.
        return ANY
    if given is None:
        return NEW
    kinds = {each.state if type(each) is Row else NEW if type(each) is Nothing else ANY for each in given}
    return kinds.pop() if len(kinds) == 1 else ANY


def decides_itself(engine: Engine, function: Function) -> bool:
    """Whether *function* gives a row of its own: `self.instance = …`, `kwargs["instance"] = …`, `super().__init__(instance=…)`."""
    known = engine.known.decides_itself.get(function)
    if known is None:
        known = engine.known.decides_itself[function] = _gives_row(engine.body_of(function))
    return known


def _gives_row(body: Node) -> bool:
    for node in nodes_in(*body):
        match node:
            case [sk.ASSIGN, targets, *_] if any(
                type(target) is list and target[0] in (sk.ATTRIBUTE, sk.SUBSCRIPT) and target[2] == _GIVEN
                for target in targets
            ):
                return True
            case [sk.CALL, _, arguments, keywords, *_] if _GIVEN in arguments[:1] or any(
                name == _GIVEN and not (type(value) is list and value[:2] == [sk.NAME, _GIVEN])
                for name, value in keywords
            ):
                # `kwargs.get("instance")` only looks, but `kwargs.setdefault("instance", …)` doesn't.
                if not _only_looks(node):
                    return True
    return False


def _only_looks(call: Node) -> bool:
    function = call[1]
    return type(function) is list and function[0] == sk.ATTRIBUTE and function[2] in ("get", "pop")
