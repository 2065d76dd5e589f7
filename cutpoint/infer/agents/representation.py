"""`serializer.data`: rows of relations that a serializer shows are loaded, those of nested serializers with theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import STORED, Items, Object, Row, Type
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.form import fields_of_form
from cutpoint.infer.agents.serializer import is_narrowed
from cutpoint.infer.following import followed
from cutpoint.infer.frameworks.library_bases import is_serializer
from cutpoint.infer.frameworks.model_of import meta_model, rows_of
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

_DEEPEST = 4
"""Serializers within serializers."""


def represent(frame: Frame, serializer: Object, node: Node) -> None:
    """What is loaded to show a row, or many of them."""
    if node is not None:
        with acting(frame, "representation", declaration_of(frame, serializer)):
            _show(frame, serializer, rows_of(meta_model(frame, serializer), STORED), node, _DEEPEST)


def _show(frame: Frame, serializer: Object, rows: Type, node: Node, depth: int) -> None:
    declared = dict(_declared(frame, serializer))
    for name, (source, inner) in declared.items():
        shown = followed(frame, rows, (source or name).split("."), node, to_end=bool(inner))
        for each in inner if depth else ():
            if is_narrowed(frame, each):
                continue
            _show(frame, each, shown, node, depth - 1)
    for row in rows:
        for name in sorted((fields_of_form(frame, serializer) or frozenset()) - declared.keys()):
            link = frame.engine.world.space.links(row.label).get(name) if type(row) is Row else None
            if link is not None and (link.kind is RelationKind.MANY_TO_MANY or (link.many and not link.forward)):
                followed(frame, (row,), [name], node, to_end=True)


def _declared(frame: Frame, serializer: Object) -> Iterator[tuple[str, tuple[str, tuple[Object, ...]]]]:
    """Fields that the class and its bases declare: the attribute that each shows, and the serializers within."""
    program = frame.engine.world.program
    met: set[str] = set()
    for base in program.linear(serializer.cls) if type(serializer.cls) is Class else ():
        for name, value in base.attributes.items() if type(base) is Class and base.module.found.ours else ():
            made = program.plain(value) if name not in met else None
            met.add(name)
            if type(made) is Instance and made.keywords.get("write_only") is not True:
                source = made.keywords.get("source")
                inner = tuple(_serializers(frame, type_of_value(frame, made)))
                yield name, (source if isinstance(source, str) else "", inner)


def _serializers(frame: Frame, value: Type) -> Iterator[Object]:
    for each in value:
        for part in each.item if type(each) is Items else (each,):
            if type(part) is Object and is_serializer(frame, part):
                yield part
