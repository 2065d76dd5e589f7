"""What constructs share: the context they are asked in, and the small questions all of them have."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import (
    ANY,
    INFERRED,
    NEW,
    STORED,
    Query,
)
from cutpoint.domain.use import Touch
from cutpoint.interpret.sql.read_sql import statements_of
from cutpoint.interpret.values import is_true

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.model_space import Link, ModelSpace
    from cutpoint.domain.types import FileOf, Manager, Row, Type
    from cutpoint.domain.use import Use

    Joins = tuple[tuple[str, str, str], ...]


ACTIONS_OF_SAVE = {NEW: ("insert",), STORED: ("update",), ANY: ("insert", "update")}
"""What `save` does to a row in each state."""


AT_RUN_TIME = "the SQL is put together at run time"


def keyword(use: Use, name: str) -> Type | None:
    """The type of one keyword argument."""
    return next((value for key, value in use.keywords if key == name), None)


def columns_named(space: ModelSpace, label: str, names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The columns of these fields, sorted; None when one of them is not known."""
    if names is None:
        return None
    fields, attnames = space.fields(label), space.attnames(label)
    columns: set[str] = set()
    for written_name in names:
        name = space.pk(label) if written_name == "pk" else written_name
        found = fields.get(attnames.get(name, name))
        if found is not None:
            columns.add(found[1].column)
        elif name not in space.links(label):
            return None
    return tuple(sorted(columns))


def owners_of(
    space: ModelSpace, label: str, names: tuple[str, ...] | None
) -> tuple[tuple[str, tuple[str, ...] | None], ...]:
    """The models in whose tables the fields *names* of a model are, each with its own of them; the model for unknown ones."""
    if not names:
        return ((label, None),)
    owners: dict[str, list[str]] = {}
    for name in names:
        owners.setdefault(_owner(space, label, name), []).append(name)
    return tuple((owner, tuple(mine)) for owner, mine in owners.items())


def _owner(space: ModelSpace, label: str, name: str) -> str:
    found = space.fields(label).get(space.attnames(label).get(name, name))
    return label if found is None or space.concrete(label) == found[0] else found[0]


def written(space: ModelSpace, label: str, action: str, names: tuple[str, ...] | None, via: str) -> Iterator[Touch]:
    """*action* on the fields *names* of a model in the tables that have them; on its own table for unknown ones."""
    for owner, mine in owners_of(space, label, names):
        cause = None if owner == label else link_to_parent(space, label, owner)
        how = via if cause is None else "inheritance"
        yield Touch(action, owner, how, columns_named(space, label, mine), (), cause)


def link_to_parent(space: ModelSpace, label: str, parent: str) -> tuple[str, int] | None:
    """(path, line) of the link that makes rows of *parent* a part of those of *label*."""
    places = [(link.relation.path, link.relation.line) for link in space.parents(label) if link.target == parent]
    return places[0] if places else None


def own_and_parents(
    space: ModelSpace, label: str, action: str, via: str, columns: tuple[str, ...] | None = None
) -> Iterator[Touch]:
    """*action* on the table of a model and, as Django does, on those of its multi-table parents."""
    yield Touch(action, label, via, columns)
    yield from parents_of(space, label, action)


def whole_rows(space: ModelSpace, label: str, via: str) -> Iterator[Touch]:
    """Reads of rows with all that they are: where they come as what they were made as, which a content type says, of children too."""
    yield from own_and_parents(space, label, "read", via)
    model = space.model(space.concrete(label))
    if model is None or not model.polymorphic:
        return
    yield Touch("read", CONTENT_TYPE, "generic", level=INFERRED)
    waiting = [model.label]
    for each in waiting:
        for link in space.pointing_at(each):
            if link.kind is RelationKind.PARENT and link.declared_by not in waiting:
                cause = (link.relation.path, link.relation.line)
                yield Touch("read", link.declared_by, "inheritance", cause=cause, level=INFERRED)
                waiting.append(link.declared_by)


def parents_of(space: ModelSpace, label: str, action: str) -> Iterator[Touch]:
    """*action* on the tables of the multi-table parents, because of the parent links."""
    for link in space.parents(label):
        cause = (link.relation.path, link.relation.line)
        yield Touch(action, link.target, "inheritance", cause=cause)


def joined(space: ModelSpace, label: str, joins: Joins) -> Iterator[Touch]:
    """Reads of the tables that a query of *label* joins; a multi-table parent's is joined because of the link to it."""
    parents = {space.table(link.target or ""): link for link in space.parents(label)}
    for join in joins:
        parent = parents.get(join[0])
        if parent is not None:
            yield Touch("read", parent.target, "inheritance", cause=(parent.relation.path, parent.relation.line))
        else:
            yield Touch("read", None, "join", joins=(join,), table=join[0])


def touches_of_sql(texts: Iterable[str]) -> Iterator[Touch]:
    """What statements in SQL touch."""
    for text in texts:
        for touch in statements_of(text).touches:
            yield Touch(touch.action, None, "raw_sql", touch.columns, table=touch.table)


def model_of(use: Use) -> str:
    """The label of the model that the receiver of a use is about."""
    return cast("Row | Query | Manager | FileOf", use.receiver).label


def state_of(use: Use) -> int:
    """Whether the row that the receiver of a use is, or belongs to, was stored before."""
    return cast("Row | FileOf", use.receiver).state


def saved_state(use: Use) -> int:
    """The same for the row that is saved; what a call asks for counts."""
    if keyword(use, "update_fields") is not None or is_true(keyword(use, "force_update")):
        return STORED
    return NEW if is_true(keyword(use, "force_insert")) else state_of(use)


def shape_of(use: Use) -> str:
    """The shape of the receiver when it is a query; nothing for a manager."""
    return use.receiver.shape if type(use.receiver) is Query else ""


def link_of(space: ModelSpace, use: Use) -> Link | None:
    """The relation behind a related manager or the queryset it gave."""
    related = getattr(use.receiver, "related", None)
    return space.links(related.owner).get(related.name) if related is not None else None


def is_generic(link: Link | None) -> bool:
    """Whether the rows of a related manager are found by their content type."""
    return link is not None and link.kind is RelationKind.GENERIC_RELATION and link.forward


def word_of(name: str) -> str:
    """`acreate` is `create`, awaited."""
    return name[1:] if name in _ASYNC else name


_WORDS = (
    "get create get_or_create update_or_create bulk_create bulk_update update delete count exists first last earliest"
    " latest in_bulk aggregate save set add remove clear refresh_from_db iterator contains explain create_user"
    " create_superuser get_by_natural_key"
)
_ASYNC = frozenset(f"a{word}" for word in _WORDS.split())
