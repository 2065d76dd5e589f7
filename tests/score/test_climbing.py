"""A cut that is nearly right becomes right, one that is right stays, and no single move makes a listed one better."""

import random

import numpy as np
import pytest

from cutpoint.domain.access import Access
from cutpoint.domain.catalog import Model
from cutpoint.domain.cut import Candidate
from cutpoint.score.cutting import Cutting
from cutpoint.score.parting import Parting
from cutpoint.score.scoring import score_of
from tests.support.builders import a_catalog, a_model, a_relation, an_analysis
from tests.support.two_worlds import two_worlds, use

PEOPLE = ("people.Address", "people.Token", "people.TokenScope", "people.User")


@pytest.fixture(scope="module")
def cutting():
    return Cutting(two_worlds())


@pytest.mark.parametrize(
    "models", [PEOPLE, PEOPLE[1:], (*PEOPLE, "goods.Stock"), ("people.Token", "people.User", "goods.Price")]
)
def test_moves_to_where_nothing_is_better(cutting, models):
    assert cutting.climb(models) == PEOPLE


def made_up(seed):
    """Apps of models that are related, read and written mostly among themselves, drawn by *seed*."""
    draw = random.Random(seed)
    apps = [f"a{at}" for at in range(draw.randint(3, 6))]
    labels = [f"{app}.M{at}" for app in apps for at in range(draw.randint(2, 6))]
    models: list[Model] = []
    accesses: list[Access] = []
    for label in labels:
        app = label.partition(".")[0]
        others = [other for other in labels if other != label]
        near = [other for other in others if other.startswith(f"{app}.")] or others
        links = {draw.choice(near if draw.random() < 0.8 else others): at for at in range(draw.randint(0, 3))}
        relations = [a_relation(to, name=f"link{at}") for to, at in links.items()]
        models.append(a_model(label, *relations, place=f"{app}/models.py:{len(models) + 1}"))
        tables = [other.replace(".", "_").lower() for other in draw.sample(near, min(2, len(near)))]
        action = draw.choice(["read", "update", "insert"])
        accesses += use(f"{app}.views.f{len(models)}", *tables, action=action, line=10 * len(models))
    return an_analysis(catalog=a_catalog(models=models), accesses=accesses)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("is_blind", [False, True])
def test_no_single_move_makes_a_listed_cut_better(seed, is_blind):
    cutting = Cutting(made_up(seed), blind=is_blind)
    units = [tuple(np.array(cutting.subjects.labels)[unit]) for unit in cutting.climb.units.T]
    for point in cutting.ranked():
        taken = set(point.models)
        moved = [other for unit in units for other in (taken | set(unit), taken - set(unit))]
        fitting = [each for each in moved if 0 < len(each) <= len(cutting.subjects.labels) / 2]
        assert max(cutting.scores(fitting), default=0.0) <= point.score


@pytest.mark.parametrize("seed", range(6))
def test_many_cuts_at_once_score_as_each_alone(seed):
    cutting = Cutting(made_up(seed))
    draw = random.Random(seed)
    labels = cutting.subjects.labels
    cuts = [draw.sample(labels, draw.randint(1, len(labels) - 1)) for _ in range(20)]
    alone = [score_of(cutting.factors(Parting(cutting.ground, cut))) for cut in cuts]
    assert cutting.scores(cuts) == pytest.approx(alone, abs=1e-6)
    assert all(0 <= score <= 100 for score in alone)


def test_the_score_of_a_cut_is_that_of_its_smaller_side(cutting):
    rest = set(cutting.subjects.labels) - set(PEOPLE)
    assert cutting.scores([PEOPLE]) == cutting.scores([rest])
    assert cutting.cut_point(Candidate(tuple(sorted(rest)), ("test",), 1.0)).score == cutting.scores([PEOPLE])[0]


def test_no_two_listed_cuts_are_much_the_same():
    points = Cutting(made_up(3)).ranked()
    assert len(points) > 2
    for at, one in enumerate(points):
        for other in points[at + 1 :]:
            shared = len(set(one.models) & set(other.models))
            assert shared <= min(len(one.models), len(other.models)) / 2


def test_an_unrelated_app_makes_no_cut_better(cutting):
    both = Candidate(
        (*PEOPLE, *(label for label in cutting.subjects.labels if label.startswith("goods.Price"))), ("t",), 1.0
    )
    matter = {factor.name: factor.value for factor in cutting.cut_point(both).factors}["one-matter"]
    assert matter < 1
