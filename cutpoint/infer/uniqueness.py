"""A model -> the tables that checking some of its fields asks for rows with the same values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.infer.texts import texts_within
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.infer.frame import Frame

_CONSTRAINT = "UniqueConstraint"


def unique_among(frame: Frame, label: str, fields: frozenset[str] | None) -> dict[str, None]:
    """The models whose tables are asked, itself or multi-table parents; *fields* of None stands for all of them.

    One of them is unique, or all fields of a constraint are among them.
    """
    space = frame.engine.world.space
    found: dict[str, None] = {}
    for names in _unique_names(frame, label):
        if fields is None or names <= fields:
            owner = space.fields(label).get(min(names))
            found[owner[0] if owner is not None else label] = None
    return found


def _unique_names(frame: Frame, label: str) -> Iterator[frozenset[str]]:
    cls = frame.engine.world.program.class_of(label)
    met: set[str] = set()
    for base in frame.engine.world.program.linear(cls) if cls is not None else ():
        if type(base) is not Class:
            continue
        for name, value in base.attributes.items():
            if name not in met:
                met.add(name)
                made = frame.engine.world.program.plain(value)
                if name == "Meta":
                    yield from _constraints(frame, made)
                elif type(made) is Instance and _is_unique(frame, made):
                    yield frozenset({name})


def _is_unique(frame: Frame, field: Instance) -> bool:
    name: str = getattr(field.callee, "last", "") or getattr(field.callee, "name", "")
    said = frame.engine.world.program.plain(field.keywords.get("unique"))
    return said is True or name.rpartition(".")[2] == "OneToOneField"


def _constraints(frame: Frame, options: object) -> Iterator[frozenset[str]]:
    if type(options) is not Class:
        return
    together = (
        type_of_value(frame, options.attributes["unique_together"]) if "unique_together" in options.attributes else ()
    )
    for each in together:
        # One pair, or several of them.
        groups = [group for item in getattr(each, "items", ()) for group in item] or list(getattr(each, "item", ()))
        texts = [texts_within((group,)) for group in groups]
        if any(type(group).__name__ == "Text" for group in groups):
            texts = [[name for part in texts for name in part]]
        yield from (frozenset(names) for names in texts if names)
    constraints = frame.engine.world.program.plain(options.attributes.get("constraints"))
    for each in getattr(constraints, "items", constraints if type(constraints) is tuple else ()):
        made = frame.engine.world.program.plain(each)
        if type(made) is Instance and (getattr(made.callee, "last", None) or "") == _CONSTRAINT:
            names = texts_within(type_of_value(frame, made.keywords.get("fields", ())))
            if names:
                yield frozenset(names)
