"""`serializer.data`: rows of relations that a serializer shows are loaded, those of nested serializers with theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import STORED, Items, Object, Row, Type
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.form import fields_of_form
from cutpoint.infer.agents.serializer import is_narrowed
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.entries.decorating import name_of_decorator
from cutpoint.infer.following import followed
from cutpoint.infer.frameworks.library_bases import is_serializer
from cutpoint.infer.frameworks.model_of import meta_model, rows_of
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

_DEEPEST = 4
"""Serializers within serializers."""
_KEYS = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE})
_OF_ROWS = frozenset({"StringRelatedField", "SlugRelatedField"})
"""Fields that show more of a row than its key."""


class _Shown(NamedTuple):
    """What a field that is declared shows."""

    source: str
    """The attribute, with dots; empty for the field's own name."""
    shows_row: bool
    """Whether the row at the end is loaded."""
    inner: tuple[Object, ...]
    """The serializers within."""
    method: str
    """The serializer's own that is called with the row."""


def represent(frame: Frame, serializer: Object, node: Node) -> None:
    """What is loaded to show a row, or many of them."""
    if node is not None:
        with acting(frame, "representation", declaration_of(frame, serializer)):
            _show(frame, serializer, rows_of(meta_model(frame, serializer), STORED), node, _DEEPEST)


def _show(frame: Frame, serializer: Object, rows: Type, node: Node, depth: int) -> None:
    declared = dict(_declared(frame, serializer))
    for name, field in declared.items():
        if field.method:
            given = tuple(each for each in rows if type(each) is Row)
            call_type(frame, attribute(frame, serializer, field.method, None), (given,), (), node)
            continue
        shown = followed(frame, rows, (field.source or name).split("."), node, to_end=field.shows_row)
        for each in field.inner if depth else ():
            if is_narrowed(frame, each):
                continue
            _show(frame, each, shown, node, depth - 1)
    for row in rows:
        if type(row) is Row:
            _show_fields(frame, serializer, row, node, declared)


def _show_fields(frame: Frame, serializer: Object, row: Row, node: Node, declared: Collection[str]) -> None:
    named = fields_of_form(frame, serializer)
    names = frozenset(frame.engine.world.space.links(row.label)) if named is None else named
    _show_links(frame, row, names - set(declared), node, _depth_of(frame, serializer), is_all=named is None)


def _show_links(frame: Frame, row: Row, names: frozenset[str], node: Node, depth: int, *, is_all: bool) -> None:
    """A foreign key is shown by its column; where a `depth` is asked for, by its row with all fields."""
    space = frame.engine.world.space
    links = space.links(row.label)
    for name in sorted(names):
        link = links.get(name)
        if link is None or (is_all and not link.forward):
            continue
        is_many = link.kind is RelationKind.MANY_TO_MANY or (link.many and not link.forward)
        if not is_many and not (depth and link.kind in _KEYS):
            continue
        for each in followed(frame, (row,), [name], node, to_end=True):
            if depth and type(each) is Row:
                _show_links(frame, each, frozenset(space.links(each.label)), node, depth - 1, is_all=True)


def _depth_of(frame: Frame, serializer: Object) -> int:
    cls = serializer.cls
    found = frame.engine.world.member(cls, "Meta") if type(cls) is Class else None
    options = frame.engine.world.program.plain(found[1]) if found is not None else None
    depth = frame.engine.world.program.plain(options.attributes.get("depth")) if type(options) is Class else 0
    return min(depth, _DEEPEST) if isinstance(depth, int) else 0


def _declared(frame: Frame, serializer: Object) -> Iterator[tuple[str, _Shown]]:
    """Fields that the class and its bases declare."""
    program = frame.engine.world.program
    met: set[str] = set()
    for base in program.linear(serializer.cls) if type(serializer.cls) is Class else ():
        for name, value in base.attributes.items() if type(base) is Class and base.module.found.ours else ():
            made = program.plain(value) if name not in met else None
            met.add(name)
            if type(made) is Instance and made.keywords.get("write_only") is not True:
                yield name, _shown(frame, name, made)


def _shown(frame: Frame, name: str, made: Instance) -> _Shown:
    kind = name_of_decorator(made).rpartition(".")[2]
    if kind == "SerializerMethodField":
        given = made.keywords.get("method_name", made.arguments[0] if made.arguments else None)
        return _Shown("", False, (), given if isinstance(given, str) else f"get_{name}")
    source = made.keywords.get("source")
    inner = tuple(_serializers(frame, type_of_value(frame, made)))
    is_many = kind.endswith("RelatedField") and made.keywords.get("many") is True
    return _Shown(source if isinstance(source, str) else "", bool(inner) or is_many or kind in _OF_ROWS, inner, "")


def _serializers(frame: Frame, value: Type) -> Iterator[Object]:
    for each in value:
        for part in each.item if type(each) is Items else (each,):
            if type(part) is Object and is_serializer(frame, part):
                yield part
