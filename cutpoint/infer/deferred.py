"""Rows that lack columns: `Order.objects.only("paid")` gives rows whose other columns are fetched when they are looked at.

The environment keeps what a row lacks under the name that the row was bound to, until it is fetched. What a function does
with a row that it is handed is not followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.chosen_columns import rest_in, some_in
from cutpoint.domain.types import NOTHING, Row, Text, atom, type_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Query, Type
    from cutpoint.infer.frame import Env, Frame

_LACKING = "-"
_KEYS = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE})


def keep_lacking(frame: Frame, path: tuple[str, ...], queries: Iterable[Query], env: Env) -> None:
    """Note what the rows lack that *path* leads to from those of *queries*, which its first name is bound to: what all lack."""
    rows = env.get(path if len(path) > 1 else path[0], NOTHING)
    names = set.intersection(*(_lacking(frame, each, path[1:], rows) for each in queries))
    if names:
        frame.lacks = True
        env[*path, _LACKING] = type_of(*[atom(Text, name) for name in sorted(names)])


def fetch_lacking(frame: Frame, path: tuple[str, ...], base: Type, node: Node, env: Env) -> None:
    """A column that the row at *path* lacks is fetched where it is looked at, and is there from then on."""
    key = (*path[:-1], _LACKING)
    lacking = env.get(key)
    if not lacking:
        return
    space = frame.engine.world.space
    rows = [each for each in base if type(each) is Row]
    names = {atom(Text, space.attnames(row.label).get(path[-1], path[-1])) for row in rows}
    if names.isdisjoint(lacking):
        return
    for row in rows:
        frame.see("lacking", row, path[-1], node)
    env[key] = type_of(*[each for each in lacking if each not in names])


def _lacking(frame: Frame, query: Query, way: tuple[str, ...], rows: Type) -> set[str]:
    """The names of the fields and foreign keys that *rows* come without, which are related to those of *query* in this *way*."""
    # Who names a column of a related row has the relation to it as well.
    some = {each[len(way)] for each in _behind(some_in(query.shape), way)}
    rest = {each[len(way)] for each in _behind(rest_in(query.shape), way) if len(each) == len(way) + 1}
    lacking: set[str] = set()
    for row in rows if some or rest else ():
        if type(row) is Row:
            attnames = frame.engine.world.space.attnames(row.label)
            some = {attnames.get(name, name) for name in some}
            rest = {attnames.get(name, name) for name in rest}
            lacking |= {name for name in _columns(frame, row.label) if (name not in some if some else name in rest)}
    return lacking


def _columns(frame: Frame, label: str) -> Iterator[str]:
    """The names of all fields and foreign keys but the key, which no row lacks; a multi-table child's is the link to its parent."""
    space = frame.engine.world.space
    key = space.attnames(label).get(space.pk(label), space.pk(label))
    names = [
        *space.fields(label),
        *(link.name for link in space.links(label).values() if link.forward and link.kind in _KEYS),
    ]
    yield from (name for name in names if name not in (key, "id"))


def _behind(names: set[str], way: tuple[str, ...]) -> Iterator[list[str]]:
    """The lookups among *names* that go on from the end of *way*, step by step."""
    steps = (name.split("__") for name in names)
    yield from (each for each in steps if len(each) > len(way) and tuple(each[: len(way)]) == way)
