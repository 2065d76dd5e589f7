"""Candidates, their invoices and bills on two worlds that an order ties together."""

import msgspec
import pytest

from cutpoint.domain.access import Step
from cutpoint.domain.cut import Candidate, Verdict
from cutpoint.score.candidates import together
from cutpoint.score.crossing import crossing_of
from cutpoint.score.cutting import Cutting, id_of
from cutpoint.score.finding import Named
from cutpoint.score.scoring import GOALS, factor_files, invoice, score_of, weights_of
from tests.support.builders import a_catalog, a_field, a_model, a_relation, an_analysis
from tests.support.two_worlds import a_transaction, two_worlds, use

PEOPLE = ("people.Address", "people.Token", "people.TokenScope", "people.User")


def entangled():
    """The worlds with a write, a read, a join and a transaction across, each known by its line."""
    accesses = [
        *use("goods.views.buy", "people_user", action="update", line=50),
        *use("people.views.history", "goods_order", line=60),
        *use("people.views.order", "goods_order", action="insert", line=65),
        *use("goods.views.report", "goods_order", line=70, joins=["people_user"]),
        *use("goods.views.report", "goods_order", "goods_stock", line=71),
    ]
    analysis = two_worlds(accesses=accesses)
    across = a_transaction(writes=["people_user", "goods_order"], place="goods/views.py:49", function="goods.views.buy")
    return msgspec.structs.replace(analysis, transactions=(across,))


@pytest.fixture(scope="module")
def cutting():
    return Cutting(entangled())


@pytest.fixture(scope="module")
def people(cutting):
    return cutting.cut_point(Candidate(PEOPLE, ("test",), 1.0))


def places(point, kind):
    return [(place.path, place.line) for item in point.bill if item.kind == kind for place in item.evidence]


def test_the_bill_names_every_place_across_and_no_other(people):
    assert places(people, "write") == [("goods/views.py", 50)]
    assert places(people, "read") == [("people/views.py", 60)]
    assert places(people, "join") == [("goods/views.py", 70)]
    assert places(people, "transaction") == [("goods/views.py", 49)]
    assert places(people, "relation") == [("models.py", 1)]
    assert "goods.Order.user to people.User becomes an id column; SET_NULL" in {
        item.what.partition(":")[0] for item in people.bill if item.kind == "relation"
    }


def test_effort_is_the_number_of_places_to_change(people):
    changing = {place for item in people.bill if item.effort for place in item.evidence}
    assert people.effort == len(changing) > 0
    assert all(item.effort in {0, len(item.evidence)} for item in people.bill)


def test_a_score_is_exactly_the_sum_of_its_invoice(cutting):
    for point in cutting.listed().cut_points:
        assert point.score == round(sum(factor.weight * factor.value for factor in point.factors), 6)
        assert all(0 <= factor.value <= 1 for factor in point.factors)
        assert sum(round(factor.weight * 100) for factor in point.factors) == 10_000
        assert {factor.name for factor in point.factors} == {file.NAME for file in factor_files()}


def test_a_function_goes_where_it_writes(cutting):
    # `order` writes orders, so it goes along with them, out of a module that stays; `history` only reads them, and asks.
    goods = cutting.cut_point(Candidate(tuple(sorted(set(cutting.subjects.labels) - set(PEOPLE))), ("test",), 1.0))
    assert goods.functions == ("people.views.order",)
    assert "goods.views" in goods.modules


def test_the_worlds_are_found_unasked(cutting):
    assert PEOPLE in [point.models for point in cutting.listed().cut_points]
    assert PEOPLE in [point.models for point in Cutting(two_worlds(), blind=True).listed().cut_points]


def test_ids_stay_and_ranks_count(cutting):
    points = cutting.listed().cut_points
    assert [point.rank for point in points] == list(range(1, len(points) + 1))
    assert {point.id for point in points} == {id_of(point.models) for point in points}


def test_a_configured_cut_comes_first_under_its_name(cutting):
    point = cutting.listed([Candidate(PEOPLE[:2], ("configured",), 1.0, "tokens")]).cut_points[0]
    assert (point.name, point.models, point.rank) == ("tokens", PEOPLE[:2], 1)


def test_goals_and_weights_change_the_sum(cutting):
    parting = cutting.parting(Candidate(PEOPLE, ("test",), 1.0))
    scores = {goal: score_of(invoice(parting, weights_of(goal, {}))) for goal in GOALS}
    assert len(set(scores.values())) == len(GOALS)
    names = [file.NAME for file in factor_files()]
    assert score_of(invoice(parting, weights_of("independence", dict.fromkeys(names, 0)))) == 0
    only = weights_of("independence", {**dict.fromkeys(names, 0), "size": 7})
    assert only == {**dict.fromkeys(names, 0), "size": 100}


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("said", [{}, {"size": 1}, {"writes-across": 1000}, {"cohesion": 0.01, "size": 0}])
def test_weights_add_up_to_a_hundred(goal, said):
    assert sum(round(weight * 100) for weight in weights_of(goal, said).values()) == 10_000


