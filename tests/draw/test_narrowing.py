"""Pictures made smaller, and names that are nearly right."""

import pytest

from cutpoint.domain.errors import UsageError
from cutpoint.domain.picture import Level, Of
from cutpoint.draw.draw import draw
from cutpoint.draw.narrowing import between, focused, node_named, only_kinds
from tests.support.bookshop import a_bookshop
from tests.support.pictures import a_picture


def labels(picture):
    return {node.label for node in picture.nodes}


CHAIN = a_picture(["a", "b", "c", "d", "e"], [("a", "b"), ("b", "c"), ("c", "d"), ("a", "e"), ("d", "b")])


def test_a_focus_keeps_what_is_near_in_both_directions():
    assert labels(focused(CHAIN, "b", 0)) == {"b"}
    assert labels(focused(CHAIN, "b", 1)) == {"a", "b", "c", "d"}
    assert labels(focused(CHAIN, "E", 2)) == {"a", "b", "e"}


def test_between_keeps_every_way_and_nothing_else():
    assert labels(between(CHAIN, "a", "d")) == {"a", "b", "c", "d"}
    assert labels(between(CHAIN, "a", "a")) == {"a"}


def test_where_nothing_leads_it_says_which_way_round_something_does():
    with pytest.raises(UsageError, match=r"nothing leads from e to a; .*--between a e"):
        between(CHAIN, "e", "a")
    with pytest.raises(UsageError, match=r"nothing leads from e to d$"):
        between(CHAIN, "e", "d")


def test_kinds_may_be_named_in_the_plural():
    picture = draw(a_bookshop(), None, Of.QUERIES, Level.APP)
    assert {arrow.kind for arrow in only_kinds(picture, ["writes", "JOIN"]).arrows} <= {"write", "join"}
    with pytest.raises(UsageError, match="--only wriets: --of queries has write, read, join"):
        only_kinds(picture, ["wriets"])


def test_an_unknown_name_tells_the_nearest():
    picture = draw(a_bookshop(), None, Of.MODELS, Level.MODEL)
    with pytest.raises(UsageError, match=r"no model in this picture .*; did you mean billing.Invoice\?"):
        node_named(picture, "Invioce", "--focus")
    with pytest.raises(UsageError, match=r"called so$"):
        node_named(picture, "zzzzzzzz", "--focus")
    assert node_named(picture, "model:billing.Invoice", "--focus").label == "billing.Invoice"


def test_a_name_of_two_asks_which():
    twice = a_picture(["a"], [], extra=[("table:a", "a")])
    with pytest.raises(UsageError, match="several are called so; say app:a or table:a"):
        node_named(twice, "a", "--focus")
