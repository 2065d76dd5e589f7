"""Django's class-based views: `self.get_object()`, `self.object`, `self.get_queryset()`, `self.object_list`, `self.get_form()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    ANY,
    NEW,
    NOTHING,
    PLAIN,
    STORED,
    ClassOf,
    FormSetOf,
    LibraryMethod,
    Object,
    Query,
    Row,
    Type,
    join,
    join_all,
    one,
)
from cutpoint.infer.agents.acting import declaration_of
from cutpoint.infer.dispatch import attribute as atom_attribute
from cutpoint.infer.dispatch import call_method, call_type
from cutpoint.infer.frameworks.library_bases import is_rest_view
from cutpoint.infer.frameworks.model_of import declared, default_query, meta_model, models_in, query_of_view, rows_of
from cutpoint.infer.made_forms import form_class
from cutpoint.infer.row_states import decides_itself, in_state
from cutpoint.infer.spreading import spread_keywords

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES = frozenset(
    {"object", "object_list", "get_object", "get_queryset", "get_form", "get_form_class", "kwargs", "args"}
)
METHODS = frozenset({"get_object", "get_queryset", "get_form", "get_form_class"})

_VIEWS = (
    "View",
    "SingleObjectMixin",
    "MultipleObjectMixin",
    "FormMixin",
    "ModelFormMixin",
    "DetailView",
    "ListView",
    "UpdateView",
    "CreateView",
    "DeleteView",
    "DeletionMixin",
)


def is_view(frame: Frame, receiver: Atom) -> bool:
    """Whether *receiver* is an instance of a class-based view."""
    if type(receiver) is not Object or type(receiver.cls) is not Class:
        return False
    return is_rest_view(frame, receiver) or any(
        name.rpartition(".")[2] in _VIEWS or name.endswith("View") for name in frame.engine.world.lineage(receiver.cls)
    )


def attribute(frame: Frame, receiver: Atom, name: str, _node: Node) -> Type | None:
    """What views keep of the object they show."""
    if not is_view(frame, receiver):
        return None
    if name in METHODS:
        return one(LibraryMethod, receiver, name)
    if name in ("kwargs", "args"):
        return PLAIN
    if name == "object":
        return _object(frame, receiver) or None
    return query_of_view(frame, receiver) or None


def _object(frame: Frame, receiver: Atom) -> Type:
    cls = receiver.cls  # type: ignore[attr-defined]  # an Object
    found = frame.engine.world.member(cls, "get_object")
    if found is not None and type(found[0]) is Class and found[0].module.found.ours:
        return call_method(frame, receiver, "get_object")
    return _row(query_of_view(frame, receiver)) or _row_of_form(frame, receiver)


def _row(queries: Type) -> Type:
    result = NOTHING
    for each in queries:
        if type(each) is Query and each.shape != "values":
            result = join(result, one(Row, each.label, each.level, STORED))
    return result


def _row_of_form(frame: Frame, receiver: Atom) -> Type:
    result = NOTHING
    for each in declared(frame, receiver, "form_class"):
        if type(each) is ClassOf and type(each.cls) is Class:
            result = join(result, rows_of(meta_model(frame, one(Object, each.cls, each.level)[0]), ANY))
    return result


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """What the methods of views give."""
    if not is_view(frame, receiver):
        return None
    if name == "get_object":
        given = arguments[0] if arguments else dict(keywords).get("queryset", NOTHING)
        queries = _rows_of_given(given) or query_of_view(frame, receiver)
        if node is not None:
            for each in queries:
                if type(each) is Query:
                    frame.see("call", each, "get", node)
        return _row(queries) or _row_of_form(frame, receiver) or None
    if name == "get_queryset":
        return default_query(frame, receiver) or None
    return _form(frame, receiver, name)


def _rows_of_given(given: Type) -> Type:
    result = NOTHING
    for each in given:
        if type(each) is Query:
            result = join(result, (each,))
    return result


def _form(frame: Frame, receiver: Atom, name: str) -> Type | None:
    classes = NOTHING
    own = frame.engine.world.member(receiver.cls, "get_form_class")  # type: ignore[attr-defined]  # an Object
    if name == "get_form" and own is not None and type(own[0]) is Class and own[0].module.found.ours:
        classes = call_method(frame, receiver, "get_form_class")
    classes = classes or declared(frame, receiver, "form_class") or _computed(frame, receiver, "form_class")
    result = NOTHING
    for each in classes:
        if type(each) is not ClassOf and not (type(each) is FormSetOf and each.is_class):
            continue
        if name == "get_form_class":
            result = join(result, (each,))
            continue
        given = tuple(spread_keywords(frame, call_method(frame, receiver, "get_form_kwargs")))
        made = call_type(frame, (each,), (), given, None)
        if not _gives_a_row(frame, receiver) or not any(key == "instance" for key, _ in given):
            made = in_state(frame, made, _state(frame, receiver))
        result = join(result, made)
    return result or _made_form(frame, receiver, name) or None


def _computed(frame: Frame, receiver: Atom, name: str) -> Type:
    """What a property of ours gives where Django expects an attribute of the class."""
    cls = getattr(receiver, "cls", None)
    found = frame.engine.world.member(cls, name) if type(cls) is Class else None
    is_property = found is not None and type(found[1]) is Function and found[1].kind == "property"
    return atom_attribute(frame, receiver, name, None) if is_property else NOTHING


def _gives_a_row(frame: Frame, receiver: Atom) -> bool:
    """Whether a `get_form_kwargs` of the project's says which row the form is made for."""
    cls = getattr(receiver, "cls", None)
    found = frame.engine.world.member(cls, "get_form_kwargs") if type(cls) is Class else None
    own = found[1] if found is not None and type(found[0]) is Class and found[0].module.found.ours else None
    return type(own) is Function and decides_itself(frame.engine, own)


def _state(frame: Frame, receiver: Atom) -> int:
    """Of the rows that a view's form is about."""
    world, cls = frame.engine.world, getattr(receiver, "cls", None)
    if type(cls) is Class and world.derives(cls, ("CreateView", "BaseCreateView")):
        return NEW
    return STORED if type(cls) is Class and world.derives(cls, ("UpdateView", "BaseUpdateView")) else ANY


def _made_form(frame: Frame, receiver: Atom, name: str) -> Type:
    """The form that `fields = […]` makes for the view's model."""
    is_model_form = frame.engine.world.derives(receiver.cls, ("ModelFormMixin", "CreateView", "UpdateView"))  # type: ignore[attr-defined]  # an Object
    if name not in ("get_form", "get_form_class") or not is_model_form:
        return NOTHING
    models = models_in(query_of_view(frame, receiver))
    place = declaration_of(frame, receiver)
    classes = in_state(
        frame,
        form_class(frame, models, NOTHING, declared(frame, receiver, "fields"), place),
        _state(frame, receiver),
    )
    if name == "get_form_class":
        return classes
    return join_all([one(Object, each.cls, each.level) for each in classes if type(each) is ClassOf])
