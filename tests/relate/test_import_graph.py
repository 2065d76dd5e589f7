"""Imports between modules become edges between apps."""

from cutpoint.domain.source import Evidence, Role
from cutpoint.relate.import_graph import app_import_graph
from tests.support.builders import a_catalog, a_graph, a_module, an_app, an_edge, an_import


def edges_of(*imports, apps=("billing", "shop"), modules=("billing.models", "billing.tasks", "shop.models", "shop")):
    catalog = a_catalog(
        apps=[an_app(label) for label in apps] + [an_app("auth", ours=False)],
        modules=[a_module(name) for name in modules],
        imports=imports,
    )
    return app_import_graph(catalog).edges


def test_every_app_of_ours_is_a_node():
    catalog = a_catalog(apps=[an_app("shop"), an_app("auth", ours=False), an_app("billing")])
    assert app_import_graph(catalog) == a_graph(nodes=["billing", "shop"])


def test_an_edge_weighs_its_statements_and_keeps_all_their_places_sorted():
    edges = edges_of(
        an_import("billing.tasks", "shop.models", 9),
        an_import("billing.models", "shop.models", 3),
        an_import("billing.models", "shop.models", 7),
    )
    places = [Evidence("billing/models.py", 3), Evidence("billing/models.py", 7), Evidence("billing/tasks.py", 9)]
    assert edges == (an_edge("billing -> shop", 3, evidence=places),)


def test_a_statement_that_loads_a_package_and_its_module_weighs_once():
    edges = edges_of(an_import("billing.models", "shop", 3), an_import("billing.models", "shop.models", 3))
    assert [edge.weight for edge in edges] == [1]


def test_each_scope_has_an_edge_of_its_own():
    edges = edges_of(
        an_import("billing.models", "shop.models", 1),
        an_import("billing.models", "shop.models", 2, scope="typing"),
        an_import("billing.models", "shop.models", 3, scope="function"),
    )
    assert [edge.kind for edge in edges] == ["function", "module", "typing"]


def test_an_import_inside_an_app_makes_no_edge():
    assert edges_of(an_import("billing.tasks", "billing.models")) == ()


def test_imports_from_and_to_code_outside_apps_make_no_edge():
    catalog = a_catalog(
        apps=[an_app("shop")],
        modules=[a_module("shop.models"), a_module("config.urls", None)],
        imports=[an_import("config.urls", "shop.models"), an_import("shop.models", "config.urls")],
    )
    assert app_import_graph(catalog).edges == ()


def test_imports_of_modules_that_nobody_knows_make_no_edge():
    assert edges_of(an_import("billing.models", "elsewhere")) == ()


def test_modules_of_theirs_make_no_edge():
    catalog = a_catalog(
        apps=[an_app("shop"), an_app("vendored", ours=False)],
        modules=[a_module("shop.models"), a_module("vendored.models")],
        imports=[an_import("shop.models", "vendored.models")],
    )
    assert app_import_graph(catalog) == a_graph(nodes=["shop"])


def test_imports_of_tests_make_no_edge():
    catalog = a_catalog(
        apps=[an_app("billing"), an_app("shop")],
        modules=[a_module("billing.tests", role=Role.TEST), a_module("shop.models")],
        imports=[an_import("billing.tests", "shop.models"), an_import("shop.models", "billing.tests")],
    )
    assert app_import_graph(catalog).edges == ()


def test_imports_of_migrations_do():
    catalog = a_catalog(
        apps=[an_app("billing"), an_app("shop")],
        modules=[a_module("billing.migrations.0001", role=Role.MIGRATION), a_module("shop.models")],
        imports=[an_import("billing.migrations.0001", "shop.models")],
    )
    assert len(app_import_graph(catalog).edges) == 1
