"""`order = OrderField(queryset=…)` in the body of a form or serializer -> which fields its class has, and what makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import NOTHING, PROVED, Object, Record, Type, one, unknown
from cutpoint.domain.values import Symbol
from cutpoint.infer.library.choice_fields import CHOOSING, MULTIPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.infer.engine import Engine
    from cutpoint.infer.world import World

Declared: TypeAlias = tuple[str, Class | None, Instance | None, str]
"""(name, the class whose body says it when it lets choose rows, what it is made with unless it is plain, and the field
that its class extends when that lets choose rows)."""


def declared_fields(engine: Engine, cls: Class) -> list[Declared]:
    """Fields that *cls* declares itself or inherits from a class of ours: the nearest class has the say."""
    fields, steps = engine.known.fields, engine.world.program.steps
    known = fields.get(cls)
    if known is None or known[0] != steps():
        found = list(_declared(engine.world, cls))
        # While static execution looks further, the same value may turn out to be something else.
        known = fields[cls] = (steps(), found)
    return known[1]


def _declared(world: World, cls: Class) -> Iterator[Declared]:
    program = world.program
    met: set[str] = set()
    for base in program.linear(cls):
        for name, value in base.attributes.items() if type(base) is Class and base.module.found.ours else ():
            made = program.plain(value) if name not in met else None
            met.add(name)
            if type(made) is not Instance:
                continue
            kind: str = getattr(made.callee, "last", "") or getattr(program.plain(made.callee), "name", "")
            maker = program.plain(made.callee)
            if kind in CHOOSING and not _is_read_only(made):
                yield name, base, made, ""
            elif type(maker) is Class and not _is_read_only(made):
                yield name, None, made, _extended(world, maker)
            elif kind.endswith("Field") and not kind.endswith("RelatedField"):
                yield name, None, None, ""


def objects_by_name(world: World, cls: Class) -> Type:
    """`_declared_fields` of a serializer: the field objects that it and the classes above it declare, the framework's left out."""
    program = world.program
    found: dict[str, Type] = {}
    rest = NOTHING
    for base in program.linear(cls):
        if type(base) is not Class:
            is_known = type(base) is Symbol and base.name.startswith(("rest_framework.", "builtins.", "typing."))
            rest = rest if is_known else unknown("attribute")
            continue
        for name, value in base.attributes.items():
            made = program.plain(value) if name not in found else None
            maker = program.plain(made.callee) if type(made) is Instance else None
            if type(maker) is Class and any(each.endswith(_FIELDS) for each in world.lineage(maker)):
                found[name] = one(Object, maker, PROVED)
            elif type(maker) is Symbol and maker.name.endswith(_FIELDS):
                found[name] = one(Object, maker.name, PROVED)
    return one(Record, tuple(sorted(found.items())), rest)


_FIELDS = ("Field", "Serializer")


def _extended(world: World, maker: Class) -> str:
    """The field that lets choose rows which a class of ours extends; one for many extends the one for a single row."""
    names = {name.rpartition(".")[2] for name in world.lineage(maker)} & set(CHOOSING)
    return max(names, key=lambda name: (name in MULTIPLE, name)) if names else ""


def _is_read_only(field: Instance) -> bool:
    return field.keywords.get("read_only") is True
