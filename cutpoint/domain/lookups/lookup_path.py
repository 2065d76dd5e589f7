"""A lookup path -> the joins that Django's `names_to_path` makes of it, and how far `trim_joins` takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.catalog import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import Link, ModelSpace

SEPARATOR = "__"
CONTENT_TYPE = "contenttypes.ContentType"

# What may follow a relation without being a field of its target (ForeignObject.register_lookup).
_ON_RELATIONS = frozenset({"exact", "in", "gt", "gte", "lt", "lte", "isnull"})


class Hop(NamedTuple):
    """One join: from the table at hand to the next."""

    table: str | None
    lookup: str
    """The path as written, up to the name that makes the join."""
    direct: bool
    """Whether the table at hand has the column that points at the next one: only such joins are trimmed."""
    many: bool
    near: str | None
    """The column of the table at hand, of direct joins."""
    far: str | None
    """The column of the next table that it points at."""


class Walk(NamedTuple):
    """A path that was followed as far as its names are known."""

    hops: tuple[Hop, ...]
    column: str | None
    """The column in which it ends, in the table of the last hop; None when it is not known."""

    def trimmed(self) -> tuple[Hop, ...]:
        """The joins that are left when the table before has the value already."""
        hops, column = list(self.hops), self.column
        while hops and hops[-1].direct and column is not None and hops[-1].far == column:
            column = hops.pop().near
        return tuple(hops)

    def excluded(self, *, for_none: bool) -> tuple[Hop, ...]:
        """The same in `exclude`, where everything from the first to-many join on moves into a subquery of its own.

        What leads there is then only joined for the column that the subquery is compared with. *for_none* when it is
        asked whether there is nothing at the end: then the subquery starts one table earlier.
        """
        left = self.trimmed()
        first = next((index for index, hop in enumerate(left) if hop.many), 0)
        if not first or left[first].near is None:
            return left
        return (*Walk(left[:first], left[first].near).trimmed(), *left[first - for_none :])


def follow(space: ModelSpace, label: str, path: str) -> Walk:
    """Follow *path* from the model *label*; it ends at a column, at a transform, or where a name is not known."""
    hops: list[Hop] = []
    here = space.concrete(label)
    column: str | None = None
    names = path.split(SEPARATOR)
    for index, written in enumerate(names):
        lookup = SEPARATOR.join(names[: index + 1])
        name = _field_name(space, here, written)
        link = space.query_links(here).get(name)
        if link is not None and link.target is not None:
            hops += _to_parent(space, here, link.model, lookup)
            hops += _along(space, link, lookup)
            here, column = space.concrete(link.target), hops[-1].far
            continue
        if name in space.fields(here):
            owner, field = space.fields(here)[name]
            hops += _to_parent(space, here, owner, lookup)
            column = field.column
        elif hops and written not in _ON_RELATIONS:
            # It can only be a column of the target that was not seen, of a base without source for example.
            column = None
        break
    return Walk(tuple(hops), column)


def key_column(space: ModelSpace, label: str) -> str | None:
    """The column of the primary key; None for a key of several, and for unknown models."""
    found = space.fields(label).get(space.pk(label))
    return None if found is None else found[1].column


def _field_name(space: ModelSpace, label: str, written: str) -> str:
    name = space.pk(label) if written == "pk" else written
    return space.attnames(label).get(name, name)


def _to_parent(space: ModelSpace, child: str, parent: str, lookup: str) -> list[Hop]:
    """The joins up to the multi-table parent that has the field."""
    hops: list[Hop] = []
    links = {link.target: link for link in space.parents(child)}
    while parent != child and parent in links:
        link = links[parent]
        hops.insert(0, _direct(space, link, parent, lookup))
        parent = link.model
    return hops


def _along(space: ModelSpace, link: Link, lookup: str) -> Iterator[Hop]:
    target = space.concrete(link.target or "")
    table = space.table(target)
    if link.kind is RelationKind.MANY_TO_MANY:
        own_key, key = key_column(space, link.model), key_column(space, target)
        if link.through is not None:
            yield Hop(space.table(link.through), lookup, direct=False, many=True, near=own_key, far=None)
        yield Hop(table, lookup, direct=True, many=False, near=None, far=key)
    elif link.forward and link.kind is not RelationKind.GENERIC_RELATION:
        yield _direct(space, link, target, lookup)
    else:
        is_generic = link.kind is RelationKind.GENERIC_RELATION
        many = link.many and (link.forward or not is_generic)
        near, far = _pointed_at(space, link, link.model), key_column(space, target)
        yield Hop(table, lookup, direct=False, many=many, near=near, far=far)
        if is_generic:
            # Rows are told apart by the number of their model, which Django looks up on first use.
            yield Hop(space.table(CONTENT_TYPE), lookup, direct=False, many=False, near=None, far=far)


def _direct(space: ModelSpace, link: Link, target: str, lookup: str) -> Hop:
    own = space.fields(link.model).get(link.relation.name)
    near = None if own is None else own[1].column
    return Hop(space.table(target), lookup, direct=True, many=False, near=near, far=_pointed_at(space, link, target))


def _pointed_at(space: ModelSpace, link: Link, label: str) -> str | None:
    """The column of *label* that a foreign key points at: the one that it names, or the primary key."""
    named = link.relation.to_field
    found = space.fields(label).get(space.attnames(label).get(named, named)) if named is not None else None
    return key_column(space, label) if found is None else found[1].column
