"""Attributes of rows and of model classes: columns, relations both ways, managers, methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import (
    NEW,
    NOTHING,
    PLAIN,
    STORED,
    FieldOf,
    FileOf,
    LibraryMethod,
    Manager,
    Meta,
    ModelClass,
    Related,
    Row,
    Text,
    Type,
    Unknown,
    atom,
    join,
    one,
    type_of,
    unknown,
)
from cutpoint.infer.agents.auto_rows import make_when_missing
from cutpoint.infer.child_models import attribute_of_children
from cutpoint.infer.dispatch import attribute_of
from cutpoint.infer.frameworks.content_types import METHODS as CONTENT_TYPE_METHODS
from cutpoint.infer.frameworks.translations import METHODS as TRANSLATION_METHODS
from cutpoint.infer.frameworks.trees import METHODS as TREE_METHODS
from cutpoint.infer.generic_keys import ADMITTED, generic_targets
from cutpoint.infer.loaded import path_of
from cutpoint.infer.members import bound, class_read, note_self_read
from cutpoint.infer.model_fields import MANY_TO_MANY, many_to_many, other_end
from cutpoint.infer.own_deletes import is_told_by_constructs
from cutpoint.infer.queries import valued

if TYPE_CHECKING:
    from cutpoint.domain.model_space import Link
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Env, Frame

_FILE_FIELDS = ("FileField", "ImageField")
_OF_ANY_MODEL = frozenset({"get_object_for_this_type", "get_all_objects_for_this_type"})
_MANAGER_NAMES = frozenset({"objects", "_default_manager", "_base_manager"})


@attribute_of(Row)
def _row(frame: Frame, each: Row, name: str, node: Node) -> Type:
    world, space = frame.engine.world, frame.engine.world.space
    cls = world.program.class_of(each.label)
    field = space.fields(each.label).get(name)
    is_column = field is not None or name in space.attnames(each.label) or name in ("pk", "id")
    if is_column:
        frame.note_field(each.label, name, is_assigned=False)
    link = space.links(each.label).get(name)
    if link is not None:
        found = world.member(cls, name) if cls is not None and not link.forward else None
        if found is None or type(found[0]) is not Class or type(found[1]) is Instance:
            return _followed(frame, each, link, node)
    if field is not None:
        return one(FileOf, each.label, each.level, each.state) if field[1].type.endswith(_FILE_FIELDS) else PLAIN
    if is_column:
        return PLAIN
    if name in (histories := space.histories(each.label)):
        return one(Manager, histories[name], each.level, None, None)
    if name == "__class__":
        return (class_read(frame, each),)
    if name == "_meta":
        return one(Meta, each.label, each.level)
    stored = frame.engine.read(("attribute", each.label, name), frame)
    found = world.member(cls, name) if cls is not None else None
    if found is None:
        return join(stored, attribute_of_children(frame, each, name, node) or one(LibraryMethod, each, name))
    definer, value = found
    if name in _TOLD_BY_CONSTRUCTS and is_told_by_constructs(world, each.label, name, definer, value):
        # What libraries add to `save` and `delete` is told by their constructs; the row is written all the same.
        return _of_library(frame, each, name, stored)
    if name in CONTENT_TYPE_METHODS and each.label == CONTENT_TYPE:
        return one(LibraryMethod, each, name)
    if type(definer) is Class and not (each.label == CONTENT_TYPE and name in _OF_ANY_MODEL):
        return join(stored, bound(frame, each, definer, name, value, node, on_class=False))
    return _of_library(frame, each, name, stored or attribute_of_children(frame, each, name, node))


def _of_library(frame: Frame, each: Row, name: str, stored: Type) -> Type:
    if name in _OF_ANY_MODEL and each.label == CONTENT_TYPE:
        frame.blind[each, name, frame.statement] = (frame.statement[0], name, "content-type")
        return unknown("content-type")
    is_own = name in ROW_METHODS or name.startswith(("get_next_by_", "get_previous_by_"))
    if is_own:
        note_self_read(frame, each, "*", True)
    if is_own or name in _TOLD_BY_CONSTRUCTS:
        return one(LibraryMethod, each, name)
    is_plain = name.startswith("_") or (name.startswith("get_") and name.endswith("_display"))
    # Annotations of the query, or an attribute that code of a library sets.
    return stored or (PLAIN if is_plain else unknown("attribute"))


ROW_METHODS = frozenset(
    [
        "save",
        "asave",
        "delete",
        "adelete",
        "refresh_from_db",
        "arefresh_from_db",
        "full_clean",
        "clean",
        "validate_unique",
        "validate_constraints",
        "clean_fields",
        "save_base",
        "get_deferred_fields",
        "serializable_value",
        "from_db",
        "check",
        "date_error_message",
        "unique_error_message",
        "prepare_database_save",
        "get_constraints",
    ]
)
_TOLD_BY_CONSTRUCTS = ROW_METHODS | TREE_METHODS | TRANSLATION_METHODS


def _followed(frame: Frame, each: Row, link: Link, node: Node) -> Type:
    if link.target is None:
        path = path_of(node)
        admitted = frame.env.get((*path, ADMITTED)) if path is not None else None
        found = admitted or generic_targets(frame, each.label, link.name, each.level)
        # A row that is just being made has what it was given.
        if node is not None and each.state != NEW:
            frame.see("load", each, link.name, node)
            for target in found:
                if type(target) is Row:
                    frame.see("generic", target, link.name, node)
        return found or unknown("generic-foreign-key")
    if link.many:
        manager = frame.engine.world.default_manager(link.target)
        related = atom(Related, each.label, link.name)
        return one(Manager, link.target, each.level, manager, related)
    if node is not None:
        frame.see("load", each, link.name, node)
        make_when_missing(frame, link, each.level, node)
    return one(Row, link.target, each.level, STORED)


@attribute_of(ModelClass)
def _model_class(frame: Frame, each: ModelClass, name: str, node: Node) -> Type:
    world = frame.engine.world
    cls = world.program.class_of(each.label)
    if name == "_meta":
        return one(Meta, each.label, each.level)
    if name in ("__name__", "__qualname__", "__module__", "__doc__"):
        return PLAIN
    if name in world.space.histories(each.label):
        return one(Manager, world.space.histories(each.label)[name], each.level, None, None)
    found = world.member(cls, name) if cls is not None else None
    definer, value = found if found is not None else (None, None)
    if type(definer) is Class:
        if name in TREE_METHODS and not definer.module.found.ours:
            return one(LibraryMethod, each, name)
        plain = world.program.plain(value)
        if type(plain) is Instance:
            return _of_attribute(frame, each, name, plain)
        return bound(frame, each, definer, name, value, node, on_class=True)
    if name in _MANAGER_NAMES:
        default = world.default_manager(each.label) if name == "_default_manager" else None
        return one(Manager, each.label, each.level, default, None)
    link = world.space.links(each.label).get(name)
    if link is not None and link.through is not None:
        return one(LibraryMethod, each, name)
    if name in ("DoesNotExist", "MultipleObjectsReturned"):
        return PLAIN
    stored = frame.engine.read(("attribute", each.label, name), frame)
    return stored or one(LibraryMethod, each, name)


def _of_attribute(frame: Frame, each: ModelClass, name: str, value: Instance) -> Type:
    """A manager, or a field looked at through its class."""
    world = frame.engine.world
    manager = world.declared_managers.of(each, name, value)
    if manager:
        return manager
    if name in world.space.links(each.label):
        return one(LibraryMethod, each, name)
    return PLAIN if name in world.space.fields(each.label) else unknown("value")


@attribute_of(Meta)
def _meta(frame: Frame, each: Meta, name: str, _node: Node) -> Type:
    space = frame.engine.world.space
    if name == "db_table":
        table = space.table(each.label)
        return one(Text, table) if table else PLAIN
    if name in ("concrete_model", "proxy_for_model"):
        return one(ModelClass, space.concrete(each.label), each.level)
    if name == "model":
        return one(ModelClass, each.label, each.level)
    if name in ("default_manager", "base_manager"):
        return one(Manager, each.label, each.level, frame.engine.world.default_manager(each.label), None)
    if name in ("label", "object_name", "app_label", "model_name", "label_lower"):
        app, _, bare = each.label.rpartition(".")
        values = {"label": each.label, "object_name": bare, "app_label": app, "model_name": bare.lower()}
        return one(Text, values.get(name, each.label.lower()))
    return many_to_many(frame, each) if name in MANY_TO_MANY else one(LibraryMethod, each, name)


def key_names(frame: Frame, label: str) -> frozenset[str]:
    """Keywords by which a row is made with a key of its own, so that it may be stored already."""
    world = frame.engine.world
    cls = world.program.class_of(label)
    parts: tuple[object, ...] = ()
    if world.space.pk(label) == "pk" and cls is not None:
        # `pk = CompositePrimaryKey("hall", "number")`
        declared = world.program.plain(cls.attributes.get("pk"))
        parts = tuple(declared.arguments) if type(declared) is Instance else ()
    return frozenset({"pk", "id", world.space.pk(label), *(part for part in parts if isinstance(part, str))})


def see_method(frame: Frame, each: Row, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> None:
    """Note that a method of Django's is called on a row."""
    arguments = tuple([valued(frame, value) for value in arguments])
    keywords = tuple([(key, valued(frame, value)) for key, value in keywords])
    seen = frame.see("call", each, name, node, arguments, keywords)
    if name.startswith(("get_next_by_", "get_previous_by_")):
        seen.joins = frame.engine.joins.of(each.label, "filter", (), keywords)


