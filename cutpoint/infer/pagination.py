"""Django's paginators: a page counts the rows of its query, and gives those rows to whoever goes through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import NOTHING, PLAIN, LibraryMethod, Pages, Query, Type, one
from cutpoint.infer.chains import joins_after
from cutpoint.infer.dispatch import attribute_of, item_of, item_type
from cutpoint.infer.members import bound

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Frame

_COUNTING = frozenset(
    {"count", "num_pages", "page_range", "has_other_pages", "validate_number", "get_elided_page_range"}
)
_PAGE = frozenset({"page", "get_page", "apage", "aget_page"})


def paginator(cls: Class | None, arguments: tuple[Type, ...], keywords: tuple[tuple[str | None, Type], ...]) -> Type:
    """`Paginator(orders, 20)`."""
    given = arguments[0] if arguments else dict(keywords).get("object_list", NOTHING)
    return one(Pages, "paginator", given, cls)


@attribute_of(Pages)
def _attribute(frame: Frame, each: Pages, name: str, node: Node) -> Type:
    found = frame.engine.world.member(each.cls, name) if each.cls is not None else None
    if found is not None and type(found[0]) is Class and found[0].module.found.ours:
        return bound(frame, each, found[0], name, found[1], node, on_class=False)
    if name == "object_list":
        return each.items
    if name == "paginator":
        return (each,)
    if name in ("count", "num_pages", "page_range"):
        _see_count(frame, each, node)
        return PLAIN
    return one(LibraryMethod, each, name)


@item_of(Pages)
def _items(frame: Frame, each: Pages, node: Node) -> Type:
    return item_type(frame, each.items, node)


def call_pages(frame: Frame, each: Pages, name: str, node: Node) -> Type:
    """The type of a method of a paginator or page."""
    if name in _PAGE:
        _see_count(frame, each, node)
        return one(Pages, "page", each.items, None)
    if name in _COUNTING:
        _see_count(frame, each, node)
    return PLAIN


def _see_count(frame: Frame, each: Pages, node: Node) -> None:
    for query in each.items if node is not None else ():
        if type(query) is Query:
            # Rows that come along, and how all are ordered, don't matter for their number.
            frame.see("evaluate", query, "len", node).joins = joins_after(query.joins, "count", (), ())
