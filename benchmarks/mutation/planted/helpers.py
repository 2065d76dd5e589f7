"""Writes that somebody else's code does, with what it is passed."""

from random import Random
from string import Template

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.planted.kind import (
    Kinds,
    Plant,
    Planter,
    at,
    at_end,
    foreign_model,
    foreign_row,
    random_spot,
    tables_of,
    words,
)
from cutpoint.domain.catalog import Module


def _third(ground: Ground, random: Random, *, beside: Module, owner: str) -> Module | None:
    """A module that belongs neither to the service of *beside* nor to *owner*."""
    taken = {ground.services.of_module(beside.name), owner}
    found = [module for module in ground.modules if ground.services.of_module(module.name) not in taken]
    return random.choice(found) if found else None


def _passed_row(helper: str, *, is_near: bool) -> Planter:
    """The row in scope is given to *helper*, in the same module or in one of a third service."""

    def plant(ground: Ground, random: Random) -> Plant | None:
        row = foreign_row(ground, random)
        if row is None:
            return None
        here, owner = row.held.spot.module, ground.services.of_model(row.model.label)
        there = here if is_near else _third(ground, random, beside=here, owner=owner)
        if there is None:
            return None
        text = Template(helper).substitute(words(row.model, ground.field_of(row.model) or ""))
        call = f"planted_helper({row.expression})"
        call = call if is_near else f"from {there.name} import planted_helper\n{call}"
        splices = (at(row.held.spot, call), at_end(ground, there, text))
        return Plant(here.name, splices, tables_of(row.model))

    return plant


def _passed_model(helper: str, call: str) -> Planter:
    """A class of another service is given to *helper*, in a module of a third one."""

    def plant(ground: Ground, random: Random) -> Plant | None:
        spot = random_spot(ground, random)
        model = foreign_model(ground, random, spot.module) if spot is not None else None
        if spot is None or model is None:
            return None
        there = _third(ground, random, beside=spot.module, owner=ground.services.of_model(model.label))
        if there is None:
            return None
        named = words(model, ground.field_of(model) or "", helper=there.name)
        text = "from $helper import planted_helper\nfrom $models import $Model\n" + call
        splices = (
            at(spot, Template(text).substitute(named)),
            at_end(ground, there, Template(helper).substitute(named)),
        )
        return Plant(spot.module.name, splices, tables_of(model))

    return plant


def _user(block: str) -> Planter:
    """The user of a request, as a view has it."""

    def plant(ground: Ground, random: Random) -> Plant | None:
        user = ground.by_label.get(ground.catalog.settings.auth_user_model)
        module, function, owner = random.choice(ground.functions)
        spots = tuple(ground.spots_in(module, function))
        if user is None or user.table is None or not spots:
            return None
        names = [argument.arg for argument in function.args.args]
        if ground.services.of_module(module.name) == ground.services.of_model(user.label):
            return None
        if "$request" in block and (
            "request" not in names[:2] or "views" not in module.name or (owner and names[0] != "self")
        ):
            return None
        spot = random.choice(spots)
        return Plant(module.name, (at(spot, Template(block).substitute(request="request")),), frozenset({user.table}))

    return plant


KINDS: Kinds = {
    "helper that is passed the instance": _passed_row("def planted_helper(row):\n    row.save()\n", is_near=True),
    "helper of a third app, passed the instance": _passed_row(
        "def planted_helper(row):\n    row.delete()\n", is_near=False
    ),
    "generic helper in another app": _passed_model(
        "def planted_helper(model, **lookups):\n    model._default_manager.filter(**lookups).delete()\n",
        "planted_helper($Model, pk=1)",
    ),
    "generic helper, passed a queryset": _passed_model(
        "def planted_helper(rows):\n    for row in rows:\n        row.save()\n", "planted_helper($Model.objects.all())"
    ),
    "generic class in another app": _passed_model(
        "class planted_helper:\n    def __init__(self, model):\n        self.model = model\n\n"
        "    def wipe(self):\n        self.model.objects.all().delete()\n",
        "planted_helper($Model).wipe()",
    ),
    "through get_user_model()": _user(
        "from django.contrib.auth import get_user_model\nget_user_model().objects.filter(pk=1).update(is_active=False)"
    ),
    "the user of the request": _user("$request.user.is_active = False\n$request.user.save()"),
}
