"""Thousands of models: the work grows with them and not with their pairs; counted in calls, since time is no measure."""

import sys

import pytest

from cutpoint.score.cutting import Cutting
from tests.support.builders import a_catalog, a_model, a_relation, an_analysis
from tests.support.two_worlds import use

APP = 20
FEW, MANY = 500, 2_000
LINEAR = 1.3
"""How much more than four times the work four times the models may be."""


def made_up(count):
    """Apps of so many models that point at the first of them, which points at the first of some app before."""
    models, accesses = [], []
    for at in range(count):
        app, number = divmod(at, APP)
        to = f"a{app}.M0" if number else f"a{app // 2}.M0"
        place = f"a{app}/models/m{number}.py:1"
        links = [a_relation(to)] if to != f"a{app}.M{number}" else []
        models.append(a_model(f"a{app}.M{number}", *links, place=place, module=f"a{app}.models.m{number}"))
        accesses += use(f"a{app}.views.f{number}", f"a{app}_m{number}", f"a{app}_m0")
    return an_analysis(catalog=a_catalog(models=models), accesses=accesses)


def calls_of(work, *given):
    """How many functions were called, those that are written in C included."""
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work(*given)
    finally:
        sys.setprofile(before)
    return counted


def graph(analysis):
    assert Cutting(analysis).graph.weights


def scores(analysis):
    cutting = Cutting(analysis)
    assert cutting.scores(list(cutting.facts.models_of_app.values())[:8])


@pytest.mark.parametrize("work", [graph, scores])
def test_work_is_linear_in_models(work):
    few, many = (calls_of(work, made_up(count)) for count in (FEW, MANY))
    assert many / few < MANY / FEW * LINEAR


def test_ties_are_linear_in_models():
    few, many = (len(Cutting(made_up(count)).graph.weights) for count in (FEW, MANY))
    assert many / few < MANY / FEW * LINEAR
