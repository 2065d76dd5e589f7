"""Accesses become edges between the apps that do them and the apps that own the tables."""

from cutpoint.domain.source import Evidence
from cutpoint.relate.query_graph import app_query_graph
from cutpoint.relate.tables import tables_of
from tests.support.builders import a_catalog, a_model, an_access, an_app, an_edge

CATALOG = a_catalog(
    apps=[an_app("billing"), an_app("shop"), an_app("auth", ours=False)],
    models=[a_model("billing.Bill"), a_model("shop.Order"), a_model("auth.User", ours=False)],
)


def graph_of(*accesses):
    return app_query_graph(CATALOG, tables_of(CATALOG, accesses), accesses)


def edges_of(*accesses):
    return [(edge.source, edge.target, edge.kind, edge.weight) for edge in graph_of(*accesses).edges]


def test_every_app_is_a_node():
    assert graph_of().nodes == ("auth", "billing", "shop")


def test_writes_and_reads_have_edges_of_their_own():
    accesses = [
        an_access("update shop_order", "billing/tasks.py:9"),
        an_access("delete shop_order", "billing/tasks.py:4"),
        an_access("read shop_order", "billing/tasks.py:4"),
    ]
    assert graph_of(*accesses).edges == (
        an_edge("billing -> shop", kind="read", evidence=[Evidence("billing/tasks.py", 4)]),
        an_edge("billing -> shop", 2, kind="write", evidence=[Evidence("billing/tasks.py", line) for line in (4, 9)]),
    )


def test_a_place_weighs_once_however_much_it_does():
    assert edges_of(
        an_access("update shop_order", "billing/x.py:1"), an_access("insert shop_order", "billing/x.py:1")
    ) == [("billing", "shop", "write", 1)]


def test_a_join_is_a_need_of_its_own_kind_for_the_joined_table_s_owner():
    assert edges_of(an_access("read billing_bill", "billing/x.py:1", joins=["shop_order", "billing_bill"])) == [
        ("billing", "shop", "join", 1)
    ]


def test_theirs_may_own_a_table():
    assert edges_of(an_access("read auth_user", "shop/x.py:1")) == [("shop", "auth", "read", 1)]


def test_the_app_that_decided_the_table_needs_it():
    assert edges_of(an_access("update shop_order", "shop/saving.py:1", on_behalf_of="billing")) == [
        ("billing", "shop", "write", 1)
    ]


def test_the_rest_makes_no_edge():
    assert not edges_of(
        an_access("update shop_order", "shop/x.py:1"),
        an_access("update shop_order", "scripts/x.py:1", app=None),
        an_access("update shop_order", "gone/x.py:1"),
        an_access("update legacy", "shop/x.py:1"),
        an_access("update", "shop/x.py:1"),
        an_access("update shop_order", "billing/x.py:1", certainty="possible"),
    )