def test_asked_with_roots(cutting):
    point = cutting.found(Named((("people.User",),), (("goods.Product",), ("goods.Order",))))
    assert point.models == PEOPLE
    assert {side.model for side in point.sides} == set(cutting.subjects.labels)


def test_a_small_project_is_told_to_stay_whole(cutting):
    assert "Don't cut here" in cutting.listed().advice[0]


def test_rows_that_are_shared_are_not_cut():
    shared = two_worlds(models=[a_model("goods.Staff", a_relation("people.User", "parent"))])
    point = Cutting(shared).cut_point(Candidate(PEOPLE, ("test",), 1.0))
    assert point.verdict is Verdict.DONT
    assert "share rows" in point.summary[0]
    item = next(each for each in point.bill if each.kind == "shared-row")
    assert item.what.startswith("goods.Staff is a kind of people.User, one row in two tables")
    assert not [each for each in point.bill if each.kind == "relation" and "goods.Staff" in each.what]


@pytest.mark.parametrize(
    "models",
    [
        (),
        (a_model("a.One"),),
        (a_model("a.One"), a_model("b.Two")),
        tuple(a_model(f"a.M{at}", a_relation(f"a.M{at + 1}")) for at in range(5)),
    ],
    ids=["none", "one", "unconnected", "chain"],
)
def test_odd_monoliths_have_an_answer(models):
    listed = Cutting(an_analysis(catalog=a_catalog(models=models))).listed()
    assert listed.advice
    assert {label for part in listed.parts for label in part} == {model.label for model in models}


def test_everything_on_one_side_is_no_cut(cutting):
    point = cutting.cut_point(Candidate(cutting.subjects.labels, ("test",), 1.0))
    assert (point.verdict, point.summary) == (Verdict.DONT, ("Everything is on one side: this is no cut.",))
    assert not point.bill or {item.kind for item in point.bill} <= {"moving-file"}


def test_sensitive_columns_kept_apart_earn():
    private = [a_field(name, type="CharField") for name in ("email", "password", "first_name")]
    secrets = a_model("people.Secret", a_relation("people.User"), fields=private)
    plain = a_model("goods.Color", a_relation("goods.Product"), fields=[a_field("red"), a_field("green")])
    parting = Cutting(two_worlds(models=[secrets, plain])).parting(
        Candidate((*PEOPLE, "people.Secret"), ("test",), 1.0)
    )
    factor = next(each for each in invoice(parting, weights_of("security", {})) if each.name == "sensitive-data")
    assert (factor.value, factor.points) == (0.4, round(0.4 * factor.weight, 6))
    assert factor.weight > 40


def test_a_proxy_goes_where_the_rows_are():
    proxy = a_model("goods.Member", table="people_user", proxy=True, bases=["people.User"])
    pointing = a_model("goods.Card", a_relation("goods.Member", "o2o"), place="goods/models.py:50")
    cutting = Cutting(two_worlds(models=[proxy, pointing]))
    assert "goods.Member" not in cutting.subjects.labels
    point = cutting.cut_point(Candidate(PEOPLE, ("test",), 1.0))
    assert {each.model: str(each.side) for each in point.sides}["goods.Member"] == "take"
    assert any("goods.Card" in item.what for item in point.bill if item.kind == "relation")


def test_apps_that_are_taken_apart_count_against_a_cut(cutting):
    whole, part = (
        {factor.name: factor for factor in cutting.cut_point(Candidate(models, ("test",), 1.0)).factors}["whole-groups"]
        for models in (PEOPLE, PEOPLE[:2])
    )
    assert (whole.value, part.value) == (1, 0)
    assert "0 of 2 models go with all of their app" in part.why
    hidden = Cutting(entangled(), blind=True).cut_point(Candidate(PEOPLE[:2], ("test",), 1.0))
    assert {factor.name: factor.value for factor in hidden.factors}["whole-groups"] == 0.5


def test_an_app_that_is_tied_to_all_alike_is_in_no_group():
    subjects = cutting_of_three().subjects
    graph = cutting_of_three().graph
    of_app = {app: tuple(label for label in subjects.labels if label.startswith(f"{app}.")) for app in ("a", "b", "c")}
    assert together(graph, of_app, ("a", "b", "c")) == ("a", "b")
    assert together(graph, of_app, ("a", "c")) == ()


def cutting_of_three():
    """`a` and `b` are one matter; `c` stands by itself, and everything points at `d` a little."""
    models = [
        a_model("a.One", a_relation("b.One"), a_relation("d.Hub", name="hub")),
        a_model("a.Two", a_relation("b.One"), a_relation("a.One", name="one")),
        a_model("b.One", a_relation("d.Hub", name="hub")),
        a_model("c.One", a_relation("d.Hub", name="hub")),
        a_model("c.Two", a_relation("c.One"), a_relation("d.Hub", name="hub")),
        a_model("d.Hub"),
        a_model("d.Two", a_relation("d.Hub")),
    ]
    return Cutting(an_analysis(catalog=a_catalog(models=models)))


