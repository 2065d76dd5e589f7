"""Columns of a resource of django-import-export -> the relations that an import looks up and sets, and an export follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import Manager, Row, atom
from cutpoint.infer.agents.form import fields_of_form, save_relations
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.entries.decorating import name_of_decorator
from cutpoint.infer.following import followed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import Link
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Object
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

_PACKAGE = "import_export."
_KEYS = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE})
_KEY_NAMES = frozenset({"pk", "id"})
_MOST_STEPS = 4


def look_up_relations(frame: Frame, resource: Object, row: Row, node: Node) -> None:
    """What an import asks for each value of a foreign key, and the relations between many that it sets."""
    many = set()
    for path, _ in _columns(frame, resource, row):
        link = _link(frame, row, path) if "__" not in path else None
        if link is None or link.target is None:
            continue
        if link.kind in _KEYS:
            manager = atom(Manager, link.target, row.level, None, None)
            call_type(frame, attribute(frame, manager, "get", None), (), (), node)
        elif link.kind is RelationKind.MANY_TO_MANY:
            many.add(link.name)
    if many:
        save_relations(frame, row, frozenset(many), node)


def show_relations(frame: Frame, resource: Object, row: Row, node: Node) -> None:
    """What an export loads: rows of relations that a column goes through, or of which it shows more than the key."""
    for path, shows_key in _columns(frame, resource, row):
        names = path.split("__")[:_MOST_STEPS]
        link = _link(frame, row, names[0])
        if link is None:
            continue
        ends_at_row = len(names) == 1 and (link.kind not in _KEYS or not shows_key)
        followed(frame, (row,), names, node, to_end=ends_at_row)


def _link(frame: Frame, row: Row, name: str) -> Link | None:
    link = frame.engine.world.space.links(row.label).get(name)
    return link if link is not None and link.forward else None


def _columns(frame: Frame, resource: Object, row: Row) -> Iterator[tuple[str, bool]]:
    """The attribute behind each column, and whether of another row it shows just the key."""
    declared = dict(_declared(frame, resource))
    yield from declared.values()
    named = fields_of_form(frame, resource)
    space = frame.engine.world.space
    for name in sorted(space.links(row.label)) if named is None else sorted(named):
        if name not in declared:
            yield name, True


def _declared(frame: Frame, resource: Object) -> Iterator[tuple[str, tuple[str, bool]]]:
    """`color = Field(attribute="color", widget=ForeignKeyWidget(Color, "name"))`."""
    program = frame.engine.world.program
    met: set[str] = set()
    for base in program.linear(resource.cls) if type(resource.cls) is Class else ():
        for name, value in base.attributes.items() if type(base) is Class and base.module.found.ours else ():
            made = program.plain(value) if name not in met else None
            met.add(name)
            if type(made) is Instance and _is_of_package(made):
                shown = made.keywords.get("attribute", made.arguments[0] if made.arguments else "")
                yield (
                    name,
                    (shown if isinstance(shown, str) else "", _shows_key(program.plain(made.keywords.get("widget")))),
                )


def _is_of_package(made: Instance) -> bool:
    return name_of_decorator(made).startswith(_PACKAGE)


def _shows_key(widget: Value) -> bool:
    if type(widget) is not Instance:
        return True
    shown = widget.keywords.get("field", widget.arguments[1] if len(widget.arguments) > 1 else "pk")
    return shown in _KEY_NAMES
