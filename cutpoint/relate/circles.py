"""Import graph → its circles: apps that all need each other to be imported, and the cheapest edges to cut."""

from collections.abc import Collection, Iterable

from cutpoint.domain.catalog import ImportScope
from cutpoint.domain.condensation import components
from cutpoint.domain.graph import Circle, Edge, Graph
from cutpoint.relate.feedback_arcs import lightest_feedback_arcs


def import_circles(graph: Graph) -> tuple[Circle, ...]:
    """The circles of *graph* by imports at module level, heaviest first: those with the most to change to open them.

    Imports inside functions and for typing make no circle: they are what people write to get out of one.
    """
    edges = {(edge.source, edge.target): edge for edge in graph.edges if edge.kind == ImportScope.MODULE}
    circles = [_circle(set(component), edges) for component in _components(edges) if len(component) > 1]
    return tuple(sorted(circles, key=lambda circle: (-circle.weight, -len(circle.nodes), circle.nodes)))


def _components(edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    targets: dict[str, list[str]] = {}
    for source, target in edges:
        targets.setdefault(source, []).append(target)
        targets.setdefault(target, [])
    names = list(targets)
    numbers = {name: number for number, name in enumerate(names)}
    # networkx would find them as well, but loading it takes longer than reading a small project.
    found = components([[numbers[target] for target in targets[name]] for name in names])
    return [[names[number] for number in component] for component in found]


def _circle(nodes: Collection[str], edges: dict[tuple[str, str], Edge]) -> Circle:
    weights = {pair: edge.weight for pair, edge in edges.items() if pair[0] in nodes and pair[1] in nodes}
    cheapest = tuple(edges[pair] for pair in lightest_feedback_arcs(nodes, weights))
    return Circle(tuple(sorted(nodes)), cheapest, sum(edge.weight for edge in cheapest))
