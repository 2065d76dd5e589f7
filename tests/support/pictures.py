"""Pictures by hand."""

from cutpoint.domain.access import Certainty
from cutpoint.domain.picture import Arrow, Level, Node, Of, Picture
from cutpoint.domain.source import Evidence


def a_node(label: str, *, id: str = "", cluster: str | None = None, ours: bool = True) -> Node:  # noqa: A002
    return Node(id or f"app:{label}", label, Level.APP, cluster, 1, ours)


def an_arrow(source: str, target: str, kind: str = "write", *, count: int = 1, path: str = "a.py") -> Arrow:
    places = tuple(Evidence(path, line) for line in range(1, count + 1))
    return Arrow(source, target, kind, count, 0, Certainty.INFERRED, Certainty.PROVED, places)


def a_picture(labels, ends, *, extra=()) -> Picture:
    """Apps with these labels, and a line of one write for each pair of labels; *extra* are further (name, label)."""
    nodes = [*(a_node(label) for label in labels), *(a_node(label, id=name) for name, label in extra)]
    arrows = [an_arrow(f"app:{source}", f"app:{target}") for source, target in ends]
    return Picture("a picture", Of.QUERIES, Level.APP, tuple(nodes), tuple(sorted(arrows)))


def a_hostile_picture(texts) -> Picture:
    """A node for each text, its cluster and its evidence are called so too; each needs the next one."""
    nodes = [a_node(text, id=f"n:{at}:{text}", cluster=text if at % 2 else None) for at, text in enumerate(texts)]
    arrows = [
        an_arrow(one.id, other.id, path=one.label) for one, other in zip(nodes, nodes[1:] + nodes[:1], strict=True)
    ]
    return Picture("".join(texts[:3]), Of.QUERIES, Level.APP, tuple(sorted(nodes)), tuple(sorted(arrows)))
