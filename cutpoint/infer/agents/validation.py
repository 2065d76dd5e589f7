"""`form.is_valid()`, `serializer.is_valid()`: rows that are chosen are looked up, and unique columns for rows that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, ClassOf, Expression, Items, Manager, ModelClass, Object, Query, atom, one
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.declared_fields import declared_fields
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

    from cutpoint.domain.objects import Instance
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.frame import Frame

CHOSEN = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE, RelationKind.MANY_TO_MANY})
"""Relations that a form or serializer has a field for."""
_DEEPEST = 4
"""Serializers within serializers."""


def validate(frame: Frame, receiver: Object, node: Node) -> None:
    """What checking a form or serializer reads."""
    if node is not None:
        with acting(frame, "validation", declaration_of(frame, receiver)):
            for query in _read(frame, receiver, _DEEPEST, set()):
                frame.see("call", query, "get", node)


def show(frame: Frame, form: Object, node: Node) -> None:
    """What showing a form reads: every row that may be chosen in it."""
    if node is not None:
        with acting(frame, "form", declaration_of(frame, form)):
            for query in _choices_of(frame, form):
                frame.see("call", query, "filter", node)


def _choices_of(frame: Frame, receiver: Object) -> Iterator[Query]:
    own = dict(own_fields(frame, receiver))
    for value in own.values():
        yield from queries_in(value)
    for model in models_spoken_of(frame, receiver):
        yield from _chosen(frame, model, _names(frame, receiver), frozenset(own))


def _read(frame: Frame, receiver: Object, depth: int, met: set[tuple[Object, int]]) -> Iterator[Query]:
    if (receiver, depth) in met:
        # Serializers are nested by the dozen, and mostly the same ones.
        return
    met.add((receiver, depth))
    own = dict(own_fields(frame, receiver))
    for value in own.values():
        yield from queries_in(value)
        for each in _nested(frame, value) if depth else ():
            yield from _read(frame, each, depth - 1, met)
    names = _names(frame, receiver)
    for model in models_spoken_of(frame, receiver):
        yield from _chosen(frame, model, names, frozenset(own))
        for label in unique_among(frame, model.label, names):
            yield query_of(label, model.level)


def _names(frame: Frame, receiver: Object) -> frozenset[str] | None:
    """The fields that are checked."""
    names = fields_of_form(frame, receiver)
    if names is None or not is_serializer(frame, receiver):
        return names
    for options in declared(frame, receiver, "Meta"):
        if type(options) is ClassOf:
            names -= set(texts_within(attribute(frame, options, "read_only_fields", None)))
    return names


def models_spoken_of(frame: Frame, receiver: Object) -> list[ModelClass]:
    """The models that `Meta.model` names."""
    return [each for each in meta_model(frame, receiver) if type(each) is ModelClass]


def _chosen(frame: Frame, model: ModelClass, names: frozenset[str] | None, own: frozenset[str]) -> Iterator[Query]:
    for link in frame.engine.world.space.links(model.label).values():
        is_shown = names is None or link.name in names
        if link.forward and link.kind in CHOSEN and link.target and is_shown and link.name not in own:
            yield query_of(link.target, model.level)


def query_of(label: str, level: int) -> Query:
    """The queryset from which a field lets one choose."""
    return atom(Query, label, max(level & 3, INFERRED) | (level & ~3), "rows", None, None, ())


def own_fields(frame: Frame, receiver: Object) -> Iterator[tuple[str, Type]]:
    """Fields that the class declares itself, with what they are made with: the nearest class has the say."""
    for name, base, made, extended in (
        declared_fields(frame.engine, receiver.cls) if type(receiver.cls) is Class else ()
    ):
        if made is None:
            yield name, ()
        elif base is not None:
            # The class body, once run, knows more than what is seen from outside.
            yield name, frame.engine.read(("attribute", base, name), frame) or type_of_value(frame, made)
        else:
            yield name, _of_extension(frame, made, extended) if extended else _of_class(frame, made)


def _of_class(frame: Frame, made: Instance) -> Type:
    """A field or serializer of ours; `LineSerializer(many=True)` is many of them."""
    value = type_of_value(frame, made)
    is_many = frame.engine.world.program.plain(made.keywords.get("many")) is True
    return one(Items, value) if is_many and all(type(each) is Object for each in value) else value


def _of_extension(frame: Frame, made: Instance, extended: str) -> Type:
    """A field of a class of ours that extends one that lets choose rows: what it is made with, as that one would."""
    arguments = tuple(type_of_value(frame, each) for each in made.arguments)
    keywords = tuple((name, type_of_value(frame, each)) for name, each in made.keywords.items())
    return one(Expression, extended, arguments, keywords)


def queries_in(value: Type) -> Iterator[Query]:
    """Querysets and managers, and those that fields are made with."""
    for each in value:
        if type(each) is Expression and each.name in CHOOSING:
            yield from queries_in(dict(each.keywords).get("queryset") or (each.arguments[0] if each.arguments else ()))
        elif isinstance(each, (Query, Manager)) and each.label:
            yield query_of(each.label, each.level)


def _nested(frame: Frame, value: Type) -> Iterator[Object]:
    for each in value:
        inner: tuple[Atom, ...] = each.item if type(each) is Items else (each,)
        for part in inner:
            if type(part) is Object and is_serializer(frame, part) and not is_narrowed(frame, part):
                yield part
