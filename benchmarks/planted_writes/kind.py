"""A kind of planted write: its text, what it needs, and which table it writes.

In a text, `$row` is a row, `$rows` a queryset, `$M` the written model's name with `$objects` its manager, `$S` a model of the
place's own app, `$rel` a relation of the row, `$f` and `$col` a field and its column, `$v` a value for it, `$kw` what a new row
needs, `$t` the table, `$label` and `$name` those of the model, `$n` the number of the plant, and `$P` the model that the kind
declares beside the written one; every name that the kind imports can be had by a `$` as well.
"""

from enum import StrEnum
from typing import NamedTuple

from benchmarks.planted_writes.truth import Model, Relation, Truth


class Way(StrEnum):
    """From the row that a text has to the table that it writes."""

    OWN = "own"
    KEY = "key"
    REVERSE = "reverse"
    NULLABLE = "nullable"
    CASCADE = "cascade"
    """To rows of another app that go along."""
    MANY = "many"
    USER = "user"
    BESIDE = "beside"
    """To that of a model which the base declares in the same file as the row's."""


class Place(StrEnum):
    """Where a text stands: among the statements of a function, below a module, or in a file of its own."""

    BODY = "body"
    MODULE = "module"
    COMMAND = "command"


class Kind(NamedTuple):
    """One way of writing."""

    name: str
    channel: str
    """The construct of the list of coupling channels that it is an example of."""
    action: str
    text: str
    way: Way = Way.OWN
    place: Place = Place.BODY
    needs: tuple[str, ...] = ()
    """What it imports, as `module:name`."""
    run: str = ""
    """What sets it going, where defining it does nothing."""
    beside: str = ""
    """What the base declares in the file of the written model."""
    table: str = "$t"
    is_flat: bool = False
    """Only of models without a parent that has a table."""

    @property
    def with_row(self) -> bool:
        """Whether it takes a row that is there."""
        return "$row" in self.text.replace("$rows", "")

    @property
    def with_rows(self) -> bool:
        """Whether it takes a queryset that is there."""
        return "$rows" in self.text


class Target(NamedTuple):
    """What a text writes; the table of a many-to-many relation is that of its pairs."""

    model: Model
    relation: Relation
    table: str


def targets_of(kind: Kind, model: Model, truth: Truth) -> list[Target]:
    """What *kind* can write that has a row of *model*, and that has what the text needs."""
    nothing = Relation("", "")
    match kind.way:
        case Way.OWN | Way.BESIDE:
            found = [Target(model, nothing, model.table)]
        case Way.USER:
            found = [Target(user, nothing, user.table) for user in truth.users]
        case Way.MANY:
            found = [Target(model, each, each.table) for each in model.many]
        case _:
            wanted = model.keys if kind.way is Way.KEY else model.reverse
            found = [
                Target(other, each, other.table)
                for each in wanted
                if kind.way is not Way.NULLABLE or each.can_be_null
                if kind.way is not Way.CASCADE or (each.cascades and model.deletes)
                if (other := truth.models.get(each.to)) is not None
                if kind.way is not Way.CASCADE or other.app != model.app
            ]
    return [each for each in found if each.model.fields and not (kind.is_flat and each.model.is_child)]
