"""Ties of all kinds become one graph: damped, scaled, in one order."""

import random

from cutpoint.domain.cut import Channel, tie
from cutpoint.score.model_graph import all_ties, model_graph
from cutpoint.score.subjects import Subjects
from tests.support.builders import a_catalog, a_field, a_model, an_analysis
from tests.support.two_worlds import a_relation, two_worlds


def subjects_of(*models):
    return Subjects(an_analysis(catalog=a_catalog(models=models)))


def test_a_hub_says_less_than_a_rare_neighbor():
    many = [a_model(f"a.Row{at}", a_relation("a.Hub")) for at in range(8)]
    child = a_model("a.Child", a_relation("a.Hub"), a_relation("a.Rare"))
    subjects = subjects_of(a_model("a.Hub"), a_model("a.Rare"), child, *many)
    graph = model_graph(subjects, [each for each in all_ties(subjects) if each.channel is Channel.RELATION])
    assert graph.weights["a.Child", "a.Rare"] > 2 * graph.weights["a.Child", "a.Hub"]


def test_blind_reads_no_names():
    subjects = subjects_of(a_model("a.ApiToken"), a_model("a.ApiGrant"), a_model("a.Book"), a_model("a.Shelf"))
    only_words = [each for each in all_ties(subjects) if each.channel is Channel.WORDS]
    assert model_graph(subjects, only_words).weights
    assert not model_graph(subjects, only_words, blind=True).weights
    assert not model_graph(subjects, only_words, blind=True).ties_between("a.ApiToken", "a.ApiGrant")


def test_the_order_of_ties_changes_nothing():
    subjects = Subjects(two_worlds())
    ties = list(all_ties(subjects))
    first = model_graph(subjects, ties)
    random.Random(1).shuffle(ties)
    again = model_graph(subjects, ties)
    assert {pair: round(weight, 12) for pair, weight in first.weights.items()} == {
        pair: round(weight, 12) for pair, weight in again.weights.items()
    }


def test_one_kind_does_not_drown_another():
    subjects = subjects_of(*(a_model(f"a.M{at}") for at in range(4)))
    loud = tie("a.M0", "a.M1", Channel.FUNCTION, 1e6, "loud")
    plain = tie("a.M2", "a.M3", Channel.RELATION, 1.0, "plain")
    weights = model_graph(subjects, [loud, plain]).weights
    assert weights["a.M2", "a.M3"] > weights["a.M0", "a.M1"]


def test_no_models_no_graph():
    assert model_graph(subjects_of()).labels == ()
    assert model_graph(subjects_of(a_model("a.B", fields=[a_field("x_id", type="IntegerField")]))).weights == {}
