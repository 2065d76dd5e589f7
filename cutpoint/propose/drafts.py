"""Demands → drafts of operations: those that ask for the same are one, whoever asks; the surface is kept small."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import Shape
from cutpoint.domain.cut import Side
from cutpoint.propose.asked import KEY, MANY, Asked, asked
from cutpoint.propose.demands import Demand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.crossing import CrossingUse
    from cutpoint.propose.python_types import PythonTypes

MOST_LISTS = 4
"""Of lists of one model that differ only in what they are chosen by, more than these become one with optional conditions."""

BY_KEY, BY_KEYS = Asked((KEY,), ""), Asked((KEY,), MANY)


class Draft(msgspec.Struct, frozen=True):
    """An operation before it has a name."""

    served_by: Side
    model: str
    shape: Shape
    batch: bool
    conditions: tuple[Asked, ...]
    """Sorted."""
    columns: tuple[str, ...]
    """Names of fields that are written, sorted; none when the call sites don't say."""
    word: str
    """Of links: the method, and the accessor that it is called on."""
    demands: tuple[Demand, ...]
    is_choice: bool = False
    """Whether each condition may be left out."""

    @property
    def uses(self) -> tuple[CrossingUse, ...]:
        """All that it takes the place of."""
        return tuple(use for demand in self.demands for use in demand.uses)


class Drafting:
    """Works for one crossing."""

    def __init__(self, types: PythonTypes) -> None:
        self._types = types

    def drafts(self, demands: Iterable[Demand]) -> tuple[Draft, ...]:
        """Sorted by side, model, shape and conditions."""
        groups: defaultdict[Draft, list[Demand]] = defaultdict(list)
        for demand in demands:
            groups[self._draft(demand)].append(demand)
        found = [msgspec.structs.replace(draft, demands=tuple(asking)) for draft, asking in groups.items()]
        return tuple(sorted(self._with_choices(found), key=_order))

    def _draft(self, demand: Demand) -> Draft:
        shape, batch = demand.shape, demand.batch
        use = demand.first
        conditions = self._conditions(demand)
        if shape is Shape.GET and batch:
            # In a loop: what it asks for one by one is asked for at once.
            shape = Shape.LIST
            conditions = tuple(Asked(each.path, MANY) if not each.operator else each for each in conditions)
        elif shape is Shape.LIST and conditions == (BY_KEY,):
            conditions = (BY_KEYS,)
        elif shape in _WRITES_ROWS and batch:
            conditions = tuple(
                Asked(each.path, MANY) if each.is_key and not each.operator else each for each in conditions
            )
        # Whether many are asked for at once is told by their conditions; what there may be already is looked for one by one.
        batch = batch and shape not in _OF_MANY and shape is not Shape.ENSURE
        columns = self._columns(demand)
        word = f"{demand.word} {_accessor(use.expression)}" if shape is Shape.LINK else ""
        return Draft(use.served_by, use.model, shape, batch, conditions, columns, word, ())

    def _conditions(self, demand: Demand) -> tuple[Asked, ...]:
        if demand.shape in _WITHOUT_CONDITIONS:
            return ()
        lookups = demand.conditions
        if demand.shape is Shape.LINK:
            return (BY_KEY,)
        if lookups is None or any(lookup.startswith("**") for lookup in lookups):
            # What a variable chooses was chosen by the caller: he has the keys.
            return (BY_KEYS,) if demand.batch or demand.shape in _OF_MANY else (BY_KEY,)
        found = {asked(lookup, demand.first.model, self._types) for lookup in lookups}
        if not found and demand.shape in {Shape.GET, Shape.UPDATE, Shape.SAVE} and not demand.batch:
            return (BY_KEY,)
        return tuple(sorted(found))

    def _columns(self, demand: Demand) -> tuple[str, ...]:
        """Fields that are written, where a few are written for a purpose of their own."""
        if demand.shape is not Shape.UPDATE or demand.columns is None or len(demand.columns) != 1:
            return ()
        model = self._types.model(demand.first.model)
        names = {field.column: field.name for field in model.fields} if model is not None else {}
        return tuple(names[column] for column in demand.columns if column in names)

    def _with_choices(self, drafts: list[Draft]) -> list[Draft]:
        """Lists of one model by very many different conditions are one operation: the rarest of them, all but the keys."""
        lists: defaultdict[tuple[Side, str], list[Draft]] = defaultdict(list)
        for draft in drafts:
            if draft.shape is Shape.LIST and draft.conditions not in ((), (BY_KEYS,)):
                lists[draft.served_by, draft.model].append(draft)
        merged: dict[tuple[Side, str], list[Draft]] = {}
        for key, found in lists.items():
            if len(found) > MOST_LISTS:
                ordered = sorted(found, key=lambda draft: (-len(draft.demands), _order(draft)))
                merged[key] = ordered[MOST_LISTS - 1 :]
        gone = {id(draft) for group in merged.values() for draft in group}
        kept = [draft for draft in drafts if id(draft) not in gone]
        for (side, model), group in merged.items():
            conditions = tuple(sorted({each for draft in group for each in draft.conditions}))
            demands = tuple(demand for draft in group for demand in draft.demands)
            kept.append(Draft(side, model, Shape.LIST, True, conditions, (), "", demands, is_choice=True))
        return kept


_WITHOUT_CONDITIONS = frozenset({Shape.CREATE})
_OF_MANY = frozenset({Shape.LIST, Shape.COUNT, Shape.EXISTS})
_WRITES_ROWS = frozenset({Shape.UPDATE, Shape.DELETE, Shape.SAVE})


def _accessor(expression: str) -> str:
    """`_.tags.add()` → `tags`."""
    names = [part.removesuffix("()") for part in expression.split(".")]
    return names[-2] if len(names) > 1 and names[-2] != "_" else "rows"


def _order(draft: Draft) -> tuple[object, ...]:
    return (
        draft.served_by,
        draft.model,
        draft.shape,
        draft.conditions,
        draft.columns,
        draft.word,
        draft.batch,
        draft.is_choice,
    )
