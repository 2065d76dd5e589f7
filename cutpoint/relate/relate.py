"""Everything that the stages before have found → the Analysis: graphs, tables, and what nobody could read."""

from collections.abc import Iterable, Iterator, Mapping

from cutpoint.domain.access import in_order
from cutpoint.domain.analysis import Analysis, Reading
from cutpoint.domain.catalog import Catalog
from cutpoint.domain.facts import FileFacts
from cutpoint.domain.library import Libraries
from cutpoint.domain.project import Project
from cutpoint.domain.queries import Queries
from cutpoint.domain.source import BlindSpot, Role
from cutpoint.relate.absent_libraries import with_users
from cutpoint.relate.circles import import_circles
from cutpoint.relate.coverage import coverage_of
from cutpoint.relate.ignores import ignores_of
from cutpoint.relate.import_graph import app_import_graph
from cutpoint.relate.model_graph import app_relation_graph
from cutpoint.relate.query_graph import app_query_graph
from cutpoint.relate.shared_tables import shared_tables
from cutpoint.relate.tables import tables_of

_NO_LIBRARIES = Libraries()


def related(
    project: Project,
    facts: Mapping[str, FileFacts],
    catalog: Catalog,
    queries: Queries,
    libraries: Libraries = _NO_LIBRARIES,
    unread: Iterable[BlindSpot] = (),
) -> Analysis:
    """The whole analysis; *facts* are those of the files of ours, by path, *unread* tells of further files and folders."""
    problems = {
        BlindSpot(path, line, kind, reason)
        for path, file_facts in facts.items()
        for line, kind, reason in file_facts.problems
    }
    problems.update(unread, project.blind_spots, catalog.blind_spots, queries.blind_spots)
    imports = app_import_graph(catalog)
    tables = tables_of(catalog, queries.accesses)
    reading = Reading(
        root=project.root,
        files=len(project.files),
        lines=sum(file_facts.lines for file_facts in facts.values()),
        test_files=sum(file.role is Role.TEST for file in project.files),
        parse_failures=sum(file_facts.failed for file_facts in facts.values()),
        packages=project.packages,
        django_roots=project.django_roots,
    )
    return Analysis(
        reading=reading,
        catalog=catalog,
        app_imports=imports,
        app_relations=app_relation_graph(catalog),
        import_circles=import_circles(imports),
        blind_spots=tuple(sorted(problems)),
        unread=tuple(sorted(_unread(project, facts, problems))),
        ignores=tuple(sorted(ignores_of(facts.items()))),
        accesses=in_order(queries.accesses),
        tables=tables,
        shared_tables=shared_tables(tables),
        query_resolution=queries.resolution,
        coverage=coverage_of(queries.accesses, queries.words, problems),
        app_queries=app_query_graph(catalog, tables, queries.accesses),
        transactions=queries.transactions,
        entry_points=queries.entry_points,
        columns=queries.columns,
        libraries=with_users(libraries, catalog.without_source),
        flow=queries.flow,
    )


def _unread(project: Project, facts: Mapping[str, FileFacts], problems: Iterable[BlindSpot]) -> Iterator[BlindSpot]:
    failed = {file.path for file in project.files if file.role is not Role.TEST and facts[file.path].failed}
    for spot in problems:
        if spot.is_loss or spot.path in failed:
            yield spot
