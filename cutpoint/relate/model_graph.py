"""Catalog → the relation graph between apps: an edge `a → b` says that models of a point at models of b."""

from collections import defaultdict

from cutpoint.domain.catalog import Catalog, RelationKind
from cutpoint.domain.graph import Edge, Graph
from cutpoint.domain.source import Evidence


def app_relation_graph(catalog: Catalog) -> Graph:
    """Every app, theirs too, and one edge per pair of them and kind of relation; relations inside an app make none.

    A relation that several models inherit from an abstract base weighs once per concrete model, as each has a column of
    its own; its evidence is the one line that declares it. Automatic many-to-many models are left out: the many-to-many
    field that made them has already spoken. A generic foreign key points at no app in particular, and makes no edge.
    """
    labels = {app.label for app in catalog.apps}
    app_of = {model.label: model.app for model in catalog.models}
    weights: defaultdict[tuple[str, str, RelationKind], int] = defaultdict(int)
    places: defaultdict[tuple[str, str, RelationKind], set[Evidence]] = defaultdict(set)
    for model in catalog.models:
        if model.abstract or model.auto_created:
            continue
        for relation in model.relations:
            target = None if relation.to is None else app_of.get(relation.to, relation.to.partition(".")[0])
            if target in labels and target != model.app:
                weights[model.app, target, relation.kind] += 1
                places[model.app, target, relation.kind].add(Evidence(relation.path, relation.line))
    edges = [
        Edge(source, target, kind.value, weight, tuple(sorted(places[source, target, kind])))
        for (source, target, kind), weight in weights.items()
    ]
    return Graph(tuple(sorted(labels)), tuple(sorted(edges)))
