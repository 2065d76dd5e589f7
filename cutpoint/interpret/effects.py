"""Accesses -> what each body does to tables by itself, and with everything that it calls: sets of tables as bits of one number."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.condensation import sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.access import Access
    from cutpoint.domain.calls import CallGraph

_CERTAINTIES = (Certainty.PROVED, Certainty.INFERRED, Certainty.POSSIBLE)
_RANK = {certainty: rank for rank, certainty in enumerate(_CERTAINTIES)}
_PER_TABLE = 2 * len(_CERTAINTIES)


class Effects:
    """The effects of bodies: six bits for a table, by whether it is read or written and how sure that is."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []
        self._own: dict[int, dict[int, int]] = {}
        self._last: tuple[int, tuple[tuple[str, bool, Certainty, int], ...]] = 0, ()

    def bits(self, access: Access, certainty: Certainty) -> int:
        """What *access* does, as bits."""
        bits = 0
        if access.table is not None:
            bits |= self._bit(access.table, certainty, writes=access.writes)
        for join in access.joins:
            bits |= self._bit(join.table, certainty, writes=False)
        return bits

    def add(self, body: int, access: Access, line: int, *, is_one_of_several: bool = False) -> None:
        """Note that *access* stands on this line of *body*. Of several that exclude each other, each is possible only."""
        bits = self.bits(access, Certainty.POSSIBLE if is_one_of_several else access.certainty)
        if bits and body >= 0:
            lines = self._own.setdefault(body, {})
            lines[line] = lines.get(line, 0) | bits

    def _bit(self, table: str, certainty: Certainty, *, writes: bool) -> int:
        number = self._numbers.setdefault(table, len(self._numbers))
        return 1 << (number * _PER_TABLE + _RANK[certainty] + (len(_CERTAINTIES) if writes else 0))

    def own(self, body: int) -> dict[int, int]:
        """Line -> bits of what *body* does there itself."""
        return self._own.get(body, {})

    def summaries(self, graph: CallGraph) -> list[int]:
        """Bits of what each body does with everything that it calls, however far that leads."""
        successors = [tuple({call.callee for call in calls}) for calls in graph.calls]
        return sums(successors, self.all_of)

    def all_of(self, body: int) -> int:
        """Bits of what *body* does itself, on whatever line."""
        bits = 0
        for own in self.own(body).values():
            bits |= own
        return bits

    def tables(self, bits: int) -> tuple[tuple[str, bool, Certainty, int], ...]:
        """(table, whether it is written, how sure, the bit) for each table in *bits* and each of the two, the surest only."""
        # Bodies that call each other in a circle do the same, and stand together.
        if bits != self._last[0]:
            self._last = bits, tuple(self._tables(bits))
        return self._last[1]

    def _tables(self, bits: int) -> Iterator[tuple[str, bool, Certainty, int]]:
        names = self._names
        names.extend(islice(self._numbers, len(names), None))
        # Only what is there is looked at: an extent has few of all tables.
        seen: set[tuple[int, bool]] = set()
        while bits:
            bit = bits & -bits
            bits ^= bit
            number, kind = divmod(bit.bit_length() - 1, _PER_TABLE)
            writes, rank = divmod(kind, len(_CERTAINTIES))
            if (number, bool(writes)) not in seen:
                seen.add((number, bool(writes)))
                yield names[number], bool(writes), _CERTAINTIES[rank], bit
