"""`render(request, "orders/list.html", {"orders": orders})`: a template is run with what its context holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    HOLE,
    INFERRED,
    NOTHING,
    Boxed,
    Container,
    Entered,
    FormOf,
    FormSetOf,
    FunctionOf,
    Group,
    Items,
    Manager,
    Method,
    ModelClass,
    Object,
    Pages,
    Query,
    Record,
    Row,
    Table,
    Text,
    Type,
    one,
    type_of,
)
from cutpoint.infer.conventions import REQUEST
from cutpoint.infer.levels import bits_of
from cutpoint.infer.spreading import spread_keywords
from cutpoint.infer.templates.processors import added_by_processors

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

TEMPLATE = "django.template.backends.base.Template"
"""What a box with the names of a template is a box of."""

_LEADING_ON = frozenset(
    {Row, Query, Manager, ModelClass, FormOf, FormSetOf, Pages, Container, Items, Group, Record, Table, Method}
    | {FunctionOf, Boxed, Entered}
)
_MOST_NAMES = 8
"""Of templates at one place."""


def render(frame: Frame, names: Type, context: Type, *, requested: bool = False) -> None:
    """Look at what the templates *names* do with *context*; *requested* tells whether processors add to it."""
    given = {name: leading_on(value) for name, value in spread_keywords(frame, context) if name is not None}
    if requested:
        given.setdefault("request", one(Object, REQUEST, INFERRED))
        for name, value in added_by_processors(frame).items():
            given.setdefault(name, leading_on(value))
    if not any(value for name, value in given.items() if name != "request"):
        return
    for name in template_names(frame, names):
        show(frame, name, given, frame.statement[0])


def template_names(frame: Frame, value: Type) -> list[str]:
    """The names of templates that *value* may be, or hold; those that only run time knows are counted."""
    found: dict[str, None] = {}
    for each in value:
        parts: Type = (each,)
        if type(each) is Container:
            parts = frame.engine.read(("content", each.site), frame)
        elif type(each) is Items:
            parts = each.item
        elif type(each) is Group:
            parts = type_of(*[part for item in each.items for part in item])
        for part in parts:
            if type(part) is Text and HOLE not in part.value:
                found[part.value] = None
    if not found or len(found) > _MOST_NAMES:
        if frame.module.found.ours and not frame.want_texts() and value:
            _blind(frame, "template-at-run-time", "its name is known at run time only, and models are in its context")
        return []
    return list(found)


def _blind(frame: Frame, kind: str, reason: str) -> None:
    frame.engine.circumstances.unnamed[frame.module.path, frame.statement[0], kind, reason] = None


def show(frame: Frame, name: str, given: dict[str, Type], line: int) -> None:
    """Run the parts of a template with as much of *given* as each needs."""
    templates = frame.engine.templates
    for part in templates.shown(name):
        needed = templates.needed_by(part)
        args = {key: given[key] for key in sorted(given) if given[key] and (needed is None or key in needed)}
        if args:
            target = frame.engine.frame_for(part.function, None, None, args, frame)
            frame.engine.result_of(target, frame, line, bits_of(tuple(args.values())))


def leading_on(value: Type) -> Type:
    """*value* without what no model can be reached from: texts and numbers tell no template apart from another."""
    kept = [each for each in value if _leads_on(each)]
    return value if len(kept) == len(value) else type_of(*kept) if kept else NOTHING


def _leads_on(each: Atom) -> bool:
    return type(each) in _LEADING_ON or (type(each) is Object and (type(each.cls) is not str or each.cls == REQUEST))
