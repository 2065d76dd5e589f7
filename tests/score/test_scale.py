"""Thousands of models: the work grows with them and not with their pairs; counted in calls, since time is no measure."""

import sys

import pytest

from cutpoint.score.cutting import Cutting
from cutpoint.score.finding import Named, find
from tests.support.builders import a_catalog, a_model, a_relation, an_analysis
from tests.support.two_worlds import use

APP = 20
FEW, MANY = 500, 2_000
LINEAR = 1.3
"""How much more than four times the work four times the models may be."""


def made_up(count):
    """Apps of so many models, of which each points at the one before and at the first of the app before, and uses them."""
    models, accesses = [], []
    for at in range(count):
        app, number = divmod(at, APP)
        near = [a_relation(f"a{app}.M{number - 1}")] if number else []
        far = [a_relation(f"a{app - 1}.M0", name="far")] if app and number % 4 == 0 else []
        place = f"a{app}/models/m{number}.py:1"
        models.append(a_model(f"a{app}.M{number}", *near, *far, place=place, module=f"a{app}.models.m{number}"))
        tables = (f"a{app}_m{number}", *([f"a{app}_m{number - 1}"] if number else []))
        accesses += use(f"a{app}.views.f{number}", *tables)
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


def graph_and_sides(analysis):
    cutting = Cutting(analysis)
    found = find(cutting.subjects, cutting.graph, Named((("a0.M0",),), (("a9.M0",),)))
    assert len(found.sides) == len(cutting.subjects.labels)


def at_hand(analysis):
    assert Cutting(analysis).at_hand()


@pytest.mark.parametrize("work", [graph_and_sides, at_hand])
def test_work_is_linear_in_models(work):
    few, many = (calls_of(work, made_up(count)) for count in (FEW, MANY))
    assert many / few < MANY / FEW * LINEAR


def test_ties_are_linear_in_models():
    few, many = (len(Cutting(made_up(count)).graph.weights) for count in (FEW, MANY))
    assert many / few < MANY / FEW * LINEAR
