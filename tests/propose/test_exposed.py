"""The weight of what is needed from across, reckoned by hand."""

from math import log1p

import pytest

from cutpoint.domain.cut import Side
from cutpoint.propose.exposed import exposed_models
from tests.support.crossings import a_call, a_crossing, a_link, a_use


def weights(*uses, **parts):
    return {each.model: each.weight for each in exposed_models(a_crossing(*uses, **parts))}


def test_the_first_use_of_a_module_counts_one_and_further_ones_less():
    assert weights(a_use()) == {"billing.Invoice": 1.0}
    three = [a_use(place=f"shop/views.py:{line}") for line in (1, 2, 3)]
    assert weights(*three) == {"billing.Invoice": pytest.approx(1 + log1p(2), abs=1e-4)}


def test_each_module_counts_by_itself_and_a_write_twice():
    two = [a_use(function="shop.views.f"), a_use(function="shop.tasks.f")]
    assert weights(*two) == {"billing.Invoice": 2.0}
    assert weights(a_use("_.save()", "update")) == {"billing.Invoice": pytest.approx(1 + log1p(1), abs=1e-4)}


def test_joins_calls_and_relations_have_a_say():
    assert weights(a_use(via="join")) == {"billing.Invoice": 0.5}
    assert weights(calls=(a_call(reads=["billing.Invoice"], writes=[]),)) == {"billing.Invoice": 1.0}
    assert weights(a_use(model="shop.Order", side=Side.TAKE), links=(a_link(),)) == {"shop.Order": 1.25}


def test_what_follows_by_itself_shows_no_rows():
    assert weights(a_use(via="cascade", action="delete"), a_use(via="signal", action="update", place="a.py:2")) == {}


def test_the_heaviest_stands_first_with_its_side():
    found = exposed_models(a_crossing(a_use(model="shop.Order", side=Side.TAKE), a_use("_.save()", "update")))
    assert [(each.model, each.served_by) for each in found] == [
        ("billing.Invoice", Side.TAKE),
        ("shop.Order", Side.KEEP),
    ]
