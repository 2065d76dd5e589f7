"""Roots give every model a side, a certainty and reasons; answers move what hangs on them."""

import pytest

from cutpoint.domain.cut import Side
from cutpoint.score.finding import Finding, Named
from cutpoint.score.model_graph import model_graph
from cutpoint.score.subjects import Subjects
from tests.support.builders import a_catalog, an_analysis
from tests.support.two_worlds import a_model, a_relation, two_worlds

PEOPLE = {"people.User", "people.Token", "people.TokenScope", "people.Address"}


def asked(*, take=("people.User",), keep=("goods.Product",), models=(), blind=False, count=None):
    subjects = Subjects(two_worlds(models=models))
    finding = Finding(subjects, model_graph(subjects, blind=blind), blind=blind)
    return finding.find(Named(tuple((label,) for label in take), tuple((label,) for label in keep)), count)


@pytest.mark.parametrize("blind", [False, True])
def test_one_root_a_side_parts_the_worlds(blind):
    assert set(asked(blind=blind).taken) == PEOPLE


def test_one_root_alone_takes_its_natural_extent():
    assert set(asked(keep=()).taken) == PEOPLE


def test_what_is_named_is_certain_and_says_so():
    user = next(each for each in asked().sides if each.model == "people.User")
    assert (user.side, user.certainty, user.reasons[0].why) == (Side.TAKE, 1.0, "named with --take")


def test_a_reason_names_the_model_and_opens_at_its_line():
    scope = next(each for each in asked().sides if each.model == "people.TokenScope")
    assert scope.reasons[0].why == "people.Token: people.TokenScope.token points at people.Token"
    assert (scope.reasons[0].evidence[0].path, scope.reasons[0].evidence[0].line) == ("models.py", 1)


def test_what_nothing_ties_stays_and_nobody_is_sure():
    lonely = next(
        each
        for each in asked(models=[a_model("other.Lonely", place="other/x.py:1", module="other.x")]).sides
        if each.model == "other.Lonely"
    )
    assert (lonely.side, lonely.certainty) == (Side.KEEP, 0.5)
    assert "nothing was seen" in lonely.reasons[0].why


def test_an_automatic_model_follows_the_one_that_declares_it():
    through = a_model("people.Club_members", auto_created=True)
    club = a_model("people.Club", a_relation("people.User", "m2m", through="people.Club_members"))
    sides = {each.model: each.side for each in asked(models=[through, club]).sides}
    assert sides["people.Club_members"] is sides["people.Club"] is Side.TAKE


def test_an_answer_takes_others_along():
    between = [
        a_model("mid.Ticket", a_relation("people.User"), a_relation("goods.Product", name="product"), module="mid.a"),
        a_model("mid.Remark", a_relation("mid.Ticket"), module="mid.b"),
        a_model("mid.Upload", a_relation("mid.Remark"), module="mid.c"),
    ]
    taken = set(asked(take=("people.User", "mid.Ticket"), models=between).taken)
    kept = set(asked(keep=("goods.Product", "mid.Ticket"), models=between).taken)
    assert taken - kept == {"mid.Ticket", "mid.Remark", "mid.Upload"}


def test_the_question_is_about_what_decides_most():
    between = [
        a_model("mid.Ticket", a_relation("people.User"), a_relation("goods.Product", name="product"), module="mid.a"),
        *[a_model(f"mid.Note{at}", a_relation("mid.Ticket"), module=f"mid.n{at}") for at in range(4)],
    ]
    found = asked(models=between)
    assert found.questions[0].model.startswith("mid.")
    decided = next(question for question in found.questions if question.model == "mid.Ticket")
    assert set(decided.changes) == {f"mid.Note{at}" for at in range(4)}
    assert all(alternative.differs for alternative in found.alternatives)


def test_a_cut_that_is_given_has_sides_too():
    subjects = Subjects(two_worlds())
    sides = Finding(subjects, model_graph(subjects)).sides_of(sorted(PEOPLE))
    assert {each.model for each in sides if each.side is Side.TAKE} == PEOPLE
    assert all(0.5 <= each.certainty <= 1 for each in sides)


