"""`Order.objects.create(…)`, `bulk_create` insert; `get_or_create` reads first, `update_or_create` may update instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, Query
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import (
    columns_named,
    keyword,
    link_of,
    model_of,
    own_and_parents,
    parents_of,
    word_of,
    written,
)
from cutpoint.interpret.values import is_false, known_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Manager, Query)
KIND = "call"
_WORDS = ("create", "get_or_create", "update_or_create", "bulk_create", "create_user", "create_superuser")
NAMES = frozenset(name for word in _WORDS for name in (word, f"a{word}"))


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """Through a many-to-many relation the row between is inserted, too."""
    word, label, link = word_of(use.name), model_of(use), link_of(space, use)
    via = "manager" if link is None else "m2m" if link.through is not None else "related"
    names: tuple[str, ...] | None = tuple(name for name, _ in use.keywords if name is not None)
    columns = columns_named(space, label, names) if word == "create" and names else None
    yield from own_and_parents(space, label, "insert", via, columns)
    conflicts = keyword(use, "update_conflicts")
    if word == "update_or_create":
        names = known_keys(keyword(use, "defaults"))
        yield from written(space, label, "update", names, via)
        yield from parents_of(space, label, "update") if names is None else ()
    elif word == "bulk_create" and conflicts is not None and not is_false(conflicts):
        yield from own_and_parents(space, label, "update", via)
    if link is not None and link.through is not None:
        yield Touch("insert", link.through, "m2m")
        between = space.model(link.through)
        if between is not None and not between.auto_created:
            # Django can't let the database ignore a row that is there: it looks first.
            yield Touch("read", link.through, "m2m")
