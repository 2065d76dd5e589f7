"""Picture → where its nodes stand: an order in which few needs point back, rows by it, and neighbors close to each other.

The order is the greedy one of Eades, Lin and Smyth (1993): sinks go last, sources first, and then whoever needs most more
than it is needed. Rows are the longest ways through the needs that point forward. In a row, nodes stand where the middle
of their neighbors is (Sugiyama, Tagawa and Toda 1981).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.picture import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cutpoint.domain.picture import Picture

MOST_IN_A_ROW = 7
_SWEEPS = 12

Weights = dict[str, dict[str, int]]


def layout_of(picture: Picture) -> Layout:
    """The rows and the order of *picture*; nodes without a line stand in the last rows."""
    needs: Weights = defaultdict(lambda: defaultdict(int))
    needed: Weights = defaultdict(lambda: defaultdict(int))
    for arrow in picture.arrows:
        needs[arrow.source][arrow.target] += arrow.count
        needed[arrow.target][arrow.source] += arrow.count
    connected = [node.id for node in picture.nodes if node.id in needs or node.id in needed]
    alone = [node.id for node in picture.nodes if node.id not in needs and node.id not in needed]
    order = _order(connected, needs, needed)
    rows = _arranged(_rows(order, needs), needs, needed)
    rows += [alone[at : at + MOST_IN_A_ROW] for at in range(0, len(alone), MOST_IN_A_ROW)]
    return Layout(tuple(map(tuple, rows)), tuple(order + alone))


def _order(nodes: Sequence[str], needs: Weights, needed: Weights) -> list[str]:
    out = {node: sum(needs[node].values()) if node in needs else 0 for node in nodes}
    into = {node: sum(needed[node].values()) if node in needed else 0 for node in nodes}
    left = dict.fromkeys(nodes)
    front: list[str] = []
    back: list[str] = []
    while left:
        sink = next((node for node in left if not out[node]), None)
        node = sink or max(left, key=lambda node: (not into[node], out[node] - into[node]))
        (back if sink else front).append(node)
        del left[node]
        for other, weight in needs.get(node, {}).items():
            into[other] -= weight
        for other, weight in needed.get(node, {}).items():
            out[other] -= weight
    return front + back[::-1]


def _rows(order: Sequence[str], needs: Weights) -> list[list[str]]:
    at = {node: place for place, node in enumerate(order)}
    depth: dict[str, int] = {}
    for node in order:
        depth.setdefault(node, 0)
        for other in needs.get(node, {}):
            if at[other] > at[node]:
                depth[other] = max(depth.get(other, 0), depth[node] + 1)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for node in order:
        found[depth[node]].append(node)
    return [row for level in sorted(found) for row in _split(found[level])]


def _split(row: list[str]) -> Iterable[list[str]]:
    parts = -(-len(row) // MOST_IN_A_ROW)
    size = -(-len(row) // parts)
    return (row[at : at + size] for at in range(0, len(row), size))


def _arranged(rows: list[list[str]], needs: Weights, needed: Weights) -> list[list[str]]:
    rows = _packed(rows)
    for sweep in range(_SWEEPS):
        place = {node: _across(at, len(row)) for row in rows for at, node in enumerate(row)}
        for row in rows if sweep % 2 == 0 else reversed(rows):
            middles = {node: _middle(node, place, needs, needed) for node in row}
            row.sort(key=lambda node: (middles[node], place[node], node))
            place.update((node, _across(at, len(row))) for at, node in enumerate(row))
    return rows


def _packed(rows: list[list[str]]) -> list[list[str]]:
    """Many rows of one or two become fewer: a picture that is only high is as hard to read as one that is only wide."""
    whole = sum(map(len, rows))
    width = max(3, min(MOST_IN_A_ROW, round((whole * 1.6) ** 0.5)))
    found: list[list[str]] = []
    for row in rows:
        if found and len(found[-1]) + len(row) <= width:
            found[-1].extend(row)
        else:
            found.append(list(row))
    return found


def _across(at: int, size: int) -> float:
    return (at + 1) / (size + 1)


def _middle(node: str, place: Mapping[str, float], needs: Weights, needed: Weights) -> float:
    pulls = [*needs.get(node, {}).items(), *needed.get(node, {}).items()]
    weight = sum(count**0.5 for _, count in pulls)
    return sum(place[other] * count**0.5 for other, count in pulls) / weight if weight else place[node]
