"""Analysis + two apps → everything by which the one needs the other: imports, relations, writes, reads, joins."""

import msgspec

from cutpoint.domain.access import Access, in_order
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.catalog import Import, ImportScope, Relation
from cutpoint.domain.source import Evidence
from cutpoint.emit.access_rows import access_row
from cutpoint.emit.answers import NeedRow, RelationRow
from cutpoint.emit.belonging import Belonging

WHEN = {
    ImportScope.MODULE: "at start",
    ImportScope.FUNCTION: "inside a function",
    ImportScope.TYPING: "for typing only",
}
"""When an import runs, in words."""


class Need(msgspec.Struct, frozen=True):
    """Evidence that *source* needs *target*, each kind sorted by place."""

    source: str
    target: str
    imports: tuple[Import, ...]
    relations: tuple[tuple[str, Relation], ...]
    """(label of the model, its relation)."""
    writes: tuple[Access, ...]
    reads: tuple[Access, ...]
    joins: tuple[Access, ...]

    @property
    def seen(self) -> bool:
        """Whether there is any."""
        return bool(self.imports or self.relations or self.writes or self.reads or self.joins)


def need_of(analysis: Analysis, source: str, target: str) -> Need:
    """All of it, accesses that are only possible too."""
    owned = {table.name for table in analysis.tables if table.owner == target}
    done = in_order(access for access in analysis.accesses if access.doer == source)
    return Need(
        source=source,
        target=target,
        imports=_imports(analysis, source, target),
        relations=_relations(analysis, source, target),
        writes=tuple(access for access in done if access.writes and access.table in owned),
        reads=tuple(access for access in done if not access.writes and access.table in owned),
        joins=tuple(
            access for access in done if access.table not in owned and any(join.table in owned for join in access.joins)
        ),
    )


def need_row(need: Need, belonging: Belonging) -> NeedRow:
    """*need* in the words of the report."""
    return NeedRow(
        source=need.source,
        target=need.target,
        imports=need.imports,
        relations=tuple(relation_row(label, relation) for label, relation in need.relations),
        writes=tuple(access_row(access, belonging) for access in need.writes),
        reads=tuple(access_row(access, belonging) for access in need.reads),
        joins=tuple(access_row(access, belonging) for access in need.joins),
    )


def relation_row(label: str, relation: Relation) -> RelationRow:
    """A relation of the model *label*."""
    return RelationRow(
        label, relation.name, relation.kind, relation.to, relation.on_delete, relation.path, relation.line
    )


def _imports(analysis: Analysis, source: str, target: str) -> tuple[Import, ...]:
    # The graph knows which statements count; the catalog, what they import.
    places = {
        place
        for edge in analysis.app_imports.edges
        if (edge.source, edge.target) == (source, target)
        for place in edge.evidence
    }
    app_of = {module.name: module.app for module in analysis.catalog.modules}
    return tuple(
        fact
        for fact in sorted(analysis.catalog.imports, key=lambda fact: (fact.path, fact.line, fact.imported))
        if Evidence(fact.path, fact.line) in places and app_of.get(fact.imported) == target
    )


def _relations(analysis: Analysis, source: str, target: str) -> tuple[tuple[str, Relation], ...]:
    app_of = {model.label: model.app for model in analysis.catalog.models}
    found = [
        (model.label, relation)
        for model in analysis.catalog.models
        if model.app == source and not model.abstract and not model.auto_created
        for relation in model.relations
        if relation.to is not None and app_of.get(relation.to, relation.to.partition(".")[0]) == target
    ]
    return tuple(sorted(found, key=lambda item: (item[1].path, item[1].line, item[0], item[1].name)))
