"""Accesses that several uses speak of, each told once: the surest and most direct speaks for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import msgspec

from cutpoint.domain.access import Access, Certainty, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.use import Use
    from cutpoint.interpret.hearing import Heard

_Places: TypeAlias = dict[tuple[int, ...], Part]
"""Nodes of an expression, from the outermost inward → what it does."""

CERTAINTIES = (Certainty.PROVED, Certainty.INFERRED, Certainty.POSSIBLE)
"""From the surest on."""

_One = TypeVar("_One", bound=Any)
_ORDER = {certainty: rank for rank, certainty in enumerate(CERTAINTIES)}


class Accesses:
    """What was found so far."""

    def __init__(self) -> None:
        self._found: dict[tuple[Any, ...], Access] = {}
        self._places: dict[tuple[Any, ...], _Places] = {}

    def add(self, access: Access, use: Use | Heard) -> None:
        """One access for what several calls of a line say."""
        key = (
            access.path,
            access.line,
            access.function,
            access.action,
            access.table,
            access.on_behalf_of,
            access.cause is None,
        )
        known = self._found.get(key)
        self._found[key] = access if known is None else merged(known, access)
        part = Part(access.expression, access.via, access.certainty, access.ways, access.because)
        parts = self._places.setdefault(key, {})
        same = parts.get(use.nodes)
        parts[use.nodes] = part if same is None else _surest(same, part)

    def all(self) -> Iterable[Access]:
        """Whatever was found, in the order of its finding."""
        return self._found.values()

    def said_once(self) -> Iterator[Access]:
        """Accesses with their parts, without what a line makes happen and does itself, too, as surely."""
        for key, access in self._found.items():
            direct = self._found.get((*key[:-1], True))
            if direct is None or direct is access or _ORDER[direct.certainty] > _ORDER[access.certainty]:
                yield msgspec.structs.replace(access, parts=_parts(self._places[key]))


def _surest(a: Part, b: Part) -> Part:
    """What two frames say of one expression."""
    best = min(a, b, key=lambda part: (_ORDER[part.certainty], part.via == "join", part))
    return msgspec.structs.replace(best, ways=tuple(sorted({*a.ways, *b.ways})))


def _parts(places: _Places) -> tuple[Part, ...]:
    """Those of *places* that no other one goes on from: of a chain, all that it does is done once."""
    inner = {node for nodes, part in places.items() if part.via != "join" for node in nodes[1:]}
    in_joins = {node for nodes in places for node in nodes[1:]}
    return tuple(
        sorted(
            part
            for nodes, part in places.items()
            if not nodes or nodes[0] not in (in_joins if part.via == "join" else inner)
        )
    )


def _rank(access: Access) -> tuple[Any, ...]:
    return (
        _ORDER[access.certainty],
        access.via == "join",
        len(access.chain) if access.cause is not None else 0,
        access.end_line,
        access.via,
        access.because,
        [step.function for step in access.chain],
        access.chain,
        access.expression,
    )


def _both(a: tuple[_One, ...], b: tuple[_One, ...]) -> tuple[_One, ...]:
    """The parts of both, sorted, each once."""
    return a if a == b and len(a) < 2 else tuple(sorted({*a, *b}))


def _all(a: tuple[str, ...] | None, b: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """What both name, sorted; None when one doesn't say."""
    return None if a is None or b is None else _both(a, b)


def surest_first(a: Access, b: Access) -> Access:
    """The one of two that speaks for an expression which does both, if they differ in how sure they are and in their reasons."""
    return min(a, b, key=lambda access: (_ORDER[access.certainty], access.because))


def merged(a: Access, b: Access) -> Access:
    """What two say of one line: as the surest and most direct says it."""
    first = min(a, b, key=_rank)
    return msgspec.structs.replace(
        first,
        end_line=min(a.end_line, b.end_line),
        columns=_all(a.columns, b.columns),
        conditions=_all(a.conditions, b.conditions),
        joins=_both(a.joins, b.joins),
        ways=_both(a.ways, b.ways),
        in_loop=a.in_loop or b.in_loop,
    )
