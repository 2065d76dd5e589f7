"""graphene-django: a mutation of a form or serializer saves by it, a type shows rows of relations, a list field those of its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import ANY, NEW, PLAIN, STORED, ClassOf, Manager, ModelClass, Object, Query, Row, atom, one
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.form import fields_of_form
from cutpoint.infer.agents.serializer import is_own
from cutpoint.infer.dispatch import attribute, call_method, call_type
from cutpoint.infer.entries.decorating import name_of_decorator
from cutpoint.infer.following import followed
from cutpoint.infer.frameworks.model_of import declared, meta_model
from cutpoint.infer.row_states import in_state
from cutpoint.infer.texts import texts_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame

PACKAGE = "graphene_django."
MUTATIONS = frozenset({"DjangoFormMutation", "DjangoModelFormMutation", "SerializerMutation"})
TYPES = frozenset({"DjangoObjectType"})
ROOTS = frozenset({"ObjectType"})
_LISTING = frozenset({"DjangoListField", "DjangoConnectionField", "DjangoFilterConnectionField"})
_OPERATIONS = {"create": NEW, "update": STORED}


def mutate(frame: Frame, mutation: Object, node: Node) -> None:
    """What is sent is checked by the form or serializer, and saved; a row that is to be changed is looked for."""
    for options in declared(frame, mutation, "Meta"):
        if type(options) is not ClassOf:
            continue
        for form in attribute(frame, options, "form_class", None):
            if type(form) is ClassOf:
                # With a key among what is sent it is a form of that row.
                made = in_state(frame, call_type(frame, (form,), (), (), None), ANY)
                _find(frame, mutation, (*meta_model(frame, one(Object, form.cls, form.level)[0]),), node)
                _save(frame, mutation, made, node)
        words = texts_within(attribute(frame, options, "model_operations", None)) or list(_OPERATIONS)
        for serializer in attribute(frame, options, "serializer_class", None):
            for word in words if type(serializer) is ClassOf else ():
                made = call_type(frame, (serializer,), (), (), None)
                if word == "update" and type(serializer) is ClassOf:
                    _find(frame, mutation, meta_model(frame, one(Object, serializer.cls, serializer.level)[0]), node)
                if word in _OPERATIONS:
                    _save(frame, mutation, in_state(frame, made, _OPERATIONS[word]), node)


def _find(frame: Frame, mutation: Object, models: Type, node: Node) -> None:
    with acting(frame, "graphql", declaration_of(frame, mutation)):
        for model in models:
            if type(model) is ModelClass:
                manager = atom(Manager, model.label, model.level, None, None)
                call_type(frame, attribute(frame, manager, "get", None), (), (), node)


def _save(frame: Frame, mutation: Object, made: Type, node: Node) -> None:
    for each in made:
        if type(each) is Object:
            call_method(frame, each, "is_valid", (), node)
            if is_own(frame, mutation, "perform_mutate"):
                call_type(frame, attribute(frame, mutation, "perform_mutate", None), ((each,), PLAIN), (), node)
            else:
                call_method(frame, each, "save", (), node)


def show_type(frame: Frame, shown: Object, node: Node) -> None:
    """Rows of relations among the fields, if there is a type that shows them: a query may ask for each."""
    space = frame.engine.world.space
    with acting(frame, "graphql", declaration_of(frame, shown)):
        for model in meta_model(frame, shown):
            if type(model) is not ModelClass:
                continue
            row = atom(Row, model.label, model.level, STORED)
            named = fields_of_form(frame, shown)
            for link in sorted(space.links(model.label).values(), key=lambda link: link.name):
                is_shown = (named is None or link.name in named) and not is_own(frame, shown, f"resolve_{link.name}")
                if is_shown and link.target in _models_with_types(frame):
                    followed(frame, (row,), [link.name], node, to_end=True)


def list_rows(frame: Frame, root: Object, node: Node) -> None:
    """`orders = DjangoListField(OrderType)` without a resolver: all rows of the type's model."""
    if type(root.cls) is not Class or frame.engine.world.derives(root.cls, TYPES, PACKAGE):
        return
    for name, made in _fields(frame, root.cls):
        given = frame.engine.world.program.plain(made.arguments[0]) if made.arguments else None
        if type(given) is not Class or is_own(frame, root, f"resolve_{name}"):
            continue
        shown = atom(Object, given, root.level)
        with acting(frame, "graphql", declaration_of(frame, shown)):
            for model in meta_model(frame, shown):
                if type(model) is ModelClass:
                    query = atom(Query, model.label, model.level, "rows", None, None, ())
                    frame.see("evaluate", query, "iterate", node)


def _fields(frame: Frame, cls: Class) -> Iterator[tuple[str, Instance]]:
    """Fields that list rows, those of plain classes which it inherits from included."""
    world = frame.engine.world
    for base in world.program.linear(cls):
        if type(base) is not Class or not base.module.found.ours:
            continue
        if base is not cls and world.derives(base, ROOTS, "graphene."):
            continue
        for name, value in base.attributes.items():
            made = world.program.plain(value)
            if type(made) is Instance:
                maker = name_of_decorator(made)
                if maker.startswith(PACKAGE) and maker.rpartition(".")[2] in _LISTING:
                    yield name, made


def _models_with_types(frame: Frame) -> frozenset[str]:
    """Labels of the models that some type shows: a relation to any other is no field."""
    circumstances = frame.engine.circumstances
    if circumstances.shown_by_types is None:
        world = frame.engine.world
        circumstances.shown_by_types = frozenset(
            model.label
            for cls in frame.engine.class_bodies
            if world.derives(cls, TYPES, PACKAGE)
            for model in meta_model(frame, atom(Object, cls, 0))
            if type(model) is ModelClass
        )
    return circumstances.shown_by_types
