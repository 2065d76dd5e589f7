"""Openings + effects → transactions: what lies inside of each, however far its calls lead, and the shortest way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.access import Certainty, Step
from cutpoint.domain.transaction import Extent, Touched, Transaction, TransactionKind
from cutpoint.interpret.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from cutpoint.domain.calls import CallGraph, Opening, Part
    from cutpoint.domain.use import Site
    from cutpoint.interpret.effects import Effects

    Place = tuple[str, int]

# A helper may run in very many ways; these many tell what it is about.
_MOST_EXTENTS = 48
_RANK = {certainty: rank for rank, certainty in enumerate(Certainty)}


class Transactions:
    """The transactions of one analysis."""

    def __init__(self, graph: CallGraph, ways: Ways, effects: Effects) -> None:
        self._graph = graph
        self._effects = effects
        self._ways = ways
        self._implicit: dict[tuple[str, int, str], list[tuple[Site, int, Certainty]]] = {}

    def add_implicit(self, site: Site, bits: int, certainty: Certainty) -> None:
        """Django opens one around the use at *site*, inside of which are *bits*."""
        self._implicit.setdefault((site.path, site.line, site.function), []).append((site, bits, certainty))

    def all(self) -> tuple[Transaction, ...]:
        """Every transaction, sorted by place."""
        explicit = list(self._explicit())
        around: dict[str, list[tuple[int, int]]] = {}
        for transaction in explicit:
            if transaction.kind is not TransactionKind.CLASS:
                around.setdefault(transaction.path, []).append((transaction.line, transaction.end_line))
        views = {each.function for each in explicit if each.kind is TransactionKind.REQUEST}
        found = [*explicit, *self._implicit_ones()]
        return tuple(sorted((_nested(each, around.get(each.path, ()), views) for each in found), key=_order))

    # Explicit ones

    def _explicit(self) -> Iterator[Transaction]:
        groups: dict[tuple[str, int, str, str], list[Opening]] = {}
        for opening in self._graph.openings:
            groups.setdefault((opening.path, opening.line, opening.kind, opening.function), []).append(opening)
        users: dict[Place, list[Opening]] = {}
        for opening in self._graph.openings:
            if opening.through is not None:
                users.setdefault(opening.through, []).append(opening)
        for openings in groups.values():
            inside = openings
            if any(opening.is_generic for opening in openings):
                inside = [*openings, *_users_of((openings[0].path, openings[0].line), users)]
            yield self._transaction(openings, inside)

    def _transaction(self, openings: list[Opening], inside: list[Opening]) -> Transaction:
        extents = {self._ways.bits(opening.parts): None for opening in inside}
        whole = 0
        for bits in extents:
            whole |= bits
        parts = tuple(dict.fromkeys(part for opening in inside for part in opening.parts))
        written, read = self._touched(whole, parts)
        first = openings[0]
        aliases = {opening.using for opening in openings}
        return Transaction(
            path=first.path,
            line=first.line,
            end_line=max(opening.end_line for opening in openings),
            function=first.function,
            module=first.module,
            app=first.app,
            kind=TransactionKind(first.kind),
            using=first.using if len(aliases) == 1 else None,
            durable=any(opening.durable for opening in openings),
            is_nested=False,
            is_generic=any(opening.is_generic for opening in openings),
            certainty=Certainty.PROVED,
            written=written,
            read=read,
            extents=_largest(self._extent(bits) for bits in extents),
        )

    def _touched(self, bits: int, parts: Iterable[Part]) -> tuple[tuple[Touched, ...], tuple[Touched, ...]]:
        wanted = {bit: (table, writes, how) for table, writes, how, bit in self._effects.tables(bits)}
        written: list[Touched] = []
        read: list[Touched] = []
        for bit, chain in self._ways.shortest(parts, wanted):
            table, writes, how = wanted[bit]
            (written if writes else read).append(Touched(table, how, chain))
        return tuple(sorted(written)), tuple(sorted(read))

    def _extent(self, bits: int) -> Extent:
        sure = [
            (table, writes) for table, writes, how, _ in self._effects.tables(bits) if how is not Certainty.POSSIBLE
        ]
        return Extent(
            tuple(sorted(table for table, writes in sure if writes)),
            tuple(sorted(table for table, writes in sure if not writes)),
        )

    # Implicit ones

    def _implicit_ones(self) -> Iterator[Transaction]:
        for uses in self._implicit.values():
            site = min(site for site, _, _ in uses)
            whole = 0
            for _, bits, _ in uses:
                whole |= bits
            here = (Step(site.path, site.line, site.function),)
            touched = [(Touched(table, how, here), writes) for table, writes, how, _ in self._effects.tables(whole)]
            written = tuple(sorted(each for each, writes in touched if writes))
            if written:
                yield Transaction(
                    path=site.path,
                    line=site.line,
                    end_line=site.end_line,
                    function=site.function,
                    module=site.module,
                    app=site.app,
                    kind=TransactionKind.IMPLICIT,
                    using="default",
                    durable=False,
                    is_nested=False,
                    is_generic=False,
                    certainty=min((certainty for _, _, certainty in uses), key=_RANK.__getitem__),
                    written=written,
                    read=tuple(sorted(each for each, writes in touched if not writes)),
                    # Each use is a transaction of its own: of a general delete, one for each model.
                    extents=_largest(self._extent(bits) for bits in {bits: None for _, bits, _ in uses}),
                )


def _users_of(place: Place, users: dict[Place, list[Opening]]) -> list[Opening]:
    """Everything that opens the transaction at *place*, directly or by a further context manager."""
    found: dict[Opening, None] = {}
    met = {place}
    waiting = [place]
    while waiting:
        for opening in users.get(waiting.pop(), ()):
            found[opening] = None
            here = (opening.path, opening.line)
            if opening.is_generic and here not in met:
                met.add(here)
                waiting.append(here)
    return list(found)


def _largest(extents: Iterable[Extent]) -> tuple[Extent, ...]:
    """*extents* without those that another one holds."""
    sets = {extent: (set(extent.writes), set(extent.reads)) for extent in extents}
    ranked = sorted(sets, key=lambda extent: (-len(extent.writes), -len(extent.reads), extent))
    kept: list[Extent] = []
    for extent in ranked:
        writes, reads = sets[extent]
        if len(kept) < _MOST_EXTENTS and not any(
            writes <= sets[other][0] and reads <= sets[other][1] for other in kept
        ):
            kept.append(extent)
    return tuple(sorted(kept))


def _nested(transaction: Transaction, around: Iterable[tuple[int, int]], views: Collection[str]) -> Transaction:
    """*transaction*, marked when the code of another one lies *around* it, or a request for one of the *views* is one."""
    line, end = transaction.line, transaction.end_line
    is_inside = any(first <= line and end <= last and (first, last) != (line, end) for first, last in around)
    if is_inside or (transaction.kind is not TransactionKind.REQUEST and _is_of(transaction.function, views)):
        return msgspec.structs.replace(transaction, is_nested=True)
    return transaction


def _is_of(function: str, views: Collection[str]) -> bool:
    """Whether it is one of the views, or stands in one."""
    while function and function not in views:
        function = function.rpartition(".")[0]
    return bool(function)


def _order(transaction: Transaction) -> tuple[str, int, int, str, str]:
    return transaction.path, transaction.line, transaction.end_line, transaction.kind, transaction.function
