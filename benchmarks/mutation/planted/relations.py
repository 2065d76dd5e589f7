"""Writes through the managers that relations give."""

from random import Random
from string import Template

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.planted.kind import Kinds, Plant, Planter, at, foreign_row, tables_of, words
from cutpoint.domain.catalog import Model


def _related(block: str) -> Planter:
    """`$rows` is the related manager of another service's rows, on a row in scope or one to which it leads."""

    def plant(ground: Ground, random: Random) -> Plant | None:
        if not ground.held:
            return None
        held = random.choice(ground.held)
        starts: list[tuple[str, Model]] = [(held.expression, held.model)]
        starts += [(f"{held.expression}.{relation.name}", model) for relation, model in ground.to_one(held.model)]
        found = [
            (f"{expression}.{accessor}", other)
            for expression, model in starts
            for accessor, other in ground.to_many(model)
            if ground.is_foreign(held.spot.module, other)
        ]
        if not found:
            return None
        rows, model = random.choice(found)
        text = Template(block).substitute(words(model, ground.field_of(model) or "", rows=rows))
        return Plant(held.spot.module.name, (at(held.spot, text),), tables_of(model))

    return plant


def _links(block: str) -> Planter:
    """`$links` is a many-to-many manager whose link table belongs to another service."""

    def plant(ground: Ground, random: Random) -> Plant | None:
        row = foreign_row(ground, random)
        links = tuple(ground.many_to_many(row.model)) if row is not None else ()
        if row is None or not links:
            return None
        accessor, table = random.choice(links)
        text = Template(block).substitute(links=f"{row.expression}.{accessor}")
        return Plant(row.held.spot.module.name, (at(row.held.spot, text),), frozenset({table}))

    return plant


KINDS: Kinds = {
    "related manager update": _related("$rows.all().update($field=None)"),
    "related manager delete": _related("$rows.filter(pk=1).delete()"),
    "related manager create": _related("$rows.create($field=None)"),
    "related rows one by one": _related("for planted_row in $rows.all():\n    planted_row.save()"),
    "many-to-many add": _links("$links.add(1)"),
    "many-to-many set": _links("$links.set([1, 2])"),
    "many-to-many remove": _links("planted_links = $links\nplanted_links.remove(1)"),
    "many-to-many clear": _links("$links.clear()"),
}
