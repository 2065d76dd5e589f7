"""Tables + accesses → the query graph between apps: an edge `a → b` says that code of a uses tables that b owns."""

from collections import defaultdict
from collections.abc import Iterable

from cutpoint.domain.access import Access, Table
from cutpoint.domain.catalog import Catalog
from cutpoint.domain.graph import Edge, Graph
from cutpoint.domain.source import Evidence
from cutpoint.relate.tables import counts, touched


def app_query_graph(catalog: Catalog, tables: Iterable[Table], accesses: Iterable[Access]) -> Graph:
    """Every app, theirs too, and one edge per pair of them and kind of use: `write`, `read` or `join`.

    An edge weighs as many places (path and line) as it has evidence. The app that decided the table counts, not the one
    whose generic code does it. Code outside of apps, tables that nobody owns, an app's own tables, and what is only
    possible make no edge.
    """
    labels = {app.label for app in catalog.apps}
    owners = {table.name: table.owner for table in tables}
    places: defaultdict[tuple[str, str, str], set[Evidence]] = defaultdict(set)
    for access in filter(counts, accesses):
        for table, joined in touched(access):
            source, target = access.doer, owners.get(table)
            if source in labels and target in labels and source and target and source != target:
                kind = "join" if joined else "write" if access.writes else "read"
                places[source, target, kind].add(Evidence(access.path, access.line))
    edges = [
        Edge(source, target, kind, len(evidence), tuple(sorted(evidence)))
        for (source, target, kind), evidence in places.items()
    ]
    return Graph(tuple(sorted(labels)), tuple(sorted(edges)))
