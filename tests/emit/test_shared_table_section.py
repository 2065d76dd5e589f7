"""Shared tables for people: evidence, meaning, one possible move."""

from cutpoint.emit.page import Page
from cutpoint.emit.shared_table_section import shared_tables
from cutpoint.emit.terminal_page import plain_page
from tests.support.bookshop import a_bookshop
from tests.support.builders import a_catalog, a_model, an_access, an_analysis, an_app


def said(analysis, *, verbose=False):
    return plain_page(Page(tuple(shared_tables(analysis, verbose=verbose))), width=200)


def shop(*accesses, models=()):
    labels = ("billing", "shipping", "shop")
    catalog = a_catalog(apps=[an_app(label) for label in labels], models=[a_model("shop.Order"), *models])
    return an_analysis(catalog, accesses=accesses)


def writes(app, *lines, table="shop_order"):
    return [an_access(f"update {table}", f"{app}/x.py:{line}") for line in lines]


def test_nothing_is_said_when_nobody_has_looked():
    assert not said(an_analysis()).strip()


def test_none_is_said_in_words():
    assert "None: no first-party table is written by more than one app." in said(shop(*writes("shop", 1)))


def test_evidence_meaning_and_one_move():
    assert said(shop(*writes("shop", 1, 2), *writes("billing", 4), *writes("shipping", 8))).splitlines() == [
        "Shared tables (1)",
        "  shop_order is written by 3 apps: shop 2, billing 1, shipping 1",
        "      billing/x.py:4 · shipping/x.py:8 · shop/x.py:1",
        "      Owner is shop: shop declares it and writes it in 2 of 4 places.",
        "      Route 2 places through shop: billing/x.py:4 · shipping/x.py:8",
        "",
        "  One writer for each table takes 2 places to move: route these writes through the owner.",
    ]


def test_another_writer_than_the_owner_may_be_the_cheapest():
    text = said(shop(*writes("shop", 1), *writes("billing", 4, 5)))
    assert "Owner is shop: shop declares it and writes it in 1 of 3 places." in text
    assert "Fewest to move with billing as writer, 1 place: shop/x.py:1" in text


def test_another_owner_is_suggested():
    text = said(shop(*writes("shipping", 1), *writes("billing", 4, 5, 6, 7)))
    assert "Owner should be billing: shop declares it and never writes it; billing writes it in 4 of 5 places." in text
    assert "Route 1 place through billing: shipping/x.py:1" in text


def test_a_table_without_an_owner():
    text = said(shop(*writes("shipping", 1, table="legacy"), *writes("billing", 4, table="legacy")))
    assert "It has no owner: no model declares it, and nobody has nearly all of its writes" in text


def test_tables_with_most_to_move_come_first_and_the_last_only_when_asked_for():
    tables = [f"t{index:02}" for index in range(12)]
    accesses = [
        access
        for index, table in enumerate(tables)
        for access in [
            *writes("shop", *range(1, 20), table=table),
            *writes("billing", *range(1, index + 2), table=table),
        ]
    ]
    short, long = said(shop(*accesses)), said(shop(*accesses), verbose=True)
    assert short.index("t11 is written") < short.index("t10 is written")
    assert "t00" not in short and "and 4 more tables; -v shows all." in short
    assert "t00" in long and "-v" not in long


def test_many_places_are_shown_only_when_asked_for():
    analysis = shop(*writes("shop", *range(1, 9)), *writes("billing", *range(1, 7)))
    assert "billing/x.py:1 · billing/x.py:2 · billing/x.py:3 and 3 more" in said(analysis)
    assert "billing/x.py:5 · billing/x.py:6\n" in said(analysis, verbose=True)


def test_tables_of_frameworks_are_told_in_one_sentence():
    user = a_model("auth.User", ours=False)
    text = said(shop(*writes("shop", 1, table="auth_user"), *writes("billing", 1, table="auth_user"), models=[user]))
    assert "Shared tables (0)" in text
    assert "Third-party tables that several apps write: auth_user (2 apps)." in text


def test_code_outside_of_apps_has_no_name():
    assert "orders_order is written by 2 apps and code outside of apps: " in said(a_bookshop())
