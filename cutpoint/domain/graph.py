"""Graphs with evidence: an edge `a -> b` always reads "a needs b"."""

import msgspec

from cutpoint.domain.source import Evidence


class Edge(msgspec.Struct, frozen=True, order=True):
    """All evidence for one kind of need of *source* for *target*; weight is the number of places."""

    source: str
    target: str
    kind: str
    weight: int
    evidence: tuple[Evidence, ...]


class Graph(msgspec.Struct, frozen=True):
    """Nodes and edges, both sorted."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]


class Circle(msgspec.Struct, frozen=True):
    """Nodes that all need each other, and the edges whose removal opens the circle at the least cost."""

    nodes: tuple[str, ...]
    cheapest: tuple[Edge, ...]
    """Edges to cut, by our greedy order (lightest feedback arc set found), sorted."""
    weight: int
    """Places of evidence on all *cheapest* edges together: what has to change."""
