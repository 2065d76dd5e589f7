"""Groups of bodies that call each other in circles, callees first."""

import pytest

from cutpoint.domain.condensation import components


def found(*successors):
    return [sorted(each) for each in components(successors)]


def test_callees_come_before_their_callers():
    assert found((1,), (2,), ()) == [[2], [1], [0]]


def test_circles_are_one_group():
    assert found((1,), (2,), (0, 3), ()) == [[3], [0, 1, 2]]


def test_two_circles_that_share_a_way():
    assert found((1,), (0, 2), (3,), (2,)) == [[2, 3], [0, 1]]


def test_a_call_of_oneself():
    assert found((0,), (0,)) == [[0], [1]]


@pytest.mark.parametrize("length", [1, 50_000])
def test_long_chains_need_no_stack(length):
    chain = [(number + 1,) for number in range(length)] + [()]
    assert [each[0] for each in components(chain)] == list(range(length, -1, -1))


def test_nobody():
    assert found() == []
