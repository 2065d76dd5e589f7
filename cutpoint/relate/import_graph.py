"""Catalog → the import graph between apps of ours: an edge `a → b` says that code of a imports code of b."""

from collections import defaultdict

from cutpoint.domain.catalog import Catalog, ImportScope
from cutpoint.domain.graph import Edge, Graph
from cutpoint.domain.source import Evidence, Role


def app_import_graph(catalog: Catalog) -> Graph:
    """Every app of ours, and one edge per pair of them and scope of import.

    An edge weighs as many import statements as it has evidence: `from shop import models` loads two modules and is one
    place to change. Imports inside an app, and from or to code outside every app, make no edge. Nor do those of tests:
    they may look into every app, and an app can leave without its tests looking the same way.
    """
    labels = {app.label for app in catalog.apps if app.ours}
    app_of = {
        module.name: module.app for module in catalog.modules if module.app in labels and module.role is not Role.TEST
    }
    places: defaultdict[tuple[str, str, ImportScope], set[Evidence]] = defaultdict(set)
    for fact in catalog.imports:
        source, target = app_of.get(fact.importer), app_of.get(fact.imported)
        if source and target and source != target:
            places[source, target, fact.scope].add(Evidence(fact.path, fact.line))
    edges = [
        Edge(source, target, scope.value, len(evidence), tuple(sorted(evidence)))
        for (source, target, scope), evidence in places.items()
    ]
    return Graph(tuple(sorted(labels)), tuple(sorted(edges)))
