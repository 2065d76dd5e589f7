"""What the constructs of the delete collector share: its effects, as touches of a use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import POSSIBLE, Manager, Query, Row
from cutpoint.domain.use import Touch
from cutpoint.interpret.collector import Collected, collected
from cutpoint.interpret.touching import keyword, model_of, shape_of
from cutpoint.interpret.values import is_true

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.link import Link
    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use
    from cutpoint.interpret.collector import Effect

RECEIVERS = (Row, Query, Manager)
NAMES = frozenset({"delete", "adelete"})


def collected_by(use: Use, space: ModelSpace) -> Collected:
    """What goes with the rows that a use deletes."""
    keep_parents = type(use.receiver) is Row and is_true(keyword(use, "keep_parents"))
    return collected(space, model_of(use), keep_parents=keep_parents, emptied=use.emptied)


def cascaded(use: Use, space: ModelSpace, kinds: frozenset[str]) -> Iterator[Touch]:
    """The effects of these kinds."""
    if shape_of(use) == "none":
        return
    for effect in collected_by(use, space).effects:
        if effect.kind in kinds:
            yield touch_of(effect, space)


def touch_of(effect: Effect, space: ModelSpace) -> Touch:
    """*effect*, with the last relation of its way as the cause and those before as the chain."""
    why = effect.way[-1]
    is_own = effect.kind == "own" and effect.action != "read"
    level = POSSIBLE if is_own else effect.level
    return Touch(
        effect.action,
        effect.label,
        "cascade",
        columns=_columns(effect, space),
        cause=(why.relation.path, why.relation.line),
        chain=steps_of(effect.way[:-1], space),
        because=_because(why),
        level=level,
    )


def steps_of(way: tuple[Link, ...], space: ModelSpace) -> tuple[tuple[str, int, str], ...]:
    """The declarations of the relations on the way."""
    return tuple((link.relation.path, link.relation.line, _declarer(link, space)) for link in way)


def _declarer(link: Link, space: ModelSpace) -> str:
    model = space.model(link.declared_by)
    return f"{model.module}.{model.name}" if model is not None else link.declared_by


def _columns(effect: Effect, space: ModelSpace) -> tuple[str, ...] | None:
    if effect.action != "update":
        return None
    why = effect.way[-1]
    found = space.fields(why.declared_by).get(why.relation.name)
    return (found[1].column,) if found is not None else None


def _because(link: Link) -> str:
    relation = link.relation
    if link.forward:
        return f"rows go with their {link.model} by its generic relation {relation.name}"
    return f"{link.declared_by}.{relation.name} points at {link.model}, on_delete={relation.on_delete or 'CASCADE'}"