def test_a_third_part_has_a_root_of_its_own():
    third = [
        a_model("news.Story", a_relation("goods.Product"), module="news.models"),
        a_model("news.Comment", a_relation("news.Story"), module="news.models"),
        a_model("news.Tag", a_relation("news.Story"), module="news.models"),
    ]
    assert set(asked(keep=("goods.Product", "news.Story"), models=third).taken) == PEOPLE
    assert set(asked(take=("news.Story",), keep=("goods.Product", "people.User"), models=third).taken) == {
        "news.Story",
        "news.Comment",
        "news.Tag",
    }


def test_what_nothing_ties_goes_with_its_package():
    lonely = a_model("people.Lonely", module="people.more.models", place="people/more/models.py:1")
    inner = a_model(
        "people.Inner", a_relation("people.User"), module="people.more.inner", place="people/more/inner.py:1"
    )
    # A third package tells that packages mean something here.
    news = [
        a_model("news.Story", module="news.models"),
        a_model("news.Tag", a_relation("news.Story"), module="news.models"),
    ]
    assert {"people.Lonely", "people.Inner"} <= set(asked(models=[lonely, inner, *news]).taken)
    assert "people.Lonely" not in asked(models=[lonely, inner, *news], blind=True).taken


def test_offers_are_nested_around_the_cut():
    found = asked()
    narrow, default, wide = map(set, found.offers)
    assert {"people.User"} <= narrow <= default <= wide
    assert default == set(found.taken) & set(wide)
    assert "goods.Product" not in wide


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_size_is_the_number_of_models_that_leave(count):
    taken = set(asked(count=count).taken)
    assert len(taken) == count
    assert "people.User" in taken and taken <= set(asked(count=count + 1).taken)


def test_no_size_moves_what_was_named():
    assert set(asked(take=("people.User", "people.Token"), count=1).taken) >= {"people.User", "people.Token"}
    assert "goods.Product" not in asked(count=100).taken


def test_what_was_named_leaves_before_what_all_settings_take():
    found = asked(take=("people.User", "people.TokenScope"), keep=(), count=2)
    assert found.taken == ("people.TokenScope", "people.User")
    assert all({"people.User", "people.TokenScope"} <= set(offer) for offer in found.offers)


def test_the_order_of_answers_does_not_matter():
    one = asked(take=("people.User", "people.Token", "people.Address"))
    other = asked(take=("people.User", "people.Address", "people.Token"))
    assert one.sides == other.sides


def test_no_ties_at_all_leave_what_was_named_alone():
    subjects = Subjects(
        an_analysis(catalog=a_catalog(models=[a_model(f"a.M{at}", module=f"m{at}") for at in range(5)]))
    )
    graph = model_graph(subjects, blind=True)
    found = Finding(subjects, graph, blind=True).find(Named((("a.M1",),), (("a.M3",),)))
    assert found.taken == ("a.M1",)
    assert {each.certainty for each in found.sides if each.model not in {"a.M1", "a.M3"}} == {0.5}
    assert found.questions == ()


def test_a_project_of_one_model():
    subjects = Subjects(an_analysis(catalog=a_catalog(models=[a_model("a.Only")])))
    assert Finding(subjects, model_graph(subjects)).find(Named((("a.Only",),))).taken == ("a.Only",)


def test_many_models_are_asked_for_by_groups_of_them():
    # Two long chains of more models than are weighed one by one.
    models = [
        a_model(f"{app}.M{at:03}", *([a_relation(f"{app}.M{at - 1:03}")] if at else []), module=f"{app}.m{at}")
        for app in ("left", "right")
        for at in range(300)
    ]
    subjects = Subjects(an_analysis(catalog=a_catalog(models=models)))
    finding = Finding(subjects, model_graph(subjects))
    taken = set(finding.find(Named((("left.M000",),), (("right.M000",),))).taken)
    assert taken and all(label.startswith("left.") for label in taken)
