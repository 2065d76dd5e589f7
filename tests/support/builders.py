"""Nouns by hand: every part that a test does not speak about has a default."""

from collections.abc import Iterable

import msgspec

from cutpoint.domain.access import Access, Action, Certainty, Join, QueryResolution, Step
from cutpoint.domain.analysis import Analysis, Reading
from cutpoint.domain.catalog import (
    App,
    Catalog,
    Field,
    Import,
    ImportScope,
    Model,
    Module,
    Relation,
    RelationKind,
    Settings,
)
from cutpoint.domain.graph import Circle, Edge, Graph
from cutpoint.domain.library import Libraries
from cutpoint.domain.source import BlindSpot, Evidence, Role
from cutpoint.relate.query_graph import app_query_graph
from cutpoint.relate.shared_tables import shared_tables
from cutpoint.relate.tables import tables_of


def an_app(label: str, *, ours: bool = True, installed: str = "yes", name: str = "", evidence=None) -> App:
    return App(label, name or label, label, ours, installed, evidence)


def a_field(name: str = "id", *, column: str = "", type: str = "AutoField", primary_key=False, null=False) -> Field:  # noqa: A002
    return Field(name, column or name, type, primary_key, null)


def a_relation(
    to: str | None,
    kind: str = "fk",
    *,
    name: str = "",
    on_delete: str | None = "CASCADE",
    through: str | None = None,
    place: str = "models.py:1",
) -> Relation:
    path, _, line = place.rpartition(":")
    target = "" if to is None else to.partition(".")[2].lower()
    return Relation(name or target, RelationKind(kind), to, on_delete, None, through, True, path, int(line))


def a_model(
    label: str,
    *relations: Relation,
    table: str | None = "",
    ours: bool = True,
    managed: bool = True,
    proxy: bool = False,
    abstract: bool = False,
    swapped: bool = False,
    auto_created: bool = False,
    bases: Iterable[str] = ("django.db.models.Model",),
    fields: Iterable[Field] = (),
    module: str = "",
    place: str = "",
) -> Model:
    """A model called *label*; its table is the usual one unless given."""
    app, _, name = label.partition(".")
    path, _, line = (place or f"{app}/models.py:1").rpartition(":")
    usual = None if abstract else f"{app}_{name.lower()}"
    return Model(
        label=label,
        app=app,
        module=module or f"{app}.models",
        name=name,
        path=path,
        line=int(line),
        table=usual if table == "" else table,
        managed=managed,
        proxy=proxy,
        abstract=abstract,
        swapped=swapped,
        auto_created=auto_created,
        bases=tuple(bases),
        ours=ours,
        fields=tuple(fields),
        relations=relations,
    )


def an_import(importer: str, imported: str, line: int = 1, *, scope: str = "module", path: str = "") -> Import:
    return Import(importer, imported, path or f"{importer.replace('.', '/')}.py", line, ImportScope(scope))


def a_module(name: str, app: str | None = "", *, path: str = "", role: Role = Role.CODE) -> Module:
    """A module that belongs to the app of its first name unless told otherwise."""
    return Module(name, path or f"{name.replace('.', '/')}.py", name.partition(".")[0] if app == "" else app, role)


def some_settings(module: str | None = "shop.settings", **parts) -> Settings:
    usual = Settings(
        module=module,
        chain=() if module is None else (f"{module.replace('.', '/')}.py",),
        found_by="manage.py:8 names it",
        candidates=(),
        installed_apps=("shop",),
        auth_user_model="auth.User",
        swappable=(),
        databases=("default",),
        database_routers=(),
        middleware=(),
        root_urlconf="shop.urls",
        atomic_requests=(),
    )
    return msgspec.structs.replace(usual, **parts)


