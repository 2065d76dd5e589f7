"""`form.is_valid()`, `serializer.is_valid()`: rows that are chosen are looked up, and unique columns for rows that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import INFERRED, ClassOf, Expression, Items, Manager, ModelClass, Object, Query, atom
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.form import fields_of_form
from cutpoint.infer.agents.serializer import is_narrowed
from cutpoint.infer.dispatch import attribute
from cutpoint.infer.frameworks.library_bases import is_serializer
from cutpoint.infer.frameworks.model_of import declared, meta_model
from cutpoint.infer.library.choice_fields import CHOOSING
from cutpoint.infer.texts import texts_within
from cutpoint.infer.uniqueness import unique_among
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.frame import Frame

_CHOSEN = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE, RelationKind.MANY_TO_MANY})
_DEEPEST = 4
"""Serializers within serializers."""


def validate(frame: Frame, receiver: Object, node: Node) -> None:
    """What checking a form or serializer reads."""
    if node is not None:
        with acting(frame, "validation", declaration_of(frame, receiver)):
            for query in _read(frame, receiver, _DEEPEST):
                frame.see("call", query, "get", node)


def show(frame: Frame, form: Object, node: Node) -> None:
    """What showing a form reads: every row that may be chosen in it."""
    if node is not None:
        with acting(frame, "form", declaration_of(frame, form)):
            for query in _choices_of(frame, form):
                frame.see("call", query, "filter", node)


def _choices_of(frame: Frame, receiver: Object) -> Iterator[Query]:
    own = dict(_own_fields(frame, receiver))
    for value in own.values():
        yield from _queries(value)
    for model in _models(frame, receiver):
        yield from _chosen(frame, model, _names(frame, receiver), frozenset(own))


def _read(frame: Frame, receiver: Object, depth: int) -> Iterator[Query]:
    own = dict(_own_fields(frame, receiver))
    for value in own.values():
        yield from _queries(value)
        for each in _nested(frame, value) if depth else ():
            yield from _read(frame, each, depth - 1)
    names = _names(frame, receiver)
    for model in _models(frame, receiver):
        yield from _chosen(frame, model, names, frozenset(own))
        for label in unique_among(frame, model.label, names):
            yield _query(label, model.level)


def _names(frame: Frame, receiver: Object) -> frozenset[str] | None:
    """The fields that are checked."""
    names = fields_of_form(frame, receiver)
    if names is None or not is_serializer(frame, receiver):
        return names
    for options in declared(frame, receiver, "Meta"):
        if type(options) is ClassOf:
            names -= set(texts_within(attribute(frame, options, "read_only_fields", None)))
    return names


def _models(frame: Frame, receiver: Object) -> list[ModelClass]:
    return [each for each in meta_model(frame, receiver) if type(each) is ModelClass]


def _chosen(frame: Frame, model: ModelClass, names: frozenset[str] | None, own: frozenset[str]) -> Iterator[Query]:
    for link in frame.engine.world.space.links(model.label).values():
        is_shown = names is None or link.name in names
        if link.forward and link.kind in _CHOSEN and link.target and is_shown and link.name not in own:
            yield _query(link.target, model.level)


def _query(label: str, level: int) -> Query:
    return atom(Query, label, max(level & 3, INFERRED) | (level & ~3), "rows", None, None, ())


def _own_fields(frame: Frame, receiver: Object) -> Iterator[tuple[str, Type]]:
    """Fields that the class declares itself, with what they are made with: the nearest class has the say."""
    program = frame.engine.world.program
    met: set[str] = set()
    for base in program.linear(receiver.cls) if type(receiver.cls) is Class else ():
        for name, value in base.attributes.items() if type(base) is Class and base.module.found.ours else ():
            made = program.plain(value) if name not in met else None
            met.add(name)
            if type(made) is not Instance:
                continue
            kind: str = getattr(made.callee, "last", "") or getattr(program.plain(made.callee), "name", "")
            if kind in CHOOSING and not _is_read_only(made):
                # The class body, once run, knows more than what is seen from outside.
                yield name, frame.engine.read(("attribute", base, name), frame) or type_of_value(frame, made)
            elif type(program.plain(made.callee)) is Class and not _is_read_only(made):
                yield name, type_of_value(frame, made)
            elif kind.endswith("Field") and not kind.endswith("RelatedField"):
                yield name, ()


def _is_read_only(field: Instance) -> bool:
    return field.keywords.get("read_only") is True


def _queries(value: Type) -> Iterator[Query]:
    for each in value:
        if type(each) is Expression and each.name in CHOOSING:
            yield from _queries(dict(each.keywords).get("queryset") or (each.arguments[0] if each.arguments else ()))
        elif isinstance(each, (Query, Manager)) and each.label:
            yield _query(each.label, each.level)


def _nested(frame: Frame, value: Type) -> Iterator[Object]:
    for each in value:
        inner: tuple[Atom, ...] = each.item if type(each) is Items else (each,)
        for one in inner:
            if type(one) is Object and is_serializer(frame, one) and not is_narrowed(frame, one):
                yield one
