"""Lookups as written → what an operation is asked by: one parameter for each, named and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cutpoint.domain.boundary import Parameter, Purpose
from cutpoint.domain.lookups.lookup_path import SEPARATOR
from cutpoint.propose.python_types import optional, required
from cutpoint.propose.words import model_word, plural, variable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.propose.python_types import PythonTypes

MANY = "in"
NOT = "~"
"""Before a lookup that leaves rows out."""
_OPERATORS = {
    "exact": "",
    "iexact": "in_any_case",
    "in": MANY,
    "gt": "after",
    "gte": "from",
    "lt": "before",
    "lte": "until",
    "contains": "containing",
    "icontains": "containing",
    "ilike": "containing",
    "startswith": "starting_with",
    "istartswith": "starting_with",
    "endswith": "ending_with",
    "iendswith": "ending_with",
    "regex": "matching",
    "iregex": "matching",
    "search": "matching",
    "range": "between",
    "date": "on",
    "year": "in_year",
    "isnull": "missing",
    "overlap": "overlapping",
}
_BY_OPERATOR = {"date": "date", "year": "int", "isnull": "bool", "regex": "str", "iregex": "str"}
"""Types of values that are not those of the column."""
KEY = "pk"


class Asked(NamedTuple):
    """One condition: the path to a column, and how it is compared."""

    path: tuple[str, ...]
    operator: str

    @property
    def lookup(self) -> str:
        """As a query has it; with `~` before it when it leaves rows out."""
        operator = self.operator.removeprefix(NOT)
        return ("~" if self.is_negated else "") + SEPARATOR.join((*self.path, *([operator] if operator else [])))

    @property
    def is_negated(self) -> bool:
        """Whether rows that fulfill it are left out."""
        return self.operator.startswith(NOT)

    @property
    def is_key(self) -> bool:
        """Whether it asks for rows by their primary key."""
        return self.path == (KEY,)

    @property
    def is_many(self) -> bool:
        """Whether it takes many values at once."""
        return self.operator == MANY


def asked(lookup: str, label: str, types: PythonTypes) -> Asked:
    """The condition that *lookup* of a query about the model *label* is; `id`, `order__pk` and `order_id` in one form."""
    negation = NOT if lookup.startswith(NOT) else ""
    names = lookup.removeprefix(NOT).split(SEPARATOR)
    operator = ""
    if len(names) > 1 and names[-1] in _OPERATORS:
        last = names.pop()
        operator = last if _OPERATORS[last] else ""
    key = types.field(label, KEY)
    if len(names) == 1 and key is not None and names[0] == key.name:
        names = [KEY]
    relation = types.relation(label, names[0])
    if relation is not None and names[0] != KEY:
        names[0] = relation.name
        target = types.field(relation.to or "", KEY)
        if len(names) == 2 and names[1] in {KEY, "id", *([target.name] if target is not None else [])}:
            del names[1]
    return Asked(tuple(names), negation + operator)


def parameter_of(condition: Asked, label: str, types: PythonTypes) -> Parameter:
    """The parameter by which a caller gives the values of *condition*."""
    made = _parameter_of(condition, label, types)
    return msgspec.structs.replace(made, lookup=condition.lookup, purpose=Purpose.CHOOSE)


def _parameter_of(condition: Asked, label: str, types: PythonTypes) -> Parameter:
    name, annotation = _name_and_type(condition, label, types)
    operator = condition.operator.removeprefix(NOT)
    annotation = _BY_OPERATOR.get(operator, required(annotation))
    if condition.is_negated:
        several = operator in (MANY, "range")
        many = {MANY: f"tuple[{annotation}, ...]", "range": f"tuple[{annotation}, {annotation}]"}
        word = _OPERATORS.get(operator, "") if operator != MANY else ""
        said = "_".join(
            part for part in (plural(name) if several else name, "not" if word else "other_than", word) if part
        )
        return Parameter(variable(said), many.get(operator, annotation))
    if condition.is_many:
        return Parameter(variable(plural(name)), f"tuple[{annotation}, ...]")
    if condition.operator == "isnull":
        return Parameter(variable(f"{name}_missing"), annotation)
    if condition.operator == "range":
        return Parameter(variable(f"{name}_between"), f"tuple[{annotation}, {annotation}]")
    word = _OPERATORS.get(condition.operator, "")
    return Parameter(variable(f"{name}_{word}" if word else name), annotation)


def _name_and_type(condition: Asked, label: str, types: PythonTypes) -> tuple[str, str]:
    if condition.is_key:
        return "id", types.of_key(label)
    here = label
    for at, step in enumerate(condition.path):
        relation = types.relation(here, step)
        is_last = at == len(condition.path) - 1
        if relation is not None and relation.to is not None:
            if is_last:
                return "_".join((*condition.path[:-1], f"{relation.name}_id")), types.of_key(relation.to)
            here = relation.to
        elif not is_last and (to := types.to_many(here, step)) is not None:
            here = to
        elif is_last:
            found = types.of_field(here, step)
            if found is None:
                # A relation seen from its other end, or to many: by keys.
                to = types.to_many(here, step)
                if to is not None:
                    return "_".join((*condition.path[:-1], f"{model_word(to)}_id")), types.of_key(to)
                break
            return "_".join(condition.path), found
    return "_".join(condition.path), "str"


def parameters_of(
    conditions: Iterable[Asked], label: str, types: PythonTypes, *, are_optional: bool = False
) -> tuple[Parameter, ...]:
    """One for each, those by keys first; of two that would be called alike, the later one is called by its whole lookup."""
    found: dict[str, Parameter] = {}
    for condition in sorted(conditions, key=lambda each: (not each.is_key, each)):
        made = parameter_of(condition, label, types)
        if made.name in found:
            made = msgspec.structs.replace(made, name=variable(condition.lookup))
        if are_optional:
            made = msgspec.structs.replace(made, type=optional(made.type), optional=True)
        found.setdefault(made.name, made)
    return tuple(found.values())