STATE_AFTER = {"save": STORED, "asave": STORED, "delete": NEW, "adelete": NEW}


def keep_state(frame: Frame, function_node: Node, env: Env) -> None:
    """`tag.save()` makes a new row a stored one, and `tag.delete()` the other way round, for what follows."""
    base, state = function_node[1], STATE_AFTER[function_node[2]]
    value = env.get(base[1], NOTHING) if type(base) is list and base[0] == sk.NAME else NOTHING
    if any(type(each) is Row and each is not frame.receiver and each.state != state for each in value):
        env[base[1]] = type_of(
            *[
                one(Row, each.label, each.level, state)[0] if type(each) is Row and each is not frame.receiver else each
                for each in value
            ]
        )


@attribute_of(FileOf)
def _file(_frame: Frame, each: FileOf, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name) if name in ("save", "delete") else PLAIN


@attribute_of(LibraryMethod)
def _of_method(frame: Frame, each: LibraryMethod, name: str, _node: Node) -> Type:
    """`Order.products.through`, `Order.customer.field`."""
    receiver = each.receiver
    related = receiver.related if type(receiver) is Manager else None
    if isinstance(receiver, ModelClass) or (isinstance(receiver, Manager) and related is not None):
        owner = related.owner if related is not None else receiver.label
        link = frame.engine.world.space.links(owner).get(each.name)
        if link is not None and link.through is not None and name == "through":
            return one(ModelClass, link.through, receiver.level)
        if link is not None and name == ("field" if link.forward else "rel"):
            return one(FieldOf, owner, each.name, receiver.level)
        if link is not None and name in ("field", "rel", "remote_field"):
            return other_end(frame, link, receiver.level)
    if type(receiver) is Unknown:
        return (receiver,)
    return PLAIN
