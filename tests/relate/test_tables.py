"""Which tables there are, who declares them, and who uses them."""

import pytest

from cutpoint.domain.access import Bucket
from cutpoint.domain.source import Evidence
from cutpoint.relate.tables import tables_of
from tests.support.builders import a_catalog, a_model, an_access


def rows_of(*models):
    return [(row.name, row.model, row.owner, row.bucket.value) for row in tables_of(a_catalog(models=models), ())]


def test_a_table_belongs_to_the_app_of_its_model():
    assert rows_of(a_model("shop.Order")) == [("shop_order", "shop.Order", "shop", "own")]


def test_models_without_a_table_of_their_own_make_no_row():
    assert (
        rows_of(
            a_model("shop.Base", abstract=True),
            a_model("shop.Proxy", proxy=True, table="shop_order"),
            a_model("shop.Swapped", swapped=True),
        )
        == []
    )


def test_an_automatic_many_to_many_has_a_table():
    assert [name for name, *_ in rows_of(a_model("shop.Order_tags", auto_created=True))] == ["shop_order_tags"]


def test_of_two_models_on_one_table_the_managed_one_declares_it():
    copy = a_model("archive.Order", table="shop_order", managed=False)
    assert rows_of(copy, a_model("shop.Order")) == [("shop_order", "shop.Order", "shop", "own")]


def test_tables_are_sorted_by_name():
    assert [row[0] for row in rows_of(a_model("b.B"), a_model("a.A"))] == ["a_a", "b_b"]


def test_tables_of_theirs_belong_to_frameworks():
    assert rows_of(a_model("taggit.Tag", ours=False))[0][3] == Bucket.FRAMEWORK


def test_permissions_are_a_framework_table_even_where_django_itself_is_read():
    models = [a_model(f"auth.{name}", module="django.contrib.auth.models") for name in ("Permission", "User")]
    assert [row[3] for row in rows_of(*models)] == ["framework", "own"]


def test_an_app_of_ours_that_is_called_auth_owns_its_permissions():
    assert rows_of(a_model("auth.Permission", module="shop.auth.models"))[0][3] == Bucket.OWN


# Who uses them


def table(name, *accesses, models=(), **parts):
    catalog = a_catalog(models=models or [a_model("shop.Order")], **parts)
    return next(table for table in tables_of(catalog, accesses) if table.name == name)


def used(uses):
    return [(use.app, use.sites, [str(action) for action in use.actions]) for use in uses]


def test_who_changes_rows_is_a_writer_and_who_reads_a_reader():
    order = table(
        "shop_order",
        an_access("update shop_order", "shop/views.py:3"),
        an_access("insert shop_order", "shop/views.py:9"),
        an_access("delete shop_order", "billing/tasks.py:1"),
        an_access("read shop_order", "reports/views.py:1"),
    )
    assert used(order.writers) == [("billing", 1, ["delete"]), ("shop", 2, ["insert", "update"])]
    assert used(order.readers) == [("reports", 1, ["read"])]
    assert order.shared


def test_one_place_that_does_several_things_is_one_site():
    order = table("shop_order", an_access("update shop_order"), an_access("insert shop_order"))
    assert used(order.writers) == [("shop", 1, ["insert", "update"])]
    assert order.writers[0].evidence == (Evidence("shop/views.py", 1),)


def test_who_decides_the_table_is_the_writer_and_not_who_helps():
    order = table("shop_order", an_access("update shop_order", "core/saving.py:2", on_behalf_of="billing"))
    assert used(order.writers) == [("billing", 1, ["update"])]


def test_code_outside_of_apps_is_a_writer_without_a_name_and_comes_last():
    accesses = [an_access("update shop_order", "x.py:1", app=None), an_access("update shop_order", "z/y.py:1")]
    assert [use.app for use in table("shop_order", *accesses).writers] == ["z", None]


def test_who_joins_a_table_reads_it():
    order = table("shop_order", an_access("update billing_bill", "billing/tasks.py:4", joins=["shop_order"]))
    assert used(order.readers) == [("billing", 1, ["read"])]
    assert order.writers == ()


def test_what_is_only_possible_makes_nobody_a_user():
    accesses = [
        an_access(f"{action} shop_order", certainty=certainty)
        for action, certainty in [("update", "possible"), ("read", "possible"), ("insert", "inferred")]
    ]
    order = table("shop_order", *accesses)
    assert (used(order.writers), order.readers) == ([("shop", 1, ["insert"])], ())


def test_a_proxy_s_rows_belong_to_the_app_of_the_concrete_model():
    models = [a_model("shop.Order"), a_model("reports.PaidOrder", proxy=True, table="shop_order")]
    order = table("shop_order", an_access("update shop_order", "reports/x.py:1"), models=models)
    assert (order.model, order.owner, used(order.writers)) == ("shop.Order", "shop", [("reports", 1, ["update"])])


def test_a_table_that_only_sql_names_has_no_owner():
    legacy = table("legacy", an_access("delete legacy", via="raw_sql"))
    assert (legacy.model, legacy.owner, legacy.bucket, used(legacy.writers)) == (
        None,
        None,
        Bucket.OWN,
        [("shop", 1, ["delete"])],
    )


@pytest.mark.parametrize(
    "name", ["django_migrations", "pg_stat_activity", "information_schema.tables", "sqlite_master"]
)
def test_what_databases_and_migrate_keep_for_themselves_is_no_table_of_ours(name):
    assert table(name, an_access(f"read {name}")).bucket is Bucket.FRAMEWORK


def test_sql_that_could_not_be_read_touches_no_known_table():
    assert [found.name for found in tables_of(a_catalog(), [an_access("update")])] == []


def test_the_order_of_accesses_makes_no_difference():
    accesses = [an_access("update shop_order", f"{app}/x.py:{line}") for app in "cab" for line in (2, 1)]
    catalog = a_catalog(models=[a_model("shop.Order")])
    assert tables_of(catalog, accesses) == tables_of(catalog, accesses[::-1])


@pytest.mark.parametrize(
    ("via", "writers"), [("cascade", []), ("signal", []), ("form", ["shop"]), ("library", ["shop"])]
)
def test_what_follows_from_another_write_makes_nobody_a_writer(via, writers):
    access = an_access("delete shop_order", "shop/views.py:3", via=via, cause=Evidence("shop/models.py", 7), app="shop")
    found = [table for table in tables_of(a_catalog(), [access]) if table.name == "shop_order"]
    assert [use.app for table in found for use in table.writers] == writers
