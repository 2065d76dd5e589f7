"""`form.cleaned_data["order"]`, `serializer.validated_data["order"]`: rows that checking has looked up, under the names of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    STORED,
    Container,
    Expression,
    Items,
    Object,
    Query,
    Record,
    Row,
    Text,
    Type,
    join,
    one,
)
from cutpoint.infer.agents.acting import is_true
from cutpoint.infer.agents.form import fields_of_form
from cutpoint.infer.agents.validation import CHOSEN, models_spoken_of, own_fields, queries_in, query_of
from cutpoint.infer.frameworks.library_bases import is_serializer
from cutpoint.infer.library.choice_fields import CHOOSING, MULTIPLE

if TYPE_CHECKING:
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_DEEPEST = 3
"""Serializers within serializers."""


class _Looked:
    """What one look has found already: serializers are nested by the dozen, and mostly the same ones."""

    def __init__(self) -> None:
        self.fields: dict[Object, list[tuple[str, Type]]] = {}
        self.parts: dict[tuple[Object, int], Type] = {}
        """(serializer, how much deeper one may look) -> what it has checked."""


def checked_values(frame: Frame, receiver: Object, added: Keywords = ()) -> Type:
    """What *receiver* has checked, by name, with what its caller adds; values that are no rows are left to the rest."""
    return _checked(frame, receiver, added, _DEEPEST, _Looked())


def _checked(frame: Frame, receiver: Object, added: Keywords, depth: int, looked: _Looked) -> Type:
    found = dict(_of_relations(frame, receiver))
    own = looked.fields.get(receiver)
    if own is None:
        own = looked.fields[receiver] = list(own_fields(frame, receiver))
    for name, value in own:
        found.pop(name, None)
        key, rows = _of_field(frame, receiver, name, value, depth, looked)
        if rows:
            found[key] = rows
    for text in frame.engine.read(("names", _site(frame, receiver)), frame):
        if type(text) is Text:
            _, rows = _of_field(frame, receiver, text.value, _added(frame, receiver, text.value), depth, looked)
            found[text.value] = rows or found.get(text.value, PLAIN)
    found.update((name, value) for name, value in added if name is not None)
    return one(Record, tuple(sorted(found.items())), PLAIN)


def fields_by_name(frame: Frame, receiver: Object) -> Type:
    """`self.fields`, to which code may add, and in which it may set the querysets: `self.fields["order"].queryset = …`."""
    site = _site(frame, receiver)
    # Whoever looks at the fields is seen to make them, too.
    for name, _ in (*_of_relations(frame, receiver), *own_fields(frame, receiver)):
        frame.engine.write(("item", site, name), one(Object, _field(frame, receiver, name), 0))
    return join(PLAIN, one(Container, site, "dict"))


def _site(frame: Frame, receiver: Object) -> tuple[str, object]:
    cls = receiver.cls
    return "fields", frame.engine.makings.plain(cls) if type(cls) is Class else cls


def _field(frame: Frame, receiver: Object, name: str) -> str:
    cls = _site(frame, receiver)[1]
    return f"field {name} of {cls.dotted if type(cls) is Class else cls}"


def _added(frame: Frame, receiver: Object, name: str) -> Type:
    return frame.engine.read(("item", _site(frame, receiver), name), frame)


def _of_relations(frame: Frame, receiver: Object) -> list[tuple[str, Type]]:
    """What model forms and serializers make of the relations of their model."""
    names = fields_of_form(frame, receiver)
    found: list[tuple[str, Type]] = []
    for model in models_spoken_of(frame, receiver):
        for link in frame.engine.world.space.links(model.label).values():
            if link.forward and link.kind in CHOSEN and link.target and (names is None or link.name in names):
                many = link.kind is RelationKind.MANY_TO_MANY
                found.append((link.name, _chosen(frame, receiver, query_of(link.target, model.level), many=many)))
    return found


def _of_field(frame: Frame, receiver: Object, name: str, value: Type, depth: int, looked: _Looked) -> tuple[str, Type]:
    """(the name under which it is kept, rows or parts) of one field that is declared or added."""
    rows, key = NOTHING, name
    for each in value:
        if type(each) is Expression and each.name in CHOOSING:
            words = dict(each.keywords)
            many = each.name in MULTIPLE or is_true(words.get("many", NOTHING))
            for text in words.get("source") or NOTHING:
                key = text.value if type(text) is Text else key
            set_later = frame.engine.read(("attribute", _field(frame, receiver, name), "queryset"), frame)
            for query in (*queries_in((each,)), *queries_in(set_later)):
                rows = join(rows, _chosen(frame, receiver, query, many=many))
        elif type(each) is Items:
            for part in each.item:
                rows = join(rows, one(Items, _part(frame, part, depth, looked))) if _is_part(frame, part) else rows
        elif _is_part(frame, each):
            rows = join(rows, _part(frame, each, depth, looked))
    return key, rows


def _is_part(frame: Frame, each: object) -> bool:
    return type(each) is Object and is_serializer(frame, each)


def _part(frame: Frame, each: object, depth: int, looked: _Looked) -> Type:
    if type(each) is not Object or not depth:
        return PLAIN
    known = looked.parts.get((each, depth))
    if known is None:
        known = looked.parts[each, depth] = _checked(frame, each, (), depth - 1, looked)
    return known


def _chosen(frame: Frame, receiver: Object, query: Query, *, many: bool) -> Type:
    if not many:
        return one(Row, query.label, query.level, STORED)
    # Forms give a queryset, serializers a list.
    return one(Items, one(Row, query.label, query.level, STORED)) if is_serializer(frame, receiver) else (query,)
