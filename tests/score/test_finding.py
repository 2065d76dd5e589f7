"""Roots give every model a side, a certainty and reasons; answers move what hangs on them."""

import pytest

from cutpoint.domain.cut import Side
from cutpoint.score.finding import Finding, Named
from cutpoint.score.model_graph import model_graph
from cutpoint.score.subjects import Subjects
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
    assert {"people.Lonely", "people.Inner"} <= set(asked(models=[lonely, inner]).taken)
    assert "people.Lonely" not in asked(models=[lonely, inner], blind=True).taken
