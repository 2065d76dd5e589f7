"""Pictures agree with the graphs of the analysis to the last count, at the levels that both have."""

import pytest

from cutpoint.domain.access import Certainty
from cutpoint.domain.gate import Gate
from cutpoint.domain.picture import KINDS, LEVELS, Level, Of
from cutpoint.domain.service import Service
from cutpoint.domain.source import Evidence
from cutpoint.draw.draw import draw
from cutpoint.relate.services import services_of
from tests.support.bookshop import a_bookshop
from tests.support.builders import a_catalog, a_model, a_module, an_access, an_analysis, an_app


def arrows_of(picture):
    return {(arrow.source, arrow.target, arrow.kind): arrow for arrow in picture.arrows}


@pytest.mark.parametrize(
    ("of", "graph"), [(Of.IMPORTS, "app_imports"), (Of.QUERIES, "app_queries"), (Of.MODELS, "app_relations")]
)
def test_apps_need_each_other_as_the_report_says(of, graph):
    analysis = a_bookshop()
    drawn = {
        (arrow.source.removeprefix("app:"), arrow.target.removeprefix("app:"), arrow.kind, arrow.count, arrow.evidence)
        for arrow in draw(analysis, None, of, Level.APP).arrows
    }
    known = getattr(analysis, graph).edges
    assert drawn == {(edge.source, edge.target, edge.kind, edge.weight, edge.evidence) for edge in known}


def test_every_app_of_ours_is_there_and_those_of_others_where_a_line_leads():
    nodes = {node.label: node for node in draw(a_bookshop(), None, Of.QUERIES, Level.APP).nodes}
    assert set(nodes) == {"auth", "billing", "books", "orders"}
    assert not nodes["auth"].ours
    imports = draw(a_bookshop(), None, Of.IMPORTS, Level.APP)
    assert {node.label for node in imports.nodes} == {"billing", "books", "orders"}


def test_what_is_only_possible_is_drawn_when_it_is_asked_for():
    accesses = [an_access("update b_thing", "a/views.py:3", model="b.Thing", certainty="possible")]
    catalog = a_catalog(apps=[an_app("a"), an_app("b")], models=[a_model("b.Thing")], modules=[a_module("a.views")])
    analysis = an_analysis(catalog, accesses=accesses)
    assert not draw(analysis, None, Of.QUERIES, Level.APP).arrows
    (arrow,) = draw(analysis, None, Of.QUERIES, Level.APP, certainty=Certainty.POSSIBLE).arrows
    assert (arrow.weakest, arrow.strongest, arrow.count) == (Certainty.POSSIBLE, Certainty.POSSIBLE, 1)


def test_an_arrow_tells_implicit_places_and_both_ends_of_certainty():
    catalog = a_catalog(apps=[an_app("a"), an_app("b")], models=[a_model("b.Thing")], modules=[a_module("a.views")])
    accesses = [
        an_access("update b_thing", "a/views.py:3", model="b.Thing"),
        an_access("insert b_thing", "a/views.py:9", model="b.Thing", certainty="inferred", cause=Evidence("b.py", 1)),
    ]
    (arrow,) = draw(an_analysis(catalog, accesses=accesses), None, Of.QUERIES, Level.APP).arrows
    assert (arrow.count, arrow.implicit) == (2, 1)
    assert (arrow.weakest, arrow.strongest) == (Certainty.INFERRED, Certainty.PROVED)


def test_models_and_tables_stand_in_their_apps():
    by_model = draw(a_bookshop(), None, Of.QUERIES, Level.MODEL)
    assert ("app:billing", "model:orders.Order", "write") in arrows_of(by_model)
    assert {node.cluster for node in by_model.nodes if node.label == "orders.Order"} == {"orders"}
    by_table = draw(a_bookshop(), None, Of.QUERIES, Level.TABLE)
    assert ("app:billing", "table:orders_order", "write") in arrows_of(by_table)
    # What only raw SQL names lies in no app.
    assert all(arrow.target != "table:shop_legacy" for arrow in by_table.arrows)


def test_services_take_their_apps_together():
    analysis = a_bookshop()
    gate = Gate(services=(Service("money", ("billing", "orders")),))
    services = services_of(analysis.catalog, gate)
    picture = draw(analysis, services, Of.QUERIES, Level.SERVICE)
    assert {node.label for node in picture.nodes} >= {"money", "books"}
    assert not [arrow for arrow in picture.arrows if "billing" in arrow.source]
    apps = draw(analysis, services, Of.QUERIES, Level.APP)
    assert {node.label: node.cluster for node in apps.nodes}["billing"] == "money"


@pytest.mark.parametrize("of", [of for of in Of if of is not Of.CUT])
def test_every_level_of_every_graph_can_be_drawn(of):
    for level in LEVELS[of]:
        picture = draw(a_bookshop(), None, of, level)
        ids = {node.id for node in picture.nodes}
        assert len(ids) == len(picture.nodes)
        assert all({arrow.source, arrow.target} <= ids and arrow.kind in KINDS[of] for arrow in picture.arrows)
        assert list(picture.nodes) == sorted(picture.nodes, key=lambda node: node.id)


def test_a_cut_needs_what_crosses_it():
    with pytest.raises(ValueError, match="crosses"):
        draw(a_bookshop(), None, Of.CUT, Level.APP)