def a_catalog(
    *,
    apps: Iterable[App] = (),
    models: Iterable[Model] = (),
    modules: Iterable[Module] = (),
    imports: Iterable[Import] = (),
    settings: Settings | None = None,
    python_path: Iterable[str] = (".",),
    missing_packages: Iterable[tuple[str, int]] = (),
    django: str = "",
) -> Catalog:
    return Catalog(
        settings=settings or some_settings(),
        apps=tuple(apps),
        models=tuple(models),
        modules=tuple(modules),
        imports=tuple(imports),
        python_path=tuple(python_path),
        missing_packages=tuple(missing_packages),
        blind_spots=(),
        django=django,
    )


def an_edge(arrow: str, weight: int = 1, *, kind: str = "module", evidence: Iterable[Evidence] | None = None) -> Edge:
    """`an_edge("shop -> billing", 3)`: as many places of evidence as it weighs, unless given."""
    source, _, target = (part.strip() for part in arrow.partition("->"))
    places = [Evidence(f"{source}/code.py", line) for line in range(1, weight + 1)] if evidence is None else evidence
    return Edge(source, target, kind, weight, tuple(places))


def a_graph(*edges: Edge, nodes: Iterable[str] = ()) -> Graph:
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return Graph(tuple(sorted({*ends, *nodes})), tuple(sorted(edges)))


def an_access(
    does: str,
    place: str = "shop/views.py:1",
    *,
    end_line: int = 0,
    function: str = "",
    app: str | None = "",
    model: str | None = None,
    columns: Iterable[str] | None = None,
    joins: Iterable[str] = (),
    via: str = "queryset",
    certainty: str = "proved",
    in_loop: bool = False,
    cause: Evidence | None = None,
    on_behalf_of: str | None = None,
    chain: Iterable[Step] = (),
    because: str = "",
) -> Access:
    """`an_access("update shop_order", "billing/tasks.py:41")`: by the app of the path's first folder unless told otherwise."""
    action, _, table = does.partition(" ")
    path, _, line = place.rpartition(":")
    module = path.removesuffix(".py").replace("/", ".")
    return Access(
        path=path,
        line=int(line),
        end_line=end_line or int(line),
        function=function or f"{module}.run",
        module=module,
        app=path.partition("/")[0] if app == "" else app,
        action=Action(action),
        table=table or None,
        model=model,
        columns=None if columns is None else tuple(columns),
        joins=tuple(Join(joined, "lookup", "filter") for joined in joins),
        via=via,
        certainty=Certainty(certainty),
        in_loop=in_loop,
        cause=cause,
        on_behalf_of=on_behalf_of,
        chain=tuple(chain),
        because=because,
    )


def a_reading(root: str = "/somewhere/bookshop", **parts) -> Reading:
    usual = Reading(root=root, files=12, lines=1_234, test_files=3, parse_failures=0, packages=(), django_roots=(".",))
    return msgspec.structs.replace(usual, **parts)


def an_analysis(
    catalog: Catalog | None = None,
    *,
    reading: Reading | None = None,
    app_imports: Graph | None = None,
    app_relations: Graph | None = None,
    import_circles: Iterable[Circle] = (),
    blind_spots: Iterable[BlindSpot] = (),
    accesses: Iterable[Access] = (),
    query_resolution: QueryResolution | None = None,
    libraries: Libraries | None = None,
) -> Analysis:
    """An analysis whose tables and query graph are what follows from *catalog* and *accesses*."""
    known = catalog or a_catalog()
    seen = tuple(accesses)
    tables = tables_of(known, seen)
    return Analysis(
        reading=reading or a_reading(),
        catalog=known,
        app_imports=app_imports or a_graph(),
        app_relations=app_relations or a_graph(),
        import_circles=tuple(import_circles),
        blind_spots=tuple(blind_spots),
        accesses=seen,
        tables=tables,
        shared_tables=shared_tables(tables),
        query_resolution=query_resolution or QueryResolution(0, 0, ()),
        libraries=libraries or Libraries(),
        app_queries=app_query_graph(known, tables, seen),
    )