def test_a_report_over_both_sides_stays_in_its_module(cutting):
    both = two_worlds(accesses=use("people.views.report", "people_user", "goods_order", "goods_stock", line=80))
    point = Cutting(both).cut_point(Candidate(PEOPLE, ("test",), 1.0))
    assert places(point, "read") == [("people/views.py", 81), ("people/views.py", 82)]
    assert "people.views.report" not in point.functions


def users(*models, accesses=()):
    """The worlds, and a user that a package brings."""
    user = a_model("auth.User", table="auth_user", ours=False, place="")
    return Cutting(two_worlds(models=[user, *models], accesses=accesses))


def test_a_relation_to_a_model_of_a_package_costs_what_one_to_ours_does():
    pointing = [
        a_model(f"goods.Note{at}", a_relation("auth.User"), place=f"goods/models.py:{90 + at}") for at in range(3)
    ]
    cutting = users(a_model("people.Profile", a_relation("auth.User", "o2o"), place="people/models.py:80"), *pointing)
    point = cutting.cut_point(Candidate((*PEOPLE, "people.Profile"), ("test",), 1.0))
    assert [(each.model, str(each.side), each.other_gets) for each in point.third_party] == [
        ("auth.User", "keep", "an id")
    ]
    assert "people.Profile.user to auth.User becomes an id column" in {
        item.what.partition(";")[0] for item in point.bill if item.kind == "relation"
    }
    assert not [item for item in point.bill if item.kind == "relation" and "goods.Note" in item.what]


@pytest.mark.parametrize(("action", "gets"), [("read", "a copy"), ("update", "operations")])
def test_the_other_side_gets_what_it_needs_of_a_model_of_a_package(action, gets):
    noted = a_model("goods.Note", a_relation("auth.User"), place="goods/models.py:90")
    accesses = [
        *use("people.views.login", "auth_user", action=action, line=95),
        *use("goods.views.who", "auth_user", line=96),
    ]
    point = users(noted, accesses=accesses).cut_point(Candidate(PEOPLE, ("test",), 1.0))
    assert [(each.model, each.other_gets) for each in point.third_party] == [("auth.User", gets)]


def test_what_a_package_brings_is_in_no_proposal():
    accesses = [
        *use("people.views.login", "auth_user", "people_user", line=95),
        *use("goods.views.who", "auth_user", "goods_order", joins=["auth_user"], line=96),
    ]
    cutting = users(a_model("goods.Note", a_relation("auth.User"), place="goods/models.py:90"), accesses=accesses)
    crossing = crossing_of(cutting.parting(Candidate(PEOPLE, ("test",), 1.0)), "id", "people")
    named = {model for each in crossing.uses for model in [each.model]}
    named |= {model for each in crossing.joins for model in [each.model, each.base]}
    named |= {each.to for each in crossing.links}
    named |= {model for call in crossing.calls for model in [*call.reads, *call.writes]}
    assert "auth.User" not in named


def test_general_code_counts_less(cutting):
    rare = cutting.facts.rarity_of_function
    labels = cutting.subjects.labels
    tables = [cutting.subjects.models[label].table for label in labels]
    everything = Cutting(two_worlds(accesses=use("core.cleanup.all", *tables, action="delete", line=200)))
    assert everything.facts.rarity_of_function["core.cleanup.all"] == 0
    assert all(0 <= each <= 1 for each in rare.values())
    before, after = (each.cut_point(Candidate(PEOPLE, ("test",), 1.0)) for each in (Cutting(two_worlds()), everything))
    before_value, after_value = (
        {factor.name: factor.value for factor in point.factors}["writes-across"] for point in (before, after)
    )
    assert before_value == after_value
    assert after.seam.writes > before.seam.writes


def commit_of(**parts):
    """How a cut between the worlds sees a transaction in which one line writes a table of each."""
    accesses = [
        *use("goods.views.save", "people_user", action="update", line=50, **parts),
        *use("goods.views.save", "goods_order", action="update", line=50, **parts),
    ]
    both = a_transaction(writes=["people_user", "goods_order"], place="goods/views.py:49", function="goods.views.save")
    at = (Step("goods/views.py", 50, "goods.views.save"),)
    written = tuple(msgspec.structs.replace(each, chain=at) for each in both.written)
    analysis = msgspec.structs.replace(
        two_worlds(accesses=accesses), transactions=(msgspec.structs.replace(both, written=written),)
    )
    return Cutting(analysis).cut_point(Candidate(PEOPLE, ("truth",), 1.0)).seam.transactions


def test_one_statement_of_several_possible_tables_is_no_commit_of_several():
    assert commit_of() == 0
    assert commit_of(via="form") == 0
    assert commit_of(in_loop=True) == 1
    assert commit_of(via="admin") == 1
