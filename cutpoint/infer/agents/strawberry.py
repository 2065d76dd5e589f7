"""strawberry-django: `orders: list[OrderType] = strawberry_django.field()` reads, `mutations.create(OrderInput)` and its like save and delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.types import (
    INFERRED,
    NEW,
    STORED,
    ClassOf,
    Items,
    Manager,
    Object,
    Query,
    Row,
    atom,
)
from cutpoint.infer.agents.acting import acting
from cutpoint.infer.annotations import annotated_type
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.entries.decorating import name_of_decorator
from cutpoint.infer.following import followed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.program import Program
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

PREFIX = "strawberry"
_LIBRARY = "strawberry_django."
_READING = frozenset({"field", "node", "connection", "offset_paginated", "StrawberryDjangoField"})
_WRITING = {
    "create": "create",
    "update": "update",
    "delete": "delete",
    "DjangoCreateMutation": "create",
    "DjangoUpdateMutation": "update",
    "DjangoDeleteMutation": "delete",
}
"""The functions of the library, and the classes of what they give where their source is read."""
_OF_MODELS = frozenset({"type", "input", "partial", "interface"})


def is_type(program: Program, cls: Class) -> bool:
    """Whether a decorator of the library, or of strawberry's own, makes a type of *cls*."""
    return any(_name_of(program.plain(each)).startswith((f"{PREFIX}.", _LIBRARY)) for each in cls.decorators)


def _name_of(decorator: Value) -> str:
    """Where its source is read, running it gave a function inside of it."""
    return name_of_decorator(decorator).partition(".<locals>")[0]


def serve_type(frame: Frame, shown: Object, node: Node) -> None:
    """What its annotated fields do: those of rows load relations, those with a field or mutation of the library what that does."""
    cls = shown.cls
    if type(cls) is not Class:
        return
    label = _label_of(frame, cls)
    with acting(frame, "graphql", (cls.path, cls.line, cls.dotted)):
        for name, annotation in _annotations(frame, cls):
            made = frame.engine.world.program.plain(cls.attributes.get(name))
            word = _word_of(made)
            if label is not None and not word:
                if name in frame.engine.world.space.links(label) and _labels_in(frame, cls, annotation):
                    followed(frame, (atom(Row, label, INFERRED, STORED),), [name], node, to_end=True)
            elif label is None and word:
                for each in _labels_in(frame, cls, annotation) or _labels_given(frame, made):
                    _act(frame, word, each, node)


def _annotations(frame: Frame, cls: Class) -> Iterator[tuple[str, Node]]:
    body = frame.engine.frames.get(("class", cls))
    for statement in body.body if body is not None else ():
        match statement:
            case [sk.ANNOTATED, [sk.NAME, name, *_], annotation, *_]:
                yield name, annotation


def _labels_in(frame: Frame, cls: Class, annotation: Node) -> list[str]:
    """Labels of the models whose types an annotation speaks of."""
    home = frame.engine.frames["class", cls]
    return list(dict.fromkeys(_labels(frame, annotated_type(home, annotation))))


def _labels(frame: Frame, value: Type) -> Iterator[str]:
    for each in value:
        if type(each) is Items:
            yield from _labels(frame, each.item)
        elif isinstance(each, (Object, ClassOf)) and type(each.cls) is Class:
            label = _label_of(frame, each.cls)
            if label is not None:
                yield label


def _label_of(frame: Frame, cls: Class) -> str | None:
    """`@strawberry_django.type(Order)`."""
    program = frame.engine.world.program
    for each in cls.decorators:
        decorator = program.plain(each)
        name = _name_of(decorator)
        if name.startswith(_LIBRARY) and name.rpartition(".")[2] in _OF_MODELS:
            model = program.plain(_given(decorator, "model"))
            return program.label_of(model) if type(model) is Class else None
    return None


def _labels_given(frame: Frame, made: Value) -> list[str]:
    """`mutations.create(OrderInput)`."""
    given = frame.engine.world.program.plain(_given(made, "input_type"))
    label = _label_of(frame, given) if type(given) is Class else None
    return [label] if label is not None else []


def _given(made: Value, name: str) -> Value:
    """The first argument, or the one that is called *name*, of what was called; of a function inside it what that sees."""
    if type(made) is Instance:
        return made.arguments[0] if made.arguments else made.keywords.get(name)
    return made.env.lookup(name)[1] if type(made) is Function else None


def _word_of(made: Value) -> str:
    name = name_of_decorator(made) if type(made) is Instance else ""
    return name.rpartition(".")[2] if name.startswith(_LIBRARY) else ""


def _act(frame: Frame, word: str, label: str, node: Node) -> None:
    manager = atom(Manager, label, INFERRED, None, None)
    if word in _READING:
        frame.see("evaluate", atom(Query, label, INFERRED, "rows", None, None, ()), "iterate", node)
        return
    word = _WRITING.get(word, "")
    if word == "create":
        _save(frame, atom(Row, label, INFERRED, NEW), node)
    elif word in ("update", "delete"):
        call_type(frame, attribute(frame, manager, "get", None), (), (), node)
        row = atom(Row, label, INFERRED, STORED)
        if word == "update":
            _save(frame, row, node)
        else:
            call_type(frame, attribute(frame, row, "delete", None), (), (), node)


def _save(frame: Frame, row: Row, node: Node) -> None:
    for method in ("full_clean", "save"):
        call_type(frame, attribute(frame, row, method, None), (), (), node)
