"""What rows are used for across → records with just these fields, and the values that commands take."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import Parameter, Purpose, Record
from cutpoint.propose.asked import KEY
from cutpoint.propose.words import class_name, model_word, plural, variable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.crossing import Crossing
    from cutpoint.propose.drafts import Draft
    from cutpoint.propose.python_types import PythonTypes


class Payloads:
    """The records of one crossing, and the columns that its commands write."""

    def __init__(self, crossing: Crossing, types: PythonTypes) -> None:
        self._types = types
        stands_for = dict(crossing.follows)
        self._taken: defaultdict[str, set[str]] = defaultdict(set)
        """Model → names of fields that are looked at across."""
        self._put: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        """(function, model) → names of fields that it assigns."""
        for each in crossing.columns:
            model = stands_for.get(each.model, each.model)
            if each.is_assigned:
                self._put[each.function, model].add(each.name)
            else:
                self._taken[model].add(each.name)
        for use in crossing.uses:
            if use.action == "read" and use.columns is not None:
                self._taken[use.model].update(self.fields_of_columns(use.model, use.columns))
        labels = sorted({use.model for use in crossing.uses} | set(self._taken))
        self._names = _names_of_records(labels)
        self._rows: dict[str, Record] = {}
        """Records of rows that are to be written, by their names."""

    def name(self, label: str) -> str:
        """Of the record of a model."""
        return self._names.get(label) or f"{class_name(label.rpartition('.')[2])}Data"

    def record(self, label: str) -> Record:
        """The record of a model: its key, and what is looked at across."""
        names = self._taken.get(label, set())
        return Record(self.name(label), label, (self._key(label), *self._parameters(label, names)))

    def rows_of(self, draft: Draft, fields: Iterable[Parameter]) -> Parameter:
        """The one parameter of a command that writes many rows at once: a record for each of them."""
        told = tuple(msgspec.structs.replace(each, purpose=Purpose.TELL) for each in fields)
        stem = self.name(draft.model).removesuffix("Data")
        name, number = f"{stem}Input", 1
        while name in self._rows and self._rows[name].fields != told:
            number += 1
            name = f"{stem}Input{number}"
        self._rows[name] = Record(name, draft.model, told)
        many = plural(model_word(draft.model))
        return Parameter(variable(many), f"tuple[{name}, ...]", purpose=Purpose.WRITE, model=draft.model)

    def taken(self) -> tuple[Record, ...]:
        """Records of rows that commands take."""
        return tuple(self._rows.values())

    def _key(self, label: str) -> Parameter:
        return Parameter("id", self._types.of_key(label), KEY)

    def fields_of_columns(self, label: str, columns: Iterable[str]) -> set[str]:
        """Names of the fields that have *columns*."""
        model = self._types.model(label)
        names = {field.column: field.name for field in model.fields} if model is not None else {}
        return {names[column] for column in columns if column in names}

    def _parameters(self, label: str, names: Iterable[str]) -> list[Parameter]:
        found: dict[str, Parameter] = {}
        key = self._types.field(label, KEY)
        for name in sorted(names):
            relation = self._types.relation(label, name)
            field = self._types.field(label, name)
            annotation = self._types.of_field(label, name)
            if (
                field is None
                or annotation is None
                or name in (KEY, "id")
                or (key is not None and field.name == key.name)
            ):
                continue
            lookup = field.name if relation is None else f"{relation.name}_id"
            made = Parameter(variable(lookup), annotation, lookup)
            found.setdefault(made.name, made)
        return [found[name] for name in sorted(found)]

    def written(self, draft: Draft) -> tuple[Parameter, ...]:
        """What a command takes to write: the columns that its call sites name or assign, else all that there are.

        Those that not every call site writes may be left out.
        """
        ways: list[set[str]] = []
        for demand in draft.demands:
            columns = demand.columns
            names = self.fields_of_columns(draft.model, columns) if columns is not None else set()
            ways.append(names or self._put.get((demand.first.function, draft.model), set()))
        every = set().union(*ways) if ways else set()
        always = set.intersection(*ways) if ways else set()
        if not every:
            model = self._types.model(draft.model)
            every = {field.name for field in model.fields if not field.primary_key} if model is not None else set()
            always = set()
        found = self._parameters(draft.model, every)
        kept = {made.name for made in self._parameters(draft.model, always)}
        required = [each for each in found if each.name in kept]
        # Whether a column may be empty is said by its type; what is left out stays as it is.
        free = [msgspec.structs.replace(each, optional=True) for each in found if each.name not in kept]
        return tuple(msgspec.structs.replace(each, purpose=Purpose.WRITE) for each in (*required, *free))


def _names_of_records(labels: list[str]) -> dict[str, str]:
    """`CustomerData`; of two models with one name, each with its app before it."""
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for label in labels:
        by_name[class_name(label.rpartition(".")[2])].append(label)
    found: dict[str, str] = {}
    for name, called in by_name.items():
        for label in called:
            app = class_name(label.partition(".")[0]) if len(called) > 1 else ""
            found[label] = f"{app}{name}Data"
    return found
