"""Relations between models become edges between apps."""

from cutpoint.domain.source import Evidence
from cutpoint.relate.model_graph import app_relation_graph
from tests.support.builders import a_catalog, a_model, a_relation, an_app, an_edge

APPS = ("auth", "billing", "shop")


def edges_of(*models, apps=APPS):
    return app_relation_graph(a_catalog(apps=[an_app(label) for label in apps], models=models)).edges


def test_a_foreign_key_points_from_its_app_to_the_other():
    relation = a_relation("shop.Order", place="billing/models.py:7")
    assert edges_of(a_model("billing.Invoice", relation), a_model("shop.Order")) == (
        an_edge("billing -> shop", kind="fk", evidence=[Evidence("billing/models.py", 7)]),
    )


def test_every_kind_has_an_edge_of_its_own():
    relations = [a_relation("shop.Order", kind) for kind in ("fk", "o2o", "m2m", "parent", "generic_relation")]
    edges = edges_of(a_model("billing.Invoice", *relations), a_model("shop.Order"))
    assert [edge.kind for edge in edges] == ["fk", "generic_relation", "m2m", "o2o", "parent"]


def test_a_relation_inherited_twice_weighs_twice_and_has_one_place():
    inherited = a_relation("auth.User", place="shop/base.py:4")
    edges = edges_of(a_model("shop.Order", inherited), a_model("shop.Cart", inherited), a_model("auth.User"))
    assert edges == (an_edge("shop -> auth", 2, kind="fk", evidence=[Evidence("shop/base.py", 4)]),)


def test_an_app_of_theirs_may_point_at_ours():
    catalog = a_catalog(
        apps=[an_app("admin", ours=False), an_app("people")],
        models=[a_model("admin.LogEntry", a_relation("people.Person"), ours=False), a_model("people.Person")],
    )
    graph = app_relation_graph(catalog)
    assert graph.nodes == ("admin", "people")
    assert [(edge.source, edge.target) for edge in graph.edges] == [("admin", "people")]


def test_a_relation_inside_an_app_makes_no_edge():
    assert edges_of(a_model("shop.Line", a_relation("shop.Order")), a_model("shop.Order")) == ()


def test_an_abstract_model_makes_no_edge_itself():
    assert edges_of(a_model("shop.Base", a_relation("auth.User"), abstract=True), a_model("auth.User")) == ()


def test_an_automatic_model_does_not_repeat_its_many_to_many():
    through = a_model("shop.Order_users", a_relation("shop.Order"), a_relation("auth.User"), auto_created=True)
    edges = edges_of(a_model("shop.Order", a_relation("auth.User", "m2m")), a_model("auth.User"), through)
    assert [(edge.kind, edge.weight) for edge in edges] == [("m2m", 1)]


def test_a_generic_foreign_key_points_nowhere():
    assert edges_of(a_model("shop.Tag", a_relation(None, "generic"))) == ()


def test_a_model_that_is_not_there_counts_by_the_app_of_its_label():
    edges = edges_of(a_model("billing.Invoice", a_relation("shop.Gone")))
    assert [edge.target for edge in edges] == ["shop"]


def test_a_label_of_no_app_makes_no_edge():
    assert edges_of(a_model("billing.Invoice", a_relation("nowhere.Gone"))) == ()
