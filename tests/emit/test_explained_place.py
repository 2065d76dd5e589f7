"""What cutpoint thinks happens at one line."""

import json

import pytest

from cutpoint.domain.source import Evidence, Role
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.explained_place import explained_place_json, explained_place_page
from cutpoint.emit.terminal_page import plain_page
from tests.support.bookshop import HOSTILE, a_bookshop, a_hostile_monolith
from tests.support.builders import a_catalog, a_module, an_access, an_analysis


def said(path, line, analysis=None, **options):
    page = explained_place_page(analysis or a_bookshop(), Evidence(path, line), **options)
    return " ".join(plain_page(page, width=200).split())


def answered(path, line):
    return json.loads(explained_place_json(a_bookshop(), Evidence(path, line), Belonging()))


def test_every_access_of_the_statement():
    text = said("orders/views.py", 22)
    assert "In orders.views.Pay.post; module orders.views of the app orders." in text
    assert "Accesses (2) insert orders_order (orders.Order), owned by orders by manager, proved lines 20 to 23" in text
    assert "read books_book (books.Book), owned by books by queryset, proved line 21" in text
    assert "nearby" not in text


def test_how_it_is_known_and_who_decided():
    assert "by instance, inferred: invoice.order is an instance of orders.Order" in said("billing/tasks.py", 41)
    text = said("books/saving.py", 3)
    assert "on behalf of billing, which decided the table" in text
    assert "from billing/tasks.py:50 in billing.tasks.retry → books/saving.py:3 in books.saving.store" in text


def test_sql_that_was_not_understood():
    assert "read SQL that could not be resolved by raw_sql, proved" in said("orders/views.py", 40)


def test_what_is_declared_and_imported_there():
    assert "declares the model books.Book on the table books_book" in said("books/models.py", 1)
    assert "declares the model books.Timestamped, which is abstract" in said("books/models.py", 1)
    assert "declares the relation billing.Invoice.order (fk) → orders.Order" in said("billing/models.py", 7)
    assert "imports orders.models at start" in said("billing/models.py", 3)


def test_what_happens_elsewhere_because_of_it():
    assert "Elsewhere because of this line (1) orders/views.py:30 in orders.views.Pay.post" in said(
        "billing/models.py", 7
    )
    assert "Elsewhere because of this line (1) books/saving.py:3" in said("billing/tasks.py", 50)


def test_many_of_them_are_shown_only_when_asked_for():
    accesses = [an_access("update t", f"x.py:{line}", cause=Evidence("a.py", 1)) for line in range(1, 20)]
    analysis = an_analysis(accesses=accesses)
    assert "and 7 more accesses; -v shows all." in said("a.py", 1, analysis)
    assert "x.py:19" in said("a.py", 1, analysis, verbose=True)


def test_blind_spots_there():
    text = said("orders/views.py", 60)
    assert "Unresolved unknown-receiver thing could be anything" in text
    assert "Nothing is known" not in text


def test_nothing_is_said_in_words_with_the_nearest_lines():
    text = said("orders/views.py", 25)
    assert "Nothing is known of orders/views.py:25: no access, no declaration, no blind spot." in text
    assert "Nearest before: orders/views.py:21 read books_book" in text
    assert "Nearest after: orders/views.py:30 insert billing_invoice" in text


def test_a_file_without_accesses():
    text = said("nowhere.py", 3)
    assert "The file has no name by which the project could import it, and belongs to no app." in text
    assert "No access was seen in this file." in text
    assert "Nor was any in the whole project." in said("nowhere.py", 3, an_analysis())


@pytest.mark.parametrize(("role", "option"), [(Role.TEST, "--include-tests"), (Role.MIGRATION, "--include-migrations")])
def test_code_that_gives_accesses_only_when_asked_for(role, option):
    catalog = a_catalog(modules=[a_module("shop.some", role=role)])
    assert option in said("shop/some.py", 3, an_analysis(catalog))


def test_a_module_of_no_app():
    assert "Module tools of no app." in said("tools.py", 1, an_analysis(a_catalog(modules=[a_module("tools", None)])))


def test_json_has_all_of_it():
    answer = answered("orders/views.py", 22)
    assert (answer["path"], answer["line"], answer["module"], answer["app"]) == (
        "orders/views.py",
        22,
        "orders.views",
        "orders",
    )
    assert [row["action"] for row in answer["accesses"]] == ["insert", "read"]
    assert ([row["line"] for row in answer["before"]], [row["line"] for row in answer["after"]]) == ([10], [30])
    assert answered("billing/models.py", 7)["relations"][0]["model"] == "billing.Invoice"
    assert answered("billing/models.py", 3)["imports"][0]["imported"] == "orders.models"
    assert answered("orders/views.py", 60)["blind_spots"][0]["kind"] == "unknown-receiver"
    assert answered("nowhere.py", 1)["module"] is None


@pytest.mark.parametrize("line", [1, 2, 3, 4, 9])
def test_hostile_names_steer_nothing(line):
    text = plain_page(explained_place_page(a_hostile_monolith(), Evidence(HOSTILE, line)))
    assert "\x1b" not in text and "\u202e" not in text and "##[" not in text
