"""A class below a base without source → whether it looks like a model.

What the base is, only its library knows. The class tells by the fields that it declares, by options that only a model's
Meta has, or by its place: `class Basket(lib.models.AbstractBasket)` in a module of models is one, fields or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.values import Symbol, Value
from cutpoint.resolve.models.class_attributes import dotted_name
from cutpoint.resolve.models.field_drafts import field_draft

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter

_NO_LIBRARY = ("builtins.", "django.", "typing.", "abc.", "enum.", "collections.", "dataclasses.")
_FIELDS = ("django.db.models.", "django.contrib.gis.db.models.")
_OPTIONS = (
    "constraints",
    "db_table",
    "default_related_name",
    "index_together",
    "indexes",
    "managed",
    "order_with_respect_to",
    "proxy",
    "swappable",
    "unique_together",
)
"""Of a model's Meta; `abstract` and `ordering` stand in those of factories, filters and types of GraphQL as well."""
_OTHERS = (
    "Admin",
    "Choices",
    "Config",
    "Descriptor",
    "Enum",
    "Error",
    "Exception",
    "Field",
    "Form",
    "Lookup",
    "Manager",
    "Meta",
    "Mixin",
    "Query",
    "QuerySet",
    "Queryset",
    "Serializer",
    "Set",
    "Signal",
    "Transform",
    "Type",
    "Warning",
)
"""How classes are called at the end that lie among models and are none."""


def has_unknown_base(run: Interpreter, cls: Class) -> bool:
    """Whether *cls* descends from a class of a library that has no source here."""
    return any(_is_of_library(base) for base in run.linear(cls)[1:])


def looks_like_model(run: Interpreter, cls: Class, *, in_app: bool) -> bool:
    """Whether *cls*, which has an unknown base, is most likely a model; *in_app* tells whether it lies in an installed app."""
    return _declares_fields(run, cls) or _has_options(run, cls) or (in_app and _lies_among_models(run, cls))


def _is_of_library(base: Value) -> bool:
    return type(base) is Symbol and not base.name.startswith(_NO_LIBRARY)


def _declares_fields(run: Interpreter, cls: Class) -> bool:
    # Nothing is forced here: this is asked of every class that has a base without source.
    return any(
        type(value) is Instance and _is_field_class(run, value.callee) and field_draft(run, "x", value) is not None
        for value in cls.attributes.values()
    )


def _is_field_class(run: Interpreter, callee: Value) -> bool:
    if type(callee) is Symbol:
        return callee.name.startswith(_FIELDS)
    # A library may be at hand whose fields these are.
    return type(callee) is Class and any(dotted_name(base).startswith(_FIELDS) for base in run.linear(callee)[1:])


def _has_options(run: Interpreter, cls: Class) -> bool:
    meta = run.plain(cls.attributes.get("Meta"))
    return type(meta) is Class and "model" not in meta.attributes and any(name in meta.attributes for name in _OPTIONS)


def _lies_among_models(run: Interpreter, cls: Class) -> bool:
    # What `except ImportError` provides for may be the way taken.
    if cls.is_hoped_for or not _is_of_models(cls.module.name) or cls.name.endswith(_OTHERS):
        return False
    return any(
        type(base) is Symbol
        and _is_of_library(base)
        and _is_of_models(base.name.rpartition(".")[0])
        and not base.name.endswith(_OTHERS)
        for base in run.linear(cls)[1:]
    )


def _is_of_models(module: str) -> bool:
    return any(part.endswith("models") for part in module.split("."))
