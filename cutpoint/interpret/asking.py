"""What statements ask for: the lookups by which a chain of the query API chooses rows, and the fields that it names.

`Order.objects.filter(user=user).exclude(status="new").values_list("id", flat=True)` chooses by `user` and `~status`, and
asks for `id`. A chain that goes on from a variable chooses by more than can be seen there: nothing is said of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.lookup_path import SEPARATOR
from cutpoint.domain.lookups.references import known_part, texts_of
from cutpoint.domain.types import Expression, Group, Items, Manager, Query, Record, Row, Table
from cutpoint.interpret.touching import columns_named, link_of, model_of, word_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.model_space import Link, ModelSpace
    from cutpoint.domain.types import Type
    from cutpoint.domain.use import Use

    Keywords = tuple[tuple[str | None, Type], ...]

_CHOOSING = frozenset({"filter", "get", "complex_filter", "get_or_create", "update_or_create", "contains"})
_NAMING = frozenset({"values", "values_list", "only"})
_NO_LOOKUPS = frozenset({"defaults", "create_defaults", "_connector", "_negated"})
_OF_ONE_ROW = frozenset({"save", "delete", "refresh_from_db", "save_base"})
NOT = "~"
"""Before a lookup that leaves rows out."""
ANY_LOOKUP = "**"
"""Stands for lookups whose names only run time knows."""


class Asking:
    """All chains of a project."""

    def __init__(self, uses: Iterable[Use], space: ModelSpace) -> None:
        self._space = space
        self._links: dict[tuple[int, int], list[Use]] = {}
        """(body, node) → what is called there on a manager or queryset."""
        for use in uses:
            if use.kind == "call" and use.nodes and type(use.receiver) in (Manager, Query):
                self._links.setdefault((use.body, use.nodes[0]), []).append(use)

    def conditions(self, use: Use) -> tuple[str, ...] | None:
        """The lookups by which rows are chosen, sorted; None when the chain does not begin in its own expression."""
        if type(use.receiver) is Row:
            return self._of_row(use)
        found: set[str] = set()
        begins = False
        for each in self._chain(use):
            # `get_object_or_404(Order, pk=1)` has nothing before it.
            begins = begins or type(each.receiver) is Manager or f".{each.name}(" not in each.shape
            found.update(_chosen_by(each))
            link, related = link_of(self._space, each), getattr(each.receiver, "related", None)
            if type(each.receiver) is Manager and link is not None and related is not None:
                found.add(_back(link, related.owner))
        return tuple(sorted(found)) if begins else None

    def columns(self, use: Use) -> tuple[str, ...] | None:
        """The columns of its own table that a query names, sorted; None when it names none, or others."""
        if type(use.receiver) not in (Manager, Query):
            return None
        names: list[str] = []
        for each in self._chain(use):
            if word_of(each.name) in _NAMING:
                said = [known_part(text) for value in each.arguments for text in _texts(value)]
                if not said or len(said) < len(each.arguments):
                    return None
                names += said
        if not names or any(SEPARATOR in name for name in names):
            return None
        return columns_named(self._space, model_of(use), tuple(names))

    def _chain(self, use: Use) -> Iterator[Use]:
        label = model_of(use)
        for node in use.nodes:
            for each in self._links.get((use.body, node), ()):
                if model_of(each) == label:
                    yield each

    def _of_row(self, use: Use) -> tuple[str, ...] | None:
        if use.kind == "call":
            return ("pk",) if word_of(use.name) in _OF_ONE_ROW else None
        link = self._space.links(model_of(use)).get(use.name) if use.kind == "load" else None
        if link is None:
            return None
        return ("pk",) if link.forward else (link.relation.name,)


def _back(link: Link, owner: str) -> str:
    """The name by which rows behind a related manager are chosen: that of the relation that leads back."""
    if not link.forward:
        return link.relation.name
    word = link.relation.related_query_name or link.relation.related_name or owner.rpartition(".")[2].lower()
    # A relation without a way back can't be asked by.
    return ANY_LOOKUP if word.endswith("+") else word


def _chosen_by(use: Use) -> Iterator[str]:
    word = word_of(use.name)
    if word in _CHOOSING:
        yield from _lookups(use.arguments, use.keywords)
    elif word == "exclude":
        left_out = list(_lookups(use.arguments, use.keywords))
        # What fulfills several of them at once is left out: that is more than each by itself.
        yield (
            ANY_LOOKUP
            if len(left_out) > 1 or ANY_LOOKUP in left_out
            else f"{NOT}{left_out[0]}"
            if left_out
            else ANY_LOOKUP
        )
    elif word == "in_bulk":
        yield "pk__in"


def _lookups(arguments: Iterable[Type], keywords: Keywords) -> Iterator[str]:
    for name, value in keywords:
        if name is None:
            yield from _lookups((value,), ()) if value else (ANY_LOOKUP,)
        elif name not in _NO_LOOKUPS:
            yield known_part(name) or ANY_LOOKUP
    for each in (part for value in arguments for part in value):
        match each:
            case Expression(name="Q"):
                yield from _lookups(each.arguments, each.keywords)
            case Group(items=(names, _)) if any(texts_of(names)):
                yield from (known_part(text) for text in texts_of(names))
            case Group():
                yield from _lookups(each.items, ())
            case Items():
                yield from _lookups((each.item,), ())
            case Record():
                yield from _lookups((), each.items)
            case Table():
                yield from (known_part(text) for text in texts_of(each.key))
            case Expression():
                pass
            case _:
                yield ANY_LOOKUP


def _texts(value: Type) -> Iterator[str]:
    for each in value:
        match each:
            case Items():
                yield from _texts(each.item)
            case Group():
                for item in each.items:
                    yield from _texts(item)
            case _:
                yield from texts_of((each,))
