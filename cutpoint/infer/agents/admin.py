"""`@admin.register(Order)`, `admin.site.register(Order)`: the admin reads, inserts, updates and deletes rows, those of inlines too, and keeps a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    INFERRED,
    NEW,
    NOTHING,
    PLAIN,
    STORED,
    ClassOf,
    Items,
    Manager,
    ModelClass,
    Object,
    Query,
    Record,
    Row,
    Text,
    atom,
    one,
    type_of,
)
from cutpoint.infer.agents.acting import acting, declaration_of, is_false
from cutpoint.infer.agents.form import fields_of_form, save_relations
from cutpoint.infer.agents.validation import show, validate
from cutpoint.infer.conventions import REQUEST
from cutpoint.infer.dispatch import attribute, call_type, item_type
from cutpoint.infer.frameworks.model_of import declared, models_of
from cutpoint.infer.made_forms import form_class
from cutpoint.infer.targets import store
from cutpoint.infer.texts import texts_within

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.agents.acting import Declaration
    from cutpoint.infer.frame import Frame

LOG = "admin.LogEntry"


def administer_declared(frame: Frame, admin: Object, node: Node) -> None:
    """What the admin does by a class of ours with every model that it is registered for."""
    world = frame.engine.world
    for each in world.registered_models(admin.cls) if type(admin.cls) is Class else ():
        if type(each) is ModelClass:
            # What a base of several admins does with `self.model` it does with this one, too.
            store(frame, admin, "model", one(ModelClass, each.label, INFERRED))
            administer(frame, admin, each.label, node, declaration_of(frame, admin))


def administer(frame: Frame, admin: Object | None, label: str, node: Node, declaration: Declaration | None) -> None:
    """What the admin does with rows of a model, as far as *admin* allows it."""
    row, stored = atom(Row, label, INFERRED, NEW), atom(Row, label, INFERRED, STORED)
    world = frame.engine.world
    query = one(Query, label, INFERRED, "rows", world.query_class(world.default_manager(label)), None, ())
    with acting(frame, "admin", declaration):
        _call_manager(frame, label, "all", node)
        forms = _forms_of(frame, admin, label)
        for word, each in (("add", row), ("change", stored)):
            if not _denies(frame, admin, f"has_{word}_permission"):
                _fill_in(frame, forms, node)
                _call(frame, admin, "save_model", ((each,), PLAIN, PLAIN), (each, "save"), node)
                shown = _shown(frame, forms)
                save_relations(frame, each, _automatic(frame, label) & (shown or _automatic(frame, label)), node)
                _save_inlines(frame, admin, node)
                _write_log(frame, node)
        if not _denies(frame, admin, "has_delete_permission"):
            frame.see("call", stored, "get_deleted_objects", node)
            _call(frame, admin, "delete_model", ((stored,),), (stored, "delete"), node)
            _call(frame, admin, "delete_queryset", (query,), (query[0], "delete"), node)
            _write_log(frame, node)
        if admin is not None:
            _run_actions(frame, admin, query)


def _call(
    frame: Frame, admin: Object | None, hook: str, arguments: tuple[Type, ...], otherwise: tuple[Atom, str], node: Node
) -> None:
    """A hook of the project's own, or what Django's does."""
    found = frame.engine.world.member(admin.cls, hook) if admin is not None and type(admin.cls) is Class else None
    if admin is not None and found is not None and type(found[0]) is Class and found[0].module.found.ours:
        request = one(Object, REQUEST, INFERRED)
        call_type(frame, attribute(frame, admin, hook, None), (request, *arguments), (), node)
        return
    receiver, word = otherwise
    call_type(frame, attribute(frame, receiver, word, None), (), (), node)


def _call_manager(frame: Frame, label: str, word: str, node: Node) -> None:
    manager = atom(Manager, label, INFERRED, None, None)
    call_type(frame, attribute(frame, manager, word, None), (), (), node)


def _write_log(frame: Frame, node: Node) -> None:
    if frame.engine.world.space.model(LOG) is not None:
        _call_manager(frame, CONTENT_TYPE, "get_for_model", node)
        _call_manager(frame, LOG, "create", node)


def _automatic(frame: Frame, label: str) -> frozenset[str]:
    """The many-to-many fields that the admin shows: those without a table between of their own."""
    space = frame.engine.world.space
    names = set()
    for link in space.links(label).values():
        between = space.model(link.through) if link.through is not None else None
        if between is not None and between.auto_created:
            names.add(link.name)
    return frozenset(names)


def _forms_of(frame: Frame, admin: Object | None, label: str) -> Type:
    """The forms in which the admin shows rows of a model, made as `modelform_factory` makes them."""
    own = declared(frame, admin, "form") if admin is not None else NOTHING
    named = [text for name in ("fields", "fieldsets") for text in _texts_of(frame, admin, name)]
    place = declaration_of(frame, admin) if admin is not None else None
    classes = form_class(frame, one(ModelClass, label, INFERRED), own, one(Items, type_of(*_as_texts(named))), place)
    return type_of(*[atom(Object, each.cls, each.level) for each in classes if type(each) is ClassOf])


def _as_texts(names: list[str]) -> list[Atom]:
    return [atom(Text, name) for name in names]


def _texts_of(frame: Frame, admin: Object | None, name: str) -> list[str]:
    """The names of fields in `fields`, and in `fieldsets`, which has them under `fields` of each set."""
    if admin is None:
        return []
    value = declared(frame, admin, name)
    if name == "fields":
        return texts_within(value)
    found = []
    for pair in item_type(frame, value, None):
        for part in item_type(frame, (pair,), None):
            if type(part) is Record:
                found += [text for key, inner in part.items if key == "fields" for text in texts_within(inner)]
    return found


def _fill_in(frame: Frame, forms: Type, node: Node) -> None:
    """A form is shown, and checked when it comes back."""
    for each in forms:
        if type(each) is Object:
            show(frame, each, node)
            validate(frame, each, node)


def _shown(frame: Frame, forms: Type) -> frozenset[str] | None:
    """The fields in a form; None when it has all of them."""
    return next(iter(fields_of_form(frame, each) for each in forms), None)


def _save_inlines(frame: Frame, admin: Object | None, node: Node) -> None:
    for inline in item_type(frame, declared(frame, admin, "inlines"), None) if admin is not None else ():
        if type(inline) is not ClassOf:
            continue
        made = atom(Object, inline.cls, inline.level)
        deletes = not is_false(declared(frame, made, "can_delete")) and not _denies(
            frame, made, "has_delete_permission"
        )
        for model in models_of(frame, made, ("model",)):
            if type(model) is ModelClass:
                _call_manager(frame, model.label, "all", node)
                _fill_in(frame, _forms_of(frame, made, model.label), node)
                row, stored = (atom(Row, model.label, INFERRED, state) for state in (NEW, STORED))
                for each, word in ((row, "save"), (stored, "save"), *([(stored, "delete")] if deletes else ())):
                    call_type(frame, attribute(frame, each, word, None), (), (), node)


def _run_actions(frame: Frame, admin: Object, query: Type) -> None:
    """Functions among the actions get the chosen rows, and so do methods that are named there."""
    request = one(Object, REQUEST, INFERRED)
    for action in item_type(frame, declared(frame, admin, "actions"), None):
        if type(action) is not Text:
            call_type(frame, (action,), ((admin,), request, query), (), None)
        elif type(admin.cls) is Class and frame.engine.world.member(admin.cls, action.value) is not None:
            call_type(frame, attribute(frame, admin, action.value, None), (request, query), (), None)


def _denies(frame: Frame, admin: Object | None, name: str) -> bool:
    """Whether the class has nothing but `return False` in a question for permission."""
    found = frame.engine.world.member(admin.cls, name) if admin is not None and type(admin.cls) is Class else None
    function = frame.engine.world.program.plain(found[1]) if found is not None else None
    if type(function) is not Function:
        return False
    body = frame.engine.body_of(function)
    return bool(body) and body[-1][0] == sk.RETURN and body[-1][1] is False and len(body) < 3
