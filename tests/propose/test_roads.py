"""Which road a use takes: an operation, an event, or a remedy."""

import pytest

from cutpoint.domain.boundary import Remedy
from cutpoint.propose.boundary import propose
from cutpoint.propose.roads import Road, joins_by_place, road_of
from tests.support.crossings import a_crossing, a_join, a_use


@pytest.mark.parametrize(
    ("via", "action", "road"),
    [
        ("queryset", "read", Road.OPERATION),
        ("save", "update", Road.OPERATION),
        ("cascade", "delete", Road.EVENT),
        ("signal", "update", Road.EVENT),
        ("trigger", "insert", Road.MOVE),
        ("inheritance", "insert", Road.MOVE),
        ("raw_sql", "read", Road.REWRITE),
        ("hint", "update", Road.REWRITE),
        ("admin", "update", Road.MOVE),
        ("admin", "read", Road.OPERATION),
    ],
)
def test_the_mechanism_decides(via, action, road):
    assert road_of(a_use(action=action, via=via), ()) is road


@pytest.mark.parametrize(
    ("kinds", "road"),
    [
        ([], Road.OPERATION),
        (["select_related"], Road.OPERATION),
        (["prefetch_related"], Road.OPERATION),
        (["filter"], Road.REPLICATE),
        (["order", "select_related"], Road.REPLICATE),
        (["annotation"], Road.PROJECTION),
        (["filter", "subquery"], Road.PROJECTION),
    ],
)
def test_of_a_join_its_clauses_decide(kinds, road):
    assert road_of(a_use(via="join"), tuple(a_join(kind) for kind in kinds)) is road


def test_joins_are_found_by_their_place():
    first, second, other = a_join("filter"), a_join("order"), a_join("filter", place="billing/views.py:2")
    found = joins_by_place([first, other, second])
    assert [len(at) for at in found.values()] == [2, 1]


def test_general_code_is_no_party():
    proposal = propose(a_crossing(a_use("_.save()", "update", is_shared=True)))
    ((_, remedy),) = proposal.belonging
    assert isinstance(remedy, Remedy) and remedy.kind == "share"
    assert (proposal.boundary.crossings, proposal.boundary.operations) == (0, ())
    assert not any(step.remaining for step in proposal.boundary.steps)
