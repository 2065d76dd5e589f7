"""What a kind of planted write is, and the places into which its text is put."""

from collections.abc import Callable, Mapping
from random import Random
from string import Template
from typing import NamedTuple

from benchmarks.mutation.ground import Ground, Held, Spot
from benchmarks.mutation.splices import Lines, Splice, insert, spliced
from cutpoint.domain.catalog import Model, Module


class Plant(NamedTuple):
    """A write that wasn't there: at one of the new lines it is to be found, of one of these tables."""

    module: str
    splices: tuple[Splice, ...]
    tables: frozenset[str]
    edited: Mapping[str, str | None] = {}
    """Files that are other ones besides; None for what is gone."""
    places: tuple[Lines, ...] = ()
    """Where in these it is."""

    def applied(self, files: dict[str, str]) -> tuple[dict[str, str | None], tuple[Lines, ...]]:
        """The files that change, and where the new lines lie."""
        changed, places = spliced(files, self.splices)
        return {**self.edited, **changed}, (*self.places, *places)


Planter = Callable[[Ground, Random], Plant | None]
Kinds = dict[str, Planter]


class Row(NamedTuple):
    """An expression for a row of another service's table."""

    held: Held
    expression: str
    model: Model


def words(model: Model, field: str, **more: str) -> dict[str, str]:
    """What templates may name of *model*: `$Model`, `$models`, `$app`, `$table`, `$field`."""
    return {
        "Model": model.name,
        "models": model.module,
        "app": model.app,
        "table": model.table or "",
        "field": field,
        **more,
    }


def foreign_row(
    ground: Ground, random: Random, *, chained: bool = False, direct: bool = False, guessed: bool = False
) -> Row | None:
    """A row that a random function has in scope: itself another service's, or one to which it leads.

    *chained* asks for a chain of attributes, *direct* for a name, *guessed* for a parameter without annotation.
    """
    choice = ground.guessed if guessed else ground.held
    held = random.choice(choice) if choice else None
    if held is None:
        return None
    found = [Row(held, held.expression, held.model)] if not chained else []
    if not direct:
        for relation, model in ground.to_one(held.model):
            found.append(Row(held, f"{held.expression}.{relation.name}", model))
            found += [
                Row(held, f"{held.expression}.{relation.name}.{further.name}", last)
                for further, last in ground.to_one(model)
            ]
    found = [row for row in found if ground.is_foreign(held.spot.module, row.model)]
    return random.choice(found) if found else None


def foreign_model(ground: Ground, random: Random, module: Module) -> Model | None:
    """A random model of another service."""
    found = [model for model in ground.models if ground.is_foreign(module, model)]
    return random.choice(found) if found else None


def random_spot(ground: Ground, random: Random) -> Spot | None:
    """A place in a random function."""
    module, function, _ = random.choice(ground.functions)
    spots = tuple(ground.spots_in(module, function))
    return random.choice(spots) if spots else None


def at(spot: Spot, block: str) -> Splice:
    """*block* put there."""
    return insert(spot.module.path, spot.after, block, spot.indent)


def at_end(ground: Ground, module: Module, block: str) -> Splice:
    """*block* as the last thing of a module."""
    return insert(module.path, len(ground.project.files[module.path].splitlines()), f"\n\n{block}")


def with_row(block: str, *, chained: bool = False, direct: bool = False, guessed: bool = False) -> Planter:
    """Puts *block* into a function that has a row of another service in scope, which is `$row`."""

    def plant(ground: Ground, random: Random) -> Plant | None:
        row = foreign_row(ground, random, chained=chained, direct=direct, guessed=guessed)
        if row is None:
            return None
        field = ground.field_of(row.model) or ""
        text = Template(block).substitute(words(row.model, field, row=row.expression))
        spot = row.held.spot
        return Plant(spot.module.name, (at(spot, text),), tables_of(row.model))

    return plant


def with_model(block: str, *, fitting: Callable[[Ground, Model], bool] = lambda _ground, _model: True) -> Planter:
    """Puts *block* into a random function; it imports `$Model` of another service from `$models`, where it needs to."""

    def plant(ground: Ground, random: Random) -> Plant | None:
        spot = random_spot(ground, random)
        model = foreign_model(ground, random, spot.module) if spot is not None else None
        if spot is None or model is None or not fitting(ground, model):
            return None
        text = Template(block).substitute(words(model, ground.field_of(model) or ""))
        return Plant(spot.module.name, (at(spot, text),), tables_of(model))

    return plant


def as_code(block: str) -> Planter:
    """Puts *block* at the end of a random module."""

    def plant(ground: Ground, random: Random) -> Plant | None:
        module = random.choice(ground.modules)
        model = foreign_model(ground, random, module)
        if model is None:
            return None
        text = Template(block).substitute(words(model, ground.field_of(model) or ""))
        return Plant(module.name, (at_end(ground, module, text),), tables_of(model))

    return plant


def tables_of(*models: Model) -> frozenset[str]:
    """The tables of *models*."""
    return frozenset(model.table for model in models if model.table)
