"""The lightest edges to cut: exact where it can be, close to it beyond."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutpoint.relate import feedback_arcs
from cutpoint.relate.feedback_arcs import lightest_feedback_arcs


def cost(pairs, weights):
    return sum(weights[pair] for pair in pairs)


def has_circle(nodes, pairs):
    left = set(nodes)
    while free := {node for node in left if not any(target == node and source in left for source, target in pairs)}:
        left -= free
    return bool(left)


def cheapest_by_force(nodes, weights):
    orders = itertools.permutations(nodes)
    return min(
        sum(weight for (source, target), weight in weights.items() if order.index(source) > order.index(target))
        for order in orders
    )


graphs = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] != pair[1]),
    st.integers(1, 9),
    max_size=20,
)


def test_cuts_the_lighter_edge_of_two():
    assert lightest_feedback_arcs("ab", {("a", "b"): 5, ("b", "a"): 2}) == (("b", "a"),)


def test_prefers_fewer_edges_of_the_same_weight():
    weights = {("a", "b"): 9, ("b", "c"): 9, ("c", "a"): 1, ("c", "b"): 1, ("b", "d"): 2, ("d", "a"): 2}
    found = lightest_feedback_arcs("abcd", weights)
    assert cost(found, weights) == cheapest_by_force("abcd", weights)


def test_without_a_circle_nothing_is_cut():
    assert lightest_feedback_arcs("abc", {("a", "b"): 1, ("b", "c"): 1, ("a", "c"): 1}) == ()


@given(graphs)
@settings(max_examples=60, deadline=None)
def test_is_exact_for_few_nodes(weights):
    found = lightest_feedback_arcs("abcdef", weights)
    assert not has_circle("abcdef", set(weights) - set(found))
    assert cost(found, weights) == cheapest_by_force("abcdef", weights)


@given(graphs)
@settings(max_examples=60, deadline=None)
def test_the_greedy_order_leaves_no_circle_either(weights):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feedback_arcs, "EXACT_UP_TO", 0)
        found = lightest_feedback_arcs("abcdef", weights)
    assert not has_circle("abcdef", set(weights) - set(found))
    assert cost(found, weights) <= 2 * cheapest_by_force("abcdef", weights) + 9


@pytest.mark.parametrize("size", [4, 40])
def test_the_order_of_the_input_does_not_matter(size):
    chance = random.Random(size)
    nodes = [f"n{index}" for index in range(size)]
    weights = {(a, b): chance.randint(1, 5) for a in nodes for b in nodes if a != b and chance.random() < 0.3}
    first = lightest_feedback_arcs(nodes, weights)
    for _ in range(3):
        items = list(weights.items())
        chance.shuffle(items)
        chance.shuffle(nodes)
        assert lightest_feedback_arcs(nodes, dict(items)) == first


def test_finds_the_planted_edges_in_a_large_circle():
    nodes = [f"n{index:03}" for index in range(120)]
    weights = {(a, b): 9 for index, a in enumerate(nodes) for b in nodes[index + 1 : index + 6]}
    planted = {(nodes[119], nodes[0]): 1, (nodes[70], nodes[10]): 2, (nodes[50], nodes[3]): 1}
    assert set(lightest_feedback_arcs(nodes, weights | planted)) == set(planted)
