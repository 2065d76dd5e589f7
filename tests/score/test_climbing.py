"""A candidate that is nearly right becomes right; one that is right stays."""

import pytest

from cutpoint.score.model_graph import model_graph
from cutpoint.score.polishing import Polish
from cutpoint.score.subjects import Subjects
from tests.support.two_worlds import two_worlds

PEOPLE = ("people.Address", "people.Token", "people.TokenScope", "people.User")


@pytest.mark.parametrize(
    "models", [PEOPLE, PEOPLE[1:], (*PEOPLE, "goods.Stock"), ("people.Token", "people.User", "goods.Price")]
)
def test_moves_to_where_nothing_is_better(models):
    subjects = Subjects(two_worlds())
    polish = Polish(subjects, model_graph(subjects))
    assert polish(models) == PEOPLE
    assert polish.cohesion_of(PEOPLE) >= polish.cohesion_of(models)
