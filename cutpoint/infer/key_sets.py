"""Local names for keys that those of a query's rows are among: `Order.objects.filter(pk__in=ids)`, or of a list that was made so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.emptying_statements import Names

# Methods that leave no row out.
KEEPING = frozenset(
    [
        "all",
        "order_by",
        "select_related",
        "prefetch_related",
        "select_for_update",
        "using",
        "only",
        "defer",
        "reverse",
        "values_list",
        "values",
    ]
)
KEYS = frozenset({"pk", "id"})
COLLECTIONS = frozenset({"list", "tuple", "set", "sorted"})
_COLUMNS = frozenset({"values", "values_list"})


def keys_of(node: Node, names: Names) -> Iterator[str]:
    """The names in whose values all keys of the rows that *node* gives are to be found."""
    match node:
        case [sk.NAME, str() as name, *_] if name in names:
            # What a name stands for was made before: names in it may have another value by now, so it is looked at once.
            yield from keys_of(names[name], {})
        case [sk.CALL, [sk.NAME, name, *_], [inner], [], *_] if name in COLLECTIONS:
            yield from keys_of(inner, names)
        case [
            sk.COMPREHENSION,
            _,
            [sk.ATTRIBUTE, [sk.NAME, row, *_], key, *_],
            _,
            [[[sk.NAME, name, *_], [sk.NAME, rows, *_], *_]],
            *_,
        ] if row == name and key in KEYS:
            # `[order.pk for order in orders]`
            yield rows
        case [sk.CALL, [sk.ATTRIBUTE, inner, "filter" | "exclude" as word, *_], _, keywords, *_]:
            yield from keys_of(inner, names)
            for keyword, value in keywords if word == "filter" else ():
                if keyword is not None and keyword.removesuffix("__in") in KEYS and keyword.endswith("__in"):
                    if (name := named_by(value)) is not None:
                        yield name
                    yield from keys_of(value, names)
        case [sk.CALL, [sk.ATTRIBUTE, inner, word, *_], *_] if word in KEEPING and keeps_keys(node):
            yield from keys_of(inner, names)


def keeps_keys(call: Node) -> bool:
    """Whether a method of the query API still gives rows, or their keys."""
    match call:
        case [sk.CALL, [sk.ATTRIBUTE, _, word, *_], columns, *_] if word in _COLUMNS:
            return len(columns) == 1 and type(columns[0]) is str and columns[0] in KEYS
    return True


def named_by(value: Node) -> str | None:
    """The local name that *value* is, if it is one."""
    match value:
        case [sk.NAME, str() as name, *_]:
            return name
    return None
