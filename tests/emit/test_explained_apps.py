"""Why two apps need each other."""

import json

from cutpoint.domain.source import Role
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.explained_apps import explained_apps_json, explained_apps_page
from cutpoint.emit.terminal_page import plain_page
from cutpoint.relate.import_graph import app_import_graph
from tests.support.bookshop import a_bookshop, a_hostile_monolith
from tests.support.builders import (
    a_catalog,
    a_model,
    a_module,
    a_relation,
    an_access,
    an_analysis,
    an_app,
    an_import,
)


def said(one, other, analysis=None):
    return " ".join(plain_page(explained_apps_page(analysis or a_bookshop(), one, other), width=200).split())


def needs(one, other, analysis=None):
    return json.loads(explained_apps_json(analysis or a_bookshop(), one, other, Belonging()))["needs"]


def test_every_kind_of_need_in_both_directions():
    text = said("billing", "orders")
    assert "billing → orders: 2 imports billing/models.py:3 billing.models imports orders.models at start" in text
    assert "1 relation billing/models.py:7 billing.Invoice.order → orders.Order (fk, CASCADE)" in text
    assert "2 writes billing/tasks.py:41 in billing.tasks.settle update orders_order by instance, inferred" in text
    assert "orders → billing: 1 import orders/views.py:5 orders.views imports billing.tasks at start" in text
    assert "orders → billing: 1 write orders/views.py:30" in text


def test_reads_and_joins():
    assert "orders → books: 2 reads orders/views.py:10" in said("orders", "books")
    assert "orders → auth: 1 join orders/views.py:10 in orders.views.show read books_book" in said("orders", "auth")
    assert "joins auth_user by lookup" in said("orders", "auth")


def test_imports_inside_functions_are_told_from_others():
    assert "books.models imports orders.models inside a function" in said("books", "orders")


def test_no_need_is_said_in_words():
    assert "books → billing: nothing books does without billing as far as is known" in said("books", "billing")


def test_what_is_only_possible_is_shown_as_such():
    catalog = a_catalog(apps=[an_app("billing"), an_app("shop")], models=[a_model("shop.Order")])
    access = an_access("update shop_order", "billing/x.py:1", certainty="possible")
    assert "by queryset, possible" in said("billing", "shop", an_analysis(catalog, accesses=[access]))


def test_imports_of_tests_are_no_need():
    catalog = a_catalog(
        apps=[an_app("billing"), an_app("shop")],
        modules=[a_module("billing.tests", role=Role.TEST), a_module("shop.models")],
        imports=[an_import("billing.tests", "shop.models")],
    )
    analysis = an_analysis(catalog, app_imports=app_import_graph(catalog))
    assert "billing → shop: nothing" in said("billing", "shop", analysis)


def test_an_automatic_model_does_not_repeat_its_many_to_many():
    through = a_model("shop.Order_tags", a_relation("tags.Tag"), auto_created=True)
    order = a_model("shop.Order", a_relation("tags.Tag", "m2m"))
    analysis = an_analysis(a_catalog(models=[order, through, a_model("tags.Tag")]))
    assert [row["model"] for row in needs("shop", "tags", analysis)[0]["relations"]] == ["shop.Order"]


def test_json_has_every_kind_in_both_directions():
    there, back = needs("billing", "orders")
    assert list(there) == ["source", "target", "imports", "relations", "writes", "reads", "joins"]
    assert (there["source"], there["target"], back["source"]) == ("billing", "orders", "orders")
    assert [row["line"] for row in there["writes"]] == [41, 3]
    assert there["relations"][0]["to"] == "orders.Order"


def test_hostile_names_steer_nothing():
    hostile = a_hostile_monolith()
    one, other = (app.label for app in hostile.catalog.apps)
    text = plain_page(explained_apps_page(hostile, one, other))
    assert "\x1b" not in text and "\u202e" not in text and "##[" not in text
