"""Calls between bodies -> groups that call each other in circles, callees before callers: in one walk, linear in calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected components of a graph, each after those that it leads to.

    R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972; with a stack of our own.
    """
    size = len(successors)
    number = [0] * size
    lowest = [0] * size
    on_path = bytearray(size)
    path: list[int] = []
    found: list[list[int]] = []
    count = 0
    for root in range(size):
        if number[root]:
            continue
        work = [(root, iter(successors[root]))]
        count += 1
        number[root] = lowest[root] = count
        path.append(root)
        on_path[root] = 1
        while work:
            node, following = work[-1]
            for other in following:
                if not number[other]:
                    count += 1
                    number[other] = lowest[other] = count
                    path.append(other)
                    on_path[other] = 1
                    work.append((other, iter(successors[other])))
                    break
                if on_path[other] and number[other] < lowest[node]:
                    lowest[node] = number[other]
            else:
                work.pop()
                if work and lowest[node] < lowest[work[-1][0]]:
                    lowest[work[-1][0]] = lowest[node]
                if lowest[node] == number[node]:
                    start = len(path) - 1
                    # From the end: what lies before is looked at by none of the components after it.
                    while path[start] != node:
                        start -= 1
                    found.append(path[start:])
                    for member in path[start:]:
                        on_path[member] = 0
                    del path[start:]
    return found


def sums(successors: Sequence[Sequence[int]], own: Callable[[int], int]) -> list[int]:
    """For each body the bits of its *own* and of all that it leads to, however far."""
    total = [0] * len(successors)
    for component in components(successors):
        bits = 0
        for body in component:
            bits |= own(body)
            for callee in successors[body]:
                bits |= total[callee]
        for body in component:
            total[body] = bits
    return total
