"""A model -> what deleting rows of it does to other tables, by the rules of Django's delete collector."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.types import INFERRED, POSSIBLE, PROVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.link import Link
    from cutpoint.domain.model_space import ModelSpace

    Emptied = tuple[tuple[str, str], ...]

_KEYS = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE, RelationKind.PARENT})
_LEFT_TO_THE_DATABASE = frozenset({"DO_NOTHING", "DB_CASCADE", "DB_SET_NULL", "DB_SET_DEFAULT"})
_BY_THE_DATABASE = {"DB_CASCADE": "delete", "DB_SET_NULL": "update", "DB_SET_DEFAULT": "update"}


class Effect(msgspec.Struct, frozen=True):
    """One thing that a delete does to the rows of another model."""

    action: str
    label: str
    kind: str
    """`delete`, `set`, `check`, `generic` or `own` (a function of the project's own decides)."""
    way: tuple[Link, ...]
    """The relations that lead there, the first one from the deleted model; the last one is why."""
    level: int = PROVED
    """Less where the statement runs, but finds no rows, or few if any, after what has been emptied right before."""


class Collected(msgspec.Struct, frozen=True):
    """What goes with a row, nearest first."""

    effects: tuple[Effect, ...]
    sent: tuple[tuple[str, tuple[Link, ...]], ...]
    """(model, the way to it) of what Django has in its hands when it deletes, so that receivers hear of it."""
    is_fast: bool
    """Whether a queryset is deleted in a single statement, unseen."""


_known: WeakKeyDictionary[ModelSpace, dict[tuple[str, bool, Emptied], Collected]] = WeakKeyDictionary()


def collected(space: ModelSpace, label: str, *, keep_parents: bool = False, emptied: Emptied = ()) -> Collected:
    """What Django's collector does when rows of *label* are deleted, rows of that model itself and of its parents apart.

    It finds no rows of what is *emptied*: (model, relation) for those that point at the deleted rows by it, all for no name.
    Rows that would have gone along with those, but need not point at one, may be left.
    """
    known = _known.setdefault(space, {})
    key = (label, keep_parents, emptied)
    if key not in known:
        known[key] = _Collecting(space, label, keep_parents=keep_parents, emptied=emptied).collected()
    return known[key]


class _Collecting:
    """One walk over the relations, breadth first: each model is met by the shortest way, circles end by themselves."""

    def __init__(self, space: ModelSpace, label: str, *, keep_parents: bool, emptied: Emptied) -> None:
        self._space = space
        self._root = label
        self._keep_parents = keep_parents
        self._effects: dict[tuple[str, str, str], Effect] = {}
        self._sent: dict[str, tuple[Link, ...]] = {label: ()}
        self._gone = frozenset(emptied)
        whole = [each for each, relation in emptied if not relation]
        self._empty = _closure(space, whole, with_null=False)
        self._thinned = _closure(space, whole, with_null=True)
        self._waiting: deque[tuple[str, tuple[Link, ...]]] = deque()
        if space.concrete(label) not in self._empty:
            self._waiting.append((label, ()))
        self._put_off: list[tuple[str, tuple[Link, ...], str]] = []
        """(model, way, kind) of rows of which few are left, if any: what other ways lead to comes first."""
        self._is_thin = False
        """Whether it is such rows that are followed."""

    def collected(self) -> Collected:
        self._follow_all()
        self._is_thin = True
        for label, way, kind in self._put_off:
            self._go(label, way, kind)
        self._follow_all()
        return Collected(
            tuple(self._effects.values()), tuple(self._sent.items()), _is_fast(self._space, self._root, None)
        )

    def _follow_all(self) -> None:
        while self._waiting:
            self._follow(*self._waiting.popleft())

    def _add(self, action: str, label: str, kind: str, way: tuple[Link, ...], level: int = PROVED) -> None:
        key = (action, self._space.concrete(label), kind)
        level = max(level, INFERRED) if self._is_thin else level
        known = self._effects.get(key)
        if known is None or level < known.level:
            self._effects[key] = Effect(action, label, kind, way, level)

    def _follow(self, label: str, way: tuple[Link, ...]) -> None:
        """Rows of *label* are in the collector's hands."""
        keep_parents = self._keep_parents and not way
        for link in candidates(self._space, label, of_parents=not keep_parents):
            self._pointing(link, (*way, link))
        for link in generic_relations(self._space, label):
            if link.target is not None:
                self._add("read", CONTENT_TYPE, "generic", (*way, link))
                self._take(link.target, (*way, link), "generic", _is_fast(self._space, link.target, None))

    def _pointing(self, link: Link, way: tuple[Link, ...]) -> None:
        """*link* is a foreign key of another model, or the parent link of a child."""
        child, on_delete = link.declared_by, link.relation.on_delete or "CASCADE"
        if on_delete == "CASCADE":
            self._take(child, way, "delete", _is_fast(self._space, child, link))
        elif on_delete == "SET_NULL":
            self._add("update", child, "set", way, self._level(child, way))
        elif on_delete in ("SET", "SET_DEFAULT"):
            self._add("read", child, "set", way)
            self._add("update", child, "set", way, self._level(child, way))
        elif on_delete in ("PROTECT", "RESTRICT"):
            self._add("read", child, "check", way)
        elif on_delete in _BY_THE_DATABASE:
            action = _BY_THE_DATABASE[on_delete]
            self._add(action, child, "delete" if action == "delete" else "set", way)
        elif on_delete != "DO_NOTHING":
            for action in ("read", "update", "delete"):
                self._add(action, child, "own", way)

    def _take(self, label: str, way: tuple[Link, ...], kind: str, is_fast: bool) -> None:
        """Rows of *label* go, too: unseen, or fetched first, and then whatever points at them."""
        if is_fast:
            self._add("delete", label, kind, way, self._level(label, way))
            return
        self._add("read", label, kind, way)
        if self._finds_none(label, way):
            return
        if self._level(label, way) == PROVED:
            self._go(label, way, kind)
        else:
            self._put_off.append((label, way, kind))

    def _go(self, label: str, way: tuple[Link, ...], kind: str) -> None:
        """Rows of *label* have been fetched and go."""
        self._add("delete", label, kind, way)
        if label not in self._sent:
            self._sent[label] = way
            for parent in self._space.parents(label):
                # Its columns are not among those that were fetched.
                if parent.target is not None:
                    self._add("read", parent.target, kind, way)
                    self._add("delete", parent.target, kind, way)
                    self._sent.setdefault(parent.target, way)
            self._waiting.append((label, way))

    def _finds_none(self, label: str, way: tuple[Link, ...]) -> bool:
        return self._space.concrete(label) in self._empty or self._is_gone(way)

    def _is_gone(self, way: tuple[Link, ...]) -> bool:
        """Whether *way* is a relation by which nothing points at the deleted rows any more."""
        return len(way) == 1 and (way[0].declared_by, way[0].relation.name) in self._gone

    def _level(self, label: str, way: tuple[Link, ...]) -> int:
        """How sure it is that a statement for rows of *label* at the end of *way* matters: it runs, but a whole table is empty."""
        concrete = self._space.concrete(label)
        if concrete in self._empty:
            return POSSIBLE
        is_thin = concrete in self._thinned and not self._is_thin
        return INFERRED if is_thin or self._is_gone(way) else PROVED


def _closure(space: ModelSpace, labels: list[str], *, with_null: bool) -> frozenset[str]:
    """Models without rows: with the rows of *labels* has gone whatever must point at one; *with_null*, whatever can."""
    found = {space.concrete(label) for label in labels}
    waiting = list(found)
    while waiting:
        for link in candidates(space, waiting.pop()):
            child = space.concrete(link.declared_by)
            goes = (with_null or not link.null) and (link.relation.on_delete or "CASCADE") == "CASCADE"
            if goes and child not in found:
                found.add(child)
                waiting.append(child)
    return frozenset(found)


def candidates(space: ModelSpace, label: str, *, of_parents: bool = True) -> Iterator[Link]:
    """The foreign keys and parent links that point at rows of *label*, at their parts in parents' tables included."""
    lineage = [space.concrete(label), *(link.target for link in space.parents(label) if link.target is not None)]
    for target in lineage if of_parents else lineage[:1]:
        for link in space.pointing_at(target):
            # A child doesn't know of its parents' other children.
            if link.kind in _KEYS and (link.kind is not RelationKind.PARENT or target == lineage[0]):
                yield link


def generic_relations(space: ModelSpace, label: str) -> Iterator[Link]:
    """The generic relations of *label*: their rows go with it."""
    for link in space.links(label).values():
        if link.forward and link.kind is RelationKind.GENERIC_RELATION:
            yield link


def _is_fast(space: ModelSpace, label: str, link: Link | None) -> bool:
    """Whether rows are deleted without a look at them: nothing points at them, nobody listens, no parents."""
    return (
        not space.is_listened_to(label)
        and all(link is not None and parent.relation is link.relation for parent in space.parents(label))
        and all(other.relation.on_delete in _LEFT_TO_THE_DATABASE for other in candidates(space, label))
        and not any(generic_relations(space, label))
    )
