"""Faults of cutpoint's own in one function."""

import pytest

from cutpoint.domain import skeleton as sk
from cutpoint.infer.dispatch import EVALUATORS
from cutpoint.infer.failures import Failures
from tests.support.query_snippets import accesses_of, blind_spots_of

CODE = """
        def broken(wish: Wish, price):
            wish.refresh_from_db()
            price + 1
            wish.delete()

        def sound(wish: Wish, price):
            broken(wish, price)
            wish.refresh_from_db()
"""


@pytest.fixture
def fault(monkeypatch):
    def fail(_frame, _node, _env):
        raise TypeError("no such sum")

    monkeypatch.setitem(EVALUATORS, sk.BINARY, fail)


@pytest.mark.usefixtures("fault")
def test_a_fault_costs_its_function(monkeypatch):
    monkeypatch.setattr(Failures, "are_raised", False)
    (spot,) = blind_spots_of(CODE)
    assert (spot.kind, spot.line) == ("internal-error", 2)
    assert "TypeError: no such sum" in spot.reason
    assert {(access.function, access.line) for access in accesses_of(CODE)} == {
        ("desk.views.broken", 3),
        ("desk.views.sound", 9),
    }


@pytest.mark.usefixtures("fault")
def test_tests_see_it():
    with pytest.raises(TypeError, match="no such sum"):
        accesses_of(CODE)


def test_a_fault_while_uses_are_gathered(monkeypatch):
    def fail(_self, frame, _seen, **_options):
        if frame.qualname == "broken":
            raise TypeError("no such use")
        return []

    monkeypatch.setattr(Failures, "are_raised", False)
    monkeypatch.setattr("cutpoint.infer.gather.Gathering.uses_of", fail)
    assert [(spot.kind, spot.line) for spot in blind_spots_of(CODE)] == [("internal-error", 2)]
