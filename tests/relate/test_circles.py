"""Circles are apps that all need each other at import time."""

from cutpoint.domain.graph import Circle
from cutpoint.relate.circles import import_circles
from tests.support.builders import a_graph, an_edge


def test_two_apps_that_import_each_other_and_the_cheapest_way_out():
    there, back = an_edge("billing -> shop", 5), an_edge("shop -> billing", 2)
    assert import_circles(a_graph(there, back)) == (Circle(("billing", "shop"), (back,), 2),)


def test_a_chain_is_no_circle():
    assert import_circles(a_graph(an_edge("a -> b"), an_edge("b -> c"))) == ()


def test_imports_in_functions_and_for_typing_make_no_circle():
    lazy, typing = an_edge("b -> a", kind="function"), an_edge("b -> a", kind="typing")
    assert import_circles(a_graph(an_edge("a -> b"), lazy, typing)) == ()


def test_the_circle_with_most_to_change_comes_first():
    graph = a_graph(an_edge("a -> b", 1), an_edge("b -> a", 1), an_edge("x -> y", 4), an_edge("y -> x", 3))
    assert [circle.nodes for circle in import_circles(graph)] == [("x", "y"), ("a", "b")]


def test_edges_to_apps_outside_the_circle_are_not_cut():
    graph = a_graph(an_edge("a -> b", 3), an_edge("b -> a", 2), an_edge("a -> c", 1))
    assert import_circles(graph)[0].cheapest == (an_edge("b -> a", 2),)


def test_no_edges_no_circles():
    assert import_circles(a_graph(nodes=["a"])) == ()
