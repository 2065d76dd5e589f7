"""Chains of query methods: what each one keeps of the query before it, and which of the calls speaks for the statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.chosen_columns import shape_with
from cutpoint.domain.lookups.references import texts_of
from cutpoint.domain.types import NONE, Nothing, first_joins

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.infer.frame import Frame, Seen

Joins = tuple[tuple[str, str, str], ...]

_ROWS_BESIDE = frozenset({"select_related", "prefetch_related"})
_ORDER = frozenset({"order"})
_FORGOTTEN = {
    **dict.fromkeys(("order_by", "get", "get_or_create", "update_or_create", "earliest", "latest"), _ORDER),
    **dict.fromkeys(("values", "values_list"), frozenset({"select_related"})),
    **dict.fromkeys(("dates", "datetimes", "count", "exists", "contains", "aggregate"), _ORDER | _ROWS_BESIDE),
    **dict.fromkeys(("update", "delete", "_raw_delete"), _ORDER | _ROWS_BESIDE | {"select"}),
}
# `select_related(None)` takes back what was asked for.
_FORGOTTEN_FOR_NONE = {word: frozenset({word}) for word in _ROWS_BESIDE}


def joins_after(joins: Joins, word: str, arguments: tuple[Type, ...], made: Joins) -> Joins:
    """What a query reads besides its table when *word* was called on one with *joins*, whose arguments join *made*."""
    forgotten = _FORGOTTEN.get(word, frozenset())
    if len(arguments) == 1 and any(type(each) is Nothing for each in arguments[0]):
        forgotten = _FORGOTTEN_FOR_NONE.get(word, forgotten)
    kept = {join for join in joins if join[2] not in forgotten}
    return first_joins(kept | set(made))


def shape_after(shape: str, word: str, arguments: tuple[Type, ...]) -> str:
    """What a query yields after *word*: see `Query.shape`."""
    if shape == "none" or word == "none":
        return "none"
    if word in ("values", "values_list", "dates", "datetimes"):
        return "values"
    if word in ("only", "defer") and arguments and shape not in ("values", "raw"):
        texts = {text for value in arguments for text in texts_of(value)}
        return shape_with(shape, word, None if arguments == (NONE,) else texts)
    return shape


# They run what was built before, here or elsewhere.
RUNNING = frozenset(
    {
        "get",
        "first",
        "last",
        "earliest",
        "latest",
        "get_or_create",
        "update_or_create",
        "count",
        "exists",
        "aggregate",
        "in_bulk",
        "iterator",
        "update",
        "delete",
        "_raw_delete",
        "contains",
        "explain",
    }
)
_WITH_SUBQUERIES = frozenset({"filter", "exclude", "get", "complex_filter", "update"})


def joined_in_chain(frame: Frame, node: Node, label: str, word: str) -> Joins:
    """What the calls before the one of *word* at *node* join in the same chain: that call speaks for them, too."""
    if type(node) is not list or node[0] != sk.CALL:
        return ()
    if word in _WITH_SUBQUERIES:
        for value in (*node[2], *(value for _, value in node[3])):
            _speak_for(frame, value, word)
    base = node[1][1] if type(node[1]) is list and node[1][0] == sk.ATTRIBUTE else None
    spoken_for = _speak_for(frame, base, word)
    of_label = (seen for seen in spoken_for if getattr(seen.receiver, "label", None) == label)
    return tuple(dict.fromkeys(join for seen in of_label for join in seen.joins))


def _speak_for(frame: Frame, node: Node, word: str) -> list[Seen]:
    while type(node) is list and node[0] == sk.SUBSCRIPT:
        node = node[1]
    if type(node) is not list or node[0] != sk.CALL:
        return []
    found = [frame.uses[key] for key in frame.built.get(id(node), ())]
    found = [seen for seen in found if seen.name not in RUNNING]
    for seen in found:
        seen.consumed = word
    return found
