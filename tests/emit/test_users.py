"""Who writes and who reads a table, place by place."""

import json

from cutpoint.domain.access import Certainty
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.terminal_page import plain_page
from cutpoint.emit.users import Question, users_json, users_page
from tests.support.bookshop import HOSTILE, a_bookshop, a_hostile_monolith
from tests.support.builders import an_access, an_analysis

BOOKSHOP = a_bookshop()


def question(table, *, writes=True, certainty=Certainty.POSSIBLE, analysis=BOOKSHOP):
    return Question(next(item for item in analysis.tables if item.name == table), writes, certainty)


def said(table, *, verbose=False, analysis=BOOKSHOP, **asked):
    page = users_page(analysis, question(table, analysis=analysis, **asked), verbose=verbose)
    return " ".join(plain_page(page, width=200).split())


def answered(table, *, analysis=BOOKSHOP, **asked):
    return json.loads(users_json(analysis, question(table, analysis=analysis, **asked), Belonging()))


def test_every_place_by_app_the_owner_first():
    text = said("orders_order")
    assert "Who writes orders_order Declared by orders.Order; owner is orders." in text
    assert "It is written in 5 places by 2 apps and code outside of apps: orders 2, billing 2, code outside" in text
    assert text.index("orders, its owner (2)") < text.index("billing (2)") < text.index("code outside of apps (1)")
    assert "orders/views.py:20 insert manager proved orders.views.Pay.post" in text


def test_helpers_of_another_app_say_whose_they_are():
    assert "books/saving.py:3 update instance inferred books.saving.store of books" in said("orders_order")


def test_verbose_says_how_it_is_known():
    text = said("orders_order", verbose=True)
    assert "update orders_order by instance, inferred: invoice.order is an instance of orders.Order" in text
    assert "columns: paid in a loop" in text
    assert (
        "on behalf of billing, which decided the table from billing/tasks.py:50 in billing.tasks.retry → books" in text
    )
    assert "triggered by billing/models.py:7" in said("billing_invoice", verbose=True)


def test_long_ways_are_shortened():
    from cutpoint.domain.access import Step

    chain = [Step("x.py", line, f"f{line}") for line in range(1, 12)]
    analysis = an_analysis(accesses=[an_access("update t", chain=chain)])
    text = said("t", verbose=True, analysis=analysis)
    assert "x.py:4 in f4 → 6 more → x.py:11 in f11" in text


def test_readers_are_those_who_join_too():
    text = said("auth_user", writes=False)
    assert "Who reads auth_user" in text
    assert "orders/views.py:10 join queryset proved orders.views.show" in text


def test_nobody_is_said_in_words():
    assert "No place was seen where it is written." in said("auth_user")


def test_only_possible_ones_are_told_apart():
    assert "by code outside of apps: code outside of apps 1. Only possible: 1." in said("books_book")


def test_less_certain_ones_may_be_left_out_and_that_is_said():
    text = said("books_book", certainty=Certainty.INFERRED)
    assert "scripts/import.py" not in text and "1 less certain access left out." in text
    assert "billing/tasks.py" not in said("orders_order", certainty=Certainty.PROVED)


def test_blind_spots_are_not_forgotten():
    assert "Blind spots of queries, any of which may touch it too: 1." in said("auth_user")


def test_a_table_that_only_sql_names():
    assert "No model declares it: only SQL names this table." in said("shop_legacy")


def test_json_has_the_row_of_the_table_and_those_of_its_accesses():
    answer = answered("orders_order")
    assert list(answer) == ["schema_version", "complete", "doubts", "question", "table", "accesses"]
    assert (answer["question"], answer["table"]["name"]) == ("who-writes", "orders_order")
    assert [(row["path"], row["service"]) for row in answer["accesses"]] == [
        ("billing/tasks.py", "billing"),
        ("books/saving.py", "billing"),
        ("orders/views.py", "orders"),
        ("orders/views.py", "orders"),
        ("scripts/import.py", None),
    ]
    assert answered("auth_user", writes=False)["question"] == "who-reads"
    assert answered("books_book", certainty=Certainty.PROVED)["accesses"] == []


def test_hostile_names_steer_nothing():
    hostile = a_hostile_monolith()
    for verbose in (True, False):
        for asked in (
            question(f"{HOSTILE}1", analysis=hostile),
            question(f"{HOSTILE}2", writes=False, analysis=hostile),
        ):
            text = plain_page(users_page(hostile, asked, verbose=verbose))
            assert "\x1b" not in text and "\u202e" not in text and "##[" not in text
